import { CompletionContext, type Completion, type CompletionResult } from '@codemirror/autocomplete';
import { EditorState, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { abbreviationAt, patternOf, unknownIn } from '../../src/editor/speaking/abbreviations';
import { filled, sentences } from '../../src/editor/speaking/sentences';
import { inOrder, insertSpeaker, placeOf, speakers } from '../../src/editor/speaking/speakers';
import { matches, ownFields, type Wording, wording } from '../../src/editor/speaking/wording';
import { words } from '../../src/editor/writing/strings';

const people = ['Jana Nováková', 'Karel Šída', 'Eva Malá'];
const now: Wording = {
  speakers: people.map((name) => ({ name, note: 'Úřad' })),
  sentences: ['Přítomno {počet} z {celkem} členů.', 'Za {organizace} se dostavil {jméno}.'],
  fields: { počet: '12', celkem: '24', count: '12' },
  abbreviations: { NZDM: 'nízkoprahové zařízení', 'OPZ+': 'operační program', SAS: 'aktivizační služba' },
};
const strings = { Speaking_And: 'a', Speaking_Question: 'Dotaz', Speaking_Answer: 'Odpověď', Speaking_Pair: 'Dotaz a odpověď' };

function stateOf(doc: string, readOnly = false): EditorState {
  return EditorState.create({ doc, selection: { anchor: doc.length }, extensions: [wording.init(() => now), words.of(strings), EditorState.readOnly.of(readOnly)] });
}

const asked = (source: typeof speakers, doc: string, isExplicit = false, readOnly = false) => {
  const state = stateOf(doc, readOnly);
  return source(new CompletionContext(state, doc.length, isExplicit)) as CompletionResult | null;
};
const labels = (result: CompletionResult | null) => result?.options.map(({ label }) => label) ?? null;

/** The text after the option of that name was chosen. */
function chosen(source: typeof speakers, doc: string, label: string, isExplicit = false): string {
  const result = asked(source, doc, isExplicit)!;
  const option = result.options.find((one) => one.label.startsWith(label))!;
  let state = stateOf(doc);
  const view = { get state() { return state; }, dispatch: (spec: TransactionSpec) => { state = state.update(spec).state; } } as unknown as EditorView;
  (option.apply as (view: EditorView, option: Completion, from: number, to: number) => void)(view, option, result.from, doc.length);
  const text = state.doc.toString(), { head } = state.selection.main;
  return `${text.slice(0, head)}|${text.slice(head)}`;
}

test('names are found by the beginning of any word, without diacritics', () => {
  assert.ok(matches('Jana Nováková', 'nova'));
  assert.ok(matches('Jana Nováková', 'n ja'));
  assert.ok(!matches('Jana Nováková', 'ova'));
  assert.deepEqual(labels(asked(speakers, '@sid')), ['Karel Šída']);
  assert.equal(labels(asked(speakers, '@'))!.length, 3);
});

test('no name is offered where nobody is asked for', () => {
  for (const doc of ['jana@nova', 'Text', '@xyz', 'a@', '@@']) assert.equal(asked(speakers, doc), null, doc);
  assert.equal(asked(speakers, '@', false, true), null);
});

test("a statement begins with 'Name: ', also in a list, a quotation or an answer", () => {
  for (const before of ['', '- ', '1. ', '> ', '- [ ] ', '**Dotaz:** ', '  '])
    assert.equal(chosen(speakers, `${before}@sid`, 'Karel Šída'), `${before}Karel Šída: |`);
});

test('within a sentence it is the name alone', () => {
  assert.equal(chosen(speakers, 'Úkol dostane @mal', 'Eva Malá'), 'Úkol dostane Eva Malá|');
  assert.equal(chosen(speakers, 'Bod 3: @mal', 'Eva Malá'), 'Bod 3: Eva Malá|');
});

test('several speakers share one statement', () => {
  assert.equal(chosen(speakers, 'Jana Nováková: @kar', 'Karel Šída'), 'Jana Nováková a Karel Šída: |');
  assert.equal(chosen(speakers, '- Jana Nováková a Karel Šída: @', 'Eva Malá'), '- Jana Nováková, Karel Šída a Eva Malá: |');
  assert.equal(chosen(speakers, 'Jana Nováková: @', 'Jana Nováková'), 'Jana Nováková: |');
});

test('who spoke last is offered first', () => {
  chosen(speakers, '@', 'Eva Malá');
  assert.equal(labels(asked(speakers, '@'))![0], 'Eva Malá');
});

test('who has the floor is offered first, then who waits, then who spoke last', () => {
  const turns = new Map([['Eva Malá', 1]]);
  assert.deepEqual(inOrder(now.speakers, ['Karel Šída', 'Host Odjinud'], turns).map(({ name }) => name), ['Karel Šída', 'Host Odjinud', 'Eva Malá', 'Jana Nováková']);
  assert.deepEqual(inOrder(now.speakers, [], new Map()).map(({ name }) => name), people);
});

test('the name of the speaker is put on a line of its own', () => {
  for (const [before, after] of [['', 'Eva Malá: '], ['- ', '- Eva Malá: '], ['Konec.', 'Konec.\n\nEva Malá: ']] as const) {
    let state = stateOf(before);
    const view = { get state() { return state; }, dispatch: (spec: TransactionSpec) => { state = state.update(spec).state; } } as unknown as EditorView;
    insertSpeaker(view, 'Eva Malá');
    assert.equal(state.doc.toString(), after);
    assert.equal(state.selection.main.head, after.length);
  }
});

test('placeOf never touches what somebody has written after the speaker', () => {
  assert.deepEqual(placeOf('Jana Nováková: řekla, že ', people, 'a').from, 'Jana Nováková: řekla, že '.length);
});

test('known fields are filled, whatever their case, and unknown ones wait to be filled in', () => {
  assert.equal(filled('Přítomno {POCET} z {celkem}, {Jméno}', now.fields), 'Přítomno 12 z 24, #{Jméno}#{}');
  assert.equal(filled('Cena ${x}', {}), 'Cena #{x}#{}');
});

test('sentences are offered after / at the start of a line, or by key', () => {
  assert.deepEqual(labels(asked(sentences, '/')), ['Přítomno 12 z 24 členů.', 'Za {organizace} se dostavil {jméno}.', 'Dotaz a odpověď']);
  assert.deepEqual(labels(asked(sentences, '- /dot')), ['Dotaz a odpověď']);
  assert.equal(labels(asked(sentences, 'Text', true))!.length, 3);
  for (const doc of ['1/2', 'a /', 'http:/', '/nic takového']) assert.equal(asked(sentences, doc), null, doc);
  assert.equal(asked(sentences, '/', true, true), null);
});

test('a chosen sentence replaces what was asked, the caret waits in its first field', () => {
  assert.equal(chosen(sentences, '/prit', 'Přítomno'), 'Přítomno 12 z 24 členů.|');
  assert.match(chosen(sentences, 'Text. ', 'Za ', true), /^Text\. Za .*organizace.* se dostavil jméno\.$/);
  assert.equal(chosen(sentences, '/', 'Dotaz'), '**Dotaz:** |\n\n**Odpověď:** ');
});

test('abbreviations are found as words of their own only', () => {
  const found = (text: string) => [...text.matchAll(patternOf(Object.keys(now.abbreviations)))].map(([form]) => form);
  assert.deepEqual(found('NZDM, SAS a OPZ+; NZDMX ani XSAS ne, (SAS)'), ['NZDM', 'SAS', 'OPZ+', 'SAS']);
  assert.deepEqual([...'nic'.matchAll(patternOf([]))], []);
  assert.equal(abbreviationAt(stateOf('V NZDM je'), 4)?.meaning, 'nízkoprahové zařízení');
  assert.equal(abbreviationAt(stateOf('V NZDM je'), 1), null);
});

test('what is written often and not explained is asked for', () => {
  const texts = ['XYZ a NZDM, NZDM, NZDM', 'XYZ, XYZ. PRO 5, PRO 6, PRO 7. II. III. A II a II.', 'ABC ABC B1 B1 B1'];
  assert.deepEqual(unknownIn(texts, now.abbreviations), ['XYZ']);
});

test('an offer follows every letter at once, and ends where nothing is asked for any more', () => {
  const first = asked(speakers, '@')!;
  const after = (doc: string) => first.update!(first, 0, doc.length, new CompletionContext(stateOf(doc), doc.length, false));
  assert.deepEqual(labels(after('@sid')), ['Karel Šída']);
  assert.equal(after('@xyz'), null);
  const all = asked(sentences, '/')!;
  assert.equal(labels(all.update!(all, 0, 4, new CompletionContext(stateOf('/pri'), 4, false)))!.length, 1);
});

test('a sentence speaks of the item in whose text it stands', () => {
  const extensions = [wording.init(() => ({ ...now, sentences: ['Bod „{bod}“ ({celkem}).'], fields: { bod: 'Projednávaný', celkem: '24' } })), ownFields.of({ bod: 'Vlastní' }), words.of(strings)];
  const state = EditorState.create({ doc: '/', extensions });
  assert.equal(labels(sentences(new CompletionContext(state, 1, false)) as CompletionResult)![0], 'Bod „Vlastní“ (24).');
});
