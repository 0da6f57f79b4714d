import { ChangeSet, type ChangeSpec, EditorState, type Extension, type Text, Transaction } from '@codemirror/state';
import { outlineLine, type OutlineLine, shifted } from './outline';
import { follow } from './selection';

const mostLines = 2000;

function isOutside(line: OutlineLine): boolean {
  return line.heading !== '' || (!line.isItem && !line.isBlank && line.column === 0);
}

/** The first line of the list around the position, or the position's line. */
function listStart(doc: Text, position: number): number {
  const number = doc.lineAt(position).number;
  let start = number;
  for (let next = number, blanks = 0; next >= 1 && number - next < mostLines && blanks < 2; next--) {
    const line = outlineLine(doc.line(next));
    blanks = line.isBlank ? blanks + 1 : 0;
    if (isOutside(line) && next !== number) break;
    if (line.isItem) start = next;
  }
  return start;
}

interface Level { readonly item: OutlineLine; readonly number: number; readonly shift: number }

/** Changes that make the numbers of the list count on; a list may begin with any number. */
export function renumbered(doc: Text, position: number, first?: number): ChangeSpec[] {
  const changes: ChangeSpec[] = [];
  const levels: Level[] = [];
  const start = listStart(doc, position);
  for (let number = start, blanks = 0; number <= doc.lines && number - start < mostLines && blanks < 2; number++) {
    const line = outlineLine(doc.line(number));
    blanks = line.isBlank ? blanks + 1 : 0;
    if (line.isBlank) continue;
    let sibling: Level | undefined;
    while (levels.length && line.column < levels[levels.length - 1]!.item.content) sibling = levels.pop();
    if (!line.isItem) {
      if (!levels.length && doc.lineAt(position).number < number) break;
      if (!levels.length) continue;
    }
    const shift = levels[levels.length - 1]?.shift ?? 0;
    changes.push(...shifted(line, shift));
    if (!line.isItem) continue;
    const follows = sibling && sibling.item.mark.slice(-1) === line.mark.slice(-1) && /\d/.test(sibling.item.mark);
    const own = parseInt(line.mark, 10);
    const counted = follows ? sibling!.number + 1 : levels.length === 0 && number === start && first !== undefined ? first : own;
    let by = 0;
    if (counted !== own && !Number.isNaN(own)) {
      const from = line.line.from + line.quote.length + line.indent.length;
      const digits = String(counted);
      changes.push({ from, to: from + line.mark.length - 1, insert: digits });
      by = digits.length + 1 - line.mark.length;
    }
    levels.push({ item: line, number: counted, shift: shift + by });
  }
  return changes;
}

/** The number with which the list began, if its first items were just deleted. */
function lostFirst(tr: Transaction, fromA: number, toA: number, inserted: number): number | undefined {
  if (inserted > 0) return undefined;
  const doc = tr.startState.doc;
  const start = doc.line(listStart(doc, toA));
  if (start.from < fromA || doc.lineAt(toA).number === start.number) return undefined;
  const first = parseInt(outlineLine(start).mark, 10);
  return Number.isNaN(first) ? undefined : first;
}

function corrections(tr: Transaction): ChangeSpec[] {
  const changes: ChangeSpec[] = [];
  const done = new Set<number>();
  tr.changes.iterChanges((fromA, toA, fromB, _toB, inserted) => {
    const isStructural = tr.isUserEvent('input.list') || inserted.lines > 1 || tr.startState.doc.lineAt(fromA).to < toA;
    if (!isStructural) return;
    const start = tr.newDoc.line(listStart(tr.newDoc, fromB)).from;
    if (done.has(start)) return;
    done.add(start);
    changes.push(...renumbered(tr.newDoc, fromB, lostFirst(tr, fromA, toA, inserted.length)));
  });
  return changes;
}

/** Keeps numbered lists counting on when one's own change inserts or removes items. */
export const renumbering: Extension = EditorState.transactionFilter.of(tr => {
  const isOwn = tr.isUserEvent('input') || tr.isUserEvent('delete') || tr.isUserEvent('move');
  if (!tr.docChanged || !isOwn || tr.annotation(Transaction.remote)) return tr;
  const changes = ChangeSet.of(corrections(tr), tr.newDoc.length);
  return changes.empty ? tr : [tr, { changes, selection: follow(tr.newSelection, changes), sequential: true }];
});
