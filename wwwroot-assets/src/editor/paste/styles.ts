// Word processors say by style what HTML says by elements, and the other way round.

/** Puts strong, em and s where a style makes bold, italic or struck out, and takes away those that a style undoes. */
export function stylesToElements(body: HTMLElement): void {
  for (const element of elements(body, '[style]')) {
    const weight = styleOf(element, 'font-weight'), slant = styleOf(element, 'font-style'), line = styleOf(element, 'text-decoration');
    if (/^(?:b|strong)$/i.test(element.tagName) && /^(?:normal|[1-4]00)$/.test(weight)) unwrap(element);
    else if (/^(?:i|em)$/i.test(element.tagName) && slant === 'normal') unwrap(element);
    else if (/^(?:span|font|a|p|div)$/i.test(element.tagName)) {
      if (/^(?:bold|bolder|[6-9]00)$/.test(weight)) wrapContent(element, 'strong');
      if (slant === 'italic') wrapContent(element, 'em');
      if (line.includes('line-through')) wrapContent(element, 's');
    }
  }
  // A heading is bold by itself.
  for (const element of elements(body, 'h1 b, h1 strong, h2 b, h2 strong, h3 b, h3 strong, h4 b, h4 strong, h5 b, h5 strong, h6 b, h6 strong, th b, th strong')) unwrap(element);
}

export function styleOf(element: Element, property: string): string {
  const match = new RegExp(`(?:^|;)\\s*${property}(?:-line)?\\s*:\\s*([^;]+)`, 'i').exec(element.getAttribute('style') ?? '');
  return match ? match[1].trim().toLowerCase() : '';
}

/** A list that does not change while its elements are moved about. */
export const elements = (root: ParentNode, selector: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)];

export function unwrap(element: Element): void {
  while (element.firstChild) element.parentNode!.insertBefore(element.firstChild, element);
  element.remove();
}

function wrapContent(element: Element, name: string): void {
  if ((element.textContent ?? '').trim() === '') return;
  const wrapper = element.ownerDocument.createElement(name);
  while (element.firstChild) wrapper.append(element.firstChild);
  element.append(wrapper);
}
