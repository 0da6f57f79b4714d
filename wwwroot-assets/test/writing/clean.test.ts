import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChangeSpec, EditorState, Text, Transaction } from '@codemirror/state';
import { clean } from '../../src/editor/writing';

const high = '\ud83d', low = '\ude00', face = high + low;

function changed(doc: string, changes: ChangeSpec, remote = false): { text: string; json: string; notices: string[] } {
  const notices: string[] = [];
  const state = EditorState.create({ doc, extensions: clean(key => notices.push(key)) });
  const tr = state.update({ changes, annotations: remote ? Transaction.remote.of(true) : [] });
  return { text: tr.state.doc.toString(), json: JSON.stringify(tr.changes), notices };
}

const rows: readonly (readonly [what: string, doc: string, changes: ChangeSpec, after: string])[] = [
  ['Insert_ControlCharacters_AreDropped', 'ab', { from: 1, insert: 'x\u0000\u001b\u007f\u0085y' }, 'axyb'],
  ['Insert_TabAndNewlineAndHardSpace_Stay', 'ab', { from: 1, insert: '\t\n\u00a0' }, 'a\t\n\u00a0b'],
  ['Insert_CarriageReturnInALine_IsDropped', 'ab', { from: 1, insert: Text.of(['x\ry']) }, 'axyb'],
  ['Insert_LoneHigh_IsDropped', 'ab', { from: 1, insert: `x${high}y` }, 'axyb'],
  ['Insert_LoneLow_IsDropped', 'ab', { from: 1, insert: `${low}y` }, 'ayb'],
  ['Insert_WholeCharacter_Stays', 'ab', { from: 1, insert: face }, `a${face}b`],
  ['Insert_BetweenTheHalves_ReplacesTheCharacter', `a${face}b`, { from: 2, insert: 'x' }, 'axb'],
  ['Delete_OfTheFirstHalf_TakesTheCharacter', `a${face}b`, { from: 1, to: 2 }, 'ab'],
  ['Delete_OfTheSecondHalf_TakesTheCharacter', `a${face}b`, { from: 2, to: 3 }, 'ab'],
  ['Delete_UpToTheMiddle_TakesTheCharacter', `a${face}b`, { from: 0, to: 2 }, 'b'],
  ['Several_AreCleanedEachForItself', `a${face}b`, [{ from: 0, insert: '\u0001' }, { from: 2, to: 3 }, { from: 4, insert: 'c' }], 'abc'],
];

for (const [what, doc, changes, after] of rows) {
  test(what, () => {
    const { text, json } = changed(doc, changes);
    assert.equal(text, after);
    assert.doesNotMatch(JSON.parse(json).flat().filter((part: unknown) => typeof part === 'string').join('\n'), /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
  });
}

test('Replace_OfOneHalf_SendsTheWholeCharacter', () => {
  const { text, json } = changed(`a${face}b`, { from: 2, to: 3, insert: '\ude01' });
  assert.equal(text, 'a\ud83d\ude01b');
  assert.deepEqual(JSON.parse(json), [1, [2, '\ud83d\ude01'], 1]);
});

test('Insert_Unclean_KeepsTheRestOfTheTransaction', () => {
  const state = EditorState.create({ doc: 'ab', extensions: clean() });
  const tr = state.update({ changes: { from: 1, insert: 'x\u0000' }, selection: { anchor: 3 }, userEvent: 'input.paste' });
  assert.equal(tr.state.doc.toString(), 'axb');
  assert.equal(tr.state.selection.main.head, 2);
  assert.ok(tr.isUserEvent('input.paste'));
});

test('Remote_IsNotTouched', () => {
  assert.equal(changed('ab', { from: 1, insert: '\u0001' }, true).text, 'a\u0001b');
  assert.equal(changed('a'.repeat(999_999), { from: 0, insert: 'xy' }, true).text.length, 1_000_001);
});

test('Text_OverAMillion_IsRefusedWithANotice', () => {
  const { text, notices } = changed('a'.repeat(999_999), { from: 0, insert: 'xy' });
  assert.equal(text.length, 999_999);
  assert.deepEqual(notices, ['TooLong']);
});

test('Text_OfAMillion_Passes', () => {
  const { text, notices } = changed('a'.repeat(999_999), { from: 0, insert: 'x' });
  assert.equal(text.length, 1_000_000);
  assert.deepEqual(notices, []);
});

test('Text_AlreadyTooLong_MayBecomeShorter', () => {
  assert.equal(changed('a'.repeat(1_000_010), { from: 0, to: 5 }).text.length, 1_000_005);
});

test('Change_OverTwoHundredThousand_IsRefusedWithANotice', () => {
  assert.deepEqual(changed('', { from: 0, insert: 'a'.repeat(200_001) }), { text: '', json: '[]', notices: ['TooLong'] });
  assert.equal(changed('', { from: 0, insert: 'a'.repeat(200_000) }).text.length, 200_000);
  assert.equal(changed('a'.repeat(300_000), { from: 0, to: 300_000 }).text.length, 0);
});
