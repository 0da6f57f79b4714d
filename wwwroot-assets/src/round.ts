// The member's page of a comment round: the selected passage, the page's keys, and what was typed but is not saved yet.
import { isWriting, letterKeysAreOn } from './keys';
import { Selected } from './round/selection';
import * as typed from './round/typed';

let selection: Selected | null = null;

const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector);
const begin = (): void => { find('[data-round-begin]')?.click(); };

export function watch(): void {
  unwatch();
  const sheet = find('[data-round-sheet]'), wording = sheet?.querySelector<HTMLElement>('[data-round-wording]');
  if (sheet && wording) selection = new Selected(sheet, wording, begin);
  const list = find('.round-items'), current = list?.querySelector<HTMLElement>('[aria-current]');
  if (list && current) {
    const { top, bottom } = list.getBoundingClientRect(), place = current.getBoundingClientRect();
    if (place.top < top || place.bottom > bottom) list.scrollTop += place.top - (top + bottom) / 2;
  }
}

export function unwatch(): void {
  selection?.dispose();
  selection = null;
}

export function selected(): number[] | null {
  const passage = selection?.passage ?? null;
  selection?.clear();
  return passage;
}

export function focus(id: string, from: number | null, to: number | null): void {
  const field = document.getElementById(id);
  field?.focus();
  if (field instanceof HTMLTextAreaElement && from !== null && to !== null) field.setSelectionRange(from, to);
}

const places: Record<string, string> = { c: '[data-round-begin]', j: '[data-round-next]', ']': '[data-round-next]', k: '[data-round-previous]', '[': '[data-round-previous]' };

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isWriting(event.target)) return;
  const isOnWording = event.key === 'Enter' && event.target instanceof Element && event.target.matches('[data-round-wording]');
  const target = find(isOnWording ? '[data-round-begin]' : (letterKeysAreOn() && places[event.key.toLowerCase()]) || ':not(*)');
  if (!target) return;
  event.preventDefault();
  target.click();
});

const numberOf = (text: string | undefined) => (text ? Number(text) : null);

document.addEventListener('input', (event) => {
  const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>('form[data-draft]') : null;
  if (!form) return;
  const { draft = '', draftOwner = '', draftItem, draftFrom, draftTo } = form.dataset, fields = new FormData(form);
  typed.keep(sessionStorage, draftOwner, {
    draftId: draft, item: Number(draftItem), from: numberOf(draftFrom), to: numberOf(draftTo),
    kind: form.querySelector<HTMLInputElement>('input[type=radio]:checked')?.value ?? '',
    wording: fields.has('wording') ? plain(fields.get('wording')) : null,
    reason: plain(fields.get('reason')),
  });
}, { capture: true });

// A form's data has line ends of its own.
const plain = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '');

export const left = (owner: string) => typed.left(sessionStorage, owner);
export const kept = (owner: string, draftId: string, kind: string, wording: string | null, reason: string) => typed.saved(sessionStorage, owner, draftId, kind, wording, reason);
export const forget = (owner: string, draftId: string) => typed.forget(sessionStorage, owner, draftId);

// What was typed while the line was lost is told once it is back.
document.getElementById('components-reconnect-modal')?.addEventListener('components-reconnect-state-changed', (event) => {
  if ((event as CustomEvent<{ state: string }>).detail.state !== 'hide') return;
  for (const field of document.querySelectorAll('form[data-draft] textarea')) field.dispatchEvent(new Event('input', { bubbles: true }));
});
