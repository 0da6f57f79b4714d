import type { EditorState, Extension, TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { isInCode } from '../preview/language';
import { itemOf } from '../writing/items';
import { isFollowed } from '../writing/links';
import { htmlToMarkdown } from './htmlToMarkdown';

const beginsBlock = /^(?:#{1,6} |> |[-*+] |\d+[.)] |\||---$|```)/;

/** Text as it comes from anywhere, with the line ends of here; hard spaces stay. */
export const plain = (text: string): string => text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/\u000b/g, '\n');

/** Puts pasted wording where the caret is: words into the sentence, blocks on lines of their own. */
export function insertion(state: EditorState, text: string): TransactionSpec {
  const { from, to } = state.selection.main;
  const first = state.doc.lineAt(from), last = state.doc.lineAt(to);
  const item = itemOf(first.text);
  // A list pasted into an empty item takes its place.
  const start = item && itemOf(text) && from === first.from + item.end ? first.from + item.quote.length + item.indent.length : from;
  const before = state.sliceDoc(first.from, start).trim() !== '';
  const after = state.sliceDoc(to, last.to).trim() !== '';
  const lines = text.split('\n');
  const gap = lines[0].startsWith('|') ? '\n\n' : '\n';
  const head = before && beginsBlock.test(lines[0]) ? gap : !before && lines[0].startsWith('|') && isFilled(state, first.number - 1) ? '\n' : '';
  const tail = after && (lines.length > 1 || head !== '') && beginsBlock.test(lines.at(-1)!.trimStart()) ? '\n' : '';
  const insert = head + text + tail;
  return { changes: { from: start, to, insert }, selection: { anchor: start + insert.length }, scrollIntoView: true, userEvent: 'input.paste' };
}

const isFilled = (state: EditorState, line: number): boolean => line >= 1 && state.doc.line(line).text.trim() !== '';

function pasted(view: EditorView, data: DataTransfer): TransactionSpec | null {
  const { state } = view, { from, to, empty } = state.selection.main;
  const html = data.getData('text/html'), text = plain(data.getData('text/plain'));
  if (isInCode(state, from)) return text === '' ? null : { ...state.replaceSelection(text), userEvent: 'input.paste' };
  const words = state.sliceDoc(from, to);
  if (!empty && isFollowed(text.trim()) && !words.includes('\n') && !isFollowed(words))
    return { changes: { from, to, insert: `[${words}](${text.trim()})` }, userEvent: 'input.paste' };
  const markdown = html === '' ? text : htmlToMarkdown(new DOMParser().parseFromString(html, 'text/html'));
  return markdown === '' ? (text === '' ? null : insertion(state, text)) : insertion(state, markdown);
}

/** Pasting from word processors and web pages keeps what minutes have: headings, lists, tables, links, bold, italic. */
export const paste: Extension = EditorView.domEventHandlers({
  paste(event, view) {
    if (view.state.readOnly || !event.clipboardData) return false;
    const spec = pasted(view, event.clipboardData);
    if (!spec) return false;
    event.preventDefault();
    view.dispatch(spec);
    return true;
  },
});
