import { EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { Person } from './protocol';

export interface Caret { person: Person; anchor: number; head: number; at: number }

export const setCaret = StateEffect.define<Caret>();
export const dropCarets = StateEffect.define<(caret: Caret) => boolean>();

// Dark enough for white letters on them in both themes (AA).
const colours = ['#8a4b08', '#5b3a8c', '#2c6e49', '#7a2e3a', '#1d5a7a', '#6b5b00', '#8c2f6b', '#37474f', '#3b4fa0', '#9a3412', '#0f6a6a', '#5d4037'];

export const colourOf = (personId: number): string => colours[personId % colours.length];

/** 'Jana Nováková' becomes 'J. Nováková'. */
export function shortName(name: string): string {
  const [given, ...family] = name.split(' ');
  return family.length > 0 ? `${given[0]}. ${family.join(' ')}` : name;
}

export const initials = (name: string): string => name.split(' ').filter(Boolean).slice(0, 2).map((part) => part[0]).join('');

class CaretWidget extends WidgetType {
  constructor(private readonly person: Person, private readonly at: number) { super(); }

  override eq(other: CaretWidget): boolean { return other.person.id === this.person.id && other.at === this.at; }

  toDOM(): HTMLElement {
    const caret = document.createElement('span');
    caret.className = 'caret';
    caret.setAttribute('aria-hidden', 'true');
    caret.style.setProperty('--who', colourOf(this.person.id));
    const tag = document.createElement('span');
    tag.className = 'caret-name';
    tag.textContent = shortName(this.person.name);
    caret.append(tag);
    return caret;
  }

  override ignoreEvent(): boolean { return true; }
}

const peers = StateField.define<readonly Caret[]>({
  create: () => [],
  update(carets, transaction) {
    if (transaction.docChanged)
      carets = carets.map((caret) => ({ ...caret, anchor: transaction.changes.mapPos(caret.anchor, 1), head: transaction.changes.mapPos(caret.head, 1) }));
    for (const effect of transaction.effects) {
      if (effect.is(setCaret)) carets = [...carets.filter((caret) => caret.person.id !== effect.value.person.id), effect.value];
      if (effect.is(dropCarets)) carets = carets.filter((caret) => !effect.value(caret));
    }
    return carets;
  },
  provide: (field) => EditorView.decorations.from(field, (carets) => (view) => draw(view.state, carets)),
});

function draw(state: EditorState, carets: readonly Caret[]): DecorationSet {
  const limit = state.doc.length;
  return Decoration.set(carets.flatMap((caret) => {
    const head = Math.min(caret.head, limit), anchor = Math.min(caret.anchor, limit);
    const widget = Decoration.widget({ widget: new CaretWidget(caret.person, caret.at), side: 1 }).range(head);
    if (head === anchor) return [widget];
    const selection = Decoration.mark({ class: 'peer-selection', attributes: { style: `--who: ${colourOf(caret.person.id)}` } });
    return [selection.range(Math.min(head, anchor), Math.max(head, anchor)), widget];
  }), true);
}

/** Carets and selections of the others, which follow the text through everybody's changes. */
export const carets: Extension = peers;

export const caretsOf = (state: EditorState): readonly Caret[] => state.field(peers);
