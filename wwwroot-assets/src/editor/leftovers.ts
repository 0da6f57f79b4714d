import type { PendingStore } from './pendingStore';
import type { ChangeJson, Server } from './protocol';
import { rebaseInTurn, wordingOf } from './rebase';

export const maxChangesAtOnce = 200;
const maxLettersAtOnce = 200_000;

/** As many of the changes as go in one message. */
export function portion(changes: readonly ChangeJson[]): ChangeJson[] {
  let letters = 0, count = 0;
  while (count < changes.length && count < maxChangesAtOnce) {
    letters += JSON.stringify(changes[count]).length;
    if (count > 0 && letters > maxLettersAtOnce) break;
    count++;
  }
  return changes.slice(0, count);
}

/**
 * Sends what earlier pages (a reload, a crashed tab) have left for a text. Sequences make it harmless if it was stored
 * already, or if another tab is still sending it. What the server refuses goes to `refused`, never away.
 */
export async function sendLeftovers(server: Server, store: PendingStore, textId: number, refused: (code: string, wording: string) => void): Promise<void> {
  for (const { clientId, ...leftover } of store.leftovers(textId)) {
    let { base, first, changes } = leftover;
    while (changes.length > 0) {
      const part = portion(changes);
      const answer = await server.submit(textId, base, clientId, first, part);
      if (answer.refused) {
        refused(answer.refused, wordingOf(changes));
        break;
      }
      if (part.length === changes.length) break;
      // The rest was made on top of this part: bring it to the version that holds the part.
      const opened = await server.open(textId, base);
      if (!opened.revisions) {
        refused('tooOld', wordingOf(changes.slice(part.length)));
        break;
      }
      const before = changes.length;
      changes = rebaseInTurn(clientId, changes, opened.revisions);
      first += before - changes.length;
      base = opened.version;
    }
    store.remove(textId, clientId);
  }
}
