import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import { type Anchor, isGone, mapAnchor } from '../../src/editor/comments/anchor';
import type { ChangeJson } from '../../src/editor/live/protocol';
import cases from './anchors.json';

const random = (n: number): number => Math.floor(Math.random() * n);

/** Letter by letter: a new one belongs to the passage if put between two of it, or in place of letters all of it. */
function applyTo(letters: readonly boolean[], change: ChangeJson): boolean[] {
  const after: boolean[] = [];
  let position = 0;
  for (const section of change) {
    if (typeof section === 'number') {
      after.push(...letters.slice(position, position += section));
      continue;
    }
    const [deleted, ...lines] = section as [number, ...string[]];
    const belongs = deleted > 0 ? letters.slice(position, position + deleted).every(Boolean) : Boolean(letters[position - 1] && letters[position]);
    after.push(...Array.from(lines.join('\n'), () => belongs));
    position += deleted;
  }
  return after;
}

function randomChange(length: number): ChangeJson {
  const sections: (number | (number | string)[])[] = [];
  for (let left = length; left > 0 || random(3) === 0;) {
    const piece = random(Math.min(left, 6) + 1);
    if (piece > 0 && random(3) > 0) sections.push(piece);
    else if (piece > 0 && random(2) === 0) sections.push([piece]);
    else sections.push([piece, 'x'.repeat(1 + random(3))]);
    left -= piece;
  }
  return sections;
}

test('An anchor is where its passage is, and gone exactly when all of it was deleted', () => {
  for (let i = 0; i < 20_000; i++) {
    const length = 1 + random(14), from = random(length);
    let anchor: Anchor = { from, to: from + 1 + random(length - from) };
    let letters = Array.from({ length }, (_, at) => at >= anchor.from && at < anchor.to);
    const made: ChangeJson[] = [];
    for (let step = random(8); step >= 0; step--) {
      const change = randomChange(letters.length);
      made.push(change);
      letters = applyTo(letters, change);
      anchor = mapAnchor(anchor, ChangeSet.fromJSON(change));
      const told = JSON.stringify([length, from, made, anchor]);
      assert.equal(isGone(anchor), !letters.includes(true), told);
      if (!isGone(anchor)) assert.deepEqual(anchor, { from: letters.indexOf(true), to: letters.lastIndexOf(true) + 1 }, told);
    }
  }
});

test('The common cases come out as on the server', () => {
  assert.ok(cases.length > 50);
  for (const given of cases) {
    const start: Anchor = { from: given.anchor[0], to: given.anchor[1] };
    const end = (given.changes as ChangeJson[]).reduce((anchor, change) => mapAnchor(anchor, ChangeSet.fromJSON(change)), start);
    assert.deepEqual([end.from, end.to], given.becomes, JSON.stringify(given));
  }
});
