import { EditorState, StateEffect, StateField, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

const setSource = StateEffect.define<boolean>();
const setFocus = StateEffect.define<boolean>();

const source = StateField.define<boolean>({
  create: () => false,
  update: (value, tr) => tr.effects.reduce((now, effect) => effect.is(setSource) ? effect.value : now, value),
  provide: field => EditorView.editorAttributes.from(field, on => ({ class: on ? 'writing writing-source' : 'writing' })),
});

const focused = StateField.define<boolean>({
  create: () => false,
  update: (value, tr) => tr.effects.reduce((now, effect) => effect.is(setFocus) ? effect.value : now, value),
});

/** Whether marks are shown as typed, everywhere. */
export function showsSource(state: EditorState): boolean {
  return state.field(source, false) ?? false;
}

type Target = Pick<EditorView, 'state' | 'dispatch'>;

export function showSource(view: Target, on: boolean): void {
  if (showsSource(view.state) !== on) view.dispatch({ effects: setSource.of(on) });
}

export function toggleSource(view: Target): boolean {
  showSource(view, !showsSource(view.state));
  return true;
}

export function isReadOnly(state: EditorState): boolean {
  return state.readOnly || !state.facet(EditorView.editable);
}

export interface Span { readonly from: number; readonly to: number }

/** The whole lines where somebody writes just now: their marks are shown. In order, none without focus. */
export function writtenLines(state: EditorState): Span[] {
  if (isReadOnly(state) || !state.field(focused, false)) return [];
  return state.selection.ranges.map(range => ({ from: state.doc.lineAt(range.from).from, to: state.doc.lineAt(range.to).to }));
}

export function touches(spans: readonly Span[], from: number, to: number): boolean {
  return spans.some(span => span.from <= to && span.to >= from);
}

/** Whether what is shown formatted may differ from before, though the text is the same. */
export function displayChanged(before: EditorState, after: EditorState): boolean {
  return before.selection !== after.selection || showsSource(before) !== showsSource(after)
    || before.field(focused, false) !== after.field(focused, false) || isReadOnly(before) !== isReadOnly(after);
}

export const display: Extension = [
  source,
  focused,
  EditorView.focusChangeEffect.of((_state, isFocused) => setFocus.of(isFocused)),
];
