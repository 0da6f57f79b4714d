import { type EditorState, type Extension, type Range, StateEffect, StateField, Transaction } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { Person } from '../live/protocol';
import { shortName, whoClass } from './who';

export interface Caret { person: Person; anchor: number; head: number; at: number }

export const setCaret = StateEffect.define<Caret>();
export const dropCarets = StateEffect.define<(caret: Caret) => boolean>();

class CaretWidget extends WidgetType {
  constructor(private readonly caret: Caret) { super(); }
  // A new time makes a new element, and its name is shown once more.
  override eq({ caret }: CaretWidget): boolean { return caret.person.id === this.caret.person.id && caret.at === this.caret.at; }
  override toDOM(): HTMLElement {
    const caret = document.createElement('span');
    caret.className = `caret ${whoClass(this.caret.person.id)}`;
    caret.setAttribute('aria-hidden', 'true');
    // The name comes from a style, so that it never becomes part of the text.
    caret.dataset.name = shortName(this.caret.person.name);
    return caret;
  }
  override ignoreEvent(): boolean { return false; }
}

const field = StateField.define<readonly Caret[]>({
  create: () => [],
  update(carets, transaction) {
    if (transaction.docChanged && carets.length > 0) {
      const side = transaction.annotation(Transaction.remote) ? 1 : -1;
      carets = carets.map((caret) => ({ ...caret, anchor: transaction.changes.mapPos(caret.anchor, side), head: transaction.changes.mapPos(caret.head, side) }));
    }
    for (const effect of transaction.effects) {
      if (effect.is(setCaret)) carets = [...carets.filter((caret) => caret.person.id !== effect.value.person.id), effect.value];
      else if (effect.is(dropCarets)) carets = carets.filter((caret) => !effect.value(caret));
    }
    return carets;
  },
  provide: (self) => EditorView.decorations.compute([self, 'doc'], (state) => draw(state)),
});

function draw(state: EditorState): DecorationSet {
  const end = state.doc.length;
  return Decoration.set(state.field(field).flatMap((caret): Range<Decoration>[] => {
    const head = Math.min(caret.head, end), anchor = Math.min(caret.anchor, end);
    const mark = Decoration.widget({ widget: new CaretWidget(caret), side: 1 }).range(head);
    if (head === anchor) return [mark];
    const selected = Decoration.mark({ class: `peer-selection ${whoClass(caret.person.id)}` });
    return [selected.range(Math.min(head, anchor), Math.max(head, anchor)), mark];
  }), true);
}

/** Carets and selections of the others, which follow the text through everybody's changes. */
export const carets: Extension = field;

export const caretsIn = (state: EditorState): readonly Caret[] => state.field(field);
