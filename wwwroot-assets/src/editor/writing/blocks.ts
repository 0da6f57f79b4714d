import { type ChangeSpec, ChangeSet, type EditorState, type Line, type StateCommand } from '@codemirror/state';
import { isCode, kindOf, type LineKind, selectedLines } from './lines';
import { outlineLine, type OutlineLine, shifted, subordinates } from './outline';
import { follow } from './selection';
import { isTableRow } from './tables';

export type BlockName = 'heading' | 'bulletList' | 'numberedList' | 'checkList' | 'quote';

/** The lines a command for blocks means: with text, or the single empty one. */
export function meantLines(state: EditorState): Line[] {
  const numbers = new Map<number, Line>();
  for (const line of state.selection.ranges.flatMap(range => selectedLines(state, range))) numbers.set(line.number, line);
  const lines = [...numbers.values()].sort((a, b) => a.number - b.number).filter(line => !isCode(state, line) && !isTableRow(state, line));
  const written = lines.filter(line => line.text.trim());
  return written.length || lines.length > 1 ? written : lines;
}

export function isOn(state: EditorState, name: BlockName): boolean {
  const lines = meantLines(state).map(outlineLine);
  return lines.length > 0 && lines.every(line => name === 'quote' ? line.quote !== '' : kindOf(line) === name);
}

function headingLevel(line: OutlineLine): number {
  return line.heading.trim().length;
}

function prefix(kind: LineKind, number: number): string {
  switch (kind) {
    case 'bulletList': return '- ';
    case 'numberedList': return `${number}. `;
    case 'checkList': return '- [ ] ';
    default: return '';
  }
}

/** Replaces the marks of the line; what is subordinate to an item keeps its place below the text. */
function remarked(state: EditorState, line: OutlineLine, marks: string, shifts: Map<number, number>): ChangeSpec[] {
  const isItem = /^[-\d]/.test(marks);
  const from = line.line.from + line.quote.length;
  const to = from + line.indent.length + line.mark.length + line.gap.length + line.task.length + line.heading.length;
  const own = shifts.get(line.line.number) ?? 0;
  const column = line.isItem && isItem ? Math.max(0, line.column + own) : 0;
  const content = isItem ? column + (marks.startsWith('- ') ? 2 : marks.length) : column;
  if (line.isItem)
    for (const below of subordinates(state.doc, line)) shifts.set(below.line.number, content - line.content);
  return [{ from, to, insert: ' '.repeat(column) + marks }];
}

/** Items of one list stand close together, paragraphs have a blank line between them. */
function spacing(state: EditorState, lines: readonly Line[], close: boolean): ChangeSpec[] {
  return lines.slice(1).flatMap((line, i): ChangeSpec[] => {
    const previous = lines[i]!;
    if (close && line.number === previous.number + 2) return [{ from: previous.to, to: line.from - 1 }];
    if (!close && line.number === previous.number + 1) return [{ from: line.from, insert: '\n' }];
    return [];
  }).concat(close ? [] : edges(state, lines));
}

/** A paragraph must not touch the list that goes on above or below it. */
function edges(state: EditorState, lines: readonly Line[]): ChangeSpec[] {
  const first = lines[0]!, last = lines[lines.length - 1]!;
  const touches = (number: number) => number >= 1 && number <= state.doc.lines && outlineLine(state.doc.line(number)).isItem;
  return [
    ...(touches(first.number - 1) ? [{ from: first.from, insert: '\n' }] : []),
    ...(touches(last.number + 1) ? [{ from: last.to + 1, insert: '\n' }] : []),
  ];
}

export function toggleList(name: 'bulletList' | 'numberedList' | 'checkList'): StateCommand {
  return ({ state, dispatch }) => {
    const lines = meantLines(state);
    if (state.readOnly || !lines.length) return false;
    const off = isOn(state, name);
    const shifts = new Map<number, number>();
    let number = 0;
    const marks = lines.map(outlineLine).map(line => {
      // Renumbering counts on what begins with one on each level below.
      const next = line.isItem && line.column > 0 ? 1 : ++number;
      return remarked(state, line, off ? '' : prefix(name, next), shifts);
    });
    const chosen = new Set(lines.map(line => line.number));
    const rest = [...shifts].filter(([number]) => !chosen.has(number)).flatMap(([number, by]) => shifted(outlineLine(state.doc.line(number)), by));
    return change(state, dispatch, [...marks.flat(), ...rest, ...spacing(state, lines, !off)]);
  };
}

/** None, a heading, a smaller heading, none; the largest two belong to the titles above the text. */
export const cycleHeading: StateCommand = ({ state, dispatch }) => {
  const lines = meantLines(state).map(outlineLine);
  if (state.readOnly || !lines.length) return false;
  const level = headingLevel(lines[0]!);
  const marks = level === 0 || level < 3 ? '### ' : level === 3 ? '#### ' : '';
  const after = lines[lines.length - 1]!.line;
  const isOpen = after.number < state.doc.lines && state.doc.line(after.number + 1).text.trim() !== '';
  return change(state, dispatch, [
    ...lines.flatMap(line => remarked(state, line, marks, new Map())),
    ...(marks || !isOpen ? [] : [{ from: after.to + 1, insert: '\n' }]),
  ]);
};

export const toggleQuote: StateCommand = ({ state, dispatch }) => {
  const lines = meantLines(state);
  if (state.readOnly || !lines.length) return false;
  const off = isOn(state, 'quote');
  const between: ChangeSpec[] = [];
  const meant = new Set(lines.map(line => line.number));
  for (let number = lines[0]!.number + 1; number < lines[lines.length - 1]!.number; number++) {
    const line = state.doc.line(number);
    if (!meant.has(number) && /^[\s>]*$/.test(line.text)) between.push({ from: line.from, to: line.to, insert: off ? '' : '>' });
  }
  const own = lines.map(line => off ? { from: line.from, to: line.from + outlineLine(line).quote.length } : { from: line.from, insert: '> ' });
  return change(state, dispatch, [...own, ...between]);
};

function change(state: EditorState, dispatch: Parameters<StateCommand>[0]['dispatch'], specs: ChangeSpec[]): boolean {
  const changes = ChangeSet.of(specs, state.doc.length);
  dispatch(state.update({ changes, selection: follow(state.selection, changes), userEvent: 'input.list', scrollIntoView: true }));
  return true;
}
