/** Larger pieces as office programs put them on the clipboard, and the Markdown they should become. */
type Fixture = readonly [what: string, html: string, markdown: string];

const outlookHead = '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15 (filtered medium)"><style><!-- @font-face {font-family:Calibri;} p.MsoNormal {margin:0cm; font-size:11.0pt;} @list l0 {mso-list-id:1;} --></style></head><body lang=CS link="#0563C1" vlink="#954F72" style=\'word-wrap:break-word\'><!--StartFragment--><div class=WordSection1>';
const outlookFoot = '</div><!--EndFragment--></body></html>';
const normal = (text: string) => `<p class=MsoNormal><span lang=CS>${text}<o:p></o:p></span></p>`;

export const office: readonly Fixture[] = [
  ['Outlook: a message with an agenda numbered by hand',
    `${outlookHead}${normal('Vážení členové,')}${normal('&nbsp;')}${normal('1. Zahájení')}${normal('2. Zpráva o lávce')}${normal('a) stav prací')}${normal('b) rozpočet')}${normal('3. Různé')}${normal('&nbsp;')}${normal('S&nbsp;pozdravem')}${outlookFoot}`,
    'Vážení členové,\n\n1. Zahájení\n2. Zpráva o lávce\n   1. stav prací\n   2. rozpočet\n3. Různé\n\nS\u00a0pozdravem'],
  ['Outlook: a reply with a list, a link and a picture of a signature',
    `${outlookHead}<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]><b>Lípa</b> u školy<o:p></o:p></p><p class=MsoListParagraph style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>a.<span>&nbsp; </span></span><![endif]>posudek <a href="https://example.org/posudek">zde</a><o:p></o:p></p><p class=MsoNormal><img width=120 height=40 id="Obrázek_1" src="cid:image001.png@01D"></p>${outlookFoot}`,
    '1. **Lípa** u školy\n   1. posudek [zde](https://example.org/posudek)'],
  ['Word: a comment, a footnote and a heading that is numbered',
    `${outlookHead}<h1 style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2<span>&nbsp;&nbsp;</span></span><![endif]>Rozpočet<o:p></o:p></h1><p class=MsoNormal>Částka <a style='mso-comment-reference:JN_1;mso-comment-date:20260101T1000'>trvá</a><span class=MsoCommentReference><span style='font-size:8pt'><a class=msocomanchor href="#_msocom_1">[JN1]</a></span></span> i letos<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>.<o:p></o:p></p><div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>opravdu?</p></div></div>${outlookFoot}`,
    '### Rozpočet\n\nČástka trvá i letos.'],
  ['LibreOffice: a numbered list that goes on behind a paragraph, with bullets below',
    '<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 7.6"/><style type="text/css">@page { margin: 2cm }</style></head><body lang="cs-CZ" dir="ltr"><ol>\n<li><p style="line-height: 100%">Volba ověřovatele</p></li>\n<li><p>Kontrola úkolů</p>\n<ul>\n<li><p>cesta k <b>jezu</b></p></li>\n</ul></li>\n</ol>\n<p>Přestávka.</p>\n<ol start="3"><li><p>Různé</p></li></ol></body></html>',
    '1. Volba ověřovatele\n2. Kontrola úkolů\n   - cesta k **jezu**\n\nPřestávka.\n\n3. Různé'],
  ['LibreOffice: a table with cells merged both ways, and a note',
    '<table width="100%" cellpadding="4" cellspacing="0"><col width="85*"/><col width="85*"/><col width="86*"/><tr valign="top"><td rowspan="2"><p>Rok</p></td><td colspan="2"><p>Náklady</p></td></tr><tr><td><p>plán</p></td><td><p>skutečnost<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a></p></td></tr><tr><td sdval="2026"><p>2026</p></td><td><p>1 200</p></td><td><p><font color="#ff0000">1 350</font></p></td></tr></table>',
    '| Rok | Náklady |  |\n| --- | --- | --- |\n|  | plán | skutečnost |\n| 2026 | 1 200 | 1 350 |'],
  ['Google Docs: headings, a check list, nested lists and a comment',
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr" style="line-height:1.38"><span style="font-size:16pt;font-weight:400">Úkoly</span></h2><ul style="margin-top:0"><li dir="ltr" role="checkbox" aria-checked="true" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400">svolat komisi</span></p></li><li dir="ltr" role="checkbox" aria-checked="false" aria-level="1"><p dir="ltr"><span style="font-weight:400">zaslat </span><span style="font-weight:700">podklady</span><sup><a href="#cmnt1">[a]</a></sup></p></li></ul><br><ol><li dir="ltr" aria-level="1"><p dir="ltr"><span>jedna</span></p></li><ol><li dir="ltr" aria-level="2"><p dir="ltr"><span>pod jednou</span></p></li></ol><li dir="ltr" aria-level="1"><p dir="ltr"><span>dvě</span></p></li></ol></b>',
    '### Úkoly\n\n- [x] svolat komisi\n- [ ] zaslat **podklady**\n\n1. jedna\n   1. pod jednou\n2. dvě'],
  ['a web page: an agenda in lines of one paragraph', '<p>1. Zahájení<br>2. Zprávy<br>- z obcí<br>3. Závěr</p>', '1. Zahájení\n2. Zprávy\n   - z obcí\n3. Závěr'],
  ['a single paragraph that begins like an item', '<p>1. bod byl schválen.</p><p>Dále se nejednalo.</p>', '1\\. bod byl schválen.\n\nDále se nejednalo.'],
];

/** Plain text, as from a message or a terminal; null is left to the editor. */
export const plain: readonly (readonly [what: string, text: string, markdown: string | null])[] = [
  ['an agenda with letters', '1. Zahájení\n2. Zprávy z obcí:\n   a) Mlýnice\n   b) Sklenářov\n3. Závěr', '1. Zahájení\n2. Zprávy z obcí:\n   1. Mlýnice\n   2. Sklenářov\n3. Závěr'],
  ['numbers of several parts', '1 Úvod\n1.1 Prezence\n1.2 Program\n2 Zprávy\n2.1 Doprava', '1. Úvod\n   1. Prezence\n   2. Program\n2. Zprávy\n   1. Doprava'],
  ['numbers of several parts with dots', '1. Úvod\n1.1 Prezence\n1.2 Program\n2. Zprávy\n2.1. Doprava', '1. Úvod\n   1. Prezence\n   2. Program\n2. Zprávy\n   1. Doprava'],
  ['bullets of a word processor', '•\tlávka\no\tmostovka\n•\tlípa', '- lávka\n- mostovka\n- lípa'],
  ['bullets by indent', '– lávka\n    – mostovka\n– lípa', '- lávka\n  - mostovka\n- lípa'],
  ['brackets behind numbers, wrapped lines, words around', 'Program:\n1) Zahájení\n2) Zpráva o stavu\n   lávky přes potok\n\nTěšíme se.', 'Program:\n\n1. Zahájení\n2. Zpráva o stavu lávky přes potok\n\nTěšíme se.'],
  ['a table from a spreadsheet', 'Obec\tČástka\nMlýnice\t1 200', '| Obec | Částka |\n| --- | --- |\n| Mlýnice | 1 200 |'],
  ['sentences', 'První věta.\nDruhá věta.', null],
  ['dates', '6. 12. 2025 komise\n7. ledna 2026 výbor', null],
  ['amounts', '15 lidí\n20 domů', null],
  ['Markdown that is a list', '- a\n  - b\n- c', '- a\n  - b\n- c'],
  ['Markdown that is a table', '| - a |\n| --- |\n| - b |', null],
];
