/** What programs put on the clipboard, and the Markdown it should become. */
type Fixture = readonly [what: string, html: string, markdown: string];

const head = '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {margin:0cm;} @list l0:level1 {mso-level-text:"%1."} --></style></head><body lang=CS><!--StartFragment-->';
const foot = '<!--EndFragment--></body></html>';

function item(level: number, sign: string, text: string, place = 'Middle'): string {
  return `<p class=MsoListParagraphCxSp${place} style='margin-left:${level * 36}pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;
}

export const word: readonly Fixture[] = [
  ['paragraphs, an empty one between, line ends in the source',
    `${head}<p class=MsoNormal>Starosta zahájil\r\njednání v&nbsp;10 hodin.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Program byl schválen.<o:p></o:p></p>${foot}`,
    'Starosta zahájil jednání v\u00a010 hodin.\n\nProgram byl schválen.'],
  ['bullets on three levels',
    head + item(1, '·', 'školy', 'First') + item(2, 'o', 'mateřské') + item(3, '§', 'soukromé') + item(1, '·', 'spolky', 'Last') + foot,
    '- školy\n  - mateřské\n    - soukromé\n- spolky'],
  ['numbers with letters below, and a paragraph behind',
    `${head}${item(1, '1.', 'úvod', 'First')}${item(2, 'a)', 'přivítání')}${item(2, 'b)', 'omluvy')}${item(1, '2.', 'závěr', 'Last')}<p class=MsoNormal>Konec.</p>${foot}`,
    '1. úvod\n   1. přivítání\n   2. omluvy\n2. závěr\n\nKonec.'],
  ['a list that begins at four', head + item(1, '4.', 'čtvrtý', 'First') + item(1, '5.', 'pátý', 'Last') + foot, '4. čtvrtý\n5. pátý'],
  ['numbers, then bullets', head + item(1, '1.', 'a', 'First') + item(1, '·', 'b', 'Last') + foot, '1. a\n\n- b'],
  ['conditional comments around the sign',
    `${head}<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><!--[if !supportLists]--><span style='mso-list:Ignore'>-<span>&nbsp;</span></span><!--[endif]-->jediný</p>${foot}`,
    '- jediný'],
  ['headings and a title',
    `${head}<p class=MsoTitle>Zápis</p><h1>Doprava<o:p></o:p></h1><h2><b>Parkování</b></h2><h3>Zóny</h3>${foot}`,
    '### Zápis\n\n### Doprava\n\n#### Parkování\n\n#### Zóny'],
  ['bold split into runs, italic, struck, underlined',
    `${head}<p class=MsoNormal><b>Nov</b><b><span style='color:red'>áková:</span></b> souhlasí <i>bez výhrad</i>, <s>dříve ne</s>, <u>podtrženo</u>.</p>${foot}`,
    '**Nováková:** souhlasí *bez výhrad*, ~~dříve ne~~, podtrženo.'],
  ['a mark that ends in punctuation before a letter', `${head}<p><b>Novák:</b>ano</p>${foot}`, '**Novák**:ano'],
  ['a link, a bookmark, a note and a deleted revision',
    `${head}<p class=MsoNormal><a name="_Toc1"></a><a href="https://example.org/plán%20obce">plán obce</a> platí<del cite="mailto:x" datetime="2026-01-01"> od ledna</del><ins> od února</ins>.</p><div style='mso-element:footnote-list'><div style='mso-element:footnote'><p>poznámka</p></div></div>${foot}`,
    '[plán obce](https://example.org/plán%20obce) platí od února.'],
  ['a table with merged cells, breaks and pipes',
    `${head}<table class=MsoTableGrid border=1><tr><td colspan=2><p class=MsoNormal><b>Rozpočet</b><o:p></o:p></p></td><td><p>Pozn.</p></td></tr><tr><td rowspan=2><p>Doprava</p></td><td><p>chodníky</p><p>a lávky</p></td><td><p>a|b</p></td></tr><tr><td>cesty<br>polní</td><td><p><o:p>&nbsp;</o:p></p></td></tr></table>${foot}`,
    '| Rozpočet |  | Pozn. |\n| --- | --- | --- |\n| Doprava | chodníky a lávky | a\\|b |\n|  | cesty polní |  |'],
  ['a picture', `${head}<p class=MsoNormal>před<!--[if gte vml 1]><v:shape id="i"><v:imagedata src="a.png"/></v:shape><![endif]--><![if !vml]><img src="file:///a.png"><![endif]> za</p>${foot}`, 'před za'],
  ['items of Word on the web',
    '<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1"><li data-aria-level="1" class="OutlineElement"><p class="Paragraph"><span class="TextRun"><span class="NormalTextRun">první</span></span><span class="EOP">&nbsp;</span></p></li></ul></div><div class="ListContainerWrapper SCXW1"><ul><li data-aria-level="2"><p><span>druhý</span></p></li></ul></div>',
    '- první\n  - druhý'],
];

export const libreOffice: readonly Fixture[] = [
  ['paragraphs and marks',
    '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN"><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator" content="LibreOffice"/><style type="text/css">p { margin-bottom: 0.25cm }</style></head><body lang="cs-CZ" dir="ltr"><p style="line-height: 100%; margin-bottom: 0cm">\n<font face="Liberation Serif, serif"><b>Hlas</b> a <i>zákl</i><span style="font-weight: bold">ad</span> <strike>pryč</strike></font></p>\n</body></html>',
    '**Hlas** a *zákl***ad** ~~pryč~~'],
  ['lists', '<ul>\n\t<li><p style="margin-bottom: 0cm">jedna</p>\n\t<ol>\n\t\t<li><p>dvě</p></li>\n\t\t<li><p>tři</p></li>\n\t</ol></li>\n\t<li><p>čtyři</p></li>\n</ul>', '- jedna\n  1. dvě\n  2. tři\n- čtyři'],
  ['headings', '<h2 class="western">Body</h2><h3 class="western">Různé</h3><p>text</p>', '### Body\n\n#### Různé\n\ntext'],
  ['a table with column widths',
    '<table width="100%" cellpadding="4"><colgroup><col width="128*"/><col width="128*"/></colgroup><thead><tr><th><p>Kdo</p></th><th><p>Co</p></th></tr></thead><tbody><tr><td><p>Jana</p></td><td sdval="5"><p>5</p></td></tr></tbody></table>',
    '| Kdo | Co |\n| --- | --- |\n| Jana | 5 |'],
];

export const web: readonly Fixture[] = [
  ['an article', '<article><h1>Titulek</h1><p>První<br>řádek.</p><blockquote><p>citát</p></blockquote><hr><p>konec <code>a*b</code></p></article>', '### Titulek\n\nPrvní  \nřádek.\n\n> citát\n\n---\n\nkonec `a*b`'],
  ['links of every kind',
    '<p><a href="https://example.org/a_(b)">závorky</a> <a href="/domů">domů</a> <a href="mailto:a@example.org">pošta</a> <a href="https://example.org/">https://example.org/</a></p>',
    '[závorky](https://example.org/a_%28b%29) domů [pošta](mailto:a@example.org) <https://example.org/>'],
  ['a document with styles for everything',
    '<b style="font-weight:normal" id="doc-1"><p dir="ltr"><span style="font-weight:700;font-style:normal">tučně</span><span style="font-weight:400"> a </span><span style="font-style:italic">šikmo</span></p><ul><li><p><span>a</span></p></li><ul><li><p><span>b</span></p></li></ul></ul></b>',
    '**tučně** a *šikmo*\n\n- a\n  - b'],
  ['a bold block', '<b><p>jeden</p><p>dva</p></b>', '**jeden**\n\n**dva**'],
  ['check boxes', '<ul><li><input type="checkbox" checked> hotovo</li><li><input type="checkbox"> zbývá</li></ul>', '- [x] hotovo\n- [ ] zbývá'],
  ['what is hidden', '<p>vidět<span style="display:none"> skryté</span></p><style>p{}</style><noscript>ne</noscript>', 'vidět'],
  ['a table for layout', '<table><tr><td><p>jen text</p><p>dva odstavce</p></td></tr></table>', 'jen text\n\ndva odstavce'],
  ['a table in a table', '<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr><tr><td>d</td><td>e</td></tr></table>', '| a | b c |\n| --- | --- |\n| d | e |'],
  ['program code', '<pre><code>a\n  b</code></pre>', '```\na\n  b\n```'],
  ['lines of a message', '<div>Dobrý den,</div><div><br></div><div>posílám <b>zápis</b>.</div>', 'Dobrý den,\n\nposílám **zápis**.'],
];
