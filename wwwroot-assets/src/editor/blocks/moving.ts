import type { ChangeSpec, Text } from '@codemirror/state';
import { blockIn, type BlockSpan } from './line';

const isBlank = (text: string): boolean => !text.trim();

/**
 * The line of a block past what stands before or behind it: a paragraph, a whole list or table, another block.
 * @returns null where nothing does.
 */
export function moved(doc: Text, { from, to }: BlockSpan, forward: boolean): { changes: ChangeSpec[]; at: number } | null {
  const step = forward ? 1 : -1, own = doc.lineAt(from);
  const lineText = (number: number): string | null => (number < 1 || number > doc.lines ? null : doc.line(number).text);
  let next = own.number + step;
  while (lineText(next) !== null && isBlank(lineText(next)!)) next += step;
  if (lineText(next) === null) return null;
  if (blockIn(lineText(next)!) === null)
    while (lineText(next + step) !== null && !isBlank(lineText(next + step)!) && blockIn(lineText(next + step)!) === null) next += step;

  const line = doc.sliceString(from, to);
  // The line goes with its end, and of two blank lines that would meet, one.
  const isGap = isBlank(lineText(own.number - 1) ?? '') && isBlank(lineText(own.number + 1) ?? '');
  const cut = own.number === doc.lines
    ? { from: Math.max(0, from - (isGap && own.number > 2 ? 2 : 1)), to }
    : { from, to: Math.min(doc.length, to + (isGap && own.number + 1 < doc.lines ? 2 : 1)) };
  const target = doc.line(next);
  const place = forward ? { from: target.to, insert: `\n\n${line}` } : { from: target.from, insert: `${line}\n\n` };
  const at = forward ? target.to + 2 - (cut.to - cut.from) : target.from;
  return { changes: [cut, place], at };
}
