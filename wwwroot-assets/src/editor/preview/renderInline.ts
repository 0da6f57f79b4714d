import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import { isFollowed } from '../writing/links';

const elements: Record<string, string> = { StrongEmphasis: 'strong', Emphasis: 'em', Strikethrough: 's', InlineCode: 'code' };
const invisible = new Set(['EmphasisMark', 'StrikethroughMark', 'CodeMark', 'LinkMark', 'LinkTitle', 'TableDelimiter']);

/** Puts a part of a line into an element as it looks, from the tree that is there anyway. */
export function renderInline(state: EditorState, parent: SyntaxNode, from: number, to: number, into: HTMLElement): void {
  let at = from;
  for (let node = parent.childAfter(from); node && node.from < to; node = node.nextSibling) {
    if (node.to <= at) continue;
    if (node.from > at) into.append(state.sliceDoc(at, node.from));
    renderNode(state, node, into);
    at = node.to;
  }
  if (at < to) into.append(state.sliceDoc(at, to));
}

function renderNode(state: EditorState, node: SyntaxNode, into: HTMLElement): void {
  if (invisible.has(node.name)) return;
  if (node.name === 'Escape') {
    into.append(state.sliceDoc(node.from + 1, node.to));
  } else if (node.name in elements) {
    const element = document.createElement(elements[node.name]);
    renderInline(state, node, node.from, node.to, element);
    into.append(element);
  } else if (node.name === 'Link' || node.name === 'URL') {
    renderLink(state, node, into);
  } else if (node.name === 'TableCell') {
    renderInline(state, node, node.from, node.to, into);
  } else {
    into.append(state.sliceDoc(node.from, node.to));
  }
}

function renderLink(state: EditorState, node: SyntaxNode, into: HTMLElement): void {
  const url = node.name === 'URL' ? node : node.getChild('URL'), [open, close] = node.getChildren('LinkMark');
  const href = url ? state.sliceDoc(url.from, url.to) : '';
  const element = document.createElement(isFollowed(href) ? 'a' : 'span');
  if (element instanceof HTMLAnchorElement) Object.assign(element, { href, target: '_blank', rel: 'noopener noreferrer' });
  if (open && close) renderInline(state, node, open.to, close.from, element);
  else element.append(state.sliceDoc(node.from, node.to));
  into.append(element);
}
