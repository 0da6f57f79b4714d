import { type Completion, type CompletionContext, type CompletionResult, type CompletionSource, snippet } from '@codemirror/autocomplete';
import { say, words } from '../writing/strings';
import { fold, matches, ownFields, wording } from './wording';

const asking = /^\s*(?:(?:[-*+]|\d+[.)])\s+|>\s?)*\/([\p{L}\p{M}][\p{L}\p{M}\p{N} ]{0,40})?$/u;

/** A sentence with what is known filled in; what is not known becomes a field to be filled in by hand, and Tab leads on to its end. */
export function filled(sentence: string, fields: Readonly<Record<string, string>>): string {
  const known = new Map(Object.entries(fields).map(([name, value]) => [fold(name), value]));
  const text = sentence
    .replace(/[#$](?=\{)/g, '')
    .replace(/\{([^{}]*)\}/g, (_, name: string) => known.get(fold(name.trim())) ?? `#{${name.trim()}}`);
  return text.includes('#{') ? `${text}#{}` : text;
}

/** The group's standard sentences, after '/' at the start of a line or when they are asked for by key. */
export const sentences: CompletionSource = (context: CompletionContext): CompletionResult | null => {
  const line = context.state.doc.lineAt(context.pos);
  const asked = asking.exec(line.text.slice(0, context.pos - line.from));
  if (context.state.readOnly || (!asked && (!context.explicit || /@[^@]*$/.test(line.text.slice(0, context.pos - line.from))))) return null;
  const { sentences: all, fields: common } = context.state.field(wording), strings = context.state.facet(words);
  const fields = Object.assign({}, common, ...context.state.facet(ownFields)) as Record<string, string>;
  const [question, answer] = [say(strings, 'Speaking_Question'), say(strings, 'Speaking_Answer')];
  const pair: Completion = { label: say(strings, 'Speaking_Pair'), apply: snippet(`**${question}:** #{}\n\n**${answer}:** #{}`) };
  const options = all.map((sentence): Completion => {
    const text = filled(sentence, fields);
    return { label: text.replace(/#\{\}$/, '').replace(/#\{([^}]*)\}/g, '{$1}'), apply: snippet(text) };
  });
  const found = [...options, pair].filter(({ label }) => matches(label, asked?.[1] ?? ''));
  return found.length > 0 ? { from: asked ? context.pos - (asked[1]?.length ?? 0) - 1 : context.pos, options: found, filter: false, update: (_result, _from, _to, now) => sentences(now) as CompletionResult | null } : null;
};
