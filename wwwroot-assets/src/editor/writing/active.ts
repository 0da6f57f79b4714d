import type { EditorState } from '@codemirror/state';
import { type BlockName, isOn } from './blocks';
import { showsSource } from './display';
import { isInLink } from './insert';
import { isMarked } from './marks';
import { isTableRow } from './tables';
import type { CommandName } from './index';

const blocks: readonly BlockName[] = ['heading', 'bulletList', 'numberedList', 'checkList', 'quote'];

/** Selections longer than this are not looked through for marks: the toolbar asks at every key. */
const mostSelected = 20_000;

/** Which commands are on at the selection. */
export function active(state: EditorState): Set<CommandName> {
  const on = new Set<CommandName>();
  if (showsSource(state)) on.add('source');
  if (state.selection.ranges.some(range => range.to - range.from > mostSelected)) return on;
  for (const block of blocks) if (isOn(state, block)) on.add(block);
  if (isMarked(state, 'StrongEmphasis')) on.add('bold');
  if (isMarked(state, 'Emphasis')) on.add('italic');
  if (isInLink(state)) on.add('link');
  if (isTableRow(state, state.doc.lineAt(state.selection.main.head))) on.add('table');
  return on;
}
