import { autocompletion, startCompletion } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { type Command, keymap } from '@codemirror/view';
import { abbreviations } from './abbreviations';
import { sentences } from './sentences';
import { speakers } from './speakers';
import { type Wording, wording } from './wording';

export { unknownIn } from './abbreviations';
export { noWording, setWording, type Wording } from './wording';

/** '@' for those who would not think of it. */
const offerSpeakers: Command = (view) => {
  if (view.state.readOnly) return false;
  const { from, to } = view.state.selection.main;
  const insert = /[\p{L}\p{N}]$/u.test(view.state.sliceDoc(Math.max(0, from - 1), from)) ? ' @' : '@';
  view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent: 'input.type' });
  return startCompletion(view);
};

const offerSentences: Command = (view) => !view.state.readOnly && startCompletion(view);

export const speakingCommands: Readonly<Record<string, Command>> = { speaker: offerSpeakers, sentence: offerSentences };

/** Names, standard sentences and abbreviations, offered while one writes. */
export function speaking(now: Wording): Extension {
  return [
    wording.init(() => now),
    // At once, and chosen from at once: who writes minutes does not wait for an offer.
    autocompletion({ override: [speakers, sentences], activateOnTypingDelay: 0, interactionDelay: 0, icons: false, maxRenderedOptions: 80, tooltipClass: () => 'offer' }),
    keymap.of([{ key: 'Alt-v', run: offerSentences }]),
    abbreviations,
  ];
}
