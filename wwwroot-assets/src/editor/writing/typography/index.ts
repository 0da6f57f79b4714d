import { isolateHistory } from '@codemirror/commands';
import { Annotation, type EditorState, type Extension, StateField, Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Span } from '../display';
import { treeAt } from '../language';
import { placeOf } from '../tableCell';
import { helpCzech } from './czech';

interface Memory {
  /** What was typed here in one go up to the caret: only this may be helped, never what others wrote. */
  readonly own: Span;
  readonly helped: readonly Span[];
  /** Where help was taken back: there it is not wanted again. */
  readonly refused: readonly Span[];
}

const help = Annotation.define<readonly Span[]>();
const most = 200;

function mapped(spans: readonly Span[], tr: Transaction): Span[] {
  return spans.map(({ from, to }) => ({ from: tr.changes.mapPos(from, -1), to: tr.changes.mapPos(to, -1) }));
}

function touches(a: Span, b: Span): boolean {
  return a.from <= b.to && a.to >= b.from;
}

function ownAfter({ from, to }: Span, tr: Transaction): Span {
  const { head } = tr.newSelection.main;
  const isTyped = tr.isUserEvent('input.type') || tr.annotation(help) !== undefined, isRemote = tr.annotation(Transaction.remote) === true;
  if (!tr.docChanged) return head >= from && head <= to ? { from, to } : { from: head, to: head };
  let own = { from: tr.changes.mapPos(from, 1), to: tr.changes.mapPos(to, isRemote ? -1 : 1) };
  tr.changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    if (isRemote && fromB < own.to && toB > own.from) own = { from: Math.min(toB, own.to), to: own.to };
    else if (isTyped && !(fromA >= from && toA <= to)) own = { from: fromB, to: toB };
    else if (isTyped) own = { from: Math.min(own.from, fromB), to: Math.max(own.to, toB) };
  });
  if (own.to < own.from) own = { from: own.to, to: own.to };
  return isTyped || isRemote || tr.isUserEvent('delete') ? own : { from: head, to: head };
}

const memory = StateField.define<Memory>({
  create: () => ({ own: { from: 0, to: 0 }, helped: [], refused: [] }),
  update: (value, tr) => {
    const own = ownAfter(value.own, tr), news = tr.annotation(help);
    if (!tr.docChanged) return own.from === value.own.from && own.to === value.own.to ? value : { ...value, own };
    let helped = mapped(value.helped, tr), refused = mapped(value.refused, tr);
    if (tr.isUserEvent('undo')) {
      const undone: Span[] = [];
      tr.changes.iterChangedRanges((_fromA, _toA, from, to) => { undone.push({ from, to }); });
      refused = [...refused, ...helped.filter(span => undone.some(other => touches(span, other)))].slice(-most);
      helped = helped.filter(span => !refused.includes(span));
    }
    return { own, helped: news ? [...helped, ...news].slice(-most) : helped, refused };
  },
});

const untouched = ['FencedCode', 'InlineCode', 'URL', 'Link', 'Autolink', 'LinkReference', 'TableDelimiter'];

function isUntouched(state: EditorState, position: number): boolean {
  for (let node = treeAt(state, position).resolveInner(position, -1); node.parent; node = node.parent)
    if (untouched.includes(node.name) && !(node.name === 'TableDelimiter' && node.to - node.from === 1)) return true;
  return false;
}

/** Code, a link or an address that is still being written. */
function isUnfinished(before: string): boolean {
  return (before.match(/`/g)?.length ?? 0) % 2 === 1 || /\]\([^)]*$/.test(before) || /<[a-z][^>\s]*$/i.test(before) || /(?:https?:\/\/|www\.)\S*$/i.test(before.slice(0, -1));
}

/** The help that follows a typed sign, as a step of its own: one undo takes it back and leaves what was typed. */
export function helpAfter(typed: Transaction): Transaction | null {
  const { state } = typed, { head, empty } = state.selection.main;
  if (!empty || state.selection.ranges.length > 1) return null;
  const begin = Math.min(head, placeOf(state, head).from);
  const before = state.sliceDoc(Math.max(begin, head - 400), head), offset = head - before.length;
  if (!before || isUnfinished(before) || isUntouched(state, head)) return null;
  const { own, refused } = state.field(memory);
  const changes = helpCzech(before)
    .map(({ from, to, insert }) => ({ from: from + offset, to: to + offset, insert }))
    .filter(change => change.from >= own.from && change.to <= own.to && !isUntouched(state, change.to) && !refused.some(span => span.from === change.from || (span.from < change.to && span.to > change.from)));
  if (!changes.length) return null;
  const news = changes.map(({ from, insert }) => ({ from, to: from + insert.length }));
  return state.update({ changes, userEvent: 'input.typography', annotations: [help.of(news), isolateHistory.of('full')] });
}

/** Czech quotation marks, hard spaces and dashes as one types. */
export const typography: Extension = [
  memory,
  EditorView.inputHandler.of((view, _from, _to, text, insert) => {
    if (text.length !== 1 || view.composing || view.state.readOnly) return false;
    const typed = insert(), helped = helpAfter(typed);
    if (!helped) return false;
    view.dispatch([typed, helped]);
    return true;
  }),
];
