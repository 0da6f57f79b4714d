import { columns } from '../lines';
import { beginsWithDate } from '../language';
import { asCell } from '../tables';

type Kind = 'number' | 'letter' | 'bullet';
interface Item { readonly kind: Kind; readonly depth: number; readonly indent: number; readonly number: number; readonly text: string }
interface Level { readonly kind: Kind; readonly depth: number; readonly indent: number; readonly column: number; number: number; width: number }

const rank: Record<Kind, number> = { number: 0, letter: 1, bullet: 2 };
const numbered = /^([\s\u00a0]*)((?:\d{1,3}\.)*\d{1,3})([.)])?[\s\u00a0]+(\S.*)$/;
const lettered = /^([\s\u00a0]*)([a-z])\)[\s\u00a0]+(\S.*)$/;
const bulleted = /^([\s\u00a0]*)(?:[•·▪◦‣∙●○■–—*-]|o(?=\t))[\s\u00a0]+(\S.*)$/;

function widthOf(space: string): number {
  return columns(space.replace(/\u00a0/g, ' '));
}

/** A line of typed text that somebody meant as an item of a list. */
function itemOf(line: string, isOutline = false): Item | null {
  const number = numbered.exec(line);
  if (number) {
    const [, space = '', digits = '', end, text = ''] = number, parts = digits.split('.');
    // A number without a sign behind it is an amount or a year; a date is a date.
    if ((!end && parts.length < 2 && !isOutline) || beginsWithDate(line.trim()) || (parts.length > 2 && parts[2]!.length > 2)) return null;
    return { kind: 'number', depth: parts.length, indent: widthOf(space), number: Number(parts[parts.length - 1]), text };
  }
  const letter = lettered.exec(line);
  if (letter) return { kind: 'letter', depth: 0, indent: widthOf(letter[1]!), number: letter[2]!.charCodeAt(0) - 96, text: letter[3]! };
  const bullet = bulleted.exec(line);
  return bullet && { kind: 'bullet', depth: 0, indent: widthOf(bullet[1]!), number: 1, text: bullet[2]! };
}

function isBelow(level: Level, item: Item): boolean {
  if (item.depth > 1) return level.kind === 'number' && level.depth < item.depth;
  return level.indent + 1 < item.indent || (Math.abs(level.indent - item.indent) < 2 && rank[level.kind] < rank[item.kind]);
}

/** The list that the item goes on with, or a new one below the item to which it belongs. */
function place(levels: Level[], item: Item): Level {
  const same = levels.findLastIndex(level => level.kind === item.kind && level.depth === item.depth && (item.depth > 1 || Math.abs(level.indent - item.indent) < 2));
  if (same >= 0) {
    levels.length = same + 1;
    levels[same]!.number++;
    return levels[same]!;
  }
  while (levels.length && !isBelow(levels[levels.length - 1]!, item)) levels.pop();
  const parent = levels[levels.length - 1];
  const number = parent || item.kind !== 'number' ? 1 : item.number;
  const level: Level = { kind: item.kind, depth: item.depth, indent: item.indent, column: parent ? parent.column + parent.width : 0, number, width: 0 };
  levels.push(level);
  return level;
}

function listLines(lines: readonly string[]): string[] {
  const out: string[] = [];
  const levels: Level[] = [];
  // Next to '1.1' a mere '1' is a number as well.
  const isOutline = lines.some(line => /^\s*\d{1,2}\.\d{1,2}\.?\s+\p{L}/u.test(line));
  let isBlank = false;
  for (const line of lines) {
    const item = itemOf(line, isOutline);
    if (item) {
      const isFirst = levels.length === 0;
      const level = place(levels, item);
      const mark = item.kind === 'bullet' ? '- ' : `${level.number}. `;
      level.width = mark.length;
      if (isFirst && out.length && out[out.length - 1]) out.push('');
      out.push(' '.repeat(level.column) + mark + item.text.trim());
    } else if (!line.trim()) {
      isBlank = true;
      continue;
    } else if (levels.length && !isBlank && /^[\s\u00a0]/.test(line)) {
      out[out.length - 1] += ' ' + line.trim();
    } else {
      if (out.length && (isBlank || levels.length)) out.push('');
      levels.length = 0;
      out.push(line.trim());
    }
    isBlank = false;
  }
  return out;
}

function tableOf(lines: readonly string[]): string | null {
  const rows = lines.map(line => line.split('\t'));
  if (rows.length < 2 || rows[0]!.length < 2 || rows.some(row => row.length !== rows[0]!.length)) return null;
  const [head, ...body] = rows.map(row => `| ${row.map(cell => asCell(cell.trim())).join(' | ')} |`);
  return [head, '|' + ' --- |'.repeat(rows[0]!.length), ...body].join('\n');
}

/** Plain text in which lists or a table were meant, as Markdown; null where words are just words. */
export function plainToMarkdown(text: string): string | null {
  const lines = text.replace(/\n+$/, '').split('\n');
  if (/```|^\s*\|/m.test(text)) return null;
  const items = lines.filter(line => itemOf(line) !== null);
  if (items.length > 1) return listLines(lines).join('\n');
  return tableOf(lines);
}

const escapedItem = /^(?:\d{1,3}\\[.)]|(?:\d{1,3}\.)+\d{1,3}\\?[.)]?|[a-z]\)|\\-|[•·▪◦–—]) /;

function isTyped(block: string): boolean {
  return block.split('\n').every(line => escapedItem.test(line.trim()) && !beginsWithDate(line.trim()));
}

/** Paragraphs that were numbered by hand become the list they look like; one alone stays a paragraph. */
export function typedLists(markdown: string): string {
  const runs: { isTyped: boolean; blocks: string[] }[] = [];
  for (const block of markdown.split('\n\n')) {
    const last = runs[runs.length - 1];
    if (last?.isTyped === isTyped(block)) last.blocks.push(block);
    else runs.push({ isTyped: isTyped(block), blocks: [block] });
  }
  return runs.flatMap(run => {
    const lines = run.blocks.flatMap(block => block.split('\n')).map(line => line.trimEnd().replace(/^([\s\u00a0]*(?:\d{1,3}\.)*(?:\d{1,3})?)\\(?=[.)-])/, '$1'));
    return run.isTyped && lines.length > 1 && lines.every(line => itemOf(line)) ? [listLines(lines).join('\n')] : run.blocks;
  }).join('\n\n');
}
