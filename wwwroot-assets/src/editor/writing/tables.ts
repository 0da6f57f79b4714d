import { type EditorState, type Line } from '@codemirror/state';
import { blockAround } from './lines';
import type { Span } from './display';

export type Alignment = 'left' | 'center' | 'right' | '';

/** The cells of a row as spans counted from the row's beginning, without the space around them. */
export function cellsOf(row: string): Span[] {
  const cells: Span[] = [];
  const begin = row.search(/\S/);
  if (begin < 0) return cells;
  let from = row[begin] === '|' ? begin + 1 : begin;
  for (let i = from; i < row.length; i++) {
    if (row[i] === '\\') i++;
    else if (row[i] === '|') {
      cells.push(trimmed(row, from, i));
      from = i + 1;
    }
  }
  if (row.slice(from).trim()) cells.push(trimmed(row, from, row.length));
  return cells;
}

function trimmed(row: string, from: number, to: number): Span {
  const text = row.slice(from, to);
  // In an empty cell the place to write is behind its first space.
  if (!text.trim()) return { from: Math.min(from + 1, to), to: Math.min(from + 1, to) };
  return { from: from + text.length - text.trimStart().length, to: to - (text.length - text.trimEnd().length) };
}

export interface TableRow { readonly from: number; readonly cells: readonly Span[] }

export interface ParsedTable {
  readonly alignments: readonly Alignment[];
  /** The first is the head. Cells are counted from the table's beginning; every row has as many as the head. */
  readonly rows: readonly TableRow[];
}

function alignmentOf(cell: string): Alignment {
  const left = cell.startsWith(':'), right = cell.endsWith(':');
  return left && right ? 'center' : right ? 'right' : left ? 'left' : '';
}

/** Takes a table in pipe syntax apart; the second line is the one with dashes. */
export function parseTable(source: string): ParsedTable {
  const rows: TableRow[] = [];
  let alignments: Alignment[] = [];
  let from = 0;
  for (const [number, text] of source.split('\n').entries()) {
    const cells = cellsOf(text);
    if (number === 1) alignments = cells.map(cell => alignmentOf(text.slice(cell.from, cell.to)));
    else rows.push({ from, cells: cells.map(cell => ({ from: from + cell.from, to: from + cell.to })) });
    from += text.length + 1;
  }
  const width = rows[0]?.cells.length ?? 0;
  const end = (row: TableRow) => row.cells[row.cells.length - 1]?.to ?? row.from;
  const filled = rows.map(row => ({
    from: row.from,
    cells: Array.from({ length: width }, (_, i) => row.cells[i] ?? { from: end(row), to: end(row) }),
  }));
  return { alignments, rows: filled };
}

/** The text of a cell as it is meant: escaped pipes are pipes. */
export function cellText(source: string): string {
  return source.replace(/\\\|/g, '|');
}

export function isTableRow(state: EditorState, line: Line): boolean {
  return line.text.includes('|') && blockAround(state, line, ['Table']) !== undefined;
}

export function emptyRow(columns: number): string {
  return '|' + '  |'.repeat(columns);
}
