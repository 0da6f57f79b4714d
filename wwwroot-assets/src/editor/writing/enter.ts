import { type ChangeSpec, EditorSelection, type EditorState, type SelectionRange, type TransactionSpec } from '@codemirror/state';
import type { Command } from '@codemirror/view';
import { isCode, textStart } from './lines';
import { treeAt } from './language';
import { outdented, unmarked } from './lists';
import { outlineLine, type OutlineLine } from './outline';
import { enterInTable } from './tableMoves';
import { isTableRow } from './tables';

type Step = { changes: ChangeSpec; range: SelectionRange };

function step(from: number, to: number, insert: string, caret = insert.length): Step {
  return { changes: { from, to, insert }, range: EditorSelection.cursor(from + caret) };
}

/** The item to whose text an indented line without a mark belongs. */
function itemOf(state: EditorState, line: OutlineLine): OutlineLine | null {
  if (line.isItem) return line;
  if (line.column === 0 || line.isBlank) return null;
  for (let node = treeAt(state, line.line.to).resolveInner(line.line.to, -1); node.parent; node = node.parent)
    if (node.name === 'ListItem') return outlineLine(state.doc.lineAt(node.from));
  return null;
}

function nextItem(item: OutlineLine): string {
  const mark = item.mark.replace(/^\d+/, digits => String(Number(digits) + 1));
  return item.quote + item.indent + mark + (item.gap || ' ') + (item.task ? '[ ] ' : '');
}

function leave(state: EditorState, item: OutlineLine): Step {
  if (item.column > 0) {
    const changes = state.changes(outdented(state.doc, item));
    return { changes, range: EditorSelection.cursor(changes.mapPos(item.line.to, 1)) };
  }
  const { changes, caret } = unmarked(state.doc, item);
  return { changes, range: EditorSelection.cursor(caret) };
}

function enterInParagraph(state: EditorState, line: OutlineLine, from: number, to: number): Step {
  const { doc } = state;
  const isBlank = (number: number) => number < 1 || number > doc.lines || !doc.line(number).text.trim();
  const above = isBlank(line.line.number - 1), below = isBlank(doc.lineAt(to).number + 1);
  if (line.isBlank) return above || below ? step(from, to, '\n') : step(from, to, '\n\n', 1);
  if (from === line.line.from && from === to) return step(from, to, '\n');
  const isAtEnd = to === doc.lineAt(to).to;
  return isAtEnd && !below ? step(from, to, '\n\n\n', 2) : step(from, to, '\n\n');
}

function enter(state: EditorState, range: SelectionRange): Step {
  const { doc } = state;
  const line = outlineLine(doc.lineAt(range.from));
  let { from, to } = range;
  while (from > line.line.from && /[ \t]/.test(doc.sliceString(from - 1, from)) && from > line.line.from + textStart(line)) from--;
  const endOfLine = doc.lineAt(to).to;
  while (to < endOfLine && doc.sliceString(to, to + 1) === ' ') to++;
  if (isTableRow(state, line.line)) return step(range.from, range.to, '\n');
  if (line.heading && !line.text.trim()) return step(line.line.from + line.quote.length, line.line.to, '');
  if (line.heading) return step(from, to, '\n');
  const item = itemOf(state, line);
  if (item || line.quote) {
    const isEmpty = !line.text.trim() && range.empty;
    if (isEmpty) return leave(state, line);
    if (range.empty && range.from === line.line.from) return step(range.from, range.to, '\n');
    const begin = Math.max(from, line.line.from + textStart(line));
    return step(begin, Math.max(begin, to), '\n' + (item ? nextItem(item) : line.quote.trimEnd() + ' '));
  }
  return enterInParagraph(state, line, from, to);
}

function isPlainText(state: EditorState): boolean {
  return state.selection.ranges.some(range => isCode(state, state.doc.lineAt(range.from)));
}

function run(view: Parameters<Command>[0], how: (state: EditorState, range: SelectionRange) => Step): boolean {
  const { state } = view;
  if (state.readOnly || isPlainText(state)) return false;
  const spec: TransactionSpec = state.changeByRange(range => how(state, range));
  view.dispatch({ ...spec, userEvent: 'input.list', scrollIntoView: true });
  return true;
}

/** Enter: the next paragraph or item, in a table the cell below; on an empty item it leaves the list. */
export const enterKey: Command = view => enterInTable(view) || run(view, enter);

/** Shift-Enter: a new line in the same paragraph or item. */
export const hardBreak: Command = view => enterInTable(view) || run(view, (state, range) => {
  const line = outlineLine(state.doc.lineAt(range.from));
  if (line.heading || isTableRow(state, line.line) || range.from < line.line.from + textStart(line)) return enter(state, range);
  let from = range.from;
  while (from > line.line.from + textStart(line) && state.doc.sliceString(from - 1, from) === ' ') from--;
  const isEmpty = from === line.line.from + textStart(line);
  const indent = line.isItem ? ' '.repeat(line.content) : line.indent;
  return step(from, range.to, (isEmpty ? '' : '  ') + '\n' + line.quote + indent);
});
