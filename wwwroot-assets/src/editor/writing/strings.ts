import { Facet } from '@codemirror/state';

export type Words = Readonly<Record<string, string>>;

export const words = Facet.define<Words, Words>({ combine: values => Object.assign({}, ...values) as Words });

/** The sentence with its '{0}', '{1}' filled in; the key itself if the page forgot to give the sentence. */
export function say(all: Words, key: string, ...args: readonly string[]): string {
  return (all[key] ?? key).replace(/\{(\d)\}/g, (_, i: string) => args[Number(i)] ?? '');
}
