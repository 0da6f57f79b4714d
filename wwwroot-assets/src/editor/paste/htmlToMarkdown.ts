import TurndownService from 'turndown';
import { isFollowed } from '../writing/links';
import { elements, stylesToElements, unwrap } from './styles';
import { dropLayoutTables, tableToMarkdown } from './tables';
import { wordListsToElements } from './wordLists';

const dropped = 'head, script, style, meta, link, title, noscript, template, img, picture, svg, canvas, video, audio, object, embed, iframe, '
  + 'button, select, textarea, input:not([type=checkbox]), form label[hidden], colgroup, [hidden]';

/** What of a page or a document belongs into minutes: paragraphs, headings, lists, tables, links, bold, italic, struck out. */
export function htmlToMarkdown(document: Document): string {
  const { body } = document;
  dropComments(body);
  for (const element of elements(body, dropped)) element.remove();
  wordListsToElements(body);
  stylesToElements(body);
  tidyItems(body);
  dropLayoutTables(body);
  return converter().turndown(body)
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/^[ \u00a0]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

/** Also those between which Word hides what only other programs are to see. */
function dropComments(node: Node): void {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === 8) child.parentNode!.removeChild(child);
    else dropComments(child);
  }
}

/** An item holds its words themselves, not in a paragraph; a list in a list belongs to the item before. */
function tidyItems(body: HTMLElement): void {
  for (const paragraph of elements(body, 'li > p, li > div')) {
    if (paragraph.previousElementSibling) paragraph.before(paragraph.ownerDocument.createElement('br'));
    unwrap(paragraph);
  }
  for (const list of elements(body, 'ul > ul, ul > ol, ol > ul, ol > ol')) {
    const before = list.previousElementSibling;
    if (before) before.append(list);
  }
}

function converter(): TurndownService {
  const service = new TurndownService({
    headingStyle: 'atx', bulletListMarker: '-', emDelimiter: '*', strongDelimiter: '**', codeBlockStyle: 'fenced', hr: '---', br: '',
  });
  service.escape = escape;
  service.addRule('heading', { filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], replacement: heading });
  service.addRule('title', { filter: (node) => /^Mso(?:Title|Heading)/.test(node.className), replacement: heading });
  service.addRule('item', { filter: 'li', replacement: item });
  service.addRule('link', { filter: 'a', replacement: link });
  service.addRule('struck', { filter: ['s', 'strike', 'del'], replacement: (content) => around(content, '~~') });
  service.addRule('bold', { filter: ['strong', 'b'], replacement: (content) => around(content, '**') });
  service.addRule('italic', { filter: ['em', 'i'], replacement: (content) => around(content, '*') });
  service.addRule('checkBox', { filter: 'input', replacement: (_content, node) => (node.hasAttribute('checked') ? '[x] ' : '[ ] ') });
  service.addRule('table', { filter: 'table', replacement: (_content, node) => `\n\n${tableToMarkdown(node, cell)}\n\n` });
  return service;
}

function cell(node: HTMLElement): string {
  return converter().turndown(node).replace(/\s*\n\s*/g, ' ').replace(/^#+ /, '').replaceAll('|', '\\|').trim();
}

function heading(content: string, node: HTMLElement): string {
  const level = Number(/^h(\d)$/i.exec(node.nodeName)?.[1] ?? 1);
  const words = content.replace(/\s*\n\s*/g, ' ').trim();
  return words === '' ? '' : `\n\n${'#'.repeat(Math.min(level, 4))} ${words}\n\n`;
}

function item(content: string, node: HTMLElement): string {
  const list = node.parentNode as HTMLElement;
  const isNumbered = list.nodeName.toLowerCase() === 'ol';
  const siblings = [...list.children].filter((child) => child.nodeName.toLowerCase() === 'li');
  const first = Number.parseInt(list.getAttribute?.('start') ?? '1', 10) || 1;
  const mark = isNumbered ? `${first + siblings.indexOf(node)}. ` : '- ';
  const words = content.trim().replace(/\n{2,}/g, '\n').replaceAll('\n', '\n' + ' '.repeat(mark.length));
  return mark + words + (node.nextSibling ? '\n' : '');
}

function link(content: string, node: HTMLElement): string {
  const href = (node.getAttribute('href') ?? '').trim();
  const words = content.replace(/\s*\n\s*/g, ' ');
  if (!isFollowed(href) || words.trim() === '') return words;
  return words.trim() === href ? href : `[${words.trim()}](${href.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

/** A mark counts only if it touches the words, and does not reach over the end of a line. */
function around(content: string, mark: string): string {
  return content.split('\n').map((line) => {
    const [, before, words, after] = /^(\s*)(.*?)(\s*)$/s.exec(line)!;
    return words === '' ? line : before + (words.startsWith(mark) && words.endsWith(mark) && words.length > 2 * mark.length ? words : mark + words + mark) + after;
  }).join('\n');
}

/** Only what would otherwise be taken for a mark; numbers and dashes before a line may well become a list. */
function escape(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/[*`]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}_])/gu, '\\_')
    .replace(/~~/g, '\\~~')
    .replace(/\[(?=[^\]]*\]\()/g, '\\[')
    .replace(/^(#{1,6})(?=\s)/, '\\$1')
    .replace(/^>/, '\\>')
    .replace(/^[•·▪◦‣]\s+/, '- ');
}
