import type { EditorState, Range } from '@codemirror/state';
import { Decoration } from '@codemirror/view';
import type { SyntaxNode, Tree } from '@lezer/common';
import { isReadOnly, type Span, touches } from './display';
import { bareAddress, linkAttributes, safeAddress } from './links';
import { say, words } from './strings';
import { placeOf } from './tableCell';
import { RuleWidget } from './widgets';

/** What one pass over the visible text knows and collects. */
export interface Look {
  readonly state: EditorState;
  readonly tree: Tree;
  readonly written: readonly Span[];
  /** Where somebody writes; null without focus and while something is selected, so that nothing moves under the pointer. */
  readonly caret: number | null;
  add(decoration: Range<Decoration>): void;
  hideIndent(from: number, to: number): void;
}

const hidden = Decoration.replace({});
const shownMark = Decoration.mark({ class: 'w-mark' });
const rule = Decoration.replace({ widget: new RuleWidget() });

const looks: Record<string, Decoration> = {
  StrongEmphasis: Decoration.mark({ class: 'w-bold' }),
  Emphasis: Decoration.mark({ class: 'w-italic' }),
  Strikethrough: Decoration.mark({ class: 'w-struck' }),
  InlineCode: Decoration.mark({ class: 'w-inline-code' }),
};

const marks = ['EmphasisMark', 'StrikethroughMark', 'HeaderMark', 'QuoteMark', 'CodeMark'];

/** Whether the caret is there, the ends included. */
export function isAt({ caret }: Look, from: number, to: number): boolean {
  return caret !== null && caret >= from && caret <= to;
}

function isWritten(look: Look, position: number): boolean {
  const { from, to } = placeOf(look.state, position);
  return touches(look.written, from, to);
}

/** Hides a mark, or greys it while the caret is in or at what it marks. */
function settle(look: Look, from: number, to: number, marked: Span): void {
  if (from >= to) return;
  if (isAt(look, marked.from, marked.to) || to > look.state.doc.lineAt(from).to) look.add(shownMark.range(from, to));
  else look.add(hidden.range(from, to));
}

function linkMark(look: Look, address: string): Decoration {
  const hint = isReadOnly(look.state) ? '' : '\n' + say(look.state.facet(words), 'Editor_LinkHint');
  return Decoration.mark({ tagName: 'a', attributes: { ...linkAttributes(address), title: address + hint } });
}

function decorateLink(look: Look, node: SyntaxNode): void {
  const url = node.getChild('URL');
  const [open, close] = node.getChildren('LinkMark');
  if (!url || !open || !close) return;
  const address = safeAddress(look.state.sliceDoc(url.from, url.to).replace(/^<(.*)>$/, '$1'));
  if (open.to < close.from && address && node.name === 'Link') look.add(linkMark(look, address).range(open.to, close.from));
  // A link without a label would vanish.
  if (open.to === close.from) return;
  settle(look, open.from, open.to, node);
  settle(look, close.from, node.to, node);
}

function decorateAddress(look: Look, node: SyntaxNode): void {
  const address = bareAddress(look.state.sliceDoc(node.from, node.to));
  if (address) look.add(linkMark(look, address).range(node.from, node.to));
}

function spaceAfter(look: Look, position: number): number {
  return /[ \t]/.test(look.state.sliceDoc(position, position + 1)) ? position + 1 : position;
}

function decorateMark(look: Look, node: SyntaxNode): void {
  const { from, to } = node;
  const parent = node.parent?.name ?? '';
  if (node.name === 'CodeMark' && parent === 'FencedCode') look.add(shownMark.range(from, to));
  else if (node.name === 'QuoteMark' || (node.name === 'HeaderMark' && from === node.parent!.from)) {
    // The caret behind it is at the beginning of the text.
    const end = spaceAfter(look, to);
    settle(look, from, end, { from, to: end - 1 });
  } else settle(look, from, to, node.name === 'HeaderMark' ? node : node.parent!);
}

/** Decorates what stands inside lines; returns nothing, adds to the look. */
export function decorateInline(look: Look, from: number, to: number): void {
  look.tree.iterate({
    from, to,
    enter: reference => {
      const { name } = reference;
      const style = looks[name];
      if (style && reference.from < reference.to) look.add(style.range(reference.from, reference.to));
      if (marks.includes(name)) decorateMark(look, reference.node);
      else if (name === 'Link' || name === 'Image') decorateLink(look, reference.node);
      else if (name === 'Autolink') for (const mark of reference.node.getChildren('LinkMark')) settle(look, mark.from, mark.to, reference);
      else if (name === 'URL') {
        if (!['Link', 'Image', 'LinkReference'].includes(reference.node.parent!.name)) decorateAddress(look, reference.node);
      } else if (name === 'Escape') settle(look, reference.from, reference.from + 1, reference);
      else if (name === 'HardBreak' && look.state.sliceDoc(reference.from, reference.from + 1) === '\\') settle(look, reference.from, reference.from + 1, reference);
      else if (name === 'TableDelimiter') look.add(shownMark.range(reference.from, reference.to));
      else if (name === 'HorizontalRule' && !isWritten(look, reference.from)) look.add(rule.range(reference.from, reference.to));
      return true;
    },
  });
}
