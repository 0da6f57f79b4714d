/** Small steps on a parsed page, used by all that prepares pasted HTML. */

export function elements(root: ParentNode, selector: string): HTMLElement[] {
  return Array.from(root.querySelectorAll<HTMLElement>(selector));
}

export function moveChildren(from: Element, to: Element): void {
  while (from.firstChild) to.appendChild(from.firstChild);
}

/** Puts the children in the element's place. */
export function unwrap(element: Element): void {
  while (element.firstChild) element.parentNode!.insertBefore(element.firstChild, element);
  element.remove();
}

/** The same content in an element of another name, without attributes. */
export function renamed(element: Element, name: string): HTMLElement {
  const other = element.ownerDocument.createElement(name);
  moveChildren(element, other);
  element.replaceWith(other);
  return other;
}

export function styleOf(element: Element): string {
  return (element.getAttribute('style') ?? '').toLowerCase();
}

export function hasStyle(element: Element, property: string, value: RegExp): boolean {
  const found = new RegExp(`(?:^|[;\\s])${property}\\s*:\\s*([^;]*)`).exec(styleOf(element));
  return found !== null && value.test(found[1]!);
}
