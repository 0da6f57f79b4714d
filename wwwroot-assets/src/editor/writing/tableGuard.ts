import { EditorSelection, EditorState, type Extension, type Line, Text, Transaction, type TransactionSpec } from '@codemirror/state';
import type { Span } from './display';
import { tablesIn } from './tableField';
import { asCell, fieldsOf } from './tables';

interface Piece { readonly from: number; readonly to: number; insert: string }

/** The words that may be written in a row, by cell. */
function writable(line: Line): Span[] {
  return fieldsOf(line.text).map(({ begin, end, inner }) => ({
    from: line.from + Math.min(inner.from, begin + 1),
    to: line.from + Math.max(inner.to, end - 1),
  }));
}

function isDashes(state: EditorState, table: Span, from: number, to: number): boolean {
  const dashes = state.doc.line(state.doc.lineAt(table.from).number + 1);
  return from >= dashes.from && to <= dashes.to;
}

/** A deletion that reaches into tables takes only words of cells, and what is wholly inside or outside. */
function cut(state: EditorState, from: number, to: number): Span[] {
  const pieces: Span[] = [];
  let at = from;
  const outside = (end: number, isBeforeTable: boolean) => {
    let [begin, stop] = [at, end];
    // The line ends right at a table that stays keep it apart.
    if (isBeforeTable) while (stop > begin && state.sliceDoc(stop - 1, stop) === '\n') stop--;
    if (begin > from || startsBehindTable) while (begin < stop && state.sliceDoc(begin, begin + 1) === '\n') begin++;
    if (begin < stop) pieces.push({ from: begin, to: stop });
  };
  let startsBehindTable = false;
  for (const table of tablesIn(state)) {
    if (table.to < from || table.from > to || (table.from >= from && table.to <= to)) continue;
    outside(Math.max(at, table.from), true);
    for (let line = state.doc.lineAt(Math.max(table.from, from)); line.from <= Math.min(table.to, to); line = state.doc.line(line.number + 1)) {
      if (!isDashes(state, table, line.from, line.to))
        for (const field of fieldsOf(line.text)) {
          const span = { from: Math.max(from, line.from + field.inner.from), to: Math.min(to, line.from + field.inner.to) };
          if (span.from < span.to) pieces.push(span);
        }
      if (line.number === state.doc.lines) break;
    }
    at = Math.max(at, Math.min(to, table.to));
    startsBehindTable = true;
  }
  if (at < to) outside(to, false);
  return pieces;
}

/** What is done instead of a change that would break a table; null if it breaks none. */
function guarded(state: EditorState, from: number, to: number, inserted: string): Piece[] | null {
  const touched = tablesIn(state).filter(table => table.from <= to && table.to >= from && !(table.from >= from && table.to <= to && from < to));
  const [first] = touched;
  if (!first || touched.some(table => isDashes(state, table, from, to))) return null;
  const isInside = from >= first.from && from <= first.to;
  const line = state.doc.lineAt(from);
  const cells = isInside ? writable(line) : [];
  const cell = cells.find(span => from <= span.to) ?? cells[cells.length - 1];
  const insert = isInside ? asCell(inserted) : inserted;
  if (cell && from >= cell.from && to <= cell.to) return insert === inserted ? null : [{ from, to, insert }];
  const at = cell ? Math.min(Math.max(from, cell.from), cell.to) : from;
  const pieces: Piece[] = cut(state, from, to).map(span => ({ ...span, insert: '' }));
  return insert ? [{ from: at, to: at, insert }, ...pieces] : pieces;
}

/** Keeps the lines between cells from being written over by a key, a selection or a drop: a table changes by its commands. */
export const tableGuard: Extension = EditorState.transactionFilter.of(tr => {
  const isOwn = ['input', 'delete', 'move'].some(event => tr.isUserEvent(event)) && !tr.isUserEvent('input.table') && !tr.isUserEvent('delete.table');
  if (!tr.docChanged || !isOwn || tr.annotation(Transaction.remote) || !tablesIn(tr.startState).length) return tr;
  const pieces: Piece[] = [];
  let isChanged = false;
  tr.changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    const instead = guarded(tr.startState, fromA, toA, inserted.toString());
    if (instead) isChanged = true;
    pieces.push(...instead ?? [{ from: fromA, to: toA, insert: inserted.toString() }]);
  });
  if (!isChanged) return tr;
  const changes = tr.startState.changes(pieces.map(({ from, to, insert }) => ({ from, to, insert: Text.of(insert.split('\n')) })));
  const caret = pieces.find(piece => piece.insert) ?? pieces[0];
  const spec: TransactionSpec = {
    changes,
    effects: tr.effects,
    userEvent: tr.annotation(Transaction.userEvent)!,
    scrollIntoView: true,
    ...(caret ? { selection: EditorSelection.cursor(changes.mapPos(caret.from, -1) + caret.insert.length) } : {}),
  };
  return spec;
});
