export interface Piece { kind: 'same' | 'out' | 'in'; text: string }

const mostComparisons = 4_000_000;

/** Words, blanks and single signs; the server parts them alike (WordDifference). */
const wordsOf = (text: string): string[] => text.match(/\n|[^\S\n]+|(?:[\p{L}\p{Nd}\p{Mn}]|[\ud800-\udbff][\udc00-\udfff])+|[^]/gu) ?? [];

/** How one wording becomes another, word by word. */
export function compare(before: string, after: string): Piece[] {
  const a = wordsOf(before), b = wordsOf(after);
  let start = 0, end = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], words: readonly string[]) => {
    const text = words.join('');
    if (!text) return;
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  add('same', a.slice(0, start));
  let i = start, j = start;
  const middleA = a.slice(start, a.length - end), middleB = b.slice(start, b.length - end);
  for (const [x, y] of [...kept(middleA, middleB), [middleA.length, middleB.length]]) {
    add('out', a.slice(i, start + x));
    add('in', b.slice(j, start + y));
    if (x < middleA.length) add('same', [middleA[x]]);
    i = start + x + 1;
    j = start + y + 1;
  }
  add('same', a.slice(a.length - end));
  return joined(pieces);
}

/** A lone blank between two changes would tear a sentence into confetti. */
function joined(pieces: Piece[]): Piece[] {
  const result: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    let out = '', into = '', from = i;
    for (; i < pieces.length; i++) {
      const { kind, text } = pieces[i];
      const bridges = kind === 'same' && i > from && /^[^\S\n]+$/.test(text) && i + 1 < pieces.length;
      if (kind === 'same' && !bridges) break;
      if (kind !== 'in') out += text;
      if (kind !== 'out') into += text;
    }
    if (out) result.push({ kind: 'out', text: out });
    if (into) result.push({ kind: 'in', text: into });
    if (i < pieces.length) result.push(pieces[i]);
  }
  return result;
}

function kept(a: readonly string[], b: readonly string[]): [number, number][] {
  if (a.length * b.length > mostComparisons) return [];
  const longest = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i][j] = a[i] === b[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (longest[i + 1][j] >= longest[i][j + 1]) i++;
    else j++;
  }
  return pairs;
}
