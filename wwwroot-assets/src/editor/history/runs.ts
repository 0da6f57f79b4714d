import type { ChangeDesc } from '@codemirror/state';

/** A stretch of one writer; 0 where nobody knows who wrote it. Times are in seconds since 1970. */
export interface Run { length: number; author: number; at: number }

/** What one person wrote with shorter pauses counts as written at once. */
const together = 300;

/** Three numbers a run, as the server sends them. */
export function runsFrom(numbers: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i + 2 < numbers.length; i += 3) runs.push({ length: numbers[i], author: numbers[i + 1], at: numbers[i + 2] });
  return runs;
}

/** The runs after a change: what it inserts is its author's, the rest stays whose it was. */
export function mapRuns(runs: readonly Run[], changes: ChangeDesc, author: number, at: number): Run[] {
  const result: Run[] = [];
  let i = 0, used = 0;
  const take = (length: number, isKept: boolean): void => {
    while (length > 0 && i < runs.length) {
      const piece = Math.min(length, runs[i].length - used);
      if (isKept) add(result, { ...runs[i], length: piece });
      used += piece;
      length -= piece;
      if (used === runs[i].length) { i++; used = 0; }
    }
  };
  let position = 0;
  changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    take(fromA - position, true);
    take(toA - fromA, false);
    add(result, { length: toB - fromB, author, at });
    position = toA;
  }, true);
  take(Infinity, true);
  return result;
}

function add(runs: Run[], run: Run): void {
  if (run.length === 0) return;
  const last = runs[runs.length - 1];
  if (last?.author === run.author && Math.abs(last.at - run.at) <= together) {
    last.length += run.length;
    last.at = Math.max(last.at, run.at);
  } else {
    runs.push(run);
  }
}

/** The run that holds a position; at a border the one before it. */
export function runAt(runs: readonly Run[], position: number): Run | null {
  let end = 0;
  for (const run of runs) {
    end += run.length;
    if (position <= end) return run;
  }
  return null;
}
