/** The page's language: a text by its key, with its arguments in the places of {0}, {1}. */
export type Words = (key: string, ...args: (string | number)[]) => string;

export function wordsFrom(strings: Record<string, string>): Words {
  return (key, ...args) => (strings[key] ?? key).replace(/\{(\d)\}/g, (_, i: string) => String(args[Number(i)] ?? ''));
}
