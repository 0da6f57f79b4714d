// Answers each case on standard input with what CodeMirror makes of it: one line of JSON each.
// Argument: the folder whose node_modules holds CodeMirror.
import { createInterface } from 'node:readline';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const load = name => import(pathToFileURL(resolve(process.argv[2], 'node_modules/@codemirror', name, 'dist/index.js')));
const { ChangeSet, MapMode, Text } = await load('state');
const { rebaseUpdates } = await load('collab');

const modes = [MapMode.Simple, MapMode.TrackDel, MapMode.TrackBefore, MapMode.TrackAfter];
const ascii = text => '"' + text.replace(/[^ -~]|["\\]/g, unit => '\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0')) + '"';
const read = (change, length) => change.json
  ? ChangeSet.fromJSON(change.json)
  : ChangeSet.of(change.of.map(([from, to, insert]) => ({ from, to, insert })), length);
const updates = list => list.map(([clientID, json]) => ({ clientID, changes: ChangeSet.fromJSON(json) }));
const json = list => JSON.stringify(list);

function positions(change, places) {
  const result = [];
  for (const place of places)
    for (const assoc of [-1, 0, 1])
      for (const mode of modes)
        result.push(change.mapPos(place, assoc, mode));
  return result;
}

function answer(line) {
  const given = JSON.parse(line);
  const doc = Text.of(given.doc.split('\n'));
  const a = read(given.a, doc.length), b = read(given.b, doc.length), c = read(given.c, b.newLength);
  const own = updates(given.own), over = updates(given.over);
  return [
    json(a), ascii(a.apply(doc).toString()), json(a.invert(doc)),
    json(a.map(b)), json(a.map(b, true)), json(b.map(a)), json(b.map(a, true)), json(b.compose(c)),
    ascii(b.compose(c).apply(doc).toString()),
    json(positions(a, given.places)),
    json(rebaseUpdates(own, over).map(u => u.changes)),
    json(over.reduce((left, one) => rebaseUpdates(left, [one]), own).map(u => u.changes)),
  ].join(' ');
}

let waiting = '';
for await (const line of createInterface({ input: process.stdin })) {
  waiting += answer(line) + '\n';
  if (waiting.length > 65536) {
    process.stdout.write(waiting);
    waiting = '';
  }
}
process.stdout.write(waiting);
