import { type EditorState, type Extension, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { type Anchor, isGone, mapAnchor } from './anchor';

/** A commented passage in the document as it is here. */
export interface Passage extends Anchor { id: string; label: string; isActive: boolean }

export const setPassages = StateEffect.define<readonly Passage[]>();

const field = StateField.define<readonly Passage[]>({
  create: () => [],
  update(passages, transaction) {
    for (const effect of transaction.effects) if (effect.is(setPassages)) return effect.value;
    // Until the committed version tells exactly.
    return transaction.docChanged ? passages.map((passage) => ({ ...passage, ...mapAnchor(passage, transaction.changes) })) : passages;
  },
  provide: (self) => EditorView.decorations.from(self, draw),
});

function draw(passages: readonly Passage[]): DecorationSet {
  return Decoration.set(passages.filter((passage) => !isGone(passage)).map(({ id, from, to, label, isActive }): Range<Decoration> =>
    Decoration.mark({
      class: isActive ? 'commented active' : 'commented',
      attributes: { 'data-comment': id, role: 'mark', 'aria-description': label },
      inclusive: false,
    }).range(from, to)), true);
}

export const highlights: Extension = field;

export const passagesIn = (state: EditorState): readonly Passage[] => state.field(field, false) ?? [];

/** The shortest passage around a place: of several the one that was meant most exactly. */
export function passageAt(state: EditorState, at: number): Passage | null {
  const around = passagesIn(state).filter(({ from, to }) => from <= at && at <= to && from < to);
  return around.sort((a, b) => (a.to - a.from) - (b.to - b.from))[0] ?? null;
}
