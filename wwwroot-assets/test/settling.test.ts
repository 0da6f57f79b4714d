import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepOf } from '../src/settling';

const pressed = (key: string, code: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
  ({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

test('digits choose the outcome by their place, on a Czech keyboard too', () => {
  assert.deepEqual(stepOf(pressed('1', 'Digit1'), false), { outcome: '1' });
  assert.deepEqual(stepOf(pressed('ř', 'Digit5'), false), { outcome: '5' });
  assert.deepEqual(stepOf(pressed('3', 'Numpad3'), false), { outcome: '3' });
  assert.equal(stepOf(pressed('6', 'Digit6'), false), null);
});

test('J and K go on and back', () => {
  assert.deepEqual(stepOf(pressed('j', 'KeyJ'), false), { go: 'next' });
  assert.deepEqual(stepOf(pressed('K', 'KeyK'), false), { go: 'previous' });
});

test('while somebody writes, digits and letters are what they write', () => {
  assert.equal(stepOf(pressed('1', 'Digit1'), true), null);
  assert.equal(stepOf(pressed('j', 'KeyJ'), true), null);
});

test('Ctrl and Enter save, also while somebody writes; Enter alone does not', () => {
  assert.equal(stepOf(pressed('Enter', 'Enter', { ctrlKey: true }), true), 'save');
  assert.equal(stepOf(pressed('Enter', 'Enter', { metaKey: true }), false), 'save');
  assert.equal(stepOf(pressed('Enter', 'Enter'), false), null);
  assert.equal(stepOf(pressed('Enter', 'Enter', { ctrlKey: true, shiftKey: true }), true), null);
});

test('keys of the browser are left to it', () => {
  assert.equal(stepOf(pressed('1', 'Digit1', { ctrlKey: true }), false), null);
  assert.equal(stepOf(pressed('j', 'KeyJ', { metaKey: true }), false), null);
  assert.equal(stepOf(pressed('k', 'KeyK', { altKey: true }), false), null);
});
