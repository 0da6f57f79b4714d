// What is typed into a comment stays in this tab until the server has said that it is saved: a lost line or a reload in
// between loses nothing.
export interface Typed { draftId: string; item: number; from: number | null; to: number | null; kind: string; wording: string | null; reason: string }

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'round-typed';
const keyOf = (owner: string, draftId: string) => `${prefix}:${owner}:${draftId}`;

export function keep(shelf: Shelf, owner: string, typed: Typed): void {
  try {
    shelf.setItem(keyOf(owner, typed.draftId), JSON.stringify(typed));
  } catch {
    // The shelf is full or closed; the server has what it has heard.
  }
}

export const forget = (shelf: Shelf, owner: string, draftId: string): void => { shelf.removeItem(keyOf(owner, draftId)); };

/** The server has saved that much; what was typed since stays. */
export function saved(shelf: Shelf, owner: string, draftId: string, kind: string, wording: string | null, reason: string): void {
  const typed = read(shelf.getItem(keyOf(owner, draftId)));
  if (typed && typed.kind === kind && typed.wording === wording && typed.reason === reason) forget(shelf, owner, draftId);
}

export function left(shelf: Shelf, owner: string): Typed[] {
  const start = keyOf(owner, ''), found: Typed[] = [];
  for (let i = 0; i < shelf.length; i++) {
    const key = shelf.key(i)!, typed = key.startsWith(start) ? read(shelf.getItem(key)) : null;
    if (typed) found.push(typed);
  }
  return found;
}

function read(text: string | null): Typed | null {
  try {
    return JSON.parse(text ?? 'null') as Typed | null;
  } catch {
    return null;
  }
}
