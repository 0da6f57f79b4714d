import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChangeSet, type EditorState, Transaction, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { commands } from '../../src/editor/writing';
import { cellAt } from '../../src/editor/writing/tableCell';
import { nextCell, previousCell } from '../../src/editor/writing/tableMoves';
import { marked, ran, stateOf } from './marked';

type Command = (view: EditorView) => boolean;
type Rows = readonly (readonly [what: string, command: Command, before: string, after: string | null])[];

const rows: Rows = [
  ['Tab goes to the next cell', nextCell, '| a«|» | b |\n| --- | --- |\n| c | d |', '| a | b«|» |\n| --- | --- |\n| c | d |'],
  ['Tab goes past the row of dashes', nextCell, '| a | b«|» |\n| --- | --- |\n| c | d |', '| a | b |\n| --- | --- |\n| c«|» | d |'],
  ['Tab in the last cell adds a row', nextCell, '| a | b |\n| --- | --- |\n| c | d«|» |', '| a | b |\n| --- | --- |\n| c | d |\n| «|» |  |'],
  ['Tab gives a short row its cell', nextCell, '| a | b |\n| --- | --- |\n| c«|» |', '| a | b |\n| --- | --- |\n| c | «|» |'],
  ['Tab is left to others outside', nextCell, 'a«|»', null],
  ['Shift-Tab goes back', previousCell, '| a | b |\n| --- | --- |\n| c«|» | d |', '| a | b«|» |\n| --- | --- |\n| c | d |'],
  ['Shift-Tab leaves the first cell to others', previousCell, '| a«|» |\n| --- |', null],
  ['a row below', commands.rowBelow, '| a | b |\n| --- | --- |\n| c«|» | d |\n| e | f |', '| a | b |\n| --- | --- |\n| c | d |\n| «|» |  |\n| e | f |'],
  ['a row below the head', commands.rowBelow, '| a«|» |\n| --- |\n| c |', '| a |\n| --- |\n| «|» |\n| c |'],
  ['a row above', commands.rowAbove, '| a |\n| --- |\n| c«|» |', '| a |\n| --- |\n| «|» |\n| c |'],
  ['no row above the head', commands.rowAbove, '| a«|» |\n| --- |', null],
  ['a column to the right', commands.columnRight, '| a«|» | b |\n| --- | :-: |\n| c | d |', '| a | «|» | b |\n| --- | --- | :-: |\n| c |  | d |'],
  ['a column at the end', commands.columnRight, '| a |\n| --- |\n| c«|» |', '| a |  |\n| --- | --- |\n| c | «|» |'],
  ['a column to the left', commands.columnLeft, '| a«|» |\n| --- |\n| c |', '| «|» | a |\n| --- | --- |\n|  | c |'],
  ['a column where rows have no outer lines', commands.columnLeft, 'a«|» | b\n--- | ---\nc | d', '| «|» | a | b\n| --- | --- | ---\n|  | c | d'],
  ['a row deleted', commands.rowDelete, '| a |\n| --- |\n| c«|» |\n| e |', '| a |\n| --- |\n| e«|» |'],
  ['the head deleted', commands.rowDelete, '| a«|» |\n| --- |\n| c |\n| e |', '| c«|» |\n| --- |\n| e |'],
  ['a column deleted', commands.columnDelete, '| a | b«|» | c |\n| --- | --- | --- |\n| d | e | f |', '| a | c«|» |\n| --- | --- |\n| d | f |'],
  ['the first column deleted where rows have no outer lines', commands.columnDelete, 'a«|» | b | c\n--- | --- | ---\nd | e | f', '| b«|» | c\n| --- | ---\n| e | f'],
  ['the last column left deletes the table', commands.columnDelete, 'x\n\n| a«|» |\n| --- |\n\ny', 'x\n\n«|»\ny'],
  ['the table deleted', commands.tableDelete, 'x\n\n| a«|» |\n| --- |\n| b |\n\ny', 'x\n\n«|»\ny'],
];

for (const [what, command, before, after] of rows)
  test(`table: ${what}`, () => assert.equal(ran(command, before), after));

function typed(before: string, text: string): string {
  const state = stateOf(before);
  const { from, to } = state.selection.main;
  return marked(state.update({ changes: { from, to, insert: text }, selection: { anchor: from + text.length }, userEvent: 'input.type' }).state);
}

function erased(before: string, from: number, to: number): string {
  const state = stateOf(before);
  return state.update({ changes: { from, to }, userEvent: 'delete.selection' }).newDoc.toString();
}

test('Typing_InACell_ChangesThatCellAlone', () => {
  assert.equal(typed('| a«|»   | b |\n| --- | --- |', 'x'), '| ax«|»   | b |\n| --- | --- |');
  assert.equal(typed('| a«|» |\n| --- |', '|'), '| a\\|«|» |\n| --- |');
  assert.equal(typed('| a |«|»\n| --- |', 'x'), '| ax«|» |\n| --- |');
  assert.equal(typed('«|»| a |\n| --- |', 'x'), '| x«|»a |\n| --- |');
});

test('Deleting_AcrossCells_LeavesTheTable', () => {
  const table = 'před\n\n| ab | cd |\n| --- | --- |\n| ef | gh |\n\nza';
  const at = (text: string) => table.indexOf(text);
  assert.equal(erased(table, at('b |'), at('d |')), 'před\n\n| a | d |\n| --- | --- |\n| ef | gh |\n\nza');
  assert.equal(erased(table, at('d |'), at('f |')), 'před\n\n| ab | c |\n| --- | --- |\n| f | gh |\n\nza');
  assert.equal(erased(table, 2, at('b |')), 'př\n\n| b | cd |\n| --- | --- |\n| ef | gh |\n\nza');
  assert.equal(erased(table, at('h |'), table.length - 1), 'před\n\n| ab | cd |\n| --- | --- |\n| ef | g |\n\na');
  assert.equal(erased(table, 0, table.length), '');
  assert.equal(erased(table, at('b |') + 1, at('cd')), table);
});

/** What a person does in the table, as changes that the others get. */
class Person {
  /** Changes that the other has not got yet. */
  pending: ChangeSet;
  typed = '';

  constructor(public state: EditorState) {
    this.pending = ChangeSet.empty(state.doc.length);
  }

  private readonly dispatch = (input: Transaction | TransactionSpec) => {
    const tr = input instanceof Transaction ? input : this.state.update(input);
    this.pending = this.pending.compose(tr.changes);
    this.state = tr.state;
  };

  run(command: Command): void {
    const target = this;
    command({ get state() { return target.state; }, dispatch: this.dispatch } as unknown as EditorView);
  }

  type(letter: string): void {
    const { head } = this.state.selection.main;
    this.dispatch({ changes: { from: head, insert: letter }, selection: { anchor: head + 1 }, userEvent: 'input.type' });
    this.typed += letter;
  }

  receive(changes: ChangeSet): void {
    this.state = this.state.update({ changes, annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)], filter: false }).state;
  }
}

test('TwoInOneTable_LoseNoLetterAndNoCaret_AndTheTableStaysOne', () => {
  for (let seed = 1; seed <= 300; seed++) {
    let value = seed;
    const random = (below: number) => (value = (Math.imul(value, 1664525) + 1013904223) >>> 0, Math.floor(value / 2 ** 32 * below));
    const table = '| a | b |\n| --- | --- |\n| c | d |\n|  |  |';
    const [one, other] = ['x', 'y'].map(() => new Person(stateOf(table).update({ selection: { anchor: [3, 7, 27, 31, 36, 39][random(6)]! } }).state)) as [Person, Person];
    for (let round = 0; round < 6; round++) {
      for (const [person, letter] of [[one, 'x'], [other, 'y']] as const)
        for (let i = random(4); i > 0; i--) {
          if (random(8) > 0) person.type(letter);
          else person.run([nextCell, previousCell, commands.rowBelow, commands.columnRight, commands.columnLeft][random(5)]!);
        }
      const mine = one.pending, others = other.pending;
      one.receive(others.map(mine));
      other.receive(mine.map(others, true));
      one.pending = ChangeSet.empty(one.state.doc.length);
      other.pending = ChangeSet.empty(other.state.doc.length);
      assert.equal(one.state.doc.toString(), other.state.doc.toString(), `seed ${seed}`);
    }
    const text = one.state.doc.toString();
    assert.equal([...text].filter(letter => letter === 'x').length, one.typed.length, `seed ${seed}`);
    assert.equal([...text].filter(letter => letter === 'y').length, other.typed.length, `seed ${seed}`);
    for (const person of [one, other]) assert.ok(cellAt(person.state, person.state.selection.main.head), `seed ${seed}: ${text}`);
    for (const letter of 'abcd') assert.equal([...text].filter(other => other === letter).length, 1, `seed ${seed}`);
  }
});
