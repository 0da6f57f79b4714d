import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secondsAfter, textOf } from '../src/clocks';

const item = { said: '{0} / 10 min', planned: 10, over: 'přes plán o {0} min' };

test('an item within its plan says minutes used and planned', () => {
  assert.deepEqual(textOf(0, item), { text: '0 / 10 min', isOver: false });
  assert.deepEqual(textOf(10 * 60 + 59, item), { text: '10 / 10 min', isOver: false });
});

test('over its plan it says by how much', () => {
  assert.deepEqual(textOf(14 * 60, item), { text: '14 / 10 min · přes plán o 4 min', isOver: true });
  assert.deepEqual(textOf(14 * 60, { said: '{0} min' }), { text: '14 min', isOver: false });
});

test('the pace of the meeting has a sign, and a word for none', () => {
  const pace = { said: 'oproti plánu {0} min', even: 'podle plánu' };
  assert.deepEqual(textOf(12 * 60 + 30, pace), { text: 'oproti plánu +12 min', isOver: true });
  assert.deepEqual(textOf(-3 * 60 - 10, pace), { text: 'oproti plánu −3 min', isOver: false });
  assert.deepEqual(textOf(-59, pace), { text: 'podle plánu', isOver: false });
});

test('a clock stands while it holds and then runs', () => {
  assert.equal(secondsAfter(100, 30, 20), 100);
  assert.equal(secondsAfter(100, 30, 45), 115);
});
