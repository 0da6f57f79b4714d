import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alignmentsOf, asCell, cellsOf, fieldsOf } from '../../src/editor/writing/tables';

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

test('Fields_CoverTheWholeRow', () => {
  for (const [row] of rows.filter(([row]) => row.trim())) {
    const fields = fieldsOf(row);
    assert.equal(fields.map(({ from, to }) => row.slice(from, to)).join(''), row);
  }
});

test('Alignments_AreReadFromTheRowOfDashes', () => assert.deepEqual(alignmentsOf('| --- | :-- | :-: | --: |'), ['', 'left', 'center', 'right']));

test('Words_ForACell_HaveNoLineAndNoSignOfACell', () => {
  assert.equal(asCell('a\nb | c'), 'a b \\| c');
  assert.equal(asCell('a \\| b \\\\| c'), 'a \\| b \\\\\\| c');
});
