import { syntaxTree } from '@codemirror/language';
import { type ChangeSpec, EditorSelection, type EditorState, type StateCommand } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import { nodeAround } from '../preview/language';
import { contentStart } from './items';

export interface InlineMark { node: string; mark: string }

export const bold: InlineMark = { node: 'StrongEmphasis', mark: '**' };
export const italic: InlineMark = { node: 'Emphasis', mark: '*' };

export function isInline(state: EditorState, { node }: InlineMark): boolean {
  return around(state, node) !== null;
}

/** Sets or takes away the mark on what is selected, or on the word at the caret. */
export const toggleInline = (kind: InlineMark): StateCommand => ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const { main } = state.selection;
  const node = around(state, kind.node);
  if (node && main.empty && main.head === node.to - kind.mark.length) {
    dispatch(state.update({ selection: { anchor: node.to }, scrollIntoView: true }));
  } else if (node) {
    dispatch(state.update({ changes: marksOf(node, kind), userEvent: 'delete' }));
  } else if (main.empty) {
    begin(state, dispatch, kind.mark);
  } else {
    dispatch(state.update({ ...wrap(state, kind), userEvent: 'input' }));
  }
  return true;
};

function around(state: EditorState, name: string): SyntaxNode | null {
  const { from, to } = state.selection.main;
  const node = nodeAround(state, from, [name], 1) ?? nodeAround(state, from, [name], -1);
  return node && node.from <= from && node.to >= to ? node : null;
}

const marksOf = (node: SyntaxNode, { mark }: InlineMark): ChangeSpec[] =>
  [{ from: node.from, to: node.from + mark.length }, { from: node.to - mark.length, to: node.to }];

function begin(state: EditorState, dispatch: Parameters<StateCommand>[0]['dispatch'], mark: string): void {
  const { head } = state.selection.main;
  const word = state.wordAt(head);
  if (word && word.from < head && head < word.to) {
    dispatch(state.update({ changes: [{ from: word.from, insert: mark }, { from: word.to, insert: mark }], userEvent: 'input' }));
  } else if (state.sliceDoc(head - mark.length, head) === mark && state.sliceDoc(head, head + mark.length) === mark) {
    dispatch(state.update({ changes: { from: head - mark.length, to: head + mark.length }, userEvent: 'delete' }));
  } else {
    dispatch(state.update({ changes: { from: head, insert: mark + mark }, selection: { anchor: head + mark.length }, userEvent: 'input' }));
  }
}

/** Line by line, for a mark does not reach over the end of a paragraph; without the spaces at the ends, where it would not count. */
function wrap(state: EditorState, kind: InlineMark): { changes: ChangeSpec[]; selection: EditorSelection } {
  const { main } = state.selection;
  const changes: ChangeSpec[] = [];
  for (let n = state.doc.lineAt(main.from).number; n <= state.doc.lineAt(main.to).number; n++) {
    const line = state.doc.line(n);
    let from = Math.max(main.from, line.from + contentStart(line.text)), to = Math.min(main.to, line.to);
    while (from < to && /\s/.test(state.sliceDoc(from, from + 1))) from++;
    while (to > from && /\s/.test(state.sliceDoc(to - 1, to))) to--;
    if (from >= to) continue;
    changes.push({ from, insert: kind.mark }, { from: to, insert: kind.mark });
    syntaxTree(state).iterate({ from, to, enter: (node) => {
      if (node.name === kind.node && node.from >= from && node.to <= to) changes.push(...marksOf(node.node, kind));
    } });
  }
  const set = state.changes(changes);
  const [anchor, head] = main.anchor <= main.head ? [1, -1] : [-1, 1];
  return { changes, selection: EditorSelection.single(set.mapPos(main.anchor, anchor), set.mapPos(main.head, head)) };
}
