import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '../../src/editor/comments/difference';

const random = (n: number): number => Math.floor(Math.random() * n);
const told = (before: string, after: string): string => compare(before, after).map(({ kind, text }) => ({ same: text, out: `[-${text}-]`, in: `[+${text}+]` })[kind]).join('');

test('A difference holds both wordings, whole', () => {
  const words = ['rada', 'výbor', ' ', ', ', '\n', '😀', '😁', 'schválila', '.'];
  const some = (): string => Array.from({ length: random(12) }, () => words[random(words.length)]).join('');
  for (let i = 0; i < 3000; i++) {
    const before = some(), after = some(), pieces = compare(before, after);
    assert.equal(pieces.filter(({ kind }) => kind !== 'in').map(({ text }) => text).join(''), before);
    assert.equal(pieces.filter(({ kind }) => kind !== 'out').map(({ text }) => text).join(''), after);
    assert.ok(pieces.every(({ text }) => text && !/[\ud800-\udfff]/u.test(text)));
  }
});

test('A difference names the words that differ, neighbours together', () => {
  assert.equal(told('Rada schválila návrh.', 'Rada schválila upravený návrh.'), 'Rada schválila [+upravený +]návrh.');
  assert.equal(told('Rada schválila návrh.', 'Rada vzala na vědomí návrh.'), 'Rada [-schválila-][+vzala na vědomí+] návrh.');
  assert.equal(told('Rada města schválila.', 'Výbor kraje schválil.'), '[-Rada města schválila-][+Výbor kraje schválil+].');
  assert.equal(told('vše', ''), '[-vše-]');
});
