import type { EditorState, StateCommand } from '@codemirror/state';
import { nodeAround } from '../preview/language';

export const isTable = (state: EditorState): boolean => nodeAround(state, state.selection.main.head, ['Table'], 1) !== null
  || nodeAround(state, state.selection.main.head, ['Table']) !== null;

/** Where the cells of a row stand in its line; '\|' is a letter. */
export function cellsOf(row: string): { from: number; to: number }[] {
  const bars = [...row.matchAll(/\\.|\|/g)].filter((match) => match[0] === '|').map((match) => match.index);
  const start = /^\s*\|/.test(row) ? bars.shift()! + 1 : 0;
  const end = bars.length > 0 && row.slice(bars[bars.length - 1] + 1).trim() === '' ? bars.pop()! : row.length;
  const edges = [start - 1, ...bars, end];
  return edges.slice(1).map((to, i) => ({ from: edges[i] + 1, to }));
}

/** A table of two columns below the caret's line, with its first heading selected. */
export const insertTable = (column: string): StateCommand => ({ state, dispatch }) => {
  if (state.readOnly || isTable(state)) return false;
  const line = state.doc.lineAt(state.selection.main.to);
  const names = [`${column} 1`, `${column} 2`];
  const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  const table = [row(names), row(names.map((name) => '-'.repeat(name.length))), row(names.map((name) => ' '.repeat(name.length)))].join('\n');
  const before = line.text.trim() !== '' ? '\n\n' : line.number > 1 && state.doc.line(line.number - 1).text.trim() !== '' ? '\n' : '';
  const after = line.number === state.doc.lines ? '\n' : state.doc.line(line.number + 1).text.trim() !== '' ? '\n' : '';
  const at = line.to + before.length + 2;
  dispatch(state.update({
    changes: { from: line.to, insert: before + table + after },
    selection: { anchor: at, head: at + names[0].length },
    scrollIntoView: true,
    userEvent: 'input',
  }));
  return true;
};

/** Enter in a table begins its next row; in an empty last row it leaves the table. */
export const continueTable: StateCommand = ({ state, dispatch }) => {
  const { head, empty } = state.selection.main;
  const table = nodeAround(state, head, ['Table'], 1) ?? nodeAround(state, head, ['Table']);
  if (!table || !empty || state.readOnly) return false;
  const first = state.doc.lineAt(table.from).number, line = state.doc.lineAt(head);
  if (line.number > first + 1 && /^[\s|]*$/.test(line.text)) {
    dispatch(state.update({ changes: { from: line.from, to: line.to }, userEvent: 'delete' }));
    return true;
  }
  // Nothing goes between the headings and the line below them.
  const above = line.number === first ? state.doc.line(first + 1) : line;
  const row = '|' + cellsOf(state.doc.line(first).text).map(({ from, to }) => ' '.repeat(Math.max(2, to - from)) + '|').join('');
  dispatch(state.update({ changes: { from: above.to, insert: '\n' + row }, selection: { anchor: above.to + 3 }, scrollIntoView: true, userEvent: 'input' }));
  return true;
};
