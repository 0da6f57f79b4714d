import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forget, keep, left, saved, type Shelf, type Typed } from '../../src/round/typed';

function shelf(): Shelf {
  const held = new Map<string, string>();
  return {
    get length() { return held.size; },
    key: (at) => [...held.keys()][at] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => { held.set(key, value); },
    removeItem: (key) => { held.delete(key); },
  };
}

const typed = (reason: string, wording: string | null = null): Typed => ({ draftId: 'd1', item: 3, from: null, to: null, kind: 'Advisory', wording, reason });

test('what is saved is not left, what was typed since is', () => {
  const on = shelf();
  keep(on, '7:1', typed('dale'));
  keep(on, '7:1', typed('daleko'));
  saved(on, '7:1', 'd1', 'Advisory', null, 'dale');
  assert.deepEqual(left(on, '7:1'), [typed('daleko')]);
  saved(on, '7:1', 'd1', 'Advisory', null, 'daleko');
  assert.deepEqual(left(on, '7:1'), []);
});

test('a change of the kind alone is left as well', () => {
  const on = shelf();
  keep(on, '7:1', { ...typed('daleko'), kind: 'Essential' });
  saved(on, '7:1', 'd1', 'Advisory', null, 'daleko');
  assert.equal(left(on, '7:1').length, 1);
});

test('it is left to whom it belongs, in that round, until it is forgotten', () => {
  const on = shelf();
  keep(on, '7:1', typed('daleko', 'blíž'));
  assert.deepEqual([left(on, '7:12'), left(on, '8:1'), left(on, '7:1').length], [[], [], 1]);
  forget(on, '7:1', 'd1');
  assert.deepEqual(left(on, '7:1'), []);
});

test('what cannot be read or kept is no fault', () => {
  const on = shelf();
  on.setItem('round-typed:7:1:d2', '{');
  assert.deepEqual(left(on, '7:1'), []);
  keep({ ...on, setItem: () => { throw new Error('full'); } }, '7:1', typed('daleko'));
});
