import { type EditorState, type Extension } from '@codemirror/state';
import { type Command, EditorView, placeholder } from '@codemirror/view';
import { clean } from './clean';
import { display, showsSource, toggleSource } from './display';
import { markdown } from './language';

export { clean } from './clean';

export type CommandName = 'heading' | 'bold' | 'italic' | 'bulletList' | 'numberedList' | 'checkList' | 'quote' | 'link' | 'table' | 'source';

export interface WritingOptions {
  /** Words of the interface, keys `Editor_...`. */
  readonly strings: Record<string, string>;
  readonly placeholder: string;
  /** Told the key of a notice, now 'TooLong', when something could not be done. */
  readonly onNotice?: (key: string) => void;
}

/** Everything that makes a CodeMirror editor one for minutes, but for undo and co-editing. */
export function writing(options: WritingOptions): Extension {
  return [
    markdown,
    display,
    EditorView.lineWrapping,
    placeholder(options.placeholder),
    clean(options.onNotice),
  ];
}

const none: Command = () => false;

export const commands: Record<CommandName, Command> = {
  heading: none, bold: none, italic: none, bulletList: none, numberedList: none, checkList: none, quote: none, link: none, table: none,
  source: toggleSource,
};

/** Which commands are on at the selection. */
export function active(state: EditorState): Set<CommandName> {
  return new Set<CommandName>(showsSource(state) ? ['source'] : []);
}
