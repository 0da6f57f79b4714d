import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plain } from '../../src/editor/comments/quoted';

const sentences: Record<string, string> = { 'vote:12': 'Hlasování č. 2: PRO 20, PROTI 0, ZDRŽEL SE 0 – přijato' };
const quoted = (text: string): string => plain(text, (key) => sentences[key] ?? null);

test('A quotation has no signs of Markdown', () => {
  assert.equal(quoted('## Nadpis\n1. **tučně**\n- [ukázka](https://example.org)'), 'Nadpis\ntučně\nukázka');
});

test('A block is quoted by its sentence', () => {
  assert.equal(quoted('Následovalo hlasování.\n[[vote:12]]\n- Konec.'), `Následovalo hlasování.\n${sentences['vote:12']}\nKonec.`);
  assert.equal(quoted('[[vote:12]]'), sentences['vote:12']);
});

test('What is no block, or one that the page does not show, stays as it is', () => {
  assert.equal(quoted('viz [[vote:12]]'), 'viz [[vote:12]]');
  assert.equal(quoted('[[vote:99]]'), '[[vote:99]]');
});
