import { history } from '@codemirror/commands';
import { EditorSelection, EditorState, type Extension, Transaction, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { writing } from '../../src/editor/writing';

/** A state from text with «|» for the caret, or «[» and «]» around a selection. */
export function stateOf(marked: string, extra: Extension = []): EditorState {
  const caret = marked.indexOf('«|»');
  const plain = marked.replace(/«[|[\]]»/g, '');
  const from = marked.indexOf('«[»');
  const to = marked.indexOf('«]»') - 3;
  const selection = caret >= 0 ? EditorSelection.cursor(caret) : from >= 0 ? EditorSelection.range(from, to) : EditorSelection.cursor(plain.length);
  return EditorState.create({
    doc: plain,
    selection: EditorSelection.create([selection]),
    extensions: [writing({ strings: {}, placeholder: '' }), history(), extra],
  });
}

/** The text of the state with its caret or selection, in the same notation. */
export function marked(state: EditorState): string {
  const { from, to, empty } = state.selection.main;
  const text = state.doc.toString();
  return empty ? `${text.slice(0, from)}«|»${text.slice(from)}` : `${text.slice(0, from)}«[»${text.slice(from, to)}«]»${text.slice(to)}`;
}

/** As much of a view as commands need. */
export function viewOf(state: EditorState): { readonly view: EditorView; readonly state: () => EditorState } {
  let now = state;
  const target = {
    get state() { return now; },
    dispatch: (input: Transaction | TransactionSpec) => { now = (input instanceof Transaction ? input : now.update(input)).state; },
    moveToLineBoundary: () => EditorSelection.cursor(now.doc.lineAt(now.selection.main.head).from),
  };
  return { view: target as unknown as EditorView, state: () => now };
}

export type Row = readonly [before: string, after: string];

/** Runs a command on what is before and gives what is after; null if the command leaves the key to others. */
export function ran(command: (view: EditorView) => boolean, before: string): string | null {
  const { view, state } = viewOf(stateOf(before));
  return command(view) ? marked(state()) : null;
}
