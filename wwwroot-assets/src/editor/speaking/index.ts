import { acceptCompletion, autocompletion, startCompletion } from '@codemirror/autocomplete';
import { type Extension, Prec } from '@codemirror/state';
import { type Command, keymap, tooltips } from '@codemirror/view';
import { abbreviations } from './abbreviations';
import { sentences } from './sentences';
import { speakers } from './speakers';
import { type Wording, wording } from './wording';

export { unknownIn } from './abbreviations';
export { insertSpeaker } from './speakers';
export { noWording, ownFields, setWording, type Wording } from './wording';

/** Not on the very edge of a phone, nor below its bar of places. */
const room = (): { left: number; top: number; right: number; bottom: number } =>
  ({ left: 8, top: 0, right: document.documentElement.clientWidth - 8, bottom: document.documentElement.clientHeight - (innerWidth <= 700 ? 64 : 8) });

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
    autocompletion({ override: [speakers, sentences], icons: false, activateOnTypingDelay: 0, interactionDelay: 0, maxRenderedOptions: 80, tooltipClass: () => 'offer' }),
    // Before a table's and a list's Tab: whoever sees the offer means it.
    Prec.highest(keymap.of([{ key: 'Tab', run: acceptCompletion }])),
    keymap.of([{ key: 'Alt-v', run: offerSentences }]),
    abbreviations,
    tooltips({ tooltipSpace: room }),
  ];
}
