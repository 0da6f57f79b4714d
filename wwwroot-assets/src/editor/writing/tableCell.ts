import type { EditorState, Line } from '@codemirror/state';
import type { Span } from './display';
import { tableAt } from './tableField';
import { type Field, fieldsOf } from './tables';

/** A cell of the table at the caret. */
export interface Cell {
  readonly table: Span;
  readonly line: Line;
  /** 0 is the head, 1 the row of dashes. */
  readonly row: number;
  readonly fields: readonly Field[];
  readonly column: number;
}

export function cellAt(state: EditorState, position: number): Cell | null {
  const table = tableAt(state, position);
  if (!table) return null;
  const line = state.doc.lineAt(position), fields = fieldsOf(line.text), at = position - line.from;
  const found = fields.findIndex(field => at <= field.end);
  if (!fields.length) return null;
  return { table, line, row: line.number - state.doc.lineAt(table.from).number, fields, column: found < 0 ? fields.length - 1 : found };
}

/** Where the words of the cell begin and end in the text. */
export function wordsOf({ line, fields, column }: Cell): Span {
  const { inner } = fields[column]!;
  return { from: line.from + inner.from, to: line.from + inner.to };
}

/** The cell in another row and column, or the last one before it where the row is too short; null outside the table. */
export function cellIn(state: EditorState, table: Span, row: number, column: number): Cell | null {
  const number = state.doc.lineAt(table.from).number + row;
  if (row < 0 || row === 1 || number > state.doc.lineAt(table.to).number) return null;
  const line = state.doc.line(number), fields = fieldsOf(line.text);
  return fields.length ? { table, line, row, fields, column: Math.max(0, Math.min(column, fields.length - 1)) } : null;
}

/** How many rows there are, the head among them, and how many columns it has. */
export function sizeOf(state: EditorState, table: Span): { rows: number; columns: number } {
  const head = state.doc.lineAt(table.from);
  return { rows: state.doc.lineAt(table.to).number - head.number, columns: fieldsOf(head.text).length };
}

/** What belongs together where somebody writes: the line, in a table the words of the cell. */
export function placeOf(state: EditorState, position: number): Span {
  const cell = cellAt(state, position);
  return cell ? wordsOf(cell) : state.doc.lineAt(position);
}
