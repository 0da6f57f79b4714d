import { createDocument } from '@mixmark-io/domino';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longBreak, MergeSummary } from '../src/editor/sheet/merged';

/** What is said after a break of the given length in which the texts have taken that in. */
async function saidAfter(length: number, ...merged: Parameters<MergeSummary['merged']>[]): Promise<string | null> {
  const page = createDocument('<div id="root"><div class="sheet"></div></div>');
  (globalThis as { document?: unknown }).document = page;
  const root = page.getElementById('root') as unknown as HTMLElement;
  const people = new Map([[5, { id: 5, name: 'Jana Nováková' }], [6, { id: 6, name: 'Karel Šída' }]]);
  const summary = new MergeSummary(root, (key, ...args) => [key, ...args].join(' '), (id) => people.get(id));
  summary.lost(1_000);
  summary.lost(2_000);
  summary.found(1_000 + length);
  for (const one of merged) summary.merged(...one);
  await new Promise((resolve) => setTimeout(resolve, 1_600));
  const notice = root.querySelector('.notice.merged');
  assert.ok(!notice || notice.nextElementSibling === root.querySelector('.sheet'));
  return notice?.textContent ?? null;
}

test('After a long break one is told that the own wording is stored and who wrote where', async () => {
  const said = await saidAfter(longBreak, [1, 'Bod 1', { from: 3, to: 9, own: 2, authors: [5, 6, 5] }], [2, 'Bod 2', { from: 1, to: 2, own: 1, authors: [] }]);
  assert.match(said!, /Merged_own Merged_others/);
  assert.match(said!, /Bod 1: Jana Nováková, Karel Šída Merged_changes/);
  assert.ok(!said!.includes('Bod 2'));
});

test('Who wrote nothing, alone or not, is told so', async () => {
  assert.match((await saidAfter(longBreak, [1, 'Bod 1', { from: 3, to: 4, own: 1, authors: [] }]))!, /Merged_own Merged_quiet/);
  assert.match((await saidAfter(longBreak, [1, 'Bod 1', { from: 3, to: 4, own: 0, authors: [99] }]))!, /Merged_none Merged_others/);
});

test('A short break, or one in which nothing happened, is not spoken of', async () => {
  assert.equal(await saidAfter(longBreak - 1, [1, 'Bod 1', { from: 3, to: 9, own: 2, authors: [5] }]), null);
  assert.equal(await saidAfter(longBreak), null);
});
