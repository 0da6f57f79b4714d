import { type ChangeSpec, ChangeSet, EditorSelection, type EditorState, type SelectionRange, type StateCommand } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import type { Span } from './display';
import { treeAt } from './language';
import { isCode, parseLine, selectedLines, textStart } from './lines';
import { cellsOf, isTableRow } from './tables';

export type MarkName = 'StrongEmphasis' | 'Emphasis';

const signs: Record<MarkName, string> = { StrongEmphasis: '**', Emphasis: '*' };
const inline = ['StrongEmphasis', 'Emphasis', 'Strikethrough', 'Link', 'InlineCode', 'Autolink'];

function innerOf(node: SyntaxNode): Span {
  return { from: node.firstChild?.to ?? node.from, to: node.lastChild?.from ?? node.to };
}

function covering(state: EditorState, { from, to }: Span, name: MarkName): SyntaxNode | null {
  for (const side of [1, -1] as const) {
    for (let node: SyntaxNode | null = treeAt(state, to).resolveInner(side === 1 ? from : to, side); node; node = node.parent) {
      const isInside = from === to ? node.from < from && node.to > to : node.from <= from && node.to >= to;
      if (node.name === name && isInside) return node;
    }
  }
  return null;
}

function within(state: EditorState, { from, to }: Span): SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  treeAt(state, to).iterate({ from, to, enter: node => { if (inline.includes(node.name) && node.from < to && node.to > from) nodes.push(node.node); } });
  return nodes;
}

/** The pieces of text in the selection, one a line or cell, without marks of blocks and space around. */
function pieces(state: EditorState, range: SelectionRange): Span[] {
  return selectedLines(state, range).filter(line => !isCode(state, line)).flatMap(line => {
    const spans = isTableRow(state, line)
      ? (/^[\s|:-]*$/.test(line.text) ? [] : cellsOf(line.text))
      : [{ from: textStart(parseLine(line.text)), to: line.length }];
    return spans.map(span => trim(state, Math.max(range.from, line.from + span.from), Math.min(range.to, line.from + span.to)));
  }).filter(span => span.from < span.to);
}

function trim(state: EditorState, from: number, to: number): Span {
  if (from >= to) return { from, to: from };
  const text = state.sliceDoc(from, to);
  return { from: from + text.length - text.trimStart().length, to: to - (text.length - text.trimEnd().length) };
}

function unmark(state: EditorState, node: SyntaxNode, piece: Span, sign: string): ChangeSpec[] {
  const inner = innerOf(node);
  // Other marks right around the piece go with it.
  const before = /[*~]*$/.exec(state.sliceDoc(inner.from, Math.max(inner.from, piece.from)))![0];
  const after = /^[*~]*/.exec(state.sliceDoc(Math.min(inner.to, piece.to), inner.to))![0];
  const head = trim(state, inner.from, Math.max(inner.from, piece.from - before.length));
  const tail = trim(state, Math.min(inner.to, piece.to + after.length), inner.to);
  return [
    head.from < head.to ? { from: head.to, insert: sign } : { from: node.from, to: inner.from },
    tail.from < tail.to ? { from: tail.from, insert: sign } : { from: inner.to, to: node.to },
  ];
}

function mark(state: EditorState, piece: Span, name: MarkName): ChangeSpec[] {
  let { from, to } = piece;
  // Marks must not cross: what is touched in part is taken whole.
  for (let grown = true; grown;) {
    grown = false;
    for (const node of within(state, { from, to })) {
      const inner = innerOf(node);
      const isAround = node.name !== 'InlineCode' && node.name !== 'Autolink' && inner.from <= from && inner.to >= to;
      if (isAround || (node.from >= from && node.to <= to)) continue;
      [from, to, grown] = [Math.min(from, node.from), Math.max(to, node.to), true];
    }
  }
  const old = within(state, { from, to }).filter(node => node.name === name && node.from >= from && node.to <= to);
  const removed = old.flatMap(node => [{ from: node.from, to: innerOf(node).from }, { from: innerOf(node).to, to: node.to }]);
  return [{ from, insert: signs[name] }, ...removed, { from: to, insert: signs[name] }];
}

function markedCaret(state: EditorState, caret: number, name: MarkName): { changes: ChangeSpec; range: SelectionRange } {
  const sign = signs[name], size = sign.length;
  const around = state.sliceDoc(Math.max(0, caret - size), caret + size);
  const isFresh = around === sign + sign && state.sliceDoc(caret - size - 1, caret - size) !== '*' && state.sliceDoc(caret + size, caret + size + 1) !== '*';
  if (isFresh) return { changes: { from: caret - size, to: caret + size }, range: EditorSelection.cursor(caret - size) };
  const node = covering(state, { from: caret, to: caret }, name);
  const word = state.wordAt(caret);
  const specs = node ? unmark(state, node, innerOf(node), sign) : word ? mark(state, word, name) : { from: caret, insert: sign + sign };
  const changes = state.changes(specs);
  if (!node && !word) return { changes, range: EditorSelection.cursor(caret + size) };
  return { changes, range: EditorSelection.cursor(changes.mapPos(caret, word && caret === word.from ? 1 : -1)) };
}

/** Whether all that is selected stands in such marks. */
export function isMarked(state: EditorState, name: MarkName): boolean {
  const { ranges } = state.selection;
  const all = ranges.flatMap(range => range.empty ? [{ from: range.from, to: range.to }] : pieces(state, range));
  return all.length > 0 && all.every(piece => covering(state, piece, name) !== null);
}

export function toggleMark(name: MarkName): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const remove = isMarked(state, name);
    const spec = state.changeByRange(range => {
      if (range.empty && isCode(state, state.doc.lineAt(range.from))) return { range };
      if (range.empty) return markedCaret(state, range.from, name);
      const specs = pieces(state, range).flatMap(piece => {
        const node = covering(state, piece, name);
        return remove ? unmark(state, node!, piece, signs[name]) : node ? [] : mark(state, piece, name);
      });
      const changes: ChangeSet = state.changes(specs);
      const from = changes.mapPos(range.from, 1), to = Math.max(from, changes.mapPos(range.to, -1));
      return { changes, range: range.anchor <= range.head ? EditorSelection.range(from, to) : EditorSelection.range(to, from) };
    });
    dispatch(state.update(spec, { userEvent: 'input.format', scrollIntoView: true }));
    return true;
  };
}
