import { type ChangeSpec, EditorState, type Extension, type Text, type Transaction, Transaction as T, type TransactionSpec } from '@codemirror/state';
import { jsonOf } from '../live/leftovers';

/** The longest text, in UTF-16 units, and the largest change, in bytes of its JSON: the server's rules. */
const mostLetters = 1_000_000;
const mostBytes = 256 * 1024;

const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g;
const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const clean = (text: string): string => text.replace(control, '').replace(lone, '');

/**
 * Keeps a change within the server's rules, so that honest writing never meets a refusal: no control characters, no
 * halves of characters; what is too long is not taken, and handed over.
 */
export function guard(tooLong: (wording: string) => void): Extension {
  return EditorState.transactionFilter.of((transaction) => {
    if (!transaction.docChanged || transaction.annotation(T.remote)) return transaction;
    const cleaned = isClean(transaction) ? null : cleanedChanges(transaction);
    const changes = cleaned ? transaction.startState.changes(cleaned) : transaction.changes;
    if (isTooLong(changes.newLength, transaction.startState.doc.length, changes)) {
      tooLong(insertedBy(transaction));
      return [];
    }
    return cleaned ? respec(transaction, cleaned) : transaction;
  });
}

function isTooLong(length: number, before: number, changes: Transaction['changes']): boolean {
  if (length > mostLetters && length > before) return true;
  let inserted = 0;
  changes.iterChanges((_fromA, _toA, fromB, toB) => { inserted += toB - fromB; });
  return inserted > mostBytes / 8 && new TextEncoder().encode(jsonOf(changes)).length > mostBytes;
}

function insertedBy(transaction: Transaction): string {
  const wording: string[] = [];
  transaction.changes.iterChanges((_fromA, _toA, _fromB, _toB, inserted) => { wording.push(inserted.toString()); });
  return wording.join('\n');
}

function isClean(transaction: Transaction): boolean {
  const { doc } = transaction.startState;
  let isGood = true;
  transaction.changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    if (isGood) isGood = !cuts(doc, fromA) && !cuts(doc, toA) && (inserted.length === 0 || isCleanText(inserted.toString()));
  });
  return isGood;
}

const isCleanText = (text: string): boolean => text.search(control) < 0 && text.search(lone) < 0;

/** Whether a position lies between the two halves of one character. */
const cuts = (doc: Text, at: number): boolean =>
  at > 0 && at < doc.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(doc.sliceString(at - 1, at + 1));

/** Editors find the shortest difference, which may be half a character: then the other half goes with it. */
function cleanedChanges(transaction: Transaction): ChangeSpec[] {
  const { doc } = transaction.startState, changes: ChangeSpec[] = [];
  transaction.changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    let from = fromA, to = toA, insert = inserted.toString();
    if (cuts(doc, from)) insert = doc.sliceString(--from, from + 1) + insert;
    if (cuts(doc, to)) insert += doc.sliceString(to, ++to);
    changes.push({ from, to, insert: clean(insert) });
  });
  return changes;
}

function respec(transaction: Transaction, changes: ChangeSpec[]): TransactionSpec {
  const length = transaction.startState.changes(changes).newLength;
  const { anchor, head } = transaction.newSelection.main;
  return {
    changes,
    selection: { anchor: Math.min(anchor, length), head: Math.min(head, length) },
    effects: transaction.effects,
    scrollIntoView: transaction.scrollIntoView,
    userEvent: transaction.annotation(T.userEvent),
  };
}
