import type { ChangeDesc } from '@codemirror/state';

/** Where a passage stands; gone where it has no letter left. */
export interface Anchor { readonly from: number; readonly to: number }

export const isGone = ({ from, to }: Anchor): boolean => from >= to;

/**
 * Over one change at a time, as the server does it (TextAnchor): over several joined into one, a deletion and a later
 * insertion in the same place would look like a replacement. What is inserted at the edges lies outside of the passage,
 * what is put in place of a part of it belongs to it, and what is gone stays gone.
 */
export function mapAnchor(anchor: Anchor, change: ChangeDesc): Anchor {
  const to = change.mapPos(anchor.to, -1);
  return { from: isGone(anchor) ? to : Math.min(change.mapPos(anchor.from, 1), to), to };
}
