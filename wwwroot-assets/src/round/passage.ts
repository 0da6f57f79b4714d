// Passages of a wording in UTF-16 units, as the server counts them.
export type Passage = [from: number, to: number];

const isBlank = (unit: string) => /\s/.test(unit);
const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000;

/** Without the blanks at its ends, and with whole characters; null where nothing is left. */
export function trimmed(text: string, from: number, to: number): Passage | null {
  while (from < to && isBlank(text[from]!)) from++;
  while (to > from && isBlank(text[to - 1]!)) to--;
  if (from >= to) return null;
  if (isLow(text.charCodeAt(from)) && from > 0) from--;
  if (isHigh(text.charCodeAt(to - 1)) && to < text.length) to++;
  return [from, to];
}

export const wordsOf = (text: string): Passage[] => [...text.matchAll(/\S+/g)].map((word) => [word.index, word.index + word[0].length]);

/** Words from one to another, either may come first. */
export interface Words { anchor: number; head: number }

/** What a key of the wording selects: arrows go word by word, with Shift they reach further. Null for other keys. */
export function step(count: number, now: Words | null, key: string, isReaching: boolean): Words | null {
  if (count === 0) return null;
  const last = count - 1, head = now?.head ?? (key === 'ArrowLeft' ? count : -1);
  const targets: Record<string, number> = { ArrowRight: Math.min(head + 1, last), ArrowLeft: Math.max(head - 1, 0), Home: 0, End: last };
  const target = targets[key];
  if (target === undefined) return null;
  return { anchor: isReaching && now ? now.anchor : target, head: target };
}

export function between(words: Passage[], { anchor, head }: Words): Passage {
  const [first, last] = anchor < head ? [anchor, head] : [head, anchor];
  return [words[first]![0], words[last]![1]];
}
