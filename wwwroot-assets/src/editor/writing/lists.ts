import { type ChangeSpec, ChangeSet, type Text } from '@codemirror/state';
import { type Command, type EditorView } from '@codemirror/view';
import { selectedLines } from './lines';
import { moved, outlineLine, type OutlineLine, parentOf, siblingAbove } from './outline';
import { follow } from './selection';

/** Makes an item, or a line of a quotation, a paragraph of its own; blank lines part it from the rest. */
export function unmarked(doc: Text, item: OutlineLine): { changes: ChangeSpec[]; caret: number } {
  const { line } = item;
  const next = line.number < doc.lines ? outlineLine(doc.line(line.number + 1)) : null;
  const isParted = line.number === 1 || !doc.line(line.number - 1).text.trim();
  const begin = isParted ? '' : '\n';
  const marks = item.quote.length + item.indent.length + item.mark.length + item.gap.length + item.task.length;
  const changes: ChangeSpec[] = [{ from: line.from, to: line.from + marks, insert: begin }];
  if (next && !next.isBlank) changes.push({ from: line.to, insert: '\n' });
  // What follows goes on with the number that became free.
  if (next && /\d/.test(item.mark) && /\d/.test(next.mark) && next.column === item.column)
    changes.push(...moved(doc, next, next.column, item.mark));
  return { changes, caret: line.from + begin.length };
}

/** Numbers begin at one on a new level; where others stand before, renumbering counts on. */
function firstMark(item: OutlineLine): string {
  return item.mark.replace(/^\d+/, '1');
}

export function outdented(doc: Text, item: OutlineLine): ChangeSpec[] {
  return item.column === 0 ? [] : moved(doc, item, parentOf(doc, item)?.column ?? 0, firstMark(item));
}

function indented(doc: Text, item: OutlineLine): ChangeSpec[] {
  const sibling = siblingAbove(doc, item);
  return sibling ? moved(doc, item, sibling.content, firstMark(item)) : [];
}

function shiftItems(view: EditorView, shift: (doc: Text, item: OutlineLine) => ChangeSpec[]): boolean {
  const { state } = view;
  const items = state.selection.ranges.flatMap(range => selectedLines(state, range)).map(outlineLine).filter(line => line.isItem);
  if (!items.length) return false;
  if (state.readOnly) return true;
  let doc = state.doc;
  let changes = ChangeSet.empty(doc.length);
  let last: OutlineLine | undefined;
  for (const item of items) {
    // What is subordinate to an item that moved has moved with it.
    if (last && item.column >= last.content) continue;
    last = item;
    const step = ChangeSet.of(shift(doc, outlineLine(doc.line(item.line.number))), doc.length);
    changes = changes.compose(step);
    doc = step.apply(doc);
  }
  if (!changes.empty) view.dispatch({ changes, selection: follow(state.selection, changes), userEvent: 'input.list', scrollIntoView: true });
  return true;
}

/** Ticks the boxes of the lines; when all are ticked, none is. */
export const toggleTasks: Command = view => {
  const { state } = view;
  const items = state.selection.ranges.flatMap(range => selectedLines(state, range)).map(outlineLine).filter(line => line.task);
  if (!items.length) return false;
  const isDone = items.every(item => /x/i.test(item.task));
  const changes = items.filter(item => /x/i.test(item.task) === isDone).map(item => {
    const from = item.line.from + item.quote.length + item.indent.length + item.mark.length + item.gap.length + 1;
    return { from, to: from + 1, insert: isDone ? ' ' : 'x' };
  });
  if (!state.readOnly) view.dispatch({ changes, userEvent: 'input.check' });
  return true;
};

/** Tab and Shift-Tab on list lines; elsewhere the keys leave the editor, so that nobody is trapped. */
export const indentItems: Command = view => shiftItems(view, indented);
export const outdentItems: Command = view => shiftItems(view, outdented);
