import { defaultKeymap } from '@codemirror/commands';
import type { EditorState, Extension } from '@codemirror/state';
import { type Command, EditorView, keymap, placeholder } from '@codemirror/view';
export type CommandName = string;
export function writing(options: { strings: Record<string, string>; placeholder: string; onNotice?: (key: string) => void }): Extension {
  return [keymap.of(defaultKeymap), EditorView.lineWrapping, placeholder(options.placeholder)];
}
export const commands: Record<string, Command> = {};
export function active(_state: EditorState): Set<CommandName> { return new Set(); }
