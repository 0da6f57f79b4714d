import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellsOf, parseTable } from '../../src/editor/writing/tables';

const rows: readonly (readonly [string, readonly string[]])[] = [
  ['| a | b |', ['a', 'b']],
  ['a | b', ['a', 'b']],
  ['|a|b|', ['a', 'b']],
  ['  | a |  b  | ', ['a', 'b']],
  ['| a \\| b | c |', ['a \\| b', 'c']],
  ['|  |  |', ['', '']],
  ['| a || c |', ['a', '', 'c']],
  ['| a | b', ['a', 'b']],
  ['| konec \\\\| b |', ['konec \\\\', 'b']],
  ['', []],
];

for (const [row, cells] of rows)
  test(`cells of ${JSON.stringify(row)}`, () => assert.deepEqual(cellsOf(row).map(({ from, to }) => row.slice(from, to)), cells));

test('Table_HasAlignmentsAndRowsAsWideAsItsHead', () => {
  const source = '| a | b | c | d |\n| --- | :-- | :-: | --: |\n| 1 |\n| 1 | 2 | 3 | 4 | 5 |';
  const { alignments, rows } = parseTable(source);
  assert.deepEqual(alignments, ['', 'left', 'center', 'right']);
  assert.deepEqual(rows.map(row => row.cells.map(({ from, to }) => source.slice(from, to))), [['a', 'b', 'c', 'd'], ['1', '', '', ''], ['1', '2', '3', '4']]);
});

test('Table_CellsAreCountedFromItsBeginning', () => {
  const source = '| a |\n| --- |\n| konec |';
  const cell = parseTable(source).rows[1]!.cells[0]!;
  assert.deepEqual(cell, { from: source.indexOf('konec'), to: source.indexOf('konec') + 5 });
});
