import { type EditorState, type Extension, Prec, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { isReadOnly, showsSource } from '../writing/display';
import { blocksIn, type BlockSpan } from './line';
import { BlockWidget } from './widget';

/** What a record says now: a part of the page, to be cloned. */
export interface BlockContent { readonly label: string; readonly html: string; readonly element: Element }

export interface ShownBlocks {
  readonly contents: ReadonlyMap<string, BlockContent>;
  /** What texts further up hold already. */
  readonly heldBefore: ReadonlySet<string>;
}

interface Blocks { readonly spans: readonly BlockSpan[]; readonly shown: ShownBlocks; readonly decorations: DecorationSet }

export const setShown = StateEffect.define<ShownBlocks>();

const nothing: ShownBlocks = { contents: new Map(), heldBefore: new Set() };

function draw(state: EditorState, spans: readonly BlockSpan[], shown: ShownBlocks): Blocks {
  const held = new Set(shown.heldBefore), { main } = state.selection;
  const decorations = showsSource(state) ? Decoration.none : Decoration.set(spans.map(({ key, from, to }) => {
    const isRepeated = held.has(key), isAt = main.from <= to && main.to >= from;
    held.add(key);
    const widget = new BlockWidget(key, shown.contents.get(key) ?? null, isRepeated, isAt, isReadOnly(state));
    return Decoration.replace({ widget, block: true }).range(from, to);
  }));
  return { spans, shown, decorations };
}

const field = StateField.define<Blocks>({
  create: state => draw(state, blocksIn(state.doc), nothing),
  update: (value, tr) => {
    const shown = tr.effects.reduce((now, effect) => (effect.is(setShown) ? effect.value : now), value.shown);
    const spans = tr.docChanged ? blocksIn(tr.newDoc) : value.spans;
    if (spans.length === 0 && value.spans.length === 0) return shown === value.shown ? value : { ...value, shown };
    const isSame = !tr.docChanged && !tr.selection && shown === value.shown
      && showsSource(tr.startState) === showsSource(tr.state) && isReadOnly(tr.startState) === isReadOnly(tr.state);
    return isSame ? value : draw(tr.state, spans, shown);
  },
  provide: self => [
    EditorView.decorations.from(self, value => value.decorations),
    EditorView.atomicRanges.of(view => view.state.field(self).decorations),
  ],
});

/** The blocks of a text in their order. */
export function blocksOf(state: EditorState): readonly BlockSpan[] {
  return state.field(field, false)?.spans ?? [];
}

/** Lines that refer to records are shown as what those say. */
export const blockField: Extension = Prec.highest(field);
