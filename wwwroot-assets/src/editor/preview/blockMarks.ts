import type { EditorState, Line, Range } from '@codemirror/state';
import { Decoration } from '@codemirror/view';
import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { itemOf } from '../writing/items';
import { cellsOf } from '../writing/tables';
import { hasCaret, isWrittenIn } from './focus';
import { hide } from './inlineMarks';
import { Bullet, CheckBox, Rule, Spaces } from './widgets';

type Decorations = Range<Decoration>[];
const line = (name: string): Decoration => Decoration.line({ class: name });
const rawPrefix = Decoration.mark({ class: 'md-marker md-source' });
const deepest = 6;

/** Headings, lists, quotes, rules and code: whole lines, and the marks before them. */
export function blockMarks(state: EditorState, node: SyntaxNodeRef, out: Decorations): void {
  const heading = /^ATXHeading(\d)$/.exec(node.name);
  if (heading) out.push(line(`md-heading md-heading-${heading[1]}`).range(state.doc.lineAt(node.from).from));
  else if (node.name === 'HeaderMark') headerMark(state, node, out);
  else if (node.name === 'ListItem') listItem(state, node.node, out);
  else if (node.name === 'Blockquote' && node.node.parent?.name !== 'Blockquote') lines(state, node, (at) => out.push(line('md-quote').range(at.from)));
  else if (node.name === 'QuoteMark') quoteMark(state, node, out);
  else if (node.name === 'HorizontalRule') rule(state, node, out);
  else if (node.name === 'FencedCode') code(state, node.node, out);
  else if (node.name === 'Table' && isWrittenIn(state, node.from, node.to)) tableSource(state, node, out);
}

function lines(state: EditorState, { from, to }: { from: number; to: number }, action: (at: Line) => void): void {
  for (let at = state.doc.lineAt(from); ; at = state.doc.line(at.number + 1)) {
    action(at);
    if (at.to >= to || at.number === state.doc.lines) return;
  }
}

function headerMark(state: EditorState, { from, to }: SyntaxNodeRef, out: Decorations): void {
  const at = state.doc.lineAt(from);
  const isFirst = state.sliceDoc(at.from, from).trim() === '';
  const space = isFirst ? /^[ \t]*/.exec(state.sliceDoc(to, at.to))![0].length : 0;
  hide(state, isFirst ? at.from : from, to + space, out);
}

function quoteMark(state: EditorState, { from, to }: SyntaxNodeRef, out: Decorations): void {
  hide(state, from, state.sliceDoc(to, to + 1) === ' ' ? to + 1 : to, out);
}

function rule(state: EditorState, { from, to }: SyntaxNodeRef, out: Decorations): void {
  if (!isWrittenIn(state, from, to)) out.push(Decoration.replace({ widget: new Rule() }).range(from, to));
}

/** The mark stays formatted also where one writes, unless the caret is inside: nothing jumps by walking through a list. */
function listItem(state: EditorState, node: SyntaxNode, out: Decorations): void {
  const at = state.doc.lineAt(node.from), item = itemOf(at.text);
  if (!item) return;
  let depth = 0;
  for (let above = node.parent; above; above = above.parent) if (above.name === 'ListItem') depth++;
  const level = `md-item md-item-${Math.min(depth + 1, deepest)}`;
  lines(state, node, (own) => {
    if (own.number === at.number) out.push(line(level).range(own.from));
    else if (!itemOf(own.text) && /^[ \t]/.test(own.text)) out.push(line(`${level} md-more`).range(own.from));
  });
  const from = at.from + item.quote.length, to = at.from + item.end;
  if (hasCaret(state, from, to)) out.push(rawPrefix.range(from, to));
  else out.push(Decoration.replace({ widget: marker(state, item, at) }).range(from, to));
}

function marker(state: EditorState, item: NonNullable<ReturnType<typeof itemOf>>, at: Line): Bullet | CheckBox {
  if (item.task) return new CheckBox(/x/i.test(item.task), at.text.slice(item.end), state.readOnly);
  return new Bullet('md-marker', item.number === null ? '•' : item.mark);
}

function code(state: EditorState, node: SyntaxNode, out: Decorations): void {
  lines(state, node, (at) => out.push(line('md-fence').range(at.from)));
  if (isWrittenIn(state, node.from, node.to)) return;
  for (const mark of [...node.getChildren('CodeMark'), ...node.getChildren('CodeInfo')]) hide(state, mark.from, mark.to, out);
}

/** The source of a table, as one writes in it: its cells stand below each other. */
function tableSource(state: EditorState, node: SyntaxNodeRef, out: Decorations): void {
  const rows: { at: Line; cells: ReturnType<typeof cellsOf> }[] = [];
  lines(state, node, (at) => rows.push({ at, cells: cellsOf(at.text) }));
  const widths = rows[0].cells.map((_, i) => Math.max(...rows.map(({ cells }) => (cells[i] ? cells[i].to - cells[i].from : 0))));
  for (const { at, cells } of rows) {
    out.push(line('md-table-source').range(at.from));
    cells.forEach(({ from, to }, i) => {
      const missing = (widths[i] ?? 0) - (to - from);
      if (missing > 0) out.push(Decoration.widget({ widget: new Spaces(missing), side: 1 }).range(at.from + to));
    });
  }
}
