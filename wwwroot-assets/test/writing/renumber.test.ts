import assert from 'node:assert/strict';
import { test } from 'node:test';
import { undo } from '@codemirror/commands';
import { type ChangeSpec, Transaction, type TransactionSpec } from '@codemirror/state';
import { enterKey } from '../../src/editor/writing/enter';
import { marked, stateOf, viewOf } from './marked';

function after(doc: string, changes: ChangeSpec, more: TransactionSpec = { userEvent: 'delete' }): string {
  return stateOf(doc).update({ changes, ...more }).newDoc.toString();
}

test('Delete_OfAnItem_MovesTheRestUp', () => assert.equal(after('1. a\n2. b\n3. c', { from: 5, to: 10 }), '1. a\n2. c'));

test('Delete_OfTheFirstItem_KeepsWhereTheListBegan', () => assert.equal(after('4. a\n5. b\n6. c', { from: 0, to: 5 }), '4. b\n5. c'));

test('Paste_OfItems_MovesTheRestDown', () =>
  assert.equal(after('1. a\n2. b', { from: 4, insert: '\n1. x\n2. y' }, { userEvent: 'input.paste' }), '1. a\n2. x\n3. y\n4. b'));

test('Typing_OfANumber_IsNotCorrected', () => assert.equal(after('1. a\n2. b', { from: 5, to: 6, insert: '7' }, { userEvent: 'input.type' }), '1. a\n7. b'));

test('Remote_IsNotCorrected', () =>
  assert.equal(after('1. a\n2. b\n3. c', { from: 5, to: 10 }, { userEvent: 'delete', annotations: Transaction.remote.of(true) }), '1. a\n3. c'));

test('List_BehindAParagraph_KeepsItsOwnNumbers', () =>
  assert.equal(after('1. a\n2. b\n\ntext\n\n5. c\n6. d', { from: 5, to: 10 }), '1. a\n\ntext\n\n5. c\n6. d'));

test('Dates_AreNotNumbers', () => assert.equal(after('11. 6. 2026 a\n14. 6. 2026 b\nx', { from: 27, to: 29 }), '11. 6. 2026 a\n14. 6. 2026 b'));

test('Undo_TakesTheNumbersBackWithTheItem', () => {
  const { view, state } = viewOf(stateOf('1. a«|»\n2. b'));
  enterKey(view);
  assert.equal(marked(state()), '1. a\n2. «|»\n3. b');
  undo(view);
  assert.equal(marked(state()), '1. a«|»\n2. b');
});
