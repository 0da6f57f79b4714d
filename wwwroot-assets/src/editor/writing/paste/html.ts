import TurndownService from 'turndown';
import { beginsWithDate } from '../language';
import { plainText } from '../clean';
import { addressInLink, safeAddress } from '../links';
import { straightenTables } from './grid';
import { typedLists } from './plain';
import { tidy } from './tidy';
import { restoreWordLists } from './wordLists';

/** Signs that would mean something in Markdown where they stand, and only those: people see the source of their line. */
function escape(text: string): string {
  const escaped = text
    .replace(/\\(?=[\\`*_{}[\]()#+\-.!~|<>&])/g, '\\\\')
    .replace(/[*`]/g, '\\$&')
    .replace(/~~/g, '\\~\\~')
    .replace(/(^|[^\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, match => match.replace('_', '\\_'))
    .replace(/\](?=[(:[])/g, '\\]')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^(\s*)([-+>]|#{1,6})(?=\s|$)/, '$1\\$2')
    .replace(/^>/, '\\>');
  return beginsWithDate(escaped) ? escaped : escaped.replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

function flat(content: string): string {
  return content.replace(/\s*\n\s*/g, ' ').replace(/[ \t]+|[ \t\u00a0]{2,}/g, ' ').trim();
}

function item(content: string, node: Node): string {
  const list = node.parentNode as HTMLElement;
  const place = Array.from(list.children).indexOf(node as Element);
  const mark = list.nodeName === 'OL' ? `${(Number(list.getAttribute('start')) || 1) + place}. ` : '- ';
  const lines = content.trim().replace(/\n{2,}/g, '\n').split('\n');
  return mark + lines.map((line, i) => i === 0 || !line ? line : ' '.repeat(mark.length) + line).join('\n') + '\n';
}

/** Closing marks behind punctuation do not close when a letter follows, so the punctuation stays outside. */
function marked(sign: string) {
  return (content: string, node: Node): string => {
    const [, before = '', inner = '', after = ''] = /^([\s\u00a0]*)(.*?)([\s\u00a0]*)$/s.exec(content)!;
    if (!inner) return content;
    const glued = !after && /^[\p{L}\p{N}]/u.test(node.nextSibling?.textContent ?? '');
    const [, words = inner, stop = ''] = glued ? /^(.*?)([\p{P}]*)$/su.exec(inner)! : [];
    if (!words) return content;
    return before + words.split('\n').map(line => line.trim() ? line.replace(/^(\s*)(.*?)(\s*)$/, `$1${sign}$2${sign}$3`) : line).join('\n') + stop + after;
  };
}

function row(content: string, node: Node): string {
  const line = '|' + content + '\n';
  const table = (node as Element).closest('table')!;
  if (table.querySelector('tr') !== node) return line;
  return line + '|' + ' --- |'.repeat((node as Element).children.length) + '\n';
}

function link(content: string, node: Node): string {
  const address = (node as Element).getAttribute('href') ?? '';
  const label = flat(content);
  if (!label || !/^[a-z]+:/i.test(address) || !safeAddress(address)) return content;
  if (label.replace(/\\/g, '') === address && !/[\s<>()]/.test(address)) return `<${address}>`;
  return `[${label}](${addressInLink(address)})`;
}

function service(): TurndownService {
  const turndown = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced', hr: '---', br: '  ' });
  turndown.escape = escape;
  turndown.addRule('strong', { filter: ['strong', 'b'], replacement: marked('**') });
  turndown.addRule('em', { filter: ['em', 'i'], replacement: marked('*') });
  turndown.addRule('struck', { filter: node => node.nodeName === 'S', replacement: marked('~~') });
  turndown.addRule('heading', { filter: ['h3', 'h4'], replacement: (content, node) => flat(content) ? `\n\n${node.nodeName === 'H3' ? '###' : '####'} ${flat(content)}\n\n` : '' });
  turndown.addRule('item', { filter: 'li', replacement: item });
  turndown.addRule('list', {
    filter: ['ul', 'ol'],
    replacement: (content, node) => node.parentNode?.nodeName === 'LI' ? '\n' + content.replace(/\n+$/, '') + '\n' : `\n\n${content.replace(/\n+$/, '')}\n\n`,
  });
  turndown.addRule('link', { filter: 'a', replacement: link });
  turndown.addRule('cell', { filter: ['td', 'th'], replacement: content => ` ${flat(content).replace(/\|/g, '\\|')} |` });
  turndown.addRule('row', { filter: 'tr', replacement: row });
  turndown.addRule('rowGroup', { filter: ['thead', 'tbody', 'tfoot'], replacement: content => content });
  turndown.addRule('table', { filter: 'table', replacement: content => `\n\n${content.trimEnd()}\n\n` });
  return turndown;
}

/** Whether there are pictures that will not come along; the small ones are signs and counters of messages. */
export function hasPictures(html: string): boolean {
  return [...html.matchAll(/<img\b[^>]*>/gi)].some(([tag]) => !/\b(?:width|height)=["']?[0-9]\b["']?(?!\d)/i.test(tag)) || /<v:imagedata\b/i.test(html);
}

let shared: TurndownService | undefined;

/** Pasted HTML as Markdown. No HTML comes out, whatever went in. */
export function htmlToMarkdown(html: string): string {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  restoreWordLists(body);
  straightenTables(body);
  tidy(body);
  shared ??= service();
  const lines = plainText(shared.turndown(body)).split('\n').map(line => line.trim() ? line.replace(/^\u00a0+/, '').replace(/[\s\u00a0]+$/, end => end === '  ' ? end : '') : '');
  return typedLists(lines.join('\n').replace(/\n{3,}/g, '\n\n')).replace(/^\n+|[\s\u00a0]+$/g, '');
}
