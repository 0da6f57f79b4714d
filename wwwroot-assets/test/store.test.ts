import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PendingStore } from '../src/editor/live/pendingStore';
import { Authority } from './authority';
import { MemoryStorage, settled, Writer } from './writer';

const change = (n: number): string => `[${n},[0,"${n}"]]`;
const changes = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, i) => change(from + i));

test('What is appended is there for the next page', () => {
  const storage = new MemoryStorage(), log = new PendingStore(7, storage).log(1, 'abc');
  for (const text of changes(0, 250)) assert.ok(log.append(5, 3, text));
  const [left] = new PendingStore(7, storage).leftovers(1);
  assert.deepEqual([left.clientId, left.base, left.first, left.changes.length], ['abc', 5, 3, 250]);
  assert.deepEqual(left.changes, changes(0, 250).map((text) => JSON.parse(text) as unknown));
});

test('Appending rewrites the last segment only', () => {
  const storage = new MemoryStorage(), log = new PendingStore(7, storage).log(1, 'abc');
  for (const text of changes(0, 250)) log.append(5, 3, text);
  storage.writes = [];
  log.append(5, 3, change(250));
  assert.deepEqual(storage.writes, ['workspace.pending/7/1/abc/1/2']);
});

test('A rebase replaces everything, also where less remains', () => {
  const storage = new MemoryStorage(), store = new PendingStore(7, storage), log = store.log(1, 'abc');
  for (const text of changes(0, 250)) log.append(5, 3, text);
  log.replace(9, 103, changes(100, 250));
  const [left] = store.leftovers(1);
  assert.deepEqual([left.base, left.first, left.changes.length], [9, 103, 150]);
  assert.equal(storage.length, 3);
  log.append(9, 103, change(250));
  assert.equal(store.leftovers(1)[0].changes.length, 151);
  log.replace(12, 254, []);
  assert.equal(storage.length, 0);
});

test('A crash in the middle of a rebase leaves all of the old or all of the new', () => {
  for (let writes = 0; writes < 4; writes++) {
    const storage = new MemoryStorage(), store = new PendingStore(7, storage), log = store.log(1, 'abc');
    for (const text of changes(0, 250)) log.append(5, 3, text);
    const set = storage.setItem.bind(storage);
    let left = writes;
    storage.setItem = (key, value) => { if (left-- <= 0) throw new Error('The tab is gone.'); set(key, value); };
    storage.removeItem = () => { throw new Error('The tab is gone.'); };
    try { log.replace(9, 3, changes(1000, 1250)); } catch { /* as a crash */ }
    const [found] = store.leftovers(1);
    assert.equal(found.changes.length, 250);
    assert.deepEqual(found.changes[0], JSON.parse(found.base === 5 ? change(0) : change(1000)));
    assert.deepEqual(found.changes[249], JSON.parse(found.base === 5 ? change(249) : change(1249)));
  }
});

test('Leftovers are of one person and one text, and not one’s own', () => {
  const storage = new MemoryStorage(), store = new PendingStore(7, storage);
  store.log(1, 'abc').append(0, 1, change(0));
  store.log(12, 'def').append(0, 1, change(0));
  new PendingStore(8, storage).log(1, 'ghi').append(0, 1, change(0));
  assert.deepEqual(store.leftovers(1).map(({ clientId }) => clientId), ['abc']);
  assert.deepEqual(store.leftovers(12).map(({ clientId }) => clientId), ['def']);
  assert.deepEqual(store.leftovers(1, 'abc'), []);
});

test('What a tab that is still alive has added meanwhile is not forgotten', () => {
  const storage = new MemoryStorage(), store = new PendingStore(7, storage), log = store.log(1, 'abc');
  for (const text of changes(0, 3)) log.append(5, 1, text);
  log.append(5, 1, change(3));
  store.forget(1, 'abc', 3);
  assert.equal(store.leftovers(1)[0].changes.length, 4);
  store.forget(1, 'abc', 4);
  assert.equal(storage.length, 0);
});

test('A damaged entry is no leftover and breaks nothing', () => {
  const storage = new MemoryStorage();
  storage.setItem('workspace.pending/7/1/abc', '{"generation":');
  assert.deepEqual(new PendingStore(7, storage).leftovers(1), []);
});

test('A full storage is told, typing goes on, and all is kept again when there is room', async () => {
  const authority = new Authority(), a = new Writer(authority);
  a.line.up();
  await settled(a);
  a.line.cut();
  a.type('dlouhý text '.repeat(3));
  assert.equal(a.live.isUnkept, false);
  a.storage.room = 0;
  a.type('bez místa');
  assert.equal(a.live.isUnkept, true);
  a.storage.room = Infinity;
  a.type('!');
  assert.equal(a.live.isUnkept, false);
  const c = new Writer(authority, a.storage);
  c.line.up();
  await settled(c);
  assert.equal(c.text, a.text);
});
