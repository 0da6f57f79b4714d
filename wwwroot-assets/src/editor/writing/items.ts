// What a line of a list looks like in the source.

export interface Item {
  /** Marks of quotes before the item. */
  quote: string;
  indent: string;
  /** '-', '*', '+', or the number with its dot or bracket. */
  mark: string;
  gap: string;
  /** '[ ] ' or '[x] ' of a check list. */
  task: string;
  number: number | null;
  /** Where the content begins in the line. */
  end: number;
}

const item = /^((?:[ \t]{0,3}>[ \t]?)*)([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+|$)(\[[ xX]\](?:[ \t]+|$))?/;
// '11. 6. 2024 se konalo' and '15. března proběhlo' are sentences.
const date = /^[ \t>]*\d{1,2}\.[ \u00a0]+(?:\d{1,2}\.|(?:ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince)(?!\p{L}))/u;
const rule = /^[ \t>]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,})$/;

export function itemOf(line: string): Item | null {
  const match = item.exec(line);
  if (!match || date.test(line) || rule.test(line)) return null;
  const [all, quote, indent, mark, gap, task = ''] = match;
  return { quote, indent, mark, gap, task, number: /^\d/.test(mark) ? Number.parseInt(mark, 10) : null, end: all.length };
}

/** Columns before the mark; a tab counts for four. */
export const depthOf = (item: Item): number => item.indent.replaceAll('\t', '    ').length;

/** Where children of the item begin. */
export const childDepthOf = (item: Item): number => depthOf(item) + item.mark.length + 1;

/** The line without marks of list, heading and quote, and what they were. */
export function contentStart(line: string): number {
  const found = itemOf(line);
  return found ? found.end : (/^[ \t]*(?:#{1,6}[ \t]+|(?:>[ \t]?)+)/.exec(line)?.[0].length ?? 0);
}
