import { Facet, StateEffect, StateField } from '@codemirror/state';

/** What the page knows of the group's way of writing; see SheetWording on the server. */
export interface Wording {
  speakers: readonly { name: string; note?: string | null }[];
  sentences: readonly string[];
  fields: Readonly<Record<string, string>>;
  abbreviations: Readonly<Record<string, string>>;
}

export const noWording: Wording = { speakers: [], sentences: [], fields: {}, abbreviations: {} };

export const setWording = StateEffect.define<Wording>();

export const wording = StateField.define<Wording>({
  create: () => noWording,
  update: (value, transaction) => transaction.effects.reduce((now, effect) => (effect.is(setWording) ? effect.value : now), value),
});

/** What fills the fields in one text alone: the title of the item it belongs to, not of the one being discussed. */
export const ownFields = Facet.define<Readonly<Record<string, string>>>();

/** Without case and diacritics, as people search. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Whether each word that is asked for begins a word of the text. */
export function matches(text: string, asked: string): boolean {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  return fold(asked).split(/\s+/).filter(Boolean).every((part) => words.some((word) => word.startsWith(part)));
}
