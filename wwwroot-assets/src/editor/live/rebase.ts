import { ChangeSet } from '@codemirror/state';
import type { Revision } from './protocol';

/**
 * Maps one's own changes over revisions one at a time, as the server does; those among the revisions are confirmed and
 * left out. Over several at once the result may differ: one deletes, the next inserts in the same place.
 */
export function rebaseInTurn(clientId: string, own: readonly ChangeSet[], over: readonly Revision[]): ChangeSet[] {
  let mine = [...own];
  for (const revision of over) {
    if (mine.length > 0 && revision.clientId === clientId) mine.shift();
    else mine = mapAll(mine, ChangeSet.fromJSON(revision.changes));
  }
  return mine;
}

/** Maps changes that follow each other over one that was made beside the first. */
export function mapAll(own: readonly ChangeSet[], over: ChangeSet): ChangeSet[] {
  return own.map((changes) => {
    const mapped = changes.map(over);
    over = over.map(changes, true);
    return mapped;
  });
}

/** What the changes, which follow each other, add; pieces that do not touch stand on lines of their own. */
export function wordingOf(changes: readonly ChangeSet[]): string {
  if (changes.length === 0) return '';
  const added: string[] = [];
  compose(changes).iterChanges((_fromA, _toA, _fromB, _toB, inserted) => { if (inserted.length > 0) added.push(inserted.toString()); });
  return added.join('\n');
}

/** Pairs first: composing thousands one after another onto a growing whole would take long. */
export function compose(changes: readonly ChangeSet[]): ChangeSet {
  while (changes.length > 1)
    changes = changes.flatMap((change, i) => (i % 2 ? [] : i + 1 < changes.length ? [change.compose(changes[i + 1])] : [change]));
  return changes[0];
}

/** Whether two changes of the same document do the same, however their JSON cuts them into sections. */
export function isSame(a: ChangeSet, b: ChangeSet): boolean {
  return a.length === b.length && a.newLength === b.newLength && pieces(a) === pieces(b);
}

function pieces(changes: ChangeSet): string {
  const list: unknown[] = [];
  changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => list.push([fromA, toA, inserted.toString()]));
  return JSON.stringify(list);
}
