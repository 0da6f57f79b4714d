import type { ChangeSpec, EditorState, Line, StateCommand } from '@codemirror/state';
import { itemOf } from './items';
import { withNumbers } from './numbers';

export type BlockKind = 'heading' | 'bulletList' | 'numberedList' | 'checkList' | 'quote';

export function blockOf(text: string): BlockKind | null {
  if (/^ {0,3}#{1,6}(?:[ \t]|$)/.test(text)) return 'heading';
  const item = itemOf(text);
  if (item) return item.task ? 'checkList' : item.number === null ? 'bulletList' : 'numberedList';
  return /^ {0,3}>/.test(text) ? 'quote' : null;
}

export function isBlock(state: EditorState, kind: BlockKind): boolean {
  const { text } = state.doc.lineAt(state.selection.main.head);
  return kind === 'quote' ? /^ {0,3}>/.test(text) : blockOf(text) === kind;
}

/** Makes the selected lines a list, a quote or headings, or plain again where they are all that already. */
export const toggleBlock = (kind: BlockKind): StateCommand => ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const lines = selectedLines(state);
  const marks = marksFor(kind, lines);
  const changes: ChangeSpec[] = lines.map((line, i) => ({ from: line.from, to: line.from + prefixLength(kind, line.text), insert: marks(line, i) }));
  dispatch(state.update(withNumbers(state, { changes, userEvent: 'input' })));
  return true;
};

function selectedLines(state: EditorState): Line[] {
  const { from, to } = state.selection.main;
  const first = state.doc.lineAt(from).number, last = state.doc.lineAt(to).number;
  const lines = Array.from({ length: last - first + 1 }, (_, i) => state.doc.line(first + i));
  const filled = lines.filter((line) => line.text.trim() !== '');
  return filled.length > 0 ? filled : lines.slice(0, 1);
}

/** What the new mark replaces: a quote goes around a list, everything else takes its place. */
function prefixLength(kind: BlockKind, text: string): number {
  if (kind === 'quote') return /^ {0,3}>[ \t]?/.exec(text)?.[0].length ?? 0;
  return /^ {0,3}#{1,6}(?:[ \t]+|$)/.exec(text)?.[0].length ?? itemOf(text)?.end ?? 0;
}

function marksFor(kind: BlockKind, lines: readonly Line[]): (line: Line, i: number) => string {
  if (kind === 'heading') {
    // A second press makes it a smaller one, a third a plain line.
    const level = /^ {0,3}(#{1,6})/.exec(lines[0].text)?.[1].length ?? 0;
    const next = level === 0 ? '# ' : level === 1 ? '## ' : '';
    return () => next;
  }
  const isAll = lines.every((line) => (kind === 'quote' ? prefixLength(kind, line.text) > 0 : blockOf(line.text) === kind));
  if (kind === 'quote') return () => (isAll ? '' : '> ');
  return (line, i) => {
    const item = itemOf(line.text);
    const before = (item?.quote ?? '') + (isAll ? '' : item?.indent ?? '');
    return before + (isAll ? '' : kind === 'numberedList' ? `${i + 1}. ` : kind === 'checkList' ? '- [ ] ' : '- ');
  };
}
