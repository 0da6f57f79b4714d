import { type EditorState, type Line } from '@codemirror/state';
import { blockAround } from './lines';
import type { Span } from './display';

export type Alignment = 'left' | 'center' | 'right' | '';

/** A cell of a row, counted from the row's beginning. */
export interface Field {
  /** With the line before the cell and all space around; the last one reaches to the end of the row. */
  readonly from: number;
  readonly to: number;
  /** What stands between the lines. */
  readonly begin: number;
  readonly end: number;
  /** The words, without the space around them. */
  readonly inner: Span;
}

/** The cells of a row; what stands behind the last line is one as well. */
export function fieldsOf(row: string): Field[] {
  const begin = row.search(/\S/);
  if (begin < 0) return [];
  const raw: Span[] = [];
  let from = row[begin] === '|' ? begin + 1 : begin;
  for (let i = from; i < row.length; i++) {
    if (row[i] === '\\') i++;
    else if (row[i] === '|') {
      raw.push({ from, to: i });
      from = i + 1;
    }
  }
  if (row.slice(from).trim()) raw.push({ from, to: row.length });
  return raw.map((cell, i) => ({
    from: i === 0 ? 0 : cell.from - 1,
    to: i === raw.length - 1 ? row.length : cell.to,
    begin: cell.from,
    end: cell.to,
    inner: trimmed(row, cell.from, cell.to),
  }));
}

/** The cells of a row as spans counted from the row's beginning, without the space around them. */
export function cellsOf(row: string): Span[] {
  return fieldsOf(row).map(field => field.inner);
}

function trimmed(row: string, from: number, to: number): Span {
  const text = row.slice(from, to);
  // In an empty cell the place to write is behind its first space.
  if (!text.trim()) return { from: Math.min(from + 1, to), to: Math.min(from + 1, to) };
  return { from: from + text.length - text.trimStart().length, to: to - (text.length - text.trimEnd().length) };
}

/** How the columns are aligned, as the row of dashes tells. */
export function alignmentsOf(dashes: string): Alignment[] {
  return cellsOf(dashes).map(({ from, to }) => {
    const left = dashes[from] === ':', right = dashes[to - 1] === ':' && to - from > 1;
    return left && right ? 'center' : right ? 'right' : left ? 'left' : '';
  });
}

/** Words as they may stand in a cell: no line of their own, no line between cells. */
export function asCell(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|');
}

export function isTableRow(state: EditorState, line: Line): boolean {
  return line.text.includes('|') && blockAround(state, line, ['Table']) !== undefined;
}

export function emptyRow(columns: number): string {
  return '|' + '  |'.repeat(columns);
}
