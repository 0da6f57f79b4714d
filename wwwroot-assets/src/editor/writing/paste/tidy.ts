import { elements, hasStyle, moveChildren, renamed, styleOf, unwrap } from './dom';

const dropped = 'style, script, noscript, template, title, meta, link, img, picture, svg, canvas, video, audio, object, embed, iframe, math, input, button, select, textarea, head, xml, map, .MsoCommentReference, .msocomanchor, .MsoFootnoteReference, .MsoEndnoteReference, .sdfootnoteanc, .sdfootnotesym, a[href^="#cmnt"], a[href^="#_ftn"], a[href^="#_msocom"]';
const blocks = /^(?:P|DIV|H[1-6]|UL|OL|LI|TABLE|THEAD|TBODY|TFOOT|TR|TD|TH|BLOCKQUOTE|PRE|HR|DL|DT|DD|SECTION|ARTICLE|HEADER|FOOTER|MAIN|NAV|ASIDE|FIGURE|CENTER|ADDRESS|FORM|BODY)$/;

export function isBlock(node: Node): boolean {
  return blocks.test(node.nodeName);
}

function dropComments(node: Node): void {
  for (const child of Array.from(node.childNodes)) {
    if (child.nodeType === 1) dropComments(child);
    else if (child.nodeType !== 3) node.removeChild(child);
  }
}

/** Office's own elements, hidden parts, revision marks and references to notes. */
function dropForeign(root: HTMLElement): void {
  for (const box of elements(root, 'li input[type=checkbox]'))
    box.replaceWith(box.ownerDocument.createTextNode(box.hasAttribute('checked') ? '[x] ' : '[ ] '));
  for (const item of elements(root, 'li[role=checkbox]'))
    item.insertBefore(item.ownerDocument.createTextNode(item.getAttribute('aria-checked') === 'true' ? '[x] ' : '[ ] '), item.firstChild);
  for (const element of elements(root, dropped)) element.remove();
  for (const element of elements(root, '*')) {
    const isHidden = hasStyle(element, 'display', /^none/) || hasStyle(element, 'mso-hide', /^all/) || hasStyle(element, 'mso-element', /^(?:comment|footnote|endnote|header|footer)/);
    const isRevision = element.nodeName === 'DEL' && element.hasAttribute('datetime');
    if (isHidden || isRevision) element.remove();
    else if (element.nodeName.includes(':')) unwrap(element);
  }
}

function wrapContent(element: HTMLElement, name: string): void {
  const inner = element.ownerDocument.createElement(name);
  moveChildren(element, inner);
  element.appendChild(inner);
}

const bold = /^(?:bold|bolder|[6-9]00)/, upright = /^(?:normal|lighter|[1-5]00)/;

/** Bold, italic and struck text by style become elements; elements that the style takes back go. */
function readStyles(root: HTMLElement): void {
  for (const element of elements(root, '*')) {
    const name = element.nodeName;
    if (/^(?:B|STRONG)$/.test(name) && hasStyle(element, 'font-weight', upright)) unwrap(element);
    else if (/^(?:I|EM)$/.test(name) && hasStyle(element, 'font-style', /^normal/)) unwrap(element);
    else if (/^(?:SPAN|FONT|A|U|P|LI|TD)$/.test(name) && styleOf(element)) {
      if (hasStyle(element, 'font-weight', bold)) wrapContent(element, 'strong');
      if (hasStyle(element, 'font-style', /^(?:italic|oblique)/)) wrapContent(element, 'em');
      if (hasStyle(element, 'text-decoration(?:-line)?', /line-through/)) wrapContent(element, 's');
    }
  }
  for (const [from, to] of [['b', 'strong'], ['i', 'em'], ['strike', 's'], ['del', 's']] as const)
    for (const element of elements(root, from)) renamed(element, to);
  for (const element of elements(root, 'span, font, u, ins, big, small, label, center, abbr, cite, dfn')) unwrap(element);
}

/** Marks around whole blocks, doubled marks and marks around nothing would not come out as marks. */
function settleMarks(root: HTMLElement): void {
  // A head is bold by itself.
  for (const table of elements(root, 'table'))
    for (const element of elements(table.querySelector('tr') ?? table, 'strong')) unwrap(element);
  for (const name of ['strong', 'em', 's']) {
    for (const element of elements(root, name)) {
      if (elements(element, '*').some(isBlock)) {
        for (const child of elements(element, '*').filter(child => isBlock(child) && !Array.from(child.children).some(isBlock))) wrapContent(child, name);
        unwrap(element);
      }
    }
    for (const element of elements(root, `${name} ${name}, h1 strong, h2 strong, h3 strong, h4 strong, h5 strong, h6 strong, th strong`)) if (element.parentNode) unwrap(element);
    for (const element of elements(root, name)) joinNext(element);
  }
}

function joinNext(element: HTMLElement): void {
  if (!element.parentNode) return;
  for (let next = element.nextSibling; next; next = element.nextSibling) {
    const isSpace = next.nodeType === 3 && /^[ \n\t]*$/.test(next.textContent!) && next.nextSibling?.nodeName === element.nodeName;
    if (!isSpace && next.nodeName !== element.nodeName) return;
    if (isSpace) element.appendChild(next);
    else {
      moveChildren(next as Element, element);
      next.parentNode!.removeChild(next);
    }
  }
}

/** The largest heading in what was pasted becomes the larger of the two that a text has. */
function settleHeadings(root: HTMLElement): void {
  for (const title of elements(root, 'p.MsoTitle, p.MsoSubtitle')) renamed(title, title.classList.contains('MsoTitle') ? 'h1' : 'h2');
  const headings = elements(root, 'h1, h2, h3, h4, h5, h6');
  const largest = Math.min(...headings.map(heading => Number(heading.nodeName[1])));
  for (const heading of headings) renamed(heading, Number(heading.nodeName[1]) === largest ? 'h3' : 'h4');
}

/** Paragraphs inside an item or cell are lines of it. */
function flattenParagraphs(root: HTMLElement): void {
  for (const element of elements(root, 'li p, li div, li h3, li h4, td p, td div, td h3, td h4, th p, th div, th h3, th h4')) {
    if (!element.parentNode) continue;
    const follows = element.nextSibling !== null && Array.from(element.parentNode.childNodes).slice(Array.from(element.parentNode.childNodes).indexOf(element) + 1)
      .some(node => node.textContent!.trim() && !/^(?:UL|OL)$/.test(node.nodeName));
    if (follows) element.appendChild(element.ownerDocument.createElement('br'));
    unwrap(element);
  }
}

/** Leaves of a parsed page only what can be said in Markdown. */
export function tidy(root: HTMLElement): void {
  dropComments(root);
  dropForeign(root);
  readStyles(root);
  settleHeadings(root);
  flattenParagraphs(root);
  settleMarks(root);
}
