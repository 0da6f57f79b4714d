import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Text } from '@codemirror/state';
import { difference } from '../src/editor/live/difference';
import { markOf, type SaveState } from '../src/editor/sheet/saveMark';
import { UnsavedStore } from '../src/editor/sheet/unsavedStore';
import { initials, shortName } from '../src/editor/sheet/who';
import { MemoryStorage } from './writer';

/** Without halves of characters. */
const isWhole = (text: string): boolean => !/[\ud800-\udfff]/u.test(text);

const saved: SaveState = { isSettled: true, canEdit: true, hasUnsaved: false, unsavedSince: null, isUnkept: false };
const unsaved: SaveState = { ...saved, hasUnsaved: true, unsavedSince: 1000 };
const mark = (texts: SaveState[], isConnected: boolean, now = 1500): string => markOf(texts, isConnected, now).mark;

test('The mark says saved only where nothing at all is unsaved', () => {
  assert.equal(mark([saved, saved], true), 'saved');
  assert.equal(mark([saved, unsaved], true), 'saving');
  assert.equal(mark([saved, unsaved], false), 'kept');
  assert.equal(markOf([{ ...unsaved, unsavedSince: 900 }, unsaved], false, 1500).since, 900);
});

test('The mark does not promise what the server does not answer, nor what the browser could not keep', () => {
  assert.equal(mark([unsaved], true, 20_000), 'kept');
  assert.equal(mark([{ ...unsaved, isUnkept: true }, saved], true), 'error');
});

test('The mark tells a lost line, a text still to come, and a sheet that is only read', () => {
  assert.equal(mark([saved], false), 'offline');
  assert.equal(mark([saved, { ...saved, isSettled: false }], true), 'opening');
  assert.equal(mark([{ ...saved, canEdit: false }], true), 'readonly');
  assert.equal(mark([{ ...saved, canEdit: false }, saved], true), 'saved');
});

test('The difference of two texts makes one of the other, and leaves whole lines that stayed alone', () => {
  const random = (n: number): number => Math.floor(Math.random() * n);
  const piece = (): string => ['a', 'ž', '🐎', '🐴', '\n', '\n', 'bc'][random(7)];
  const some = (n: number): string => Array.from({ length: random(n) }, piece).join('');
  for (let i = 0; i < 3000; i++) {
    const before = some(20), cut = random(before.length + 1);
    const after = random(2) ? some(20) : before.slice(0, cut) + some(4) + before.slice(cut + random(3));
    const a = Text.of(before.split('\n')), b = Text.of(after.split('\n'));
    const changes = difference(a, b);
    assert.equal(changes.apply(a).toString(), after);
    changes.iterChanges((_fromA, _toA, _fromB, _toB, inserted) => {
      if (isWhole(before) && isWhole(after)) assert.ok(isWhole(inserted.toString()), JSON.stringify([before, after]));
    });
  }
  const lines = Text.of(['jedna', 'dva', 'tři', 'čtyři']);
  const changes = difference(lines, Text.of(['první', 'dva', 'tři', 'nula', 'čtyři!']));
  assert.equal(changes.mapPos(7), 7);
  assert.equal(changes.mapPos(10), 10);
});

test('Refused wording stays until it is put away', () => {
  const storage = new MemoryStorage(), store = new UnsavedStore(7, storage);
  const { id } = store.add(1, 'locked', 'znění');
  store.add(12, 'locked', 'jiný text');
  new UnsavedStore(8, storage).add(1, 'locked', 'někdo jiný');
  assert.deepEqual(new UnsavedStore(7, storage).all(1).map(({ code, wording }) => [code, wording]), [['locked', 'znění']]);
  store.remove(1, id);
  assert.deepEqual(store.all(1), []);
});

test('Names are short beside a caret and two letters in a circle, without titles', () => {
  assert.equal(shortName('Ing. Jana Nováková, Ph.D.'), 'J. Nováková');
  assert.equal(initials('Mgr. Šárka Čermáková'), 'ŠČ');
  assert.equal(initials('Žofie'), 'Ž');
  assert.equal(shortName('Žofie'), 'Žofie');
});
