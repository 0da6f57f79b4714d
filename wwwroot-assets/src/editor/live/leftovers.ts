import { ChangeSet } from '@codemirror/state';
import type { PendingStore } from './pendingStore';
import type { ChangeJson, Server } from './protocol';
import { rebaseInTurn, wordingOf } from './rebase';

const mostChanges = 200;
/** Between two messages what is left must be rebased here: with few messages the server does it. */
const mostLeft = 1_000;
const mostLetters = 200_000;
const jsons = new WeakMap<ChangeSet, string>();

/** A change as JSON; asked for again and again while it waits. */
export function jsonOf(changes: ChangeSet): string {
  let json = jsons.get(changes);
  if (json === undefined) jsons.set(changes, json = JSON.stringify(changes.toJSON()));
  return json;
}

/** As many of the changes as go in one message. */
export function portion(changes: readonly ChangeSet[], most = mostChanges): ChangeSet[] {
  let letters = 0;
  const end = changes.slice(0, most).findIndex((change, i) => (letters += jsonOf(change).length) > mostLetters && i > 0);
  return changes.slice(0, end < 0 ? most : end);
}

export const toWire = (changes: readonly ChangeSet[]): ChangeJson[] => changes.map((change) => change.toJSON() as ChangeJson);

/**
 * Sends what earlier pages (a reload, a crashed tab) have left for a text. Sequences make it harmless if it was stored
 * already, or if another tab is alive and sends it too. What the server refuses is handed to `refused`, never dropped.
 */
export async function sendLeftovers(
  server: Server, store: PendingStore, textId: number, ownClientId: string, refused: (code: string, wording: string) => void,
): Promise<void> {
  for (const { clientId, base, first, changes } of store.leftovers(textId, ownClientId)) {
    const last = first + changes.length - 1;
    const remain = await send(server, textId, clientId, base, first, changes);
    if (remain) refused(remain.code, remain.wording);
    store.forget(textId, clientId, last);
  }
}

/** @returns null when all is stored; otherwise why not, and the wording of what is not. */
async function send(
  server: Server, textId: number, clientId: string, base: number, first: number, json: ChangeJson[],
): Promise<{ code: string; wording: string } | null> {
  let changes: readonly ChangeSet[];
  try {
    changes = json.map((change) => ChangeSet.fromJSON(change));
  } catch {
    return { code: 'malformed', wording: JSON.stringify(json) };
  }
  while (changes.length > 0) {
    const part = portion(changes, mostLeft);
    const answer = await server.submit(textId, base, clientId, first, toWire(part));
    if (answer.refused) return { code: answer.refused, wording: wordingOf(changes) };
    if (part.length === changes.length) return null;
    // The rest follows this part: it is brought to the version that holds it.
    const opened = await server.open(textId, base);
    if (!opened.revisions) return { code: opened.refused ?? 'tooOld', wording: wordingOf(changes.slice(part.length)) };
    const before = changes.length;
    changes = rebaseInTurn(clientId, changes, opened.revisions);
    first += before - changes.length;
    base = opened.version;
  }
  return null;
}
