import { type ChangeDesc, EditorSelection } from '@codemirror/state';

/**
 * The selection after a change that put marks in front of text: carets stay with their text. (The library's own
 * mapping turns a selection inside replaced text inside out.)
 */
export function follow(selection: EditorSelection, changes: ChangeDesc): EditorSelection {
  const ranges = selection.ranges.map(({ anchor, head }) => EditorSelection.range(changes.mapPos(anchor, 1), changes.mapPos(head, 1)));
  return EditorSelection.create(ranges, selection.mainIndex);
}
