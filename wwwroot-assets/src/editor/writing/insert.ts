import { EditorSelection, type EditorState, type SelectionRange, type StateCommand, type TransactionSpec } from '@codemirror/state';
import { addressInLink, isAddress } from './links';
import { treeAt } from './language';
import { isCode } from './lines';
import type { Span } from './display';
import { emptyRow, isTableRow } from './tables';

const beginning = 'https://';

function linkAround(state: EditorState, { from, to }: SelectionRange) {
  for (const side of [1, -1] as const) {
    for (let node = treeAt(state, to).resolveInner(side === 1 ? from : to, side); node.parent; node = node.parent) {
      const isInside = from === to ? node.from < from && node.to > to : node.from <= from && node.to >= to;
      if (isInside && (node.name === 'Autolink' || (node.name === 'Link' && node.getChild('URL')))) return node;
    }
  }
  return null;
}

export function isInLink(state: EditorState): boolean {
  return state.selection.ranges.every(range => linkAround(state, range) !== null);
}

/** Makes a link of the selection, or of a link its label again. Asks nothing: the caret waits where the address goes. */
export const toggleLink: StateCommand = ({ state, dispatch }) => {
  const range = state.selection.main;
  if (state.readOnly || isCode(state, state.doc.lineAt(range.from))) return false;
  const text = state.sliceDoc(range.from, range.to);
  const link = linkAround(state, range);
  let spec: TransactionSpec;
  if (link) {
    const [open, close] = link.getChildren('LinkMark');
    spec = { changes: [{ from: link.from, to: open!.to }, { from: close!.from, to: link.to }] };
  } else if (isAddress(text.trim())) {
    const made = `<${/^www\./i.test(text.trim()) ? 'http://' : ''}${text.trim()}>`;
    spec = { changes: { from: range.from, to: range.to, insert: made }, selection: { anchor: range.from + made.length } };
  } else {
    const word = range.empty ? state.wordAt(range.head) : range;
    const { from, to } = word ?? range;
    const label = state.sliceDoc(from, to).replace(/\s*\n\s*/g, ' ');
    const caret = label ? from + label.length + 3 + beginning.length : from + 1;
    spec = { changes: { from, to, insert: `[${label}](${beginning})` }, selection: { anchor: caret } };
  }
  dispatch(state.update(spec, { userEvent: 'input.format', scrollIntoView: true }));
  return true;
};

/** A link with the selection as its label, for an address that was pasted over it. */
export function linked(state: EditorState, range: Span, address: string): { insert: string; caret: number } {
  const insert = `[${state.sliceDoc(range.from, range.to)}](${addressInLink(address)})`;
  return { insert, caret: range.from + insert.length };
}

/** What must stand between the text and a block inserted at the position, before and behind it. */
export function blankLines(state: EditorState, from: number, to: number): { before: string; after: string } {
  const first = state.doc.lineAt(from), last = state.doc.lineAt(to);
  const startsLine = !state.sliceDoc(first.from, from).trim(), endsLine = !state.sliceDoc(to, last.to).trim();
  const isFree = (number: number) => number < 1 || number > state.doc.lines || !state.doc.line(number).text.trim();
  return {
    before: !startsLine ? '\n\n' : isFree(first.number - 1) ? '' : '\n',
    after: !endsLine ? '\n\n' : last.number === state.doc.lines ? '\n\n' : isFree(last.number + 1) ? '' : '\n',
  };
}

/** A table of three columns and three rows below the paragraph, the caret in the first cell. */
export const insertTable: StateCommand = ({ state, dispatch }) => {
  const line = state.doc.lineAt(state.selection.main.head);
  if (state.readOnly || isTableRow(state, line) || isCode(state, line)) return false;
  const { before, after } = blankLines(state, line.to, line.to);
  const rows = [emptyRow(3), '|' + ' --- |'.repeat(3), emptyRow(3), emptyRow(3)].join('\n');
  const from = line.text.trim() ? line.to : line.from;
  dispatch(state.update({
    changes: { from, to: line.to, insert: before + rows + after },
    selection: EditorSelection.cursor(from + before.length + 2),
    userEvent: 'input.table',
    scrollIntoView: true,
  }));
  return true;
};
