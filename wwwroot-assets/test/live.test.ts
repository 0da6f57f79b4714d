import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Authority } from './authority';
import { MemoryStorage, pause, settled, Writer } from './writer';

async function two(): Promise<[Authority, Writer, Writer]> {
  const authority = new Authority();
  const a = new Writer(authority), b = new Writer(authority);
  a.line.up();
  b.line.up();
  await settled(a, b);
  return [authority, a, b];
}

function equal(authority: Authority, ...writers: Writer[]): void {
  for (const writer of writers) assert.equal(writer.text, authority.text.toString());
}

test('What one types reaches the other, in whole', async () => {
  const [authority, a, b] = await two();
  a.type('Příliš žluťoučký kůň 🐎');
  await settled(a, b);
  assert.equal(b.text, 'Příliš žluťoučký kůň 🐎');
  equal(authority, a, b);
});

test('One message is under way at a time; what is typed meanwhile goes together in the next', async () => {
  const [, a, b] = await two();
  let release = (): void => {};
  a.line.delay = () => new Promise((resolve) => { release = resolve; });
  a.type('abcdef');
  assert.equal(a.line.submitted.length, 1);
  assert.equal(a.line.submitted[0].count, 1);
  a.line.delay = () => Promise.resolve();
  release();
  await settled(a, b);
  assert.deepEqual(a.line.submitted.map(({ first, count }) => [first, count]), [[1, 1], [2, 5]]);
  assert.equal(b.text, 'abcdef');
});

test('Undo takes back only one’s own edits', async () => {
  const [authority, a, b] = await two();
  a.type('moje ');
  await settled(a, b);
  b.type('cizí ');
  await settled(a, b);
  a.type('konec', 0);
  await settled(a, b);
  for (let i = 0; i < 10; i++) a.undo();
  await settled(a, b);
  assert.equal(a.text, 'cizí ');
  equal(authority, a, b);
  for (let i = 0; i < 10; i++) a.redo();
  await settled(a, b);
  assert.equal(a.text, 'konecmoje cizí ');
  b.undo();
  await settled(a, b);
  assert.equal(b.text, 'konecmoje cizí');
  equal(authority, a, b);
});

test('A gap is noticed and what is missing fetched; what comes twice counts once', async () => {
  const [authority, a, b] = await two();
  b.line.loss = 1;
  a.type('první ');
  await settled(a);
  b.line.loss = 0;
  b.line.repetition = 1;
  a.type('druhé');
  await settled(a, b);
  assert.equal(b.text, 'první druhé');
  equal(authority, a, b);
});

test('A lost echo of one’s own is fetched after a while', async () => {
  const [authority, a] = await two();
  a.line.loss = 1;
  a.type('x');
  await pause(100);
  assert.equal(a.live.hasUnsaved, true);
  a.line.loss = 0;
  await pause(3200);
  assert.equal(a.live.hasUnsaved, false);
  equal(authority, a);
});

test('After a cut line everything typed meanwhile merges, under the same sequences', async () => {
  const [authority, a, b] = await two();
  a.type('základ ');
  await settled(a, b);
  a.line.cut();
  a.type('z odpojení', 0);
  b.type('od druhého');
  await settled(b);
  assert.equal(a.live.hasUnsaved, true);
  a.line.up();
  await settled(a, b);
  assert.equal(a.text, 'z odpojenízáklad od druhého');
  equal(authority, a, b);
});

test('A lost acknowledgement does not store a change twice', async () => {
  const [authority, a, b] = await two();
  a.line.delay = () => pause(5);
  a.type('jednou');
  await pause(7);
  assert.equal(authority.text.toString(), 'j');
  a.line.cut();
  a.line.delay = () => Promise.resolve();
  await pause(20);
  a.line.up();
  await settled(a, b);
  assert.equal(authority.text.toString(), 'jednou');
  equal(authority, a, b);
});

test('Where the server has only the text left, one’s own is sent on its old version first', async () => {
  const [authority, a, b] = await two();
  a.type('řádek jedna\nřádek dva\nřádek tři');
  await settled(a, b);
  a.line.cut();
  a.type('MOJE ', 12);
  b.type('začátek ', 0);
  b.type(' konec');
  await settled(b);
  authority.kept = 0;
  a.line.up();
  await settled(a, b);
  assert.equal(a.text, 'začátek řádek jedna\nMOJE řádek dva\nřádek tři konec');
  a.type('!');
  await settled(a, b);
  equal(authority, a, b);
  a.undo();
  await settled(a, b);
  assert.ok(!a.text.includes('!'));
});

test('What was typed while the text was fetched anew is not lost', async () => {
  const [authority, a, b] = await two();
  a.type('jedna\ndva\ntři');
  await settled(a, b);
  a.line.cut();
  a.type('A', 6);
  b.edit({ from: 0, to: 5, insert: 'první' });
  await settled(b);
  authority.kept = 0;
  a.line.delay = () => pause(5);
  a.line.up();
  for (const letter of 'BCDEFG') { await pause(4); a.type(letter, a.text.indexOf('dva')); }
  a.line.delay = () => Promise.resolve();
  await settled(a, b);
  assert.equal(a.text, 'první\nABCDEFGdva\ntři');
  equal(authority, a, b);
});

test('A page that comes after a crash sends what was left and opens with it', async () => {
  const [authority, a, b] = await two();
  a.type('uloženo ');
  await settled(a, b);
  a.line.cut();
  a.type('neuloženo');
  b.type('B: ', 0);
  await settled(b);
  const c = new Writer(authority, a.storage);
  assert.equal(c.live.hasUnsaved, true);
  c.line.up();
  await settled(c);
  assert.equal(c.text, 'B: uloženo neuloženo');
  assert.equal(a.storage.length, 0);
  a.line.up();
  await settled(a, b, c);
  equal(authority, a, b, c);
});

test('A long time without a connection is sent in portions, also by the next page', async () => {
  const [authority, a, b] = await two();
  a.line.cut();
  a.type('x'.repeat(2450));
  b.type('b');
  await settled(b);
  const c = new Writer(authority, a.storage);
  c.line.up();
  await settled(c);
  assert.equal(c.text.length, 2451);
  assert.deepEqual(c.line.submitted.map(({ count }) => count), [1000, 1000, 450]);
  assert.equal(a.storage.length, 0);
  a.line.up();
  await settled(a, b, c);
  equal(authority, a, b, c);
});

test('Another page may send what a tab that sleeps has left; when it wakes nothing is doubled or lost', async () => {
  const [authority, a, b] = await two();
  a.line.cut();
  a.type('x'.repeat(80));
  const c = new Writer(authority, a.storage);
  c.line.up();
  await settled(c);
  a.type('potom');
  a.line.up();
  await settled(a, b, c);
  assert.equal(a.text, 'x'.repeat(80) + 'potom');
  a.type('!');
  await settled(a, b, c);
  equal(authority, a, b, c);
});

test('A leftover of somebody else in the same browser stays where it is', async () => {
  const [authority, a] = await two();
  a.line.cut();
  a.type('důvěrné');
  const other = new Writer(authority, a.storage, 8);
  other.line.up();
  await settled(other);
  assert.equal(other.text, '');
  assert.ok(a.storage.length > 0);
});

test('A refused leftover is handed over for copying', async () => {
  const [authority, a] = await two();
  a.line.cut();
  a.type('po uzamčení');
  authority.judge = () => 'locked';
  const c = new Writer(authority, a.storage);
  c.line.up();
  await settled(c);
  assert.deepEqual(c.unsavedWording, [{ code: 'locked', wording: 'po uzamčení' }]);
  assert.equal(c.text, '');
  assert.equal(a.storage.length, 0);
});

test('A locked text takes nothing more, and gives back what it did not take', async () => {
  const [authority, a, b] = await two();
  a.type('platné');
  await settled(a, b);
  authority.judge = () => 'locked';
  a.type(' neplatné');
  await settled(a);
  assert.equal(a.canEdit, false);
  assert.equal(a.text, 'platné');
  assert.deepEqual(a.unsavedWording, [{ code: 'locked', wording: ' neplatné' }]);
  assert.equal(a.storage.length, 0);
  equal(authority, a, b);
});

test('An unsuitable change is taken out alone; what was typed before and after goes on', async () => {
  const [authority, a, b] = await two();
  authority.judge = (change) => (JSON.stringify(change).includes('☠') ? 'badText' : null);
  a.type('před ');
  a.edit({ from: a.text.length, insert: '☠☠' });
  a.type(' po');
  await settled(a, b);
  assert.equal(a.text, 'před  po');
  assert.deepEqual(a.unsavedWording, [{ code: 'badText', wording: '☠☠' }]);
  equal(authority, a, b);
  a.type('!');
  await settled(a, b);
  equal(authority, a, b);
});

test('A change that does not fit is given back, and the text read anew', async () => {
  const [authority, a, b] = await two();
  authority.judge = () => 'unfit';
  a.type('ztraceno');
  await pause(10);
  authority.judge = () => null;
  a.type('dál');
  await settled(a, b);
  assert.equal(a.unsavedWording[0].code, 'unfit');
  assert.equal(a.text, 'dál');
  equal(authority, a, b);
});

test('A copy that has gone another way is noticed and healed', async () => {
  const [authority, a, b] = await two();
  a.type('abc');
  await settled(a, b);
  // The authority maps otherwise than was agreed: it doubles a letter of A's.
  const submit = authority.submit.bind(authority);
  authority.submit = (base, clientId, first, changes) => {
    authority.submit = submit;
    return submit(base, clientId, first, [[3, [0, 'dd']] as never, ...changes.slice(1)]);
  };
  a.type('d');
  await settled(a, b);
  a.type('e');
  await settled(a, b);
  assert.ok(a.text.startsWith('abc'));
  equal(authority, a, b);
});

test('Nothing is lost and all agree, whatever the lines do', async () => {
  for (let round = 0; round < 12; round++) {
    const authority = new Authority();
    const storages = [new MemoryStorage(), new MemoryStorage(), new MemoryStorage()];
    let writers = storages.map((storage) => new Writer(authority, storage));
    const typed: string[] = [];
    for (const writer of writers) {
      writer.line.loss = writer.line.repetition = 0.1;
      writer.line.delay = () => pause(Math.random() * 3);
      writer.line.up();
    }
    await settled(...writers);
    for (let step = 0; step < 120; step++) {
      const i = Math.floor(Math.random() * 3), writer = writers[i], luck = Math.random();
      if (luck < 0.03 && writer.line.isUp) writer.line.cut();
      else if (!writer.line.isUp && luck < 0.3) writer.line.up();
      else if (luck < 0.05) authority.kept = Math.random() < 0.5 ? 3 : Infinity;
      else if (luck > 0.97 && writer.live.isOpened) {
        // The tab crashes and comes back with what the browser kept.
        writer.line.cut();
        writers = writers.with(i, new Writer(authority, storages[i]));
        writers[i].line.delay = writer.line.delay;
        writers[i].line.up();
      } else if (writer.live.isOpened) {
        const mark = `<${typed.length}>`;
        typed.push(mark);
        writer.edit({ from: Math.floor(Math.random() * (writer.text.length + 1)), insert: mark });
        if (luck > 0.9) writer.edit({ from: 0, to: 0, insert: 'ž\n' });
        if (!writer.line.isUp && luck > 0.8) for (let n = 0; n < 60; n++) writer.edit({ from: Math.floor(Math.random() * (writer.text.length + 1)), insert: 'ž' });
      }
      if (step % 3 === 0) await pause(1);
    }
    authority.kept = Infinity;
    for (const writer of writers) {
      writer.line.loss = writer.line.repetition = 0;
      writer.line.delay = () => Promise.resolve();
      writer.line.cut();
      writer.line.up();
    }
    await settled(...writers);
    equal(authority, ...writers);
    // Marks may stand inside each other, never be torn or missing: their letters are all there.
    const letters = (text: string): string => [...text].filter((c) => c !== 'ž' && c !== '\n').sort().join('');
    assert.equal(letters(writers[0].text), letters(typed.join('')));
    assert.deepEqual(writers.flatMap((writer) => writer.unsavedWording), []);
    assert.deepEqual(storages.map((storage) => storage.length), [0, 0, 0]);
  }
});
