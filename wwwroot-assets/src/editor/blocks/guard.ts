import { Annotation, EditorSelection, EditorState, type Extension, Text, Transaction, type TransactionSpec } from '@codemirror/state';
import { blockIn, blocksIn, type BlockSpan } from './line';

interface Piece { readonly from: number; readonly to: number; readonly insert: string; readonly caret?: number }

/** What the buttons of a block do, which may touch it. */
export const blockMove = Annotation.define<boolean>();

function isEdge(doc: Text, at: number): boolean {
  return at < 0 || at >= doc.length || doc.sliceString(at, at + 1) === '\n';
}

/** Whether a block would no longer be a line of its own. What is cut or dragged whole may go: it comes where it is put. */
function isBroken(doc: Text, block: BlockSpan, from: number, to: number, insert: string, mayTake: boolean): boolean {
  if (block.to < from || block.from > to) return false;
  if (from < block.to && to > block.from) return !(mayTake && from <= block.from && to >= block.to);
  return to === block.from
    ? !(insert ? insert.endsWith('\n') : isEdge(doc, from - 1))
    : !(insert ? insert.startsWith('\n') : isEdge(doc, to));
}

/** References among what is inserted get lines of their own. */
function padded(doc: Text, from: number, to: number, insert: string): string {
  if (!insert.includes('[[')) return insert;
  const lines = insert.split('\n');
  const before = blockIn(lines[0]!) && from > doc.lineAt(from).from ? '\n' : '';
  const after = blockIn(lines[lines.length - 1]!) && to < doc.lineAt(to).to ? '\n' : '';
  return before + insert + after;
}

/** What is done instead, around the blocks that stay. */
function around(doc: Text, blocks: readonly BlockSpan[], from: number, to: number, inserted: string): Piece[] {
  const pieces: Piece[] = [];
  let at = from, rest = inserted, isBehind = false;
  const gap = (end: number, isBefore: boolean): void => {
    const lead = isBehind && rest && !rest.startsWith('\n') ? '\n' : '';
    let insert = lead + rest;
    const caret = rest ? insert.length : undefined;
    if (isBefore && !(insert ? insert.endsWith('\n') : !isBehind && isEdge(doc, at - 1))) insert += '\n';
    else if (!isBefore && isBehind && !insert && !isEdge(doc, end)) insert = '\n';
    rest = '';
    if (doc.sliceString(at, end) !== insert) pieces.push({ from: at, to: end, insert, ...(caret === undefined ? {} : { caret }) });
  };
  for (const block of blocks) {
    // One that the change begins in or right behind stays before all of it.
    if (from <= block.from) gap(block.from, true);
    [at, isBehind] = [block.to, true];
  }
  gap(Math.max(at, to), false);
  return pieces;
}

/** What is done instead of a change that would break a block; null if it breaks none. */
function guarded(doc: Text, blocks: readonly BlockSpan[], from: number, to: number, inserted: string, mayTake: boolean): Piece[] | null {
  const insert = padded(doc, from, to, inserted);
  if (!blocks.some(block => isBroken(doc, block, from, to, insert, mayTake)))
    return insert === inserted ? null : [{ from, to, insert, caret: insert.length }];
  const kept = blocks.filter(block => block.from <= to && block.to >= from && !(mayTake && from <= block.from && to >= block.to));
  return around(doc, kept, from, to, insert);
}

/** A deletion that would take a block puts the caret onto it, the next one beyond it. */
function stepped(tr: Transaction, block: BlockSpan): number {
  const { head } = tr.startState.selection.main, end = tr.startState.doc.length;
  if (tr.isUserEvent('delete.forward')) return head < block.from ? block.from : Math.min(end, block.to + 1);
  return head > block.to ? block.to : Math.max(0, block.from - 1);
}

/** Keeps what is typed, deleted and pasted here off the lines of blocks (R23). What others do is theirs, and undoing is exact. */
export const blockGuard: Extension = EditorState.transactionFilter.of(tr => {
  if (!tr.docChanged || tr.annotation(Transaction.remote) || tr.annotation(blockMove)) return tr;
  const { doc } = tr.startState, blocks = blocksIn(doc);
  const mayTake = tr.isUserEvent('delete.cut') || tr.isUserEvent('move.drop');
  const pieces: Piece[] = [];
  let isChanged = false;
  tr.changes.iterChanges((from, to, _fromB, _toB, text) => {
    const insert = text.toString(), instead = guarded(doc, blocks, from, to, insert, mayTake);
    if (instead) isChanged = true;
    pieces.push(...instead ?? [{ from, to, insert }]);
  });
  if (!isChanged) return tr;
  const changes = tr.startState.changes(pieces.map(({ from, to, insert }) => ({ from, to, insert: Text.of(insert.split('\n')) })));
  const { from, to } = tr.startState.selection.main;
  const spec: TransactionSpec = { changes, effects: tr.effects, scrollIntoView: true };
  const written = pieces.find(piece => piece.caret !== undefined) ?? pieces[0];
  if (written) spec.selection = EditorSelection.cursor(changes.mapPos(written.from, -1) + (written.caret ?? 0));
  else {
    const block = blocks.find(one => one.from <= to + 1 && one.to >= from - 1);
    if (block && from === to) spec.selection = EditorSelection.cursor(stepped(tr, block));
  }
  const event = tr.annotation(Transaction.userEvent);
  return event ? { ...spec, userEvent: event } : spec;
});
