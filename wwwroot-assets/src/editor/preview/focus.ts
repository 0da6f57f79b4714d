import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

const focusChanged = StateEffect.define<boolean>();

const isFocused = StateField.define<boolean>({
  create: () => false,
  update: (value, transaction) => transaction.effects.reduce((now, effect) => (effect.is(focusChanged) ? effect.value : now), value),
});

/** Knows in the state whether the editor has the focus: only there are marks of the source shown. */
export const focus: Extension = [isFocused, EditorView.focusChangeEffect.of((_state, focusing) => focusChanged.of(focusing))];

/** Whether somebody writes in this part, so that its marks are to be seen. */
export function isWrittenIn(state: EditorState, from: number, to: number): boolean {
  if (!state.field(isFocused) || state.readOnly) return false;
  const { main } = state.selection;
  return main.from <= state.doc.lineAt(to).to && main.to >= state.doc.lineAt(from).from;
}

/** Whether the caret stands within. */
export function hasCaret(state: EditorState, from: number, to: number): boolean {
  const { head } = state.selection.main;
  return state.field(isFocused) && !state.readOnly && head >= from && head < to;
}

export function focusMoved(before: EditorState, after: EditorState): boolean {
  return before.field(isFocused) !== after.field(isFocused) || before.readOnly !== after.readOnly;
}
