import type { Text } from '@codemirror/state';

/** A line that only refers to a record: which, and where it stands. */
export interface BlockSpan { readonly key: string; readonly from: number; readonly to: number }

const reference = /^\[\[((?:vote|attendance|task):[1-9]\d{0,18})\]\]$/;

/** The key of a line that is exactly a reference, as 'vote:12'. */
export function blockIn(line: string): string | null {
  return line.startsWith('[[') ? reference.exec(line)?.[1] ?? null : null;
}

export function blocksIn(doc: Text): BlockSpan[] {
  const found: BlockSpan[] = [];
  let from = 0;
  for (const line of doc.iterLines()) {
    const key = blockIn(line);
    if (key) found.push({ key, from, to: from + line.length });
    from += line.length + 1;
  }
  return found;
}
