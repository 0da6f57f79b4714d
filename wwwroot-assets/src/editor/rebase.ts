import { ChangeSet } from '@codemirror/state';
import type { ChangeJson, Revision } from './protocol';

/**
 * Maps one's own changes over revisions one at a time, as the server does; those among the revisions are confirmed and
 * left out. Mapping over several revisions at once may end elsewhere when one deletes and the next inserts at a place.
 */
export function rebaseInTurn(clientId: string, own: readonly ChangeJson[], over: readonly Revision[]): ChangeJson[] {
  let mine = own.map((changes) => ChangeSet.fromJSON(changes));
  for (const revision of over) {
    if (revision.clientId === clientId) {
      mine = mine.slice(1);
      continue;
    }
    let passed = ChangeSet.fromJSON(revision.changes);
    mine = mine.map((changes) => {
      const mapped = changes.map(passed);
      passed = passed.map(changes, true);
      return mapped;
    });
  }
  return mine.map((changes) => changes.toJSON() as ChangeJson);
}

/** What the changes would have inserted, for copying by hand. */
export function wordingOf(changes: readonly ChangeJson[]): string {
  let words = '';
  for (const change of changes)
    for (const section of change)
      if (Array.isArray(section)) words += section.slice(1).join('\n');
  return words;
}
