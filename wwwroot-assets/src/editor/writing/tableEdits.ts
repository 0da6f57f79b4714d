import type { ChangeSpec, EditorState, Line, StateCommand } from '@codemirror/state';
import { isReadOnly, type Span } from './display';
import { type Cell, cellAt, cellIn, sizeOf, wordsOf } from './tableCell';
import { emptyRow, fieldsOf } from './tables';

/** What is done to a table as a whole; each is small changes in the rows, never the table written anew. */
function edit(how: (state: EditorState, cell: Cell) => { changes: ChangeSpec; row?: number; column?: number; leave?: boolean } | null): StateCommand {
  return ({ state, dispatch }) => {
    const cell = state.selection.ranges.length > 1 || isReadOnly(state) ? null : cellAt(state, state.selection.main.head);
    const done = cell && how(state, cell);
    if (!cell || !done) return false;
    const changes = state.changes(done.changes);
    const tr = state.update({ changes, userEvent: 'input.table', scrollIntoView: true });
    if (done.leave) {
      dispatch(state.update({ changes, selection: { anchor: changes.mapPos(cell.table.from, -1) }, userEvent: 'input.table', scrollIntoView: true }));
      return true;
    }
    const table = cellAt(tr.state, Math.min(changes.mapPos(cell.table.from, -1), tr.newDoc.length))?.table;
    const target = table && cellIn(tr.state, table, done.row ?? cell.row, done.column ?? cell.column);
    dispatch(target ? state.update({ changes, selection: { anchor: wordsOf(target).to }, userEvent: 'input.table', scrollIntoView: true }) : tr);
    return true;
  };
}

function linesOf(state: EditorState, { from, to }: Span): Line[] {
  const lines: Line[] = [];
  for (let number = state.doc.lineAt(from).number; number <= state.doc.lineAt(to).number; number++) lines.push(state.doc.line(number));
  return lines;
}

export const addRowBelow = edit((state, { table, row }) => {
  const after = Math.max(1, row);
  const line = linesOf(state, table)[after]!;
  return { changes: { from: line.to, insert: '\n' + emptyRow(sizeOf(state, table).columns) }, row: after + 1 };
});

/** Nothing stands above the head. */
export const addRowAbove = edit((state, { table, row, line }) =>
  row < 2 ? null : { changes: { from: line.from, insert: emptyRow(sizeOf(state, table).columns) + '\n' }, row });

function columnAdded(line: Line, row: number, column: number): ChangeSpec[] {
  const fields = fieldsOf(line.text), words = row === 1 ? ' --- ' : '  ';
  if (column === 0 || !fields.length) {
    const at = line.from + Math.max(0, line.text.search(/\S/));
    return [{ from: at, insert: '|' + words + (line.text.trimStart().startsWith('|') ? '' : '| ') }];
  }
  // A row that is too short ends where the column would begin.
  if (column > fields.length) return [];
  const { end } = fields[column - 1]!;
  return [{ from: line.from + end, insert: (line.text[end - 1] === ' ' ? '|' : ' |') + words + (end < line.length && line.text[end] === '|' ? '' : '|') }];
}

function addColumn(by: 0 | 1): StateCommand {
  return edit((state, { table, column }) => ({
    changes: linesOf(state, table).flatMap((line, row) => columnAdded(line, row, column + by)),
    column: column + by,
  }));
}

export const addColumnLeft = addColumn(0);
export const addColumnRight = addColumn(1);

function wholeTable(state: EditorState, { from, to }: Span): ChangeSpec {
  const isFree = (position: number) => position < 0 || position > state.doc.length || !state.doc.lineAt(position).text.trim();
  // One of the two blank lines around goes along.
  return { from, to: isFree(from - 1) && isFree(to + 1) ? Math.min(state.doc.length, to + 1) : to };
}

export const deleteTable = edit((state, { table }) => ({ changes: wholeTable(state, table), leave: true }));

export const deleteRow = edit((state, { table, row, line }) => {
  const lines = linesOf(state, table);
  if (row > 1) return { changes: { from: lines[row - 1]!.to, to: line.to }, row: row + 1 < lines.length ? row : row === 2 ? 0 : row - 1 };
  if (lines.length < 3) return { changes: wholeTable(state, table), leave: true };
  // The next row becomes the head, and the row of dashes moves below it.
  const [head, dashes, next] = lines as [Line, Line, Line];
  return { changes: [{ from: head.from, to: next.from }, { from: next.to, insert: '\n' + dashes.text }], row: 0 };
});

export const deleteColumn = edit((state, { table, column }) => {
  if (sizeOf(state, table).columns < 2) return { changes: wholeTable(state, table), leave: true };
  const changes = linesOf(state, table).flatMap((line): ChangeSpec[] => {
    const fields = fieldsOf(line.text), field = fields[column];
    if (!field) return [];
    const isFirstOpen = column === 0 && !line.text.trimStart().startsWith('|');
    if (isFirstOpen) return [{ from: line.from, to: line.from + field.end }];
    return fields.length === 1 ? [{ from: line.from + field.begin, to: line.from + field.end, insert: '  ' }] : [{ from: line.from + field.begin - 1, to: line.from + field.end }];
  });
  return { changes, column: Math.max(0, column - (column === sizeOf(state, table).columns - 1 ? 1 : 0)) };
});
