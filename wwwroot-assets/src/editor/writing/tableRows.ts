import { EditorSelection, type EditorState, type SelectionRange, type ChangeSpec } from '@codemirror/state';
import { cellsOf, emptyRow, isTableRow } from './tables';

/** Enter in a table: a new row below the one with the caret; on an empty last row it leaves the table. */
export function enterInTable(state: EditorState, position: number): { changes: ChangeSpec; range: SelectionRange } {
  const { doc } = state;
  const line = doc.lineAt(position);
  const cells = cellsOf(line.text);
  const next = line.number < doc.lines ? doc.line(line.number + 1) : null;
  const isLast = !next || !isTableRow(state, next);
  const isEmpty = cells.every(cell => cell.from === cell.to);
  if (isEmpty && isLast && line.number > 1 && isTableRow(state, doc.line(line.number - 1)))
    return { changes: { from: line.from, to: line.to, insert: '\n' }, range: EditorSelection.cursor(line.from + 1) };
  // The line of dashes stays directly below the head.
  const isHead = line.number === 1 || !isTableRow(state, doc.line(line.number - 1));
  const at = isHead && next ? next.to : line.to;
  return { changes: { from: at, insert: '\n' + emptyRow(cells.length) }, range: EditorSelection.cursor(at + 3) };
}
