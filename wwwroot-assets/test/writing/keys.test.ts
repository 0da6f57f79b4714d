import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deleteBack, deleteForward, home } from '../../src/editor/writing/deleting';
import { enterKey, hardBreak } from '../../src/editor/writing/enter';
import { indentItems, outdentItems } from '../../src/editor/writing/lists';
import type { EditorView } from '@codemirror/view';
import { ran } from './marked';

type Rows = readonly (readonly [what: string, before: string, after: string | null])[];

function table(name: string, command: (view: EditorView) => boolean, rows: Rows): void {
  for (const [what, before, after] of rows) test(`${name}: ${what}`, () => assert.equal(ran(command, before), after));
}

table('Enter', enterKey, [
  ['begins a paragraph', 'Úvod«|»', 'Úvod\n\n«|»'],
  ['parts a paragraph', 'Úvod «|»a závěr', 'Úvod\n\n«|»a závěr'],
  ['keeps what follows apart', 'Úvod«|»\nDruhý', 'Úvod\n\n«|»\n\nDruhý'],
  ['on an empty line adds one', 'Úvod\n\n«|»', 'Úvod\n\n\n«|»'],
  ['in the gap between paragraphs makes room', 'a\n«|»\nb', 'a\n\n«|»\n\nb'],
  ['goes on with bullets', '- první«|»', '- první\n- «|»'],
  ['splits an item', '- první «|»druhý', '- první\n- «|»druhý'],
  ['counts on', '1. první«|»', '1. první\n2. «|»'],
  ['counts on in the middle and renumbers', '1. a«|»\n2. b\n3. c', '1. a\n2. «|»\n3. b\n4. c'],
  ['renumbers items with more digits and keeps what is below them', '8. a«|»\n9. b\n   - pod\n10. c', '8. a\n9. «|»\n10. b\n    - pod\n11. c'],
  ['gives a new box unchecked', '- [x] hotovo«|»', '- [x] hotovo\n- [ ] «|»'],
  ['goes on in a nested list', '- a\n  - b«|»', '- a\n  - b\n  - «|»'],
  ['leaves a list on an empty item', '- a\n- «|»', '- a\n\n«|»'],
  ['leaves a check list on an empty item', '- [ ] a\n- [ ] «|»', '- [ ] a\n\n«|»'],
  ['leaves one level on an empty nested item', '1. a\n   - b\n   - «|»', '1. a\n   - b\n- «|»'],
  ['leaves a numbered list in the middle, and the rest counts on', '1. a\n2. «|»\n3. b\n4. c', '1. a\n\n«|»\n\n2. b\n3. c'],
  ['makes an item behind a second line of one', '- a  \n  b«|»', '- a  \n  b\n- «|»'],
  ['goes on with a quotation', '> věta«|»', '> věta\n> «|»'],
  ['leaves a quotation on an empty line', '> věta\n> «|»', '> věta\n\n«|»'],
  ['ends a heading', '### Nadpis«|»', '### Nadpis\n«|»'],
  ['takes an empty heading back', 'a\n\n### «|»', 'a\n\n«|»'],
  ['does not take a date for a number', '11. 6. 2026 jednala skupina«|»', '11. 6. 2026 jednala skupina\n\n«|»'],
  ['does not take a month for an item', '1. ledna 2026«|»', '1. ledna 2026\n\n«|»'],
  ['goes to the cell below', '| a«|» | b |\n| --- | --- |\n| c | d |', '| a | b |\n| --- | --- |\n| c«|» | d |'],
  ['makes a row at the end', '| a | b |\n| --- | --- |\n| c | d«|» |', '| a | b |\n| --- | --- |\n| c | d |\n|  | «|» |'],
  ['leaves a table on an empty last row', '| a |\n| --- |\n| c |\n| «|» |', '| a |\n| --- |\n| c |\n\n«|»'],
  ['makes room above a table that begins the text', '| «|»a |\n| --- |', '«|»\n\n| a |\n| --- |'],
  ['replaces the selection', '- a«[»b«]»c', '- a\n- «|»c'],
  ['is left to others in program code', '```\nx«|»\n```', null],
]);

table('Shift-Enter', hardBreak, [
  ['breaks a line', 'a«|»b', 'a  \n«|»b'],
  ['stays in the item', '1. a«|»', '1. a  \n   «|»'],
  ['stays in the quotation', '> a«|»', '> a  \n> «|»'],
]);

table('Backspace', deleteBack, [
  ['takes a bullet away', '- «|»a', '«|»a'],
  ['takes a number away and the rest counts on', '1. a\n2. «|»b\n3. c', '1. a\n\n«|»b\n\n2. c'],
  ['takes a box away', '- [ ] «|»a', '«|»a'],
  ['takes a heading away', '### «|»a', '«|»a'],
  ['takes a quotation away', '> «|»a', '«|»a'],
  ['joins paragraphs', 'a\n\n«|»b', 'a«|»b'],
  ['does not write into a table', '| a |\n| --- |\n\n«|»b', '| a |\n| --- |«|»\n\nb'],
  ['is left to others inside text', '- a«|»b', null],
  ['is left to others in the first line', '«|»a', null],
]);

table('Delete', deleteForward, [
  ['joins paragraphs', 'a«|»\n\nb', 'a«|»b'],
  ['joins items without the mark', '1. a«|»\n2. b\n3. c', '1. a«|»b\n2. c'],
  ['is left to others inside text', 'a«|»b', null],
]);

table('Tab', indentItems, [
  ['indents below an item', '- a\n- «|»b', '- a\n  - «|»b'],
  ['indents below a number and begins at one', '1. a\n2. «|»b\n3. c', '1. a\n   1. «|»b\n2. c'],
  ['counts on below', '1. a\n   1. b\n2. «|»c', '1. a\n   1. b\n   2. «|»c'],
  ['takes along what is below', '- a\n- «|»b\n  - c\n- d', '- a\n  - «|»b\n    - c\n- d'],
  ['indents several', '- a\n- «[»b\n- c«]»', '- a\n  - «[»b\n  - c«]»'],
  ['does nothing on a first item', '- «|»a', '- «|»a'],
  ['is left to the browser elsewhere', 'a«|»', null],
]);

table('Shift-Tab', outdentItems, [
  ['outdents', '- a\n  - «|»b', '- a\n- «|»b'],
  ['outdents a number, which counts on', '1. a\n   1. «|»b\n2. c', '1. a\n2. «|»b\n3. c'],
  ['takes along what is below', '- a\n  - «|»b\n    - c', '- a\n- «|»b\n  - c'],
  ['is left to the browser elsewhere', 'a«|»', null],
]);

table('Home', home, [
  ['goes to the beginning of the text', '- [ ] abc«|»', '- [ ] «|»abc'],
  ['is left to others when it is there', '- «|»abc', null],
]);
