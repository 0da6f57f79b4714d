import { history, undo } from '@codemirror/commands';
import { type ChangeSpec, EditorSelection, EditorState, Transaction } from '@codemirror/state';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockField, blocksOf, setShown } from '../../src/editor/blocks/field';
import { blockGuard, blockMove } from '../../src/editor/blocks/guard';
import { blockIn, blocksIn } from '../../src/editor/blocks/line';
import { moved } from '../../src/editor/blocks/moving';
import { deleteBack, deleteForward } from '../../src/editor/writing/deleting';
import { pasted } from '../../src/editor/writing/paste';
import { marked, stateOf, viewOf } from '../writing/marked';

const extra = [blockGuard, blockField];
const b = '[[vote:5]]', c = '[[vote:6]]';

function keysIn(state: EditorState): string[] {
  return blocksIn(state.doc).map(({ key }) => key);
}

/** Replaces the selection, as the event says. */
function done(before: string, userEvent: string, insert = '', change?: (state: EditorState) => ChangeSpec): string {
  const state = stateOf(before, extra);
  const { from, to } = state.selection.main;
  return marked(state.update({ changes: change?.(state) ?? { from, to, insert }, selection: EditorSelection.cursor(from + insert.length), userEvent }).state);
}

const lines: readonly (readonly [string, string | null])[] = [
  [b, 'vote:5'], ['[[attendance:34]]', 'attendance:34'], [` ${b}`, null], [`${b} `, null], ['[[vote:0]]', null], ['[[vote:]]', null], ['[[task:1]]', 'task:1'], ['[[tasks:1]]', null], ['[[task:x]]', null], ['text', null],
];
for (const [line, key] of lines) test(`key of ${JSON.stringify(line)}`, () => assert.equal(blockIn(line), key));

const typed: readonly (readonly [before: string, insert: string, after: string])[] = [
  [`a\n«|»${b}\nz`, 'x', `a\nx«|»\n${b}\nz`],
  [`a\n${b}«|»\nz`, 'x', `a\n${b}\nx«|»\nz`],
  [`a\n${b}«|»`, 'x', `a\n${b}\nx«|»`],
  [`«|»${b}`, 'x', `x«|»\n${b}`],
  [`a\n[[vo«|»te:5]]\nz`, 'x', `a\n${b}\nx«|»\nz`],
  [`a\n${b}«|»\nz`, '\n', `a\n${b}\n«|»\nz`],
  [`a«[»b\n${b}\nc«]»z`, 'x', `ax«|»\n${b}\nz`],
  [`«[»a\n${b}\n${c}\nz«]»`, 'x', `x«|»\n${b}\n${c}`],
  // Pasted references get lines of their own, and nothing else is changed.
  [`a«|»z`, b, `a\n${b}\n«|»z`],
  [`a «|»\nz`, `den [[vote:9]] je`, `a den [[vote:9]] je«|»\nz`],
];
for (const [before, insert, after] of typed) test(`typing ${JSON.stringify(insert)} into ${JSON.stringify(before)}`, () => assert.equal(done(before, 'input.type', insert), after));

const deleted: readonly (readonly [before: string, after: string])[] = [
  [`«[»a\n${b}\nz«]»`, `${b}`],
  [`a«[»a\n${b}\n${c}\nz«]»z`, `a\n${b}\n${c}\nz`],
  [`a\n«[»${b}«]»\nz`, `a\n${b}\nz`],
  [`a\n«[»[[vote«]»:5]]\nz`, `a\n${b}\nz`],
];
for (const [before, after] of deleted) test(`deleting ${JSON.stringify(before)}`, () => assert.equal(done(before, 'delete.selection').replace(/«.»/g, ''), after));

test('Backspace_BehindABlock_StepsOntoItAndThenBeyond', () => {
  const back = (before: string, size: number): string => {
    const state = stateOf(before, extra), { head } = state.selection.main;
    return marked(state.update({ changes: { from: head - size, to: head }, userEvent: 'delete.backward' }).state);
  };
  assert.equal(back(`a\n${b}\n«|»z`, 1), `a\n${b}«|»\nz`);
  assert.equal(back(`a\n${b}«|»\nz`, b.length), `a«|»\n${b}\nz`);
  assert.equal(back(`${b}«|»\nz`, 1), `«|»${b}\nz`);
});

test('Delete_BeforeABlock_StepsOntoItAndThenBeyond', () => {
  const forward = (before: string, size: number): string => {
    const state = stateOf(before, extra), { head } = state.selection.main;
    return marked(state.update({ changes: { from: head, to: head + size }, userEvent: 'delete.forward' }).state);
  };
  assert.equal(forward(`a«|»\n${b}\nz`, 1), `a\n«|»${b}\nz`);
  assert.equal(forward(`a\n«|»${b}\nz`, b.length), `a\n${b}\n«|»z`);
});

test('Backspace_OfTheEditor_BehindABlankLineBehindABlock_TakesTheBlankLineOnly', () => {
  const { view, state } = viewOf(stateOf(`a\n\n${b}\n\n«|»z`, extra));
  assert.equal(deleteBack(view), true);
  assert.equal(state().doc.toString(), `a\n\n${b}\nz`);
  const ahead = viewOf(stateOf(`a«|»\n\n${b}\n\nz`, extra));
  assert.equal(deleteForward(ahead.view), true);
  assert.equal(ahead.state().doc.toString(), `a\n${b}\n\nz`);
});

test('Cut_TakesABlock_AndPasteBringsItBackElsewhere_UndoTakesBackBoth', () => {
  const before = `a\n\n${b}\n\nz`;
  let state = stateOf(`a\n\n«[»${b}\n\n«]»z`, extra);
  state = state.update({ changes: { from: 3, to: 15 }, userEvent: 'delete.cut' }).state;
  assert.equal(state.doc.toString(), 'a\n\nz');
  const text = pasted(state, '', `${b}\n\n`);
  const change = text ?? { from: 0, to: 0, insert: `${b}\n\n` };
  state = state.update({ changes: { from: 0, to: 0, insert: change.insert }, userEvent: 'input.paste' }).state;
  assert.deepEqual(keysIn(state), ['vote:5']);
  const { view, state: now } = viewOf(state);
  undo(view);
  undo(view);
  assert.equal(now().doc.toString(), before);
});

test('ChangesOfOthers_AlwaysApply', () => {
  const state = stateOf(`a\n${b}\nz`, extra);
  const after = state.update({ changes: { from: 0, to: state.doc.length, insert: 'vše jinak' }, annotations: Transaction.remote.of(true) }).state;
  assert.equal(after.doc.toString(), 'vše jinak');
});

const moves: readonly (readonly [before: string, forward: boolean, after: string | null])[] = [
  [`první\n\ndruhý\ni dál\n\n${b}\n\nz`, false, `první\n\n${b}\n\ndruhý\ni dál\n\nz`],
  [`a\n\n${b}\n`, false, `${b}\n\na\n\n`],
  [`a\n\n${b}`, false, `${b}\n\na`],
  [`a\n\n${b}\n\n- x\n- y\n\nz`, true, `a\n\n- x\n- y\n\n${b}\n\nz`],
  [`a\n${b}\n${c}\n`, true, `a\n${c}\n\n${b}\n`],
  [`${b}\n\nz`, false, null],
  [`z\n\n${b}\n\n`, true, null],
];
for (const [before, forward, after] of moves)
  test(`moving ${forward ? 'down' : 'up'} in ${JSON.stringify(before)}`, () => {
    const state = stateOf(before, extra);
    const way = moved(state.doc, blocksIn(state.doc)[0]!, forward);
    if (after === null || way === null) return assert.equal(way, after);
    const result = state.update({ changes: way.changes, annotations: blockMove.of(true), userEvent: 'move.block' }).state;
    assert.equal(result.doc.toString(), after);
    assert.equal(blocksIn(result.doc).find(({ key }) => key === 'vote:5')?.from, way.at);
    const { view, state: now } = viewOf(result);
    undo(view);
    assert.equal(now().doc.toString(), before);
  });

test('ABlock_MovedUpAndDown_VisitsEveryPlaceAndKeepsEveryWord', () => {
  let state = stateOf(`první\n\n- a\n- b\n\n| x | y |\n| --- | --- |\n| 1 | 2 |\n\n${b}\n`, extra);
  const words = (text: string) => text.replace(/\s+/g, ' ').replace(b, '').split(' ').filter(Boolean).join(' ');
  const before = words(state.doc.toString());
  for (const forward of [false, false, false, true, true, true]) {
    const way = moved(state.doc, blocksIn(state.doc)[0]!, forward);
    assert.ok(way);
    state = state.update({ changes: way.changes, annotations: blockMove.of(true) }).state;
    assert.deepEqual(keysIn(state), ['vote:5']);
    assert.equal(words(state.doc.toString()), before);
  }
  assert.ok(!/\n\n\n\n/.test(state.doc.toString()));
});

test('AnyTyping_KeepsEveryBlock', () => {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  const parts = ['x', '\n', 'ab\n', '\n\nq', '', '', ''];
  for (let round = 0; round < 3000; round++) {
    const doc = Array.from({ length: 1 + random(6) }, (_, i) => (random(2) ? `[[vote:${i + 1}]]` : random(2) ? 'text' : '')).join('\n');
    const state = EditorState.create({ doc, extensions: [...extra, history()] });
    const from = random(doc.length + 1), to = Math.min(doc.length, from + random(12)), insert = parts[random(parts.length)]!;
    const after = state.update({ changes: { from, to, insert }, userEvent: random(2) ? 'input.type' : 'delete.selection' }).state;
    assert.deepEqual(keysIn(after), keysIn(state), JSON.stringify({ doc, from, to, insert, after: after.doc.toString() }));
    const outside = (text: string) => text.replace(/\[\[vote:\d\]\]/g, '').replace(/\n/g, '');
    assert.ok(outside(after.doc.toString()).includes(insert.replace(/\n/g, '')), JSON.stringify({ doc, from, to, insert, after: after.doc.toString() }));
  }
});

test('Blocks_AreFoundAgainAfterEveryChange_AndShownOnlyFormatted', () => {
  const state = stateOf(`a\n${b}\nz«|»`, extra);
  assert.deepEqual(blocksOf(state), [{ key: 'vote:5', from: 2, to: 12 }]);
  const after = state.update({ changes: { from: 0, insert: 'nový\n' }, effects: setShown.of({ contents: new Map(), heldBefore: new Set(['vote:5']) }) }).state;
  assert.deepEqual(blocksOf(after), [{ key: 'vote:5', from: 7, to: 17 }]);
});
