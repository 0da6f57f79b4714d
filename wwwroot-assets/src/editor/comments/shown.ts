import { avatar } from '../sheet/who';
import type { Person } from '../live/protocol';
import type { Words } from '../sheet/words';
import { compare } from './difference';
import { el } from './dom';

const language = (): string | undefined => document.documentElement.lang || undefined;

export function time(at: string): HTMLElement {
  const moment = new Date(at), isToday = moment.toDateString() === new Date().toDateString();
  const shown = isToday
    ? moment.toLocaleTimeString(language(), { hour: 'numeric', minute: '2-digit' })
    : moment.toLocaleString(language(), { day: 'numeric', month: 'numeric', hour: 'numeric', minute: '2-digit' });
  return el('time', 'muted small', { datetime: at, title: moment.toLocaleString(language()) }, shown);
}

export const byline = (person: Person, at: string): HTMLElement =>
  el('span', 'thread-by', {}, avatar(person, false), el('span', 'thread-name', {}, person.name), time(at));

/** The difference as struck out and underlined words; a screen reader hears which is which. */
export function difference(before: string, after: string, words: Words): HTMLElement {
  const spoken = (key: string) => el('span', 'visually-hidden', {}, ` ${words(key)} `);
  return el('p', 'thread-difference', {}, ...compare(before, after).map(({ kind, text }) =>
    kind === 'same' ? text : kind === 'out' ? el('del', '', {}, spoken('Comment_Out'), text) : el('ins', '', {}, spoken('Comment_In'), text)));
}
