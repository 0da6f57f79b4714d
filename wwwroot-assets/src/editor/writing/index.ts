import type { Extension } from '@codemirror/state';
import { type Command, EditorView, placeholder } from '@codemirror/view';
import { cycleHeading, toggleList, toggleQuote } from './blocks';
import { clean } from './clean';
import { display, toggleSource } from './display';
import { insertTable, toggleLink } from './insert';
import { keys } from './keys';
import { markdown } from './language';
import { linkOpening } from './links';
import { toggleMark } from './marks';
import { pasting } from './paste';
import { preview } from './preview';
import { renumbering } from './renumber';
import { words } from './strings';
import { typography } from './typography';
import { addColumnLeft, addColumnRight, addRowAbove, addRowBelow, deleteColumn, deleteRow, deleteTable } from './tableEdits';
import { tablePreview } from './tableField';
import { tableGuard } from './tableGuard';

export { active } from './active';
export { clean } from './clean';
export { showSource } from './display';

export type CommandName = 'heading' | 'bold' | 'italic' | 'bulletList' | 'numberedList' | 'checkList' | 'quote' | 'link' | 'table' | 'source'
  | 'rowAbove' | 'rowBelow' | 'rowDelete' | 'columnLeft' | 'columnRight' | 'columnDelete' | 'tableDelete';

export interface WritingOptions {
  /** Words of the interface, keys `Editor_...`. */
  readonly strings: Record<string, string>;
  readonly placeholder: string;
  /** Told the key of a notice, 'TooLong' or 'PicturesDropped', when something could not be done. */
  readonly onNotice?: (key: string) => void;
}

/** Everything that makes a CodeMirror editor one for minutes, but for undo and co-editing. */
export function writing(options: WritingOptions): Extension {
  return [
    words.of(options.strings),
    markdown,
    display,
    keys,
    preview,
    tablePreview,
    typography,
    pasting(options.onNotice),
    linkOpening,
    // Filters run from the last to the first: what renumbering adds is cleaned as well.
    clean(options.onNotice),
    renumbering,
    tableGuard,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ spellcheck: 'true', autocorrect: 'on', autocapitalize: 'sentences' }),
    placeholder(options.placeholder),
  ];
}

export const commands: Record<CommandName, Command> = {
  heading: cycleHeading,
  bold: toggleMark('StrongEmphasis'),
  italic: toggleMark('Emphasis'),
  bulletList: toggleList('bulletList'),
  numberedList: toggleList('numberedList'),
  checkList: toggleList('checkList'),
  quote: toggleQuote,
  link: toggleLink,
  table: insertTable,
  source: toggleSource,
  rowAbove: addRowAbove,
  rowBelow: addRowBelow,
  rowDelete: deleteRow,
  columnLeft: addColumnLeft,
  columnRight: addColumnRight,
  columnDelete: deleteColumn,
  tableDelete: deleteTable,
};
