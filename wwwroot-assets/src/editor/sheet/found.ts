import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

interface Span { readonly from: number; readonly to: number }

export const setFound = StateEffect.define<{ readonly spans: readonly Span[]; readonly current: number }>();

const other = Decoration.mark({ class: 'w-found' });
const current = Decoration.mark({ class: 'w-found w-found-current' });

/** What was found, tinted in the text. */
export const found = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, tr) {
    for (const effect of tr.effects)
      if (effect.is(setFound)) return Decoration.set(effect.value.spans.map(({ from, to }, i) => (i === effect.value.current ? current : other).range(from, to)));
    return tr.docChanged ? value.map(tr.changes) : value;
  },
  provide: field => EditorView.decorations.from(field),
});
