import type { Completion, CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { say, words } from '../writing/strings';
import { matches, wording } from './wording';

/** Puts 'Name: ' at the caret: on a line of its own, unless this one is still empty but for the marks of a list and the like. */
export function insertSpeaker(view: EditorView, name: string): void {
  const { state } = view, { from, to } = state.selection.main, line = state.doc.lineAt(from);
  const isBegun = line.text.slice(0, from - line.from).replace(beginning, '').trim() !== '';
  const insert = `${isBegun ? '\n\n' : ''}${name}: `;
  view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent: 'input.complete', scrollIntoView: true });
}

/** Marks of lists, quotations and headings, and a label such as '**Dotaz:** ', behind which a statement begins. */
const beginning = /^\s*(?:(?:[-*+]|\d+[.)])\s+|\[[ xX]\]\s+|>\s?|#+\s+)*(?:\*\*[^*]+:\*\*\s*)?/u;
const asking = /(?:^|[^\p{L}\p{N}@])@([\p{L}\p{M}][\p{L}\p{M} .-]{0,40})?$/u;
const recently = new Map<string, number>();
let turn = 0;

/** Where a name is put, and how: as a speaker's ('Name: '), beside the speakers before, or as a word within a sentence. */
export interface Place { from: number; insert(name: string): string }

/** @param before The line up to the '@'. */
export function placeOf(before: string, names: readonly string[], and: string): Place {
  const start = beginning.exec(before)![0].length;
  const rest = before.slice(start);
  if (!rest.trim()) return { from: before.length, insert: (name) => `${name}: ` };
  const said = /^(.+):\s*$/u.exec(rest)?.[1];
  const speakers = said?.split(new RegExp(`, | ${and} `, 'u'));
  if (!speakers || !speakers.every((speaker) => names.includes(speaker))) return { from: before.length, insert: (name) => name };
  return {
    from: start,
    insert: (name) => {
      const all = [...speakers.filter((speaker) => speaker !== name), name];
      return `${all.length > 1 ? `${all.slice(0, -1).join(', ')} ${and} ` : ''}${name}: `;
    },
  };
}

/** The list of speakers as the page shows it: who has the floor, then who waits. */
function onTheFloor(): readonly string[] {
  const list = typeof document === 'undefined' ? undefined : document.querySelector<HTMLElement>('[data-speaking]')?.dataset.speaking;
  return list ? JSON.parse(list) as string[] : [];
}

/** Those on the list of speakers in its order, then whom this writer took last, then the rest; also who is on the list alone. */
export function inOrder<T extends { name: string }>(known: readonly T[], floor: readonly string[], turns: ReadonlyMap<string, number>): (T | { name: string; note?: string | null })[] {
  const onFloor = floor.map((name) => known.find((one) => one.name === name) ?? { name });
  const others = known.filter(({ name }) => !floor.includes(name));
  return [...onFloor, ...others.sort((a, b) => (turns.get(b.name) ?? 0) - (turns.get(a.name) ?? 0))];
}

/** Offers those present after '@': who speaks and who waits to speak first. */
export const speakers: CompletionSource = (context: CompletionContext): CompletionResult | null => {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const asked = asking.exec(before);
  if (!asked || context.state.readOnly) return null;
  const known = inOrder(context.state.field(wording).speakers, onTheFloor(), recently);
  const from = context.pos - (asked[1]?.length ?? 0) - 1;
  const found = known.filter(({ name }) => matches(name, asked[1] ?? ''));
  if (found.length === 0) return null;
  const and = say(context.state.facet(words), 'Speaking_And');
  const place = placeOf(line.text.slice(0, from - line.from), known.map(({ name }) => name), and);
  const options = found.map(({ name, note }): Completion => ({
    label: name,
    detail: note ?? undefined,
    apply: (view: EditorView, _option: Completion, _from: number, to: number) => {
      recently.set(name, ++turn);
      const start = line.from + place.from, insert = place.insert(name);
      view.dispatch({ changes: { from: start, to, insert }, selection: { anchor: start + insert.length }, userEvent: 'input.complete', scrollIntoView: true });
    },
  }));
  // At once after every letter, so that Enter takes what is meant also from who types fast.
  return { from, options, filter: false, update: (_result, _from, _to, now) => speakers(now) as CompletionResult | null };
};
