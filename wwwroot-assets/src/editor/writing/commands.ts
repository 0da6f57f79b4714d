import { redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import type { EditorState, StateCommand } from '@codemirror/state';
import { type BlockKind, isBlock, toggleBlock } from './blocks';
import { bold, type InlineMark, isInline, italic, toggleInline } from './inline';
import { insertLink, isLink } from './links';
import { insertTable, isTable } from './tables';

/** What a button of the toolbar does, and how it looks for the place where the caret is. */
export interface ToolCommand {
  run: StateCommand;
  isOn?: (state: EditorState) => boolean;
  isOff?: (state: EditorState) => boolean;
}

const block = (kind: BlockKind): ToolCommand => ({ run: toggleBlock(kind), isOn: (state) => isBlock(state, kind) });
const inline = (mark: InlineMark): ToolCommand => ({ run: toggleInline(mark), isOn: (state) => isInline(state, mark) });

export const commands = (column: string): Record<string, ToolCommand> => ({
  heading: block('heading'),
  bold: inline(bold),
  italic: inline(italic),
  bulletList: block('bulletList'),
  numberedList: block('numberedList'),
  checkList: block('checkList'),
  quote: block('quote'),
  link: { run: insertLink, isOn: isLink },
  table: { run: insertTable(column), isOff: isTable },
  undo: { run: undo, isOff: (state) => undoDepth(state) === 0 },
  redo: { run: redo, isOff: (state) => redoDepth(state) === 0 },
});
