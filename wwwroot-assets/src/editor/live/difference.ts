import { ChangeSet, type ChangeSpec, Text } from '@codemirror/state';

const mostComparisons = 1_000_000;

/** A small change that makes one text of another: whole lines that stayed are left alone, and with them carets in them. */
export function difference(before: Text, after: Text): ChangeSet {
  const a = [...before.iterLines()], b = [...after.iterLines()];
  let start = 0, end = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const changes: ChangeSpec[] = [];
  let i = start, j = start;
  for (const [x, y] of [...kept(a.slice(start, a.length - end), b.slice(start, b.length - end)), [a.length - end - start, b.length - end - start]]) {
    if (i < start + x || j < start + y) changes.push(replace(before, a, i, start + x, b, j, start + y));
    i = start + x + 1;
    j = start + y + 1;
  }
  return ChangeSet.of(changes, before.length);
}

/** The longest common lines as pairs of indexes; none where finding them would take long. */
function kept(a: string[], b: string[]): [number, number][] {
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

function replace(before: Text, a: string[], fromA: number, toA: number, b: string[], fromB: number, toB: number): ChangeSpec {
  let from: number, to: number, old: string, insert: string;
  if (toA < a.length && toB < b.length) {
    // Each line with the break after it.
    [from, to] = [before.line(fromA + 1).from, before.line(toA + 1).from];
    insert = b.slice(fromB, toB).map((line) => line + '\n').join('');
  } else {
    // At the end: each line with the break before it, if there is one.
    [from, to] = [fromA > 0 ? before.line(fromA).to : 0, before.length];
    insert = b.slice(fromB, toB).map((line) => '\n' + line).join('');
    if (fromA === 0) insert = insert.slice(1);
  }
  old = before.sliceString(from, to);
  let head = 0, tail = 0;
  while (head < old.length && head < insert.length && old[head] === insert[head]) head++;
  while (tail < old.length - head && tail < insert.length - head && old[old.length - 1 - tail] === insert[insert.length - 1 - tail]) tail++;
  if (isInsidePair(old, head) || isInsidePair(insert, head)) head--;
  if (isInsidePair(old, old.length - tail) || isInsidePair(insert, insert.length - tail)) tail--;
  return { from: from + head, to: to - tail, insert: Text.of(insert.slice(head, insert.length - tail).split('\n')) };
}

const isInsidePair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && /[\uD800-\uDBFF]/.test(text[at - 1]) && /[\uDC00-\uDFFF]/.test(text[at]);
