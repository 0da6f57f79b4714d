import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDocument } from '@mixmark-io/domino';
import { pasted } from '../../src/editor/writing/paste';
import { htmlToMarkdown } from '../../src/editor/writing/paste/html';
import { hasPictures } from '../../src/editor/writing/paste/html';
import { plainToMarkdown } from '../../src/editor/writing/paste/plain';
import { libreOffice, web, word } from './fixtures';
import { office, plain } from './fixturesOffice';
import { stateOf } from './marked';

// Node has no parser of its own; this is the one turndown brings along.
class Parser {
  parseFromString(html: string): Document {
    return createDocument(html);
  }
}
Object.assign(globalThis, { DOMParser: Parser });

for (const [source, fixtures] of Object.entries({ word, libreOffice, web, office }))
  for (const [what, html, expected] of fixtures) test(`${source}: ${what}`, () => assert.equal(htmlToMarkdown(html), expected));

for (const [what, text, expected] of plain) test(`plain text: ${what}`, () => assert.equal(plainToMarkdown(text), expected));

test('Pictures_AreNoticed_ButNotTheSignsOfMessages', () => {
  assert.ok(hasPictures('<p><img width=120 height=40 src="cid:a"></p>'));
  assert.ok(hasPictures('<v:shape><v:imagedata src="a.png"/></v:shape>'));
  assert.ok(!hasPictures('<p>a<img width="1" height="1" src="https://example.org/p"></p>'));
});

test('Html_OfAnyKind_NeverComesOut', () => {
  const hostile = '<p onclick="x()">a<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=x></svg><iframe src="//x"></iframe>&lt;b&gt;c&lt;/b&gt; <a href="javascript:alert(1)">d</a><a href="data:text/html,x">e</a></p>';
  assert.equal(htmlToMarkdown(hostile), 'a\\<b>c\\</b> de');
});

test('Text_WithSigns_MeansItself', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['2 * 3 * 4', '2 \\* 3 \\* 4'],
    ['# není nadpis', '\\# není nadpis'],
    ['- není odrážka', '\\- není odrážka'],
    ['1. není číslo', '1\\. není číslo'],
    ['11. 6. 2026 se sešla', '11. 6. 2026 se sešla'],
    ['soubor_s_podtržítky', 'soubor_s_podtržítky'],
    ['[1](2)', '[1\\](2)'],
    ['cena [1] je 5–6 Kč', 'cena [1] je 5–6 Kč'],
  ];
  for (const [text, expected] of cases) assert.equal(htmlToMarkdown(`<p>${text}</p>`), expected);
});

function after(marked: string, html: string, plain: string): string | null {
  const state = stateOf(marked);
  const change = pasted(state, html, plain);
  return change && state.update({ changes: { from: change.from, to: change.to, insert: change.insert } }).newDoc.toString();
}

test('Paste_OfAnAddressOverASelection_MakesALink', () => {
  assert.equal(after('viz «[»metodika«]».', '', 'https://example.org/a'), 'viz [metodika](https://example.org/a).');
  assert.equal(after('viz «[»metodika«]».', '', 'https://example.org/a_(b)'), 'viz [metodika](https://example.org/a_%28b%29).');
});

test('Paste_OfWords_StaysInTheLine', () => assert.equal(after('a «|»c', '<p>tučné <b>slovo</b></p>', ''), 'a tučné **slovo**c'));

test('Paste_OfBlocks_StandsApart', () => assert.equal(after('a«|»b', '<ul><li>c</li></ul>', ''), 'a\n\n- c\n\nb'));

test('Paste_OfAListIntoAnEmptyItem_TakesItsPlace', () => assert.equal(after('- a\n- «|»', '<ul><li>b</li><li>c</li></ul>', ''), '- a\n- b\n- c'));

test('Paste_IntoACell_StaysInTheCell', () => assert.equal(after('| a«|» |\n| --- |', '<p>x</p><p>y</p>', 'x\r\ny|z'), '| ax y\\|z |\n| --- |'));

test('Paste_OfPlainText_IsLeftToTheEditor', () => assert.equal(after('a«|»', '', 'b\r\nc'), null));

test('Paste_IntoProgramCode_IsLeftToTheEditor', () => assert.equal(after('```\n«|»\n```', '<b>a</b>', 'a'), null));
