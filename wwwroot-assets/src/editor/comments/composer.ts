import type { Words } from '../sheet/words';
import { area, button, el, onSubmit } from './dom';
import { plain, shortened } from './quoted';
import { difference } from './shown';
import type { Written } from './store';

export interface ComposerOwner {
  readonly words: Words;
  canSuggest(): boolean;
  keep(draft: Written): void;
  post(): void;
  /** Put away, with what was written in it. */
  cancel(): void;
  go(): void;
}

/** The form of a new comment, in which also another wording of the passage can be suggested. */
export class Composer {
  readonly element: HTMLFormElement;
  private readonly body: HTMLTextAreaElement;
  private readonly wording: HTMLTextAreaElement;
  private readonly wordingField: HTMLElement;
  private readonly preview = el('div', 'thread-preview', { 'aria-live': 'polite' });
  private readonly error = el('p', 'error', { role: 'alert' });
  private readonly choice = el('input', '', { type: 'checkbox' });

  constructor(readonly draft: Written, private readonly owner: ComposerOwner) {
    const { words } = owner, { key } = draft;
    const body = area(words('Comment_Body'), `comment-${key}`, draft.body, (value) => this.changed({ body: value }));
    const wording = area(words('Comment_Wording'), `wording-${key}`, draft.suggestion ?? draft.place.words, (value) => this.changed({ suggestion: value }));
    this.body = body.input;
    this.wording = wording.input;
    this.wordingField = wording.field;
    this.choice.checked = draft.suggestion !== null;
    this.choice.addEventListener('change', () => this.choose());
    this.element = el('form', 'thread composer active', { 'aria-labelledby': `title-${key}`, 'data-thread': key, novalidate: '' },
      el('h3', '', { id: `title-${key}` }, words('Comment_New')),
      button(words('Comment_Quoted', shortened(plain(draft.place.words), 160)), 'thread-quote', () => owner.go(), { title: words('Comment_GoTo') }),
      body.field,
      owner.canSuggest() || this.choice.checked ? el('label', 'thread-choice', {}, this.choice, words('Comment_Suggest')) : null,
      wording.field, this.preview, this.error,
      el('div', 'thread-buttons', {}, el('button', 'btn primary', { type: 'submit' }, words('Comment_Send')), button(words('Comment_Cancel'), 'btn quiet', () => this.cancel())));
    onSubmit(this.element, () => this.send());
    this.showWording();
  }

  focus(): void {
    this.body.focus();
    this.element.scrollIntoView({ block: 'nearest' });
  }

  private changed(change: Partial<Written>): void {
    this.error.textContent = '';
    this.owner.keep(Object.assign(this.draft, change));
    this.showWording();
  }

  private choose(): void {
    if (this.choice.checked) this.wording.value = this.draft.place.words;
    this.changed({ suggestion: this.choice.checked ? this.wording.value : null });
    if (!this.choice.checked) return;
    this.wording.focus();
    this.wording.setSelectionRange(this.wording.value.length, this.wording.value.length);
    // With the buttons that send it.
    this.element.scrollIntoView({ block: 'nearest' });
  }

  private showWording(): void {
    const { suggestion, place } = this.draft, isSuggesting = suggestion !== null;
    this.wordingField.hidden = this.preview.hidden = !isSuggesting;
    this.preview.replaceChildren(...(isSuggesting && suggestion !== place.words ? [difference(place.words, suggestion, this.owner.words)] : []));
  }

  private send(): void {
    const { body, suggestion, place } = this.draft, { words } = this.owner;
    if (suggestion !== null && suggestion === place.words) return this.refuse(words('Comment_SuggestionSame'), this.wording);
    if (suggestion === null && body.trim() === '') return this.refuse(words('Comment_Missing'), this.body);
    this.owner.post();
  }

  private refuse(message: string, field: HTMLTextAreaElement): void {
    this.error.textContent = message;
    field.focus();
  }

  private cancel(): void {
    const { body, suggestion, place } = this.draft;
    if (!body.trim() && (suggestion === null || suggestion === place.words)) return this.owner.cancel();
    const { words } = this.owner, ask = el('div', 'thread-ask', { role: 'alert' }, words('Comment_DiscardAsk'), ' ');
    const no = button(words('Comment_Keep'), 'btn', () => { ask.remove(); this.body.focus(); });
    ask.append(button(words('Comment_Discard'), 'btn danger', () => this.owner.cancel()), no);
    this.element.querySelector('.thread-ask')?.remove();
    this.element.append(ask);
    no.focus();
  }
}
