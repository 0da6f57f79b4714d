import type { ChangeSet } from '@codemirror/state';

/** Where a writer was in a text: positions in a version that the server knows. */
export interface Place { textId: number; version: number; anchor: number; head: number; scroll: number; focused: boolean }

const key = 'workspace.place';

/** Keeps the place over a reload of the page. */
export function rememberPlace(place: Place): void {
  sessionStorage.setItem(key, JSON.stringify({ path: location.pathname, place }));
}

/** The place remembered for this page, once. */
export function takePlace(): Place | null {
  const text = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  if (!text) return null;
  const { path, place } = JSON.parse(text) as { path: string; place: Place };
  return path === location.pathname ? place : null;
}

/** The place after what has happened since; behind what was typed there, as the caret would stand. */
export function follow(place: Place, changes: readonly ChangeSet[]): Place {
  let { anchor, head } = place;
  for (const change of changes) {
    if (Math.max(anchor, head) > change.length) return place;
    anchor = change.mapPos(anchor, 1);
    head = change.mapPos(head, 1);
  }
  return { ...place, anchor, head };
}
