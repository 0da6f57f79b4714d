import { blockIn } from '../blocks/line';

export const shortened = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most).trimEnd()}…` : text);

/** What a block says in one line, from the page that shows it; null where the page has nothing of it. */
function sentenceOf(key: string): string | null {
  const block = document.querySelector<HTMLElement>(`[data-blocks] [data-block="${key}"]`);
  return block?.querySelector('.block-line')?.textContent?.trim() || block?.dataset.label || null;
}

/** Markdown signs and references say nothing in a quotation. */
export function plain(text: string, sentence: (key: string) => string | null = sentenceOf): string {
  const lines = text.split('\n').map((line) => {
    const key = blockIn(line);
    return key ? sentence(key) ?? line : line;
  });
  return lines.join('\n').replace(/^\s*(?:#{1,6}|[-*+]|\d+[.)]|>)\s+/gm, '').replace(/\*\*|__|~~|`/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}
