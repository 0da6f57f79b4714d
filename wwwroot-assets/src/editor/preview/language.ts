import { defineLanguageFacet, Language, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import { Autolink, parser, Strikethrough, Table, TaskList } from '@lezer/markdown';

// As the exports read it: no HTML, no code by mere indenting, no heading by a line of dashes below.
const markdown = parser.configure([
  Table, TaskList, Strikethrough, Autolink,
  { remove: ['HTMLBlock', 'HTMLTag', 'IndentedCode', 'SetextHeading', 'LinkReference'] },
]);

/** Markdown alone: the ready-made package would bring HTML, CSS and JavaScript with it. */
export const language = new Language(defineLanguageFacet(), markdown, [], 'markdown');

/** The innermost node of one of the kinds around a position. */
export function nodeAround(state: EditorState, position: number, kinds: readonly string[], side: -1 | 1 = -1): SyntaxNode | null {
  for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(position, side); node; node = node.parent)
    if (kinds.includes(node.name)) return node;
  return null;
}

export const isInCode = (state: EditorState, position: number): boolean => nodeAround(state, position, ['FencedCode'], 1) !== null;
