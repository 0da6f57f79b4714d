import assert from 'node:assert/strict';
import { test } from 'node:test';
import { undo } from '@codemirror/commands';
import { type EditorState, Transaction } from '@codemirror/state';
import { helpAfter } from '../../src/editor/writing/typography';
import { stateOf } from './marked';

/** Types letter by letter, as the editor does; hard spaces are shown as ~. */
function type(state: EditorState, text: string): EditorState {
  for (const letter of text) {
    const { from, to } = state.selection.main;
    const typed = state.update({ changes: { from, to, insert: letter }, selection: { anchor: from + 1 }, userEvent: 'input.type' });
    state = (helpAfter(typed) ?? typed).state;
  }
  return state;
}

const shown = (state: EditorState) => state.doc.toString().replaceAll('\u00a0', '~');
const typed = (text: string, before = '«|»') => shown(type(stateOf(before), text));

const cases: readonly (readonly [text: string, expected: string])[] = [
  ['v Praze a u nás', 'v~Praze a~u~nás'],
  ['K bodu, i s tím (o škole)', 'K~bodu, i~s~tím (o~škole)'],
  ['bez předložek ano', 'bez předložek ano'],
  ['dne 6. 12. 2025 ', 'dne 6.~12.~2025 '],
  ['6. prosince 2025', '6.~prosince 2025'],
  ['za 10 km a 5 % nebo 3 kg.', 'za 10~km a~5~% nebo 3~kg.'],
  ['10 000 Kč, 1 250 000 Kč.', '10~000~Kč, 1~250~000~Kč.'],
  ['25 tis. Kč.', '25~tis.~Kč.'],
  ['v roce 2025 100 lidí', 'v~roce 2025 100 lidí'],
  ['podle č. 5 a str. 7, § 3', 'podle č.~5 a~str.~7, §~3'],
  ['Ing. Nováková, zákon č. 89/2012 Sb. ', 'Ing.~Nováková, zákon č.~89/2012~Sb. '],
  ['"ano" a "ne"', '„ano“ a~„ne“'],
  ['řekl: "je to \'dobré\'"', 'řekl: „je to ‚dobré‘“'],
  ['d\'Artagnan', 'd\'Artagnan'],
  ['trubka 5"', 'trubka 5"'],
  ['lípa - strom', 'lípa – strom'],
  ['strany 10-15 a 9:00-11:30.', 'strany 10–15 a~9:00–11:30.'],
  ['č. j. 12-34, tel. 123-456, 2025-12 ', 'č.~j.~12-34, tel. 123-456, 2025-12 '],
  ['- položka', '- položka'],
  ['1. - b', '1. - b'],
  ['`a - "b" v c`', '`a - "b" v c`'],
  ['https://example.org/a-1-2 ', 'https://example.org/a-1-2 '],
  ['[v tom](https://example.org/10-15 "x")', '[v~tom](https://example.org/10-15 "x")'],
];

for (const [text, expected] of cases) test(`typed ${JSON.stringify(text)}`, () => assert.equal(typed(text), expected));

test('Help_InCellsAndCode_KnowsItsPlace', () => {
  assert.equal(typed('v lese', '| «|» | b |\n| --- | --- |'), '| v~lese | b |\n| --- | --- |');
  assert.equal(typed('"a"', '| b | «|» |\n| --- | --- |'), '| b | „a“ |\n| --- | --- |');
  assert.equal(typed('"a" v b', '```\n«|»\n```'), '```\n"a" v b\n```');
});

function undone(state: EditorState): EditorState {
  let now = state;
  undo({ state, dispatch: tr => { now = tr.state; } });
  return now;
}

test('Undo_TakesOnlyTheHelpBack_AndItIsNotGivenAgainThere', () => {
  const state = type(stateOf('«|»'), 'bylo v ');
  assert.equal(shown(state), 'bylo v~');
  const back = undone(state);
  assert.equal(shown(back), 'bylo v ');
  assert.equal(shown(type(back, 'Brně v 5 h, ')), 'bylo v Brně v~5~h, ');
  const quote = undone(type(stateOf('«|»'), '"'));
  assert.equal(shown(quote), '"');
  assert.equal(shown(undone(type(quote, 'a'))), '"');
});

test('Undo_OfAUnit_IsNotGivenAgainByTheNextSign', () => {
  const back = undone(type(stateOf('«|»'), '5 km '));
  assert.equal(shown(back), '5 km ');
  const without = back.update({ changes: { from: 4, to: 5 }, userEvent: 'delete.backward' }).state;
  assert.equal(shown(type(without, ', ')), '5 km, ');
});

test('WhatOthersWrote_IsNotHelped', () => {
  assert.equal(typed(' ', 'trvá 5 km«|»'), 'trvá 5 km ');
  assert.equal(typed(' ', 'a to v«|»'), 'a to v~');
  const mine = type(stateOf('«|»'), 'trvá 5');
  const remote = mine.update({ changes: { from: 6, insert: ' km' }, selection: { anchor: 9 }, annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)] }).state;
  assert.equal(shown(type(remote, ' ')), 'trvá 5 km ');
});
