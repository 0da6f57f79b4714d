import { elements, moveChildren, styleOf, unwrap } from './dom';

interface ListParagraph { readonly level: number; readonly ordered: boolean; readonly start: number }

const numbered = /^\(?(?:\d{1,4}|[a-z]|[ivxlcdm]{1,7})(?:[.)]|\.\))?$/i;

/** What Word says of a paragraph that looks like an item; the sign in front of it is taken away. */
function listParagraph(element: Element): ListParagraph | null {
  const level = /mso-list\s*:[^;]*\blevel(\d+)/.exec(styleOf(element));
  if (!level) return null;
  const signs = elements(element, 'span').filter(span => /mso-list\s*:\s*ignore/.test(styleOf(span)));
  const sign = signs.map(span => span.textContent ?? '').join('').replace(/[\s\u00a0]+/g, '');
  for (const span of signs) span.remove();
  // A bullet in Courier is the letter o.
  const ordered = sign !== 'o' && /[.)\d]/.test(sign) && numbered.test(sign.replace(/^(?:\d+\.)+(?=\d)/, ''));
  const number = /(\d+)\D*$/.exec(sign);
  return { level: Number(level[1]), ordered, start: number ? Number(number[1]) : 1 };
}

/** Word on the web wraps every item in a list of its own and tells the level in an attribute. */
function webItem(element: Element): ListParagraph | null {
  const list = element.classList.contains('ListContainerWrapper') ? element.querySelector('ul, ol') : null;
  const item = list?.querySelector('li');
  if (!list || !item) return null;
  return { level: Number(item.getAttribute('data-aria-level') ?? item.getAttribute('aria-level') ?? 1), ordered: list.tagName === 'OL', start: Number(list.getAttribute('start') ?? 1) };
}

function itemOf(element: Element): ListParagraph | null {
  return listParagraph(element) ?? webItem(element);
}

function nextElement(element: Element): Element | null {
  for (let next = element.nextSibling; next; next = next.nextSibling) {
    if (next.nodeType === 1) return next as Element;
    if (next.nodeType === 3 && next.textContent!.trim()) return null;
  }
  return null;
}

function build(run: readonly { element: Element; item: ListParagraph }[]): void {
  const { ownerDocument: document } = run[0]!.element;
  const open: { list: Element; level: number; ordered: boolean }[] = [];
  for (const { element, item } of run) {
    while (open.length && open[open.length - 1]!.level > item.level) open.pop();
    let top = open[open.length - 1];
    if (top && top.level === item.level && top.ordered !== item.ordered) {
      open.pop();
      top = open[open.length - 1];
    }
    if (!top || top.level < item.level) {
      const list = document.createElement(item.ordered ? 'ol' : 'ul');
      if (item.ordered && item.start > 1 && !top) list.setAttribute('start', String(item.start));
      if (top) (top.list.lastElementChild ?? top.list).appendChild(list);
      else element.parentNode!.insertBefore(list, element);
      open.push(top = { list, level: item.level, ordered: item.ordered });
    }
    const li = top.list.appendChild(document.createElement('li'));
    moveChildren(element.querySelector('li') ?? element, li);
    element.remove();
  }
}

/** Makes lists of Word's paragraphs that only look like lists. */
export function restoreWordLists(root: HTMLElement): void {
  // The items of the agenda have numbers already.
  for (const heading of elements(root, 'h1, h2, h3, h4, h5, h6'))
    for (const sign of elements(heading, 'span')) if (/mso-list\s*:\s*ignore/.test(styleOf(sign))) sign.remove();
  const seen = new Set<Element>();
  for (const element of elements(root, 'p, h1, h2, h3, h4, h5, h6, div')) {
    if (seen.has(element)) continue;
    const run: { element: Element; item: ListParagraph }[] = [];
    for (let next: Element | null = element; next; next = nextElement(next)) {
      seen.add(next);
      const item: ListParagraph | null = /^H\d$/.test(next.tagName) ? null : itemOf(next);
      if (!item) break;
      run.push({ element: next, item });
    }
    if (run.length) build(run);
  }
  for (const list of elements(root, 'ul > ul, ul > ol, ol > ul, ol > ol')) {
    const item = list.previousElementSibling;
    if (item?.tagName === 'LI') item.appendChild(list);
    else unwrap(list);
  }
}
