/** Text as it is searched: without case, diacritics and marks, with the place in the text of every sign. */
interface Folded { readonly text: string; readonly places: readonly number[] }

const alike: Record<string, string> = { '\u00a0': ' ', '\u202f': ' ', '\n': ' ', '–': '-', '—': '-', '„': '"', '“': '"', '”': '"', '‚': '\'', '‘': '\'', '’': '\'' };
const marks = /\]\([^()\s]*\)|[*`\\]|~~/g;

export function fold(source: string): Folded {
  const skipped = new Set<number>();
  for (const mark of source.matchAll(marks)) for (let i = 0; i < mark[0].length; i++) skipped.add(mark.index + i);
  let text = '';
  const places: number[] = [];
  for (let at = 0; at < source.length;) {
    const sign = String.fromCodePoint(source.codePointAt(at)!);
    if (!skipped.has(at)) {
      const plain = (alike[sign] ?? sign).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      for (let i = 0; i < plain.length; i++) places.push(at);
      text += plain;
    }
    at += sign.length;
  }
  places.push(source.length);
  return { text, places };
}

/** Where the words stand in the text, whatever their case and diacritics. */
export function findIn(source: string, query: string, most: number): { from: number; to: number }[] {
  const sought = fold(query).text.trim() ? fold(query).text : '';
  const found: { from: number; to: number }[] = [];
  if (!sought) return found;
  const { text, places } = fold(source);
  for (let at = text.indexOf(sought); at >= 0 && found.length < most; at = text.indexOf(sought, at + sought.length)) {
    const last = places[at + sought.length - 1]!;
    const end = last + String.fromCodePoint(source.codePointAt(last)!).length;
    found.push({ from: places[at]!, to: end + (/^\p{M}+/u.exec(source.slice(end, end + 8))?.[0].length ?? 0) });
  }
  return found;
}
