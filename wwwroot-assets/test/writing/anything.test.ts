import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EditorSelection } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { active, commands } from '../../src/editor/writing';
import { deleteBack, deleteForward } from '../../src/editor/writing/deleting';
import { enterKey, hardBreak } from '../../src/editor/writing/enter';
import { indentItems, outdentItems } from '../../src/editor/writing/lists';
import { stateOf, viewOf } from './marked';

/** A small generator with a seed, so that a failure can be had again. */
function random(seed: number): (below: number) => number {
  let value = seed;
  return below => {
    value = (Math.imul(value, 1664525) + 1013904223) >>> 0;
    return Math.floor(value / 2 ** 32 * below);
  };
}

const pieces = ['a', 'slovo ', ' ', '\n', '\n', '\n\n', '- ', '  - ', '1. ', '   2. ', '10. ', '- [ ] ', '- [x] ', '> ', '### ', '# ', '**', '*', '~~', '`', '```\n', '| a | b |\n| --- | --- |\n| c |', '|', '[a](https://example.org)', 'https://example.org', '\\', '---', '11. 6. 2026 ', '😀', '\t'];
const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const keys: readonly ((view: EditorView) => boolean)[] = [enterKey, hardBreak, deleteBack, deleteForward, indentItems, outdentItems, ...Object.values(commands)];

test('Keys_OnAnyText_LeaveAWholeText', () => {
  for (let seed = 1; seed <= 1500; seed++) {
    const next = random(seed);
    const doc = Array.from({ length: next(14) }, () => pieces[next(pieces.length)]).join('');
    const begin = stateOf(doc);
    const place = () => next(begin.doc.length + 1);
    const { view, state } = viewOf(begin.update({ selection: EditorSelection.single(place(), next(2) ? place() : undefined) }).state);
    for (let i = 0; i < 5; i++) {
      const key = keys[next(keys.length)]!;
      try {
        key(view);
        active(state());
      } catch (fault) {
        assert.fail(`seed ${seed}, ${key.name} on ${JSON.stringify(state().doc.toString())}: ${(fault as Error).stack}`);
      }
      assert.doesNotMatch(state().doc.toString(), lone, `seed ${seed}`);
    }
  }
});
