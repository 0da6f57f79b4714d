import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EditorState } from '@codemirror/state';
import { active, commands, type CommandName } from '../../src/editor/writing';
import { ran, stateOf, viewOf } from './marked';

const rows: readonly (readonly [CommandName, string, string, string | null])[] = [
  ['bold', 'a selection', 'a «[»b c«]» d', 'a **«[»b c«]»** d'],
  ['bold', 'off again', 'a **«[»b c«]»** d', 'a «[»b c«]» d'],
  ['bold', 'off with the marks selected', 'a «[»**b c**«]» d', 'a «[»b c«]» d'],
  ['bold', 'the word at the caret', 'jedna dv«|»a tři', 'jedna **dv«|»a** tři'],
  ['bold', 'the word before the caret', 'jedna«|»', '**jedna«|»**'],
  ['bold', 'off at the caret', 'jedna **dv«|»a** tři', 'jedna dv«|»a tři'],
  ['bold', 'begun where no word is', 'jedna «|»', 'jedna **«|»**'],
  ['bold', 'taken back where nothing was written', 'jedna **«|»**', 'jedna «|»'],
  ['bold', 'without the space around', 'a«[» b «]»c', 'a«[» **b** «]»c'],
  ['bold', 'only the text of items', '«[»- a\n- b«]»', '«[»- **a**\n- **b«]»**'],
  ['bold', 'several lines off', '- **«[»a**\n- **b«]»**', '- «[»a\n- b«]»'],
  ['bold', 'the rest where a part is bold', '«[»a **b** c«]»', '**«[»a b c«]»**'],
  ['bold', 'off in a part only', '**a «[»b«]» c**', '**a** «[»b«]» **c**'],
  ['bold', 'does not cross italics', '*a «[»b* c«]» d', '***a «[»b* c«]»** d'],
  ['bold', 'around a link', '«[»[a](https://example.org)«]»', '**«[»[a](https://example.org)«]»**'],
  ['bold', 'cells each for itself', '| «[»a | b«]» |\n| --- | --- |', '| **«[»a** | **b«]»** |\n| --- | --- |'],
  ['italic', 'a selection', 'a «[»b«]»', 'a *«[»b«]»*'],
  ['italic', 'within bold', '**«[»a«]»**', '***«[»a«]»***'],
  ['italic', 'off within bold', '***«[»a«]»***', '**«[»a«]»**'],
  ['italic', 'off within bold in a longer one', '*a **«[»b«]»** c*', '*a* **«[»b«]»** *c*'],
  ['heading', 'on', 'a«|»', '### a«|»'],
  ['heading', 'smaller', '### a«|»', '#### a«|»'],
  ['heading', 'off', '#### a«|»', 'a«|»'],
  ['heading', 'off keeps a blank line to what follows', '#### a«|»\nb', 'a«|»\n\nb'],
  ['heading', 'never one of the two largest', '# a«|»', '### a«|»'],
  ['heading', 'of an item', '- a«|»', '### a«|»'],
  ['heading', 'several lines', '«[»a\n\nb«]»', '### «[»a\n\n### b«]»'],
  ['bulletList', 'on', 'a«|»', '- a«|»'],
  ['bulletList', 'off', '- a«|»', 'a«|»'],
  ['bulletList', 'on an empty line', '«|»', '- «|»'],
  ['bulletList', 'paragraphs become close items', '«[»a\n\nb«]»', '- «[»a\n- b«]»'],
  ['bulletList', 'items become paragraphs', '- «[»a\n- b«]»', '«[»a\n\nb«]»'],
  ['bulletList', 'off in the middle', '- a\n- b«|»\n- c', '- a\n\nb«|»\n\n- c'],
  ['bulletList', 'from numbers, with what is below', '1. «[»a\n   - b\n2. c«]»', '- «[»a\n  - b\n- c«]»'],
  ['bulletList', 'from a heading', '### a«|»', '- a«|»'],
  ['bulletList', 'within a quotation', '> a«|»', '> - a«|»'],
  ['numberedList', 'on, counting', '«[»a\nb\nc«]»', '1. «[»a\n2. b\n3. c«]»'],
  ['numberedList', 'counts on from the item above', '1. a\n2. b\nc«|»', '1. a\n2. b\n3. c«|»'],
  ['numberedList', 'from bullets, with what is below', '«[»- a\n- b«]»\n  - c', '«[»1. a\n2. b«]»\n   - c'],
  ['numberedList', 'each level for itself', '«[»- a\n  - b\n  - c\n- d«]»', '«[»1. a\n   1. b\n   2. c\n2. d«]»'],
  ['checkList', 'on', '«[»a\nb«]»', '- [ ] «[»a\n- [ ] b«]»'],
  ['checkList', 'from bullets', '- a«|»', '- [ ] a«|»'],
  ['checkList', 'off', '- [x] a«|»', 'a«|»'],
  ['quote', 'on', 'a«|»', '> a«|»'],
  ['quote', 'several paragraphs', '«[»a\n\nb«]»', '> «[»a\n>\n> b«]»'],
  ['quote', 'off', '> «[»a\n>\n> b«]»', '«[»a\n\nb«]»'],
  ['link', 'of the selection', 'viz «[»metodika«]» a', 'viz [metodika](https://«|») a'],
  ['link', 'of the word', 'viz meto«|»dika', 'viz [metodika](https://«|»)'],
  ['link', 'where nothing is', 'viz «|»', 'viz [«|»](https://)'],
  ['link', 'of an address', 'viz «[»https://example.org/a«]»', 'viz <https://example.org/a>«|»'],
  ['link', 'off', 'viz [meto«|»dika](https://example.org)', 'viz meto«|»dika'],
  ['table', 'on an empty line', '«|»', '| «|» |  |  |\n| --- | --- | --- |\n|  |  |  |\n|  |  |  |\n\n'],
  ['table', 'below a paragraph', 'a«|»\n\nb', 'a\n\n| «|» |  |  |\n| --- | --- | --- |\n|  |  |  |\n|  |  |  |\n\nb'],
  ['table', 'not inside a table', '| a«|» |\n| --- |', null],
  ['bold', 'nothing in program code', '```\n«[»a«]»\n```', '```\n«[»a«]»\n```'],
];

for (const [name, what, before, after] of rows) test(`${name}: ${what}`, () => assert.equal(ran(commands[name], before), after));

test('Commands_WhereNothingMayBeWritten_ChangeNothing', () => {
  for (const name of Object.keys(commands).filter(name => name !== 'source') as CommandName[]) {
    const { view, state } = viewOf(stateOf('«[»a«]»', EditorState.readOnly.of(true)));
    commands[name](view);
    assert.equal(state().doc.toString(), 'a', name);
  }
});

const on: readonly (readonly [string, readonly CommandName[]])[] = [
  ['a«|»', []],
  ['**a«|»b**', ['bold']],
  ['***a«|»b***', ['bold', 'italic']],
  ['**a** «|»', []],
  ['«[»**a** b«]»', []],
  ['### a«|»', ['heading']],
  ['- a«|»', ['bulletList']],
  ['1. a«|»', ['numberedList']],
  ['1. 6. 2026«|»', []],
  ['- [ ] a«|»', ['checkList']],
  ['- «[»a\n1. b«]»', []],
  ['> - a«|»', ['bulletList', 'quote']],
  ['[a«|»b](https://example.org)', ['link']],
  ['| a«|» |\n| --- |\n| b |', ['table']],
  ['```\n- a«|»\n```', []],
];

for (const [text, expected] of on) test(`active: ${JSON.stringify(text)}`, () => assert.deepEqual([...active(stateOf(text))].sort(), [...expected].sort()));

test('Source_SwitchedTwice_IsOnAndOff', () => {
  const { view, state } = viewOf(stateOf('a'));
  commands.source(view);
  assert.ok(active(state()).has('source'));
  commands.source(view);
  assert.ok(!active(state()).has('source'));
});
