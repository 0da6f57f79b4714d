import type { ChangeSpec, Line, Text } from '@codemirror/state';
import { columns, kindOf, type LineParts, parseLine } from './lines';

/** A line with its place in the outline of a list. */
export interface OutlineLine extends LineParts {
  readonly line: Line;
  readonly isBlank: boolean;
  readonly isItem: boolean;
  /** Column where the mark begins, and where the text of an item and all that belongs to it begins. */
  readonly column: number;
  readonly content: number;
}

export function outlineLine(line: Line): OutlineLine {
  const parts = parseLine(line.text);
  const column = columns(parts.indent);
  return {
    ...parts, line, column,
    isBlank: kindOf(parts) === 'blank',
    isItem: parts.mark !== '',
    content: column + parts.mark.length + Math.max(1, columns(parts.gap)),
  };
}

function above(doc: Text, line: Line): OutlineLine | null {
  return line.number > 1 ? outlineLine(doc.line(line.number - 1)) : null;
}

/** The nearest item above of which the test is true; looks no further than the list reaches. */
function itemAbove(doc: Text, from: OutlineLine, test: (item: OutlineLine) => boolean): OutlineLine | null {
  let blanks = 0;
  for (let next = above(doc, from.line); next && next.quote.trim() === from.quote.trim(); next = above(doc, next.line)) {
    blanks = next.isBlank ? blanks + 1 : 0;
    if (blanks > 1 || next.heading || (!next.isItem && !next.isBlank && next.column === 0)) return null;
    if (next.isItem && test(next)) return next;
  }
  return null;
}

/** The item to which this one is subordinate. */
export function parentOf(doc: Text, item: OutlineLine): OutlineLine | null {
  return itemAbove(doc, item, other => other.content <= item.column);
}

/** The item before on the same level. */
export function siblingAbove(doc: Text, item: OutlineLine): OutlineLine | null {
  const found = itemAbove(doc, item, other => other.column <= item.column);
  return found && found.content > item.column ? found : null;
}

/** The lines below that belong to the item, without the blank ones. */
export function subordinates(doc: Text, item: OutlineLine): OutlineLine[] {
  const found: OutlineLine[] = [];
  for (let number = item.line.number + 1, blanks = 0; number <= doc.lines && blanks < 2; number++) {
    const next = outlineLine(doc.line(number));
    blanks = next.isBlank ? blanks + 1 : 0;
    if (next.isBlank) continue;
    if (next.column < item.content) break;
    found.push(next);
  }
  return found;
}

export function shifted(line: OutlineLine, by: number): ChangeSpec[] {
  if (by === 0) return [];
  const from = line.line.from + line.quote.length;
  return [{ from, to: from + line.indent.length, insert: ' '.repeat(Math.max(0, line.column + by)) }];
}

/** Moves an item with all that belongs to it to another column, with another mark if wanted. */
export function moved(doc: Text, item: OutlineLine, column: number, mark: string = item.mark): ChangeSpec[] {
  const from = item.line.from + item.quote.length;
  const by = column + mark.length - item.column - item.mark.length;
  return [
    { from, to: from + item.indent.length + item.mark.length, insert: ' '.repeat(column) + mark },
    ...subordinates(doc, item).flatMap(line => shifted(line, by)),
  ];
}
