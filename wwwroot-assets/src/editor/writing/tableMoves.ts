import { EditorSelection, type EditorState, type SelectionRange } from '@codemirror/state';
import { type Command, EditorView } from '@codemirror/view';
import { isReadOnly, type Span } from './display';
import { say, words } from './strings';
import { type Cell, cellAt, cellIn, sizeOf, wordsOf } from './tableCell';
import { tablesIn } from './tableField';
import { emptyRow } from './tables';

/** The cell with the caret, if there is one caret in a table that may be written into. */
export function ownCell(state: EditorState): Cell | null {
  const { main, ranges } = state.selection;
  return ranges.length > 1 || isReadOnly(state) ? null : cellAt(state, main.head);
}

function announcement(state: EditorState, cell: Cell): string {
  const { rows, columns } = sizeOf(state, cell.table);
  const head = cellIn(state, cell.table, 0, cell.column);
  const title = head && cell.row > 0 ? state.sliceDoc(wordsOf(head).from, wordsOf(head).to) : '';
  return say(state.facet(words), 'Editor_Cell', String(Math.max(1, cell.row)), String(rows), String(cell.column + 1), String(columns), title);
}

/** Puts the caret at the end of a cell's words and tells a screen reader where that is. */
function goTo(view: EditorView, cell: Cell, at = wordsOf(cell).to): true {
  view.dispatch({ selection: { anchor: at }, scrollIntoView: true, userEvent: 'select', effects: EditorView.announce.of(announcement(view.state, cell)) });
  return true;
}

function addRow(view: EditorView, { table }: Cell, column: number): true {
  const { columns } = sizeOf(view.state, table);
  view.dispatch({ changes: { from: table.to, insert: '\n' + emptyRow(columns) }, userEvent: 'input.table' });
  const added = cellAt(view.state, table.to + 1);
  const cell = added && cellIn(view.state, added.table, added.row, column);
  return cell ? goTo(view, cell) : true;
}

/** Tab: the next cell; in the last one a new row. */
export const nextCell: Command = view => {
  const cell = ownCell(view.state);
  if (!cell) return false;
  if (cell.column + 1 < cell.fields.length) return goTo(view, { ...cell, column: cell.column + 1 });
  if (cell.row !== 1 && cell.fields.length < sizeOf(view.state, cell.table).columns) return fill(view, cell);
  const next = cellIn(view.state, cell.table, cell.row === 0 ? 2 : cell.row + 1, 0);
  return next ? goTo(view, next) : addRow(view, cell, 0);
};

/** A row that is shorter than the head gets the cell it lacks. */
function fill(view: EditorView, cell: Cell): true {
  const { line } = cell, isClosed = cell.fields[cell.column]!.end < line.text.trimEnd().length;
  const insert = isClosed ? '  |' : ' |  |', at = line.from + line.text.trimEnd().length;
  view.dispatch({ changes: { from: at, insert }, selection: { anchor: at + insert.length - 2 }, userEvent: 'input.table', scrollIntoView: true });
  return true;
}

/** Shift-Tab: the cell before; from the first one the key leaves the editor. */
export const previousCell: Command = view => {
  const cell = ownCell(view.state);
  if (!cell) return false;
  if (cell.column > 0) return goTo(view, { ...cell, column: cell.column - 1 });
  const previous = cellIn(view.state, cell.table, cell.row === 2 ? 0 : cell.row - 1, Infinity);
  return previous ? goTo(view, previous) : false;
};

/** Enter in a table: the cell below, in the last row a new row; an empty last row becomes the paragraph below the table. */
export const enterInTable: Command = view => {
  const { state } = view, cell = ownCell(state);
  if (!cell) return false;
  if (cell.table.from === 0 && cell.row === 0 && cell.column === 0 && state.selection.main.head <= wordsOf(cell).from && cell.fields.some(({ inner }) => inner.from < inner.to)) {
    view.dispatch({ changes: { from: 0, insert: '\n\n' }, selection: { anchor: 0 }, userEvent: 'input.table', scrollIntoView: true });
    return true;
  }
  const below = cellIn(state, cell.table, cell.row === 0 ? 2 : cell.row + 1, cell.column);
  if (below) return goTo(view, below);
  if (cell.row > 2 && cell.fields.every(({ inner }) => inner.from === inner.to)) {
    view.dispatch({ changes: { from: cell.line.from, to: cell.line.to, insert: '\n' }, selection: { anchor: cell.line.from + 1 }, userEvent: 'delete.table', scrollIntoView: true });
    return true;
  }
  return addRow(view, cell, cell.column);
};

function edge(view: EditorView, isForward: boolean): boolean {
  const cell = ownCell(view.state);
  if (!cell || !view.state.selection.main.empty) return false;
  const { from, to } = wordsOf(cell);
  return goTo(view, cell, isForward ? to : from);
}

export const cellStart: Command = view => edge(view, false);
export const cellEnd: Command = view => edge(view, true);

export function selectCell(isForward: boolean): Command {
  return view => {
    const cell = ownCell(view.state);
    if (!cell) return false;
    const { from, to } = wordsOf(cell);
    view.dispatch({ selection: EditorSelection.single(view.state.selection.main.anchor, isForward ? to : from), userEvent: 'select' });
    return true;
  };
}

/** Up and down stay in the column; a cell of several lines is walked through first. */
export function vertically(isForward: boolean): Command {
  return view => {
    const { state } = view, { main } = state.selection;
    if (!main.empty || isReadOnly(state)) return false;
    const cell = ownCell(state);
    const goal: SelectionRange = view.moveVertically(main, isForward);
    if (!cell) return enterFromOutside(view, main.head, goal.head, isForward);
    const { from, to } = wordsOf(cell);
    const here = view.coordsAtPos(main.head), there = view.coordsAtPos(goal.head);
    if (here && there && goal.head >= from && goal.head <= to && goal.head !== main.head && Math.abs(there.top - here.top) > 4) return false;
    const next = cellIn(state, cell.table, isForward ? (cell.row === 0 ? 2 : cell.row + 1) : (cell.row === 2 ? 0 : cell.row - 1), cell.column);
    if (next) return goTo(view, next);
    const outside = isForward ? cell.table.to + 1 : cell.table.from - 1;
    if (outside >= 0 && outside <= state.doc.length) {
      view.dispatch({ selection: { anchor: outside }, scrollIntoView: true, userEvent: 'select' });
      return true;
    }
    // The neighbouring text takes over from the first and last line.
    return false;
  };
}

function enterFromOutside(view: EditorView, from: number, to: number, isForward: boolean): boolean {
  const { state } = view;
  const isBetween = (table: Span) => isForward ? table.from > from && table.from <= to : table.to < from && table.to >= to;
  const table = isForward ? tablesIn(state).find(isBetween) : tablesIn(state).findLast(isBetween);
  if (!table) return false;
  const rows = sizeOf(state, table).rows;
  const cell = cellIn(state, table, isForward || rows === 1 ? 0 : rows, 0);
  return cell ? goTo(view, cell) : false;
}

