import { type ChangeSpec, type EditorState, type Line, type StateCommand } from '@codemirror/state';
import { isInCode } from '../preview/language';
import { childDepthOf, depthOf, type Item, itemOf } from './items';
import { withNumbers } from './numbers';

function itemAt(state: EditorState): { line: Line; item: Item } | null {
  const line = state.doc.lineAt(state.selection.main.head);
  const item = itemOf(line.text);
  return item && !isInCode(state, line.from) ? { line, item } : null;
}

/** Enter in a list begins the next item; in an empty one it leaves the list, level by level. */
export const continueList: StateCommand = ({ state, dispatch }) => {
  const found = itemAt(state);
  if (!found) return continueQuote({ state, dispatch });
  const { line, item } = found, { from, to, empty } = state.selection.main;
  if (state.readOnly || from < line.from + item.end) return false;
  if (empty && line.text.slice(item.end).trim() === '')
    return item.indent === '' ? removeMark(state, dispatch, line, item) : outdent({ state, dispatch });
  const mark = item.number === null ? item.mark : `${item.number + 1}${item.mark.at(-1)}`;
  const prefix = item.quote + item.indent + mark + (item.gap || ' ') + (item.task ? '[ ] ' : '');
  // What follows the caret begins the new item without the space that stood before it.
  const gap = /^[ \t]*/.exec(state.sliceDoc(to, state.doc.lineAt(to).to))![0].length;
  dispatch(state.update(withNumbers(state, {
    changes: { from, to: to + gap, insert: state.lineBreak + prefix },
    selection: { anchor: from + 1 + prefix.length },
    scrollIntoView: true,
    userEvent: 'input',
  })));
  return true;
};

const continueQuote: StateCommand = ({ state, dispatch }) => {
  const { from, to } = state.selection.main, line = state.doc.lineAt(from);
  const quote = /^(?:[ \t]{0,3}>[ \t]?)+/.exec(line.text)?.[0];
  if (!quote || state.readOnly || from < line.from + quote.length || isInCode(state, line.from)) return false;
  const isEmpty = line.text.trim() === quote.trim();
  dispatch(state.update(isEmpty
    ? { changes: { from: line.from, to: line.to }, userEvent: 'delete' }
    : { changes: { from, to, insert: state.lineBreak + quote }, selection: { anchor: from + 1 + quote.length }, scrollIntoView: true, userEvent: 'input' }));
  return true;
};

/** Backspace at the start of an item's content makes a plain line of it. */
export const leaveList: StateCommand = ({ state, dispatch }) => {
  const found = itemAt(state);
  if (!found || state.readOnly || !state.selection.main.empty) return false;
  const { line, item } = found;
  return state.selection.main.head === line.from + item.end && removeMark(state, dispatch, line, item);
};

function removeMark(state: EditorState, dispatch: Parameters<StateCommand>[0]['dispatch'], line: Line, item: Item): boolean {
  const from = line.from + item.quote.length;
  dispatch(state.update(withNumbers(state, { changes: { from, to: line.from + item.end }, userEvent: 'delete' })));
  return true;
}

/** Under the item above. */
export const indent: StateCommand = ({ state, dispatch }) => shift(state, dispatch, (line, item) => {
  const above = itemAbove(state, line, (other) => depthOf(other) <= depthOf(item));
  return above && depthOf(above) === depthOf(item) ? childDepthOf(above) : null;
});

/** Beside the item it belongs to. */
export const outdent: StateCommand = ({ state, dispatch }) => {
  if (itemsSelected(state).every(({ item }) => item.indent === '')) return false;
  return shift(state, dispatch, (line, item) => {
    const above = itemAbove(state, line, (other) => depthOf(other) < depthOf(item));
    return above ? depthOf(above) : 0;
  });
};

/** Moves the selected items and what is under them; all by as much as the first. */
function shift(state: EditorState, dispatch: Parameters<StateCommand>[0]['dispatch'], target: (line: Line, item: Item) => number | null): boolean {
  const [first] = itemsSelected(state);
  if (!first || state.readOnly) return false;
  const depth = target(first.line, first.item);
  if (depth === null) return true;
  const by = depth - depthOf(first.item);
  const last = state.doc.lineAt(state.selection.main.to).number;
  const changes: ChangeSpec[] = [];
  for (let n = first.line.number; n <= state.doc.lines; n++) {
    const line = state.doc.line(n), item = itemOf(line.text);
    if (n > last && (!item || depthOf(item) <= depthOf(first.item))) break;
    if (!item) continue;
    const from = line.from + item.quote.length;
    changes.push({ from, to: from + item.indent.length, insert: ' '.repeat(Math.max(0, depthOf(item) + by)) });
  }
  // A number begins its own count where it goes under another item, and joins the count where it comes back.
  dispatch(state.update(withNumbers(state, { changes: [changes, ...restart(state, first, by)], userEvent: by > 0 ? 'input.indent' : 'delete.dedent' })));
  return true;
}

function restart(state: EditorState, first: { line: Line; item: Item }, by: number): ChangeSpec[] {
  const { line, item } = first;
  if (by <= 0 || item.number === null || item.number === 1) return [];
  const above = itemAbove(state, line, (other) => depthOf(other) <= depthOf(item) + by);
  if (above && depthOf(above) === depthOf(item) + by) return [];
  const from = line.from + item.quote.length + item.indent.length;
  return [{ from, to: from + item.mark.length - 1, insert: '1' }];
}

function itemsSelected(state: EditorState): { line: Line; item: Item }[] {
  const { from, to } = state.selection.main, found: { line: Line; item: Item }[] = [];
  for (let n = state.doc.lineAt(from).number; n <= state.doc.lineAt(to).number; n++) {
    const line = state.doc.line(n), item = itemOf(line.text);
    if (item && !isInCode(state, line.from)) found.push({ line, item });
  }
  return found;
}

function itemAbove(state: EditorState, line: Line, suits: (item: Item) => boolean): Item | null {
  for (let n = line.number - 1; n >= 1; n--) {
    const { text } = state.doc.line(n), item = itemOf(text);
    if (item && suits(item)) return item;
    if (text.trim() === '' || (!item && !/^[ \t]/.test(text))) return null;
  }
  return null;
}

/** Ticks or unticks the item of a check list that a position is in. */
export function toggleTask(state: EditorState, position: number): ChangeSpec | null {
  const line = state.doc.lineAt(position), item = itemOf(line.text);
  if (!item?.task) return null;
  const at = line.from + item.quote.length + item.indent.length + item.mark.length + item.gap.length + 1;
  return { from: at, to: at + 1, insert: state.sliceDoc(at, at + 1) === ' ' ? 'x' : ' ' };
}

export const toggleTaskHere: StateCommand = ({ state, dispatch }) => {
  const changes = toggleTask(state, state.selection.main.head);
  if (!changes || state.readOnly) return false;
  dispatch(state.update({ changes, userEvent: 'input' }));
  return true;
};
