import { EditorSelection, type EditorState, type Extension, Prec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { plainText } from '../clean';
import { showsSource } from '../display';
import { blankLines, linked } from '../insert';
import { isCode, kindOf, parseLine } from '../lines';
import { isAddress } from '../links';
import { asCell, isTableRow } from '../tables';
import { hasPictures, htmlToMarkdown } from './html';
import { plainToMarkdown } from './plain';

interface Pasted { readonly from: number; readonly to: number; readonly insert: string; readonly caret: number }

const blockStart = /^(?:#{1,6} |- |\d{1,9}\. |\||> |```|---$)/;

function placed(from: number, to: number, insert: string): Pasted {
  return { from, to, insert, caret: from + insert.length };
}

/** Fits Markdown into the place where it is pasted: words into a line, blocks between blank lines. */
function fitted(state: EditorState, from: number, to: number, text: string): Pasted {
  const line = state.doc.lineAt(from);
  if (!text.includes('\n\n') && !blockStart.test(text)) return placed(from, to, text);
  const parts = parseLine(line.text);
  const isEmptyItem = parts.mark !== '' && !parts.text.trim() && to <= line.to;
  const begin = isEmptyItem && kindOf(parseLine(text)) !== 'plain' ? line.from : from;
  const { before, after } = blankLines(state, begin, to);
  const isList = begin < from;
  const insert = (isList ? '' : before) + text + (isList ? '' : after);
  return { from: begin, to: Math.max(to, begin < from ? line.to : to), insert, caret: begin + insert.length };
}

/** What pasting puts into the text, or null if the editor's own way is right. */
export function pasted(state: EditorState, html: string, plain: string): Pasted | null {
  const { from, to, empty } = state.selection.main;
  const line = state.doc.lineAt(from);
  const words = plainText(plain);
  if (isCode(state, line) || showsSource(state) || state.selection.ranges.length > 1) return null;
  if (isTableRow(state, line)) {
    if (isTableRow(state, state.doc.lineAt(to)) && words.includes('|') && !html) return null;
    return placed(from, to, asCell(words.trim()));
  }
  if (!empty && isAddress(words.trim()) && !state.sliceDoc(from, to).includes('\n')) {
    const { insert, caret } = linked(state, { from, to }, words.trim());
    return { from, to, insert, caret };
  }
  const markdown = html ? htmlToMarkdown(html) : plainToMarkdown(words) ?? '';
  return markdown ? fitted(state, from, to, markdown) : null;
}

/** Pasting from Word, LibreOffice and web pages keeps what Markdown can say; pictures are told of. */
export const pasting = (onNotice?: (key: string) => void): Extension => [
  EditorView.clipboardInputFilter.of(plainText),
  Prec.high(EditorView.domEventHandlers({
    paste: (event, view) => {
      const data = event.clipboardData;
      if (!data || view.state.readOnly) return false;
      const hasImages = hasPictures(data.getData('text/html')) || (!data.getData('text/plain') && [...data.files].some(file => file.type.startsWith('image/')));
      if (hasImages) onNotice?.('PicturesDropped');
      const change = pasted(view.state, data.getData('text/html'), data.getData('text/plain'));
      if (!change) return false;
      view.dispatch({
        changes: { from: change.from, to: change.to, insert: change.insert },
        selection: EditorSelection.cursor(change.caret),
        userEvent: 'input.paste',
        scrollIntoView: true,
      });
      return true;
    },
  })),
];
