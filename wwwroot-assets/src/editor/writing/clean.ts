import { ChangeSet, type ChangeSpec, EditorState, type Extension, type Text, Transaction } from '@codemirror/state';
import { follow } from './selection';

/** What the server takes: a text no longer than this, a change with no more inserted than that (UTF-16 units). */
export const longestText = 1_000_000;
export const longestChange = 200_000;

const refused = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text without control characters and halves of characters. Line ends are the caller's matter. */
export function cleanText(text: string): string {
  return text.replace(refused, '');
}

/** Text from elsewhere with newlines as its only line ends, cleaned. */
export function plainText(text: string): string {
  return cleanText(text.replace(/\r\n?/g, '\n'));
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function unitAt(text: Text, position: number): number {
  return position < 0 || position >= text.length ? 0 : text.sliceString(position, position + 1).charCodeAt(0);
}

/** What must follow the transaction, so that it inserts clean text and replaces only whole characters. */
function corrections(tr: Transaction): ChangeSpec[] {
  const text = tr.newDoc;
  const found: ChangeSpec[] = [];
  tr.changes.iterChangedRanges((_fromA, _toA, fromB, toB) => {
    const from = isHigh(unitAt(text, fromB - 1)) ? fromB - 1 : fromB;
    const to = isLow(unitAt(text, toB)) ? toB + 1 : toB;
    const inserted = text.sliceString(from, to);
    const insert = cleanText(inserted);
    // Halves that meet where nothing was inserted are a whole character again.
    const isRejoined = fromB === toB && insert.length === to - from;
    if (isRejoined || (insert === inserted && from === fromB && to === toB)) return;
    found.push({ from, to, insert });
  }, true);
  return found;
}

function insertedLength(tr: Transaction): number {
  let length = 0;
  tr.changes.iterChanges((_fromA, _toA, _fromB, _toB, inserted) => { length += inserted.length; }, true);
  return length;
}

/** Keeps what is written here within the rules of a text. What comes from others is theirs and passes untouched. */
export function clean(onNotice?: (key: string) => void): Extension {
  return EditorState.transactionFilter.of(tr => {
    if (!tr.docChanged || tr.annotation(Transaction.remote)) return tr;
    const grows = tr.newDoc.length > tr.startState.doc.length;
    if ((grows && tr.newDoc.length > longestText) || insertedLength(tr) > longestChange) {
      onNotice?.('TooLong');
      return [];
    }
    const changes = ChangeSet.of(corrections(tr), tr.newDoc.length);
    return changes.empty ? tr : [tr, { changes, selection: follow(tr.newSelection, changes), sequential: true }];
  });
}
