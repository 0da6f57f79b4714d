/** A piece of the words before the caret that Czech typography would have otherwise. */
export interface Help { readonly from: number; readonly to: number; readonly insert: string }

const hard = '\u00a0';
const months = 'ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince';
const units = 'Kč|EUR|eur|€|tis|mil|mld|km|m|cm|mm|kg|g|t|l|ml|hod|h|min|kW|MW|kWh|MWh|GWh|ha|m²|m³|m2|m3|km²|km2|°C|let|ks|os|obyv|bodů|Sb';
const titles = 'Ing|Mgr|Bc|MgA|JUDr|MUDr|PhDr|RNDr|PaedDr|MVDr|ThDr|PharmDr|prof|doc|Prof|Doc';
const short = `č|čl|čís|odst|písm|str|sv|kap|obr|tab|příl|vyhl|zák|ul|nám|tř|p|pí|r|st|sp|tzv|tj|Č|Čl|Str|${titles}`;

const begin = `(?<![\\p{L}\\p{N}.,\\-–/])`;
const oneLetter = new RegExp(`${begin}[ksvzouai] $`, 'iu');
const abbreviation = new RegExp(`(?:${begin}(?:${short})\\.|${begin}č\\.${hard}?j\\.|§) $`, 'u');
const unit = new RegExp(`\\d( )(?:${units})$`, 'du');
const thousands = new RegExp(`\\d[ ${hard}](?:tis|mil|mld)\\.( )(?:Kč|EUR|eur|korun|obyvatel|m²|m2|t)$`, 'du');
const groups = new RegExp(`(?<![\\p{L}\\d.,${hard}/-])\\d{1,3}(?:[ ${hard}]\\d{3})+$`, 'u');
const monthName = new RegExp(`${begin}\\d{1,2}\\.( )(?:${months})$`, 'du');
const dayAndMonth = new RegExp(`${begin}\\d{1,2}\\.( )\\d{1,2}\\.$`, 'du');
const year = new RegExp(`${begin}\\d{1,2}\\.[ ${hard}]?\\d{1,2}\\.( )\\d{4}$`, 'du');
const percent = /\d( )[%‰]$/d;
const range = new RegExp(`(?<![\\p{L}\\p{N}.,:\\-–/+])(\\d{1,4}(?:[.,:]\\d{1,2})?)-(\\d{1,4}(?:[.,:]\\d{1,2})?)(?:${hard}?%)?$`, 'u');
const notRange = /(?:č\.?\s?j\.?|čj\.?|tel\.?|IČO?|DIČ|PSČ|zn\.?|č\.|čp\.)[\s:]*$/iu;
const boundary = /[\s,;:.!?)“‘]/;

function isOpening(before: string): boolean {
  return /(?:^|[\s([{„‚–—/])$/u.test(before);
}

function isOpen(before: string, opening: string, closing: string): boolean {
  return before.lastIndexOf(opening) > before.lastIndexOf(closing);
}

function quotation(before: string, sign: string): string | null {
  if (isOpening(before)) return sign === '"' ? '„' : '‚';
  if (sign === '\'') return isOpen(before, '‚', '‘') ? '‘' : null;
  // Inches stay inches.
  return /\d$/.test(before) && !isOpen(before, '„', '“') ? null : '“';
}

/** The space that the rule's group means, made hard. */
function hardened(rule: RegExp, text: string): Help[] {
  const at = rule.exec(text)?.indices?.[1];
  return at ? [{ from: at[0], to: at[1], insert: hard }] : [];
}

function afterSpace(text: string): Help[] {
  const last = text.length - 1;
  const isMark = /^\s*(?:(?:[-*+]|\d+[.)])\s+)*- $/.test(text);
  return [
    ...(oneLetter.test(text) || abbreviation.test(text) ? [{ from: last, to: last + 1, insert: hard }] : []),
    ...(/\S[ \u00a0]- $/.test(text) && !isMark ? [{ from: last - 1, to: last, insert: '–' }] : []),
  ];
}

function afterWord(word: string): Help[] {
  const found = [...hardened(unit, word), ...hardened(thousands, word), ...hardened(monthName, word)];
  const group = groups.exec(word);
  if (group) for (const space of group[0].matchAll(/ /g)) found.push({ from: group.index + space.index, to: group.index + space.index + 1, insert: hard });
  const between = range.exec(word);
  const isMonth = between && /^\d{4}$/.test(between[1]!) && between[2]!.length < 4;
  if (between && !isMonth && !notRange.test(word.slice(0, between.index))) {
    const from = between.index + between[1]!.length;
    found.push({ from, to: from + 1, insert: '–' });
  }
  return found;
}

/** What helps the text, of one line, whose last sign has just been typed; no piece touches another. */
export function helpCzech(text: string): Help[] {
  const typed = text.slice(-1), before = text.slice(0, -1), last = text.length - 1;
  if (typed === '"' || typed === '\'') {
    const sign = quotation(before, typed);
    return [...(sign ? [{ from: last, to: last + 1, insert: sign }] : []), ...(sign === '“' || sign === '‘' ? afterWord(before) : [])];
  }
  return [
    ...(boundary.test(typed) ? afterWord(before) : []),
    ...(typed === ' ' ? afterSpace(text) : []),
    ...(typed === '.' ? hardened(dayAndMonth, text) : []),
    ...(/\d/.test(typed) ? hardened(year, text) : []),
    ...(/[%‰]/.test(typed) ? hardened(percent, text) : []),
  ];
}
