import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChangeSet, type ChangeSpec } from '@codemirror/state';
import { mapRuns, type Run, runAt, runsFrom } from '../src/editor/history/runs';

test('Runs mapped through changes say of each character what the plain model says', () => {
  const random = (n: number): number => Math.floor(Math.random() * n);
  for (let round = 0; round < 500; round++) {
    let model: number[] = Array.from({ length: random(30) }, () => 1 + random(3));
    let runs: Run[] = model.map((author) => ({ length: 1, author, at: 0 }));
    for (let step = 0; step < 10; step++) {
      const author = 1 + random(4), specs: ChangeSpec[] = [];
      const next: number[] = [];
      let at = 0;
      while (at <= model.length) {
        const kept = Math.min(random(8), model.length - at), gone = Math.min(random(3), model.length - at - kept), insert = 'x'.repeat(random(3));
        next.push(...model.slice(at, at + kept), ...[...insert].map(() => author));
        specs.push({ from: at + kept, to: at + kept + gone, insert });
        at += kept + gone + 1;
        if (at <= model.length) next.push(model[at - 1]);
      }
      runs = mapRuns(runs, ChangeSet.of(specs, model.length), author, 0);
      model = next;
      assert.deepEqual(runs.flatMap((run) => Array.from({ length: run.length }, () => run.author)), model);
    }
  }
});

test('What is read from the server has three numbers a run, and a place belongs to the run before it', () => {
  const runs = runsFrom([3, 7, 100, 2, 0, 0]);
  assert.deepEqual([0, 3, 4, 5, 6].map((position) => runAt(runs, position)?.author ?? null), [7, 7, 0, 0, null]);
});

test('Runs of one writer are one only while the pauses are short', () => {
  const runs = mapRuns([{ length: 2, author: 7, at: 1000 }], ChangeSet.of({ from: 2, insert: 'ab' }, 2), 7, 1100);
  assert.deepEqual(runs, [{ length: 4, author: 7, at: 1100 }]);
  assert.equal(mapRuns(runs, ChangeSet.of({ from: 4, insert: 'c' }, 4), 7, 5000).length, 2);
});
