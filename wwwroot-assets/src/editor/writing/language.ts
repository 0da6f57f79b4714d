import { Language, defineLanguageFacet, ensureSyntaxTree, languageDataProp, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { Tree } from '@lezer/common';
import { type BlockContext, GFM, type Line, type MarkdownConfig, parser } from '@lezer/markdown';

const data = defineLanguageFacet();

const date = /^\d{1,2}\.[ \u00a0]+(?:\d{1,2}\.|(?:ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince)(?!\p{L}))/u;

/** Whether the line begins with a date, which CommonMark would take for a number of a list. */
export function beginsWithDate(text: string): boolean {
  return date.test(text);
}

function columnAfterMark(line: Line, end: number): number {
  const markEnd = line.countIndent(end, line.pos, line.indent);
  const text = line.skipSpace(end);
  const column = line.countIndent(text, end, markEnd);
  return text === line.text.length || column >= markEnd + 5 ? markEnd + 1 : column;
}

/** Numbered lists as CommonMark has them, except that a date does not begin one. */
function numberedList(context: BlockContext, line: Line): boolean | null {
  const rest = line.text.slice(line.pos);
  const mark = /^\d{1,9}[.)](?=[ \t]|$)/.exec(rest)?.[0];
  if (!mark || beginsWithDate(rest)) return false;
  if (context.parentType().name !== 'OrderedList')
    context.startComposite('OrderedList', line.basePos, line.text.charCodeAt(line.pos + mark.length - 1));
  const column = columnAfterMark(line, line.pos + mark.length);
  context.startComposite('ListItem', line.basePos, column - line.baseIndent);
  context.addElement(context.elt('ListMark', context.lineStart + line.pos, context.lineStart + line.pos + mark.length));
  line.moveBaseColumn(column);
  return null;
}

const minutes: MarkdownConfig = {
  // A rule under a sentence separates, spaces before a line mean nothing: the program's other renderer does the same.
  remove: ['HTMLBlock', 'HTMLTag', 'SetextHeading', 'IndentedCode'],
  parseBlock: [{ name: 'OrderedList', parse: numberedList }],
  props: [languageDataProp.add(type => type.isTop ? data : undefined)],
};

/** Markdown as minutes need it; nothing of other languages inside it. */
export const markdown = new Language(data, parser.configure([GFM, minutes]), [], 'markdown');

/** The tree up to the position if it can be had quickly, else what is there of it. */
export function treeAt(state: EditorState, position: number): Tree {
  return ensureSyntaxTree(state, position, 100) ?? syntaxTree(state);
}
