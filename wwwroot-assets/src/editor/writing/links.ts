import type { EditorState, StateCommand } from '@codemirror/state';
import { nodeAround } from '../preview/language';

const address = /^(?:https?:\/\/|mailto:|tel:)\S+$/i;

/** The addresses that may be followed. */
export const isFollowed = (url: string): boolean => address.test(url);

export const isLink = (state: EditorState): boolean => nodeAround(state, state.selection.main.head, ['Link']) !== null;

/** Makes a link of what is selected, with the part selected that is still to be written; in a link, selects its address. */
export const insertLink: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const { from, to } = state.selection.main;
  const url = nodeAround(state, from, ['Link'])?.getChild('URL');
  if (url) {
    dispatch(state.update({ selection: { anchor: url.from, head: url.to }, scrollIntoView: true }));
    return true;
  }
  const text = state.sliceDoc(from, to).replaceAll(/\s*\n\s*/g, ' ');
  const insert = isFollowed(text) ? `[](${text})` : `[${text}](https://)`;
  const selection = isFollowed(text) || text === '' ? { anchor: from + 1 } : { anchor: from + text.length + 3, head: from + insert.length - 1 };
  dispatch(state.update({ changes: { from, to, insert }, selection, scrollIntoView: true, userEvent: 'input' }));
  return true;
};
