import { elements, styleOf } from './styles';

interface WordItem { element: HTMLElement; level: number; marker: string }

const numbered = /^\(?(?:\d+|[a-z]{1,4})[.)]/i;

/** Word writes the items of a list as paragraphs with 'mso-list' in their style and the marker as text before them. */
export function wordListsToElements(body: HTMLElement): void {
  let open: HTMLElement[] = [];
  let last: Element | null = null;
  for (const element of elements(body, 'p, div, h1, h2, h3, h4, h5, h6')) {
    const item = wordItem(element);
    if (!item) continue;
    if (last === null || nextElement(last) !== element) open = [];
    last = place(item, open);
  }
}

function wordItem(element: HTMLElement): WordItem | null {
  const style = styleOf(element, 'mso-list');
  const level = /level(\d)/.exec(style);
  if (!level || /^h\d$/i.test(element.tagName)) {
    // The number of a heading is typed by Word, not by the writer.
    if (level) takeMarker(element);
    return null;
  }
  return { element, level: Number(level[1]), marker: takeMarker(element) };
}

function takeMarker(element: HTMLElement): string {
  const marker = elements(element, 'span').find((span) => styleOf(span, 'mso-list') === 'ignore');
  const text = (marker?.textContent ?? '').trim();
  marker?.remove();
  return text;
}

/** @returns the outermost list, in whose place the items now stand. */
function place({ element, level, marker }: WordItem, open: HTMLElement[]): Element {
  const document = element.ownerDocument;
  const isNumbered = numbered.test(marker) && marker !== 'o';
  while (open.length > level) open.pop();
  if (open.length === level && open[level - 1].tagName.toLowerCase() !== (isNumbered ? 'ol' : 'ul')) open.pop();
  while (open.length < level) {
    const list = document.createElement(open.length === level - 1 && isNumbered ? 'ol' : 'ul');
    const start = /^\(?(\d+)/.exec(marker);
    if (isNumbered && start) list.setAttribute('start', start[1]);
    const parent = open.at(-1);
    if (!parent) element.parentNode!.insertBefore(list, element);
    else (parent.lastElementChild ?? parent.appendChild(document.createElement('li'))).append(list);
    open.push(list);
  }
  const item = open[level - 1].appendChild(document.createElement('li'));
  while (element.firstChild) item.append(element.firstChild);
  element.remove();
  return open[0];
}

function nextElement(element: Element): Element | null {
  let next = element.nextElementSibling;
  while (next && (next.textContent ?? '').trim() === '' && next.tagName.toLowerCase() === 'p' && styleOf(next, 'mso-list') === '') next = next.nextElementSibling;
  return next;
}
