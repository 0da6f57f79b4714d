import { EditorSelection, type EditorState } from '@codemirror/state';
import type { Command, EditorView } from '@codemirror/view';
import { isCode, textStart } from './lines';
import { unmarked } from './lists';
import { outlineLine } from './outline';
import { isTableRow } from './tables';

function caretOf(state: EditorState): number | null {
  const { main, ranges } = state.selection;
  return state.readOnly || ranges.length > 1 || !main.empty ? null : main.head;
}

function remove(view: EditorView, from: number, to: number, event: string): boolean {
  view.dispatch({ changes: { from, to }, selection: { anchor: from }, userEvent: event, scrollIntoView: true });
  return true;
}

function place(view: EditorView, position: number): boolean {
  view.dispatch({ selection: EditorSelection.cursor(position), scrollIntoView: true, userEvent: 'select' });
  return true;
}

/** At the beginning of marked text the mark goes; at the beginning of a paragraph it joins the one before. */
export const deleteBack: Command = view => {
  const { state } = view;
  const caret = caretOf(state);
  if (caret === null) return false;
  const line = outlineLine(state.doc.lineAt(caret));
  const begin = line.line.from + textStart(line);
  if (caret !== begin || isCode(state, line.line)) return false;
  if (line.heading) return remove(view, line.line.from + line.quote.length, begin, 'delete.backward');
  if (line.isItem || line.quote) {
    const { changes, caret: anchor } = unmarked(state.doc, line);
    view.dispatch({ changes, selection: { anchor }, userEvent: 'delete.backward', scrollIntoView: true });
    return true;
  }
  if (line.line.number === 1) return false;
  const previous = state.doc.line(line.line.number - 1);
  if (previous.text.trim()) return line.indent ? remove(view, previous.to, caret, 'delete.backward') : false;
  const before = line.line.number > 2 ? state.doc.line(line.line.number - 2) : null;
  if (!before?.text.trim()) return false;
  // Text joined to a row of a table would become a cell.
  return isTableRow(state, before) ? place(view, before.to) : remove(view, before.to, caret, 'delete.backward');
};

/** At the end of a paragraph the next one joins, without its marks. */
export const deleteForward: Command = view => {
  const { state } = view;
  const caret = caretOf(state);
  if (caret === null) return false;
  const line = state.doc.lineAt(caret);
  if (caret !== line.to || !line.text.trim() || line.number === state.doc.lines || isCode(state, line)) return false;
  let next = state.doc.line(line.number + 1);
  if (!next.text.trim() && next.number < state.doc.lines) next = state.doc.line(next.number + 1);
  if (!next.text.trim() || isCode(state, next)) return false;
  if (isTableRow(state, line) || isTableRow(state, next)) return true;
  return remove(view, caret, next.from + textStart(outlineLine(next)), 'delete.forward');
};

function moveHome(view: EditorView, extend: boolean): boolean {
  const { state } = view;
  const { main } = state.selection;
  const line = state.doc.lineAt(main.head);
  const begin = line.from + textStart(outlineLine(line));
  const onFirstRow = view.moveToLineBoundary(EditorSelection.cursor(main.head), false, true).head <= begin;
  if (state.selection.ranges.length > 1 || begin === line.from || main.head === begin || !onFirstRow) return false;
  view.dispatch({ selection: EditorSelection.single(extend ? main.anchor : begin, begin), scrollIntoView: true, userEvent: 'select' });
  return true;
}

/** Home goes to the beginning of the text first, before the marks only when pressed again. */
export const home: Command = view => moveHome(view, false);
export const selectHome: Command = view => moveHome(view, true);
