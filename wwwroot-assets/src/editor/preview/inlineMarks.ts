import type { EditorState, Range } from '@codemirror/state';
import { Decoration } from '@codemirror/view';
import type { SyntaxNodeRef } from '@lezer/common';
import { isFollowed } from '../writing/links';
import { words } from '../sheet/words';
import { isWrittenIn } from './focus';

type Decorations = Range<Decoration>[];
const hidden = Decoration.replace({});
const styled: Record<string, Decoration> = {
  StrongEmphasis: Decoration.mark({ class: 'md-bold' }),
  Emphasis: Decoration.mark({ class: 'md-italic' }),
  Strikethrough: Decoration.mark({ class: 'md-struck' }),
  InlineCode: Decoration.mark({ class: 'md-code' }),
};
const marks = new Set(['EmphasisMark', 'StrikethroughMark', 'CodeMark']);

/** Bold, italic, struck out, code, links: as they look, with their marks hidden where nobody writes. */
export function inlineMarks(state: EditorState, node: SyntaxNodeRef, out: Decorations): void {
  if (node.name in styled) {
    out.push(styled[node.name].range(node.from, node.to));
  } else if (marks.has(node.name) && node.node.parent!.name in styled) {
    hide(state, node.from, node.to, out);
  } else if (node.name === 'Escape') {
    hide(state, node.from, node.from + 1, out);
  } else if (node.name === 'Link' || node.name === 'Image' || node.name === 'Autolink') {
    link(state, node, out);
  } else if (node.name === 'URL' && !['Link', 'Image', 'Autolink'].includes(node.node.parent!.name)) {
    anchor(state, node.from, node.to, state.sliceDoc(node.from, node.to), out);
  }
}

export function hide(state: EditorState, from: number, to: number, out: Decorations): void {
  if (from < to && !isWrittenIn(state, from, to) && state.doc.lineAt(from).to >= to) out.push(hidden.range(from, to));
}

function link(state: EditorState, { node }: SyntaxNodeRef, out: Decorations): void {
  const url = node.getChild('URL'), [open, close] = node.getChildren('LinkMark');
  if (!url || !open || !close) return;
  const label = node.name === 'Autolink' ? url : { from: open.to, to: close.from };
  if (node.name !== 'Image') anchor(state, label.from, label.to, state.sliceDoc(url.from, url.to), out);
  if (label.from === label.to) return;
  hide(state, node.from, label.from, out);
  hide(state, label.to, node.to, out);
}

function anchor(state: EditorState, from: number, to: number, url: string, out: Decorations): void {
  const href = /^www\./i.test(url) ? `https://${url}` : /^[^\s:/@]+@[^\s:/@]+$/.test(url) ? `mailto:${url}` : url;
  if (from === to || !isFollowed(href)) return;
  const attributes = { href, target: '_blank', rel: 'noopener noreferrer', title: state.readOnly ? href : state.facet(words)('Link_hint') };
  out.push(Decoration.mark({ tagName: 'a', class: 'md-link', attributes }).range(from, to));
}
