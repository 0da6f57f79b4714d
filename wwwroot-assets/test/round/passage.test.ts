import assert from 'node:assert/strict';
import { test } from 'node:test';
import { between, step, trimmed, wordsOf } from '../../src/round/passage';

const text = 'rozšíření sítě, 🏠 bydlení';

test('a passage has no blanks at its ends', () => {
  assert.deepEqual(trimmed(text, 9, 16), [10, 15]);
  assert.equal(trimmed(text, 9, 10), null);
  assert.equal(trimmed(text, 4, 4), null);
});

test('a passage has whole characters', () => {
  assert.deepEqual(trimmed(text, 17, 26), [16, 26]);
  assert.deepEqual(trimmed(text, 10, 17), [10, 18]);
});

test('arrows go word by word, and with Shift they reach further', () => {
  const words = wordsOf(text), go = (keys: [string, boolean][]) => keys.reduce<ReturnType<typeof step>>((now, [key, shift]) => step(words.length, now, key, shift), null);
  const chosen = (keys: [string, boolean][]) => text.slice(...between(words, go(keys)!));
  assert.equal(chosen([['ArrowRight', false]]), 'rozšíření');
  assert.equal(chosen([['ArrowRight', true], ['ArrowRight', true]]), 'rozšíření sítě,');
  assert.equal(chosen([['ArrowLeft', false], ['ArrowLeft', true]]), '🏠 bydlení');
  assert.equal(chosen([['ArrowLeft', false], ['ArrowLeft', true], ['ArrowRight', true]]), 'bydlení');
  assert.equal(chosen([['Home', false], ['End', true]]), text);
  assert.equal(chosen([['End', false], ['ArrowRight', false]]), 'bydlení');
  assert.equal(step(words.length, null, 'Enter', false), null);
  assert.equal(step(0, null, 'ArrowRight', false), null);
});
