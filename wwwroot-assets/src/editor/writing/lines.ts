import type { EditorState, Line, SelectionRange } from '@codemirror/state';
import { beginsWithDate, treeAt } from './language';

/** One line taken apart: '> - [ ] text' or '### text'. Lengths add up to the line. */
export interface LineParts {
  readonly quote: string;
  readonly indent: string;
  readonly mark: '' | '-' | '*' | '+' | `${number}.` | `${number})`;
  /** The spaces behind the mark. */
  readonly gap: string;
  /** '[ ] ' or '[x] ', with its spaces. */
  readonly task: string;
  /** '### ', with its spaces. */
  readonly heading: string;
  readonly text: string;
}

const pattern = /^((?: {0,3}> ?)*)([ \t]*)(?:([-*+]|\d{1,9}[.)])([ \t]+|$)(\[[ xX]\](?:[ \t]+|$))?|(#{1,6}(?:[ \t]+|$)))?(.*)$/s;

export function parseLine(line: string): LineParts {
  const [, quote = '', indent = '', mark = '', gap = '', task = '', heading = '', text = ''] = pattern.exec(line)!;
  if (/^\d/.test(mark) && beginsWithDate(mark + gap + task + text))
    return { quote, indent, mark: '', gap: '', task: '', heading: '', text: mark + gap + task + text };
  return { quote, indent, mark: mark as LineParts['mark'], gap, task, heading, text };
}

export type LineKind = 'plain' | 'blank' | 'heading' | 'bulletList' | 'numberedList' | 'checkList';

export function kindOf(parts: LineParts): LineKind {
  if (parts.heading) return 'heading';
  if (parts.mark) return parts.task ? 'checkList' : /\d/.test(parts.mark) ? 'numberedList' : 'bulletList';
  return parts.text.trim() ? 'plain' : 'blank';
}

export function isListKind(kind: LineKind): boolean {
  return kind === 'bulletList' || kind === 'numberedList' || kind === 'checkList';
}

/** Where the text of the line begins, behind all marks, counted from the line's beginning. */
export function textStart(parts: LineParts): number {
  return parts.quote.length + parts.indent.length + parts.mark.length + parts.gap.length + parts.task.length + parts.heading.length;
}

/** The width of white space, with tabs as CommonMark counts them. */
export function columns(space: string): number {
  let width = 0;
  for (const character of space) width += character === '\t' ? 4 - width % 4 : 1;
  return width;
}

/** The name of the innermost of these blocks around the line, or undefined. */
export function blockAround(state: EditorState, line: Line, names: readonly string[]): string | undefined {
  for (let node = treeAt(state, line.to).resolveInner(line.from, 1); ; node = node.parent!) {
    if (names.includes(node.name)) return node.name;
    if (!node.parent) return undefined;
  }
}

/** Whether marks mean nothing here, because the line stands in program code. */
export function isCode(state: EditorState, line: Line): boolean {
  return blockAround(state, line, ['FencedCode']) !== undefined;
}

export function selectedLines(state: EditorState, range: SelectionRange): Line[] {
  const lines: Line[] = [];
  for (let position = range.from; ;) {
    const line = state.doc.lineAt(position);
    lines.push(line);
    position = line.to + 1;
    // A selection that ends at the beginning of a line does not mean that line.
    if (position > range.to || (position === range.to && !range.empty)) return lines;
  }
}
