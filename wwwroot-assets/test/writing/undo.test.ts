import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redo, undo } from '@codemirror/commands';
import { type EditorState, Transaction, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { commands } from '../../src/editor/writing';
import { enterKey } from '../../src/editor/writing/enter';
import { nextCell } from '../../src/editor/writing/tableMoves';
import { helpAfter } from '../../src/editor/writing/typography';
import { stateOf } from './marked';

const begin = 'Úvod v lese\n\n1. jedna\n2. dvě\n\n| a | b |\n| --- | --- |\n| c |  |\n\nKonec';
const others = /[\u3400-\u4dff]/g;
const remote = [Transaction.remote.of(true), Transaction.addToHistory.of(false)];

/** Every sign that the other writes is a different one, so that each can be found again. */
test('Undo_InAnyInterleaving_NeverTakesWhatAnotherWrote', () => {
  for (let seed = 1; seed <= 250; seed++) {
    let value = seed;
    const random = (below: number) => (value = (Math.imul(value, 1664525) + 1013904223) >>> 0, Math.floor(value / 2 ** 32 * below));
    let state: EditorState = stateOf(begin), sign = 0x3400;
    const target = {
      get state() { return state; },
      dispatch: (input: Transaction | TransactionSpec) => { state = (input instanceof Transaction ? input : state.update(input)).state; },
    } as unknown as EditorView;
    const keys = [enterKey, nextCell, commands.bold, commands.bulletList, commands.numberedList, commands.rowBelow, commands.columnRight, commands.rowDelete, commands.checkList];
    const letters = ['v', ' ', '"', '1', '0', '-', '.', 'x', '|', ' '];
    for (let i = 0; i < 60; i++) {
      const place = random(state.doc.length + 1), before = state;
      const action = random(10);
      if (action < 3) state = state.update({ changes: { from: place, insert: String.fromCharCode(sign++) }, annotations: remote, filter: false }).state;
      else if (action < 6) {
        const { head } = state.selection.main;
        const typed = state.update({ changes: { from: head, insert: letters[random(letters.length)]! }, selection: { anchor: head + 1 }, userEvent: 'input.type' });
        state = (helpAfter(typed) ?? typed).state;
      } else if (action === 6) state = state.update({ selection: { anchor: place } }).state;
      else if (action === 7) keys[random(keys.length)]!(target);
      else if (action === 8) {
        // Only one's own deletion takes what others wrote, and only what it covers.
        const to = Math.min(state.doc.length, place + random(4));
        state = state.update({ changes: { from: place, to }, userEvent: 'delete.selection' }).state;
      } else {
        undo(target);
        const left = new Set(state.doc.toString().match(others));
        for (const written of before.doc.toString().match(others) ?? []) assert.ok(left.has(written), `seed ${seed}, step ${i}: ${written} went`);
        if (random(3) === 0) redo(target);
      }
    }
    const written = state.doc.toString().match(others) ?? [];
    for (let i = 0; i < 200; i++) undo(target);
    const left = new Set(state.doc.toString().match(others));
    for (const sign of written) assert.ok(left.has(sign), `seed ${seed}: ${sign} went in the end`);
  }
});
