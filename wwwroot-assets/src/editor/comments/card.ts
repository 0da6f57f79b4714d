import type { Words } from '../sheet/words';
import { area, button, el, onSubmit } from './dom';
import type { Reply, Suggestion, Thread } from './protocol';
import { plain, shortened } from './quoted';
import { byline, difference } from './shown';
import type { WrittenReply } from './store';

/** What a card is to show. */
export interface CardView {
  thread: Thread;
  /** What the text says in the passage now; null where the passage is gone. */
  wording: string | null;
  isActive: boolean;
  isOwn(personId: number): boolean;
  canComment: boolean;
  canDecide: boolean;
  canResolve: boolean;
  waiting: readonly { reply: WrittenReply; refusal: string | undefined }[];
}

export interface CardOwner {
  readonly words: Words;
  historyOf(version: number): string;
  activate(): void;
  go(): void;
  act(method: string, ...args: unknown[]): Promise<string | null>;
  reply(body: string): void;
  discard(key: string): void;
  begun(what: string): string;
  keepBegun(what: string, body: string): void;
}

type Asked = 'reply' | 'reject' | 'edit' | 'withdraw';

/** One thread. What is typed in it stays while the rest is drawn anew. */
export class Card {
  readonly element: HTMLElement;
  private readonly content = el('div');
  private readonly formPlace = el('div', 'thread-form');
  private readonly error = el('p', 'error', { role: 'alert' });
  private drawn = '';
  private view!: CardView;
  private asked: Asked | null = null;

  constructor(private readonly id: number, private readonly owner: CardOwner) {
    this.element = el('article', 'thread', { id: `comment-${id}`, 'aria-labelledby': `thread-${id}`, tabindex: '-1', 'data-thread': String(id) }, this.content, this.error, this.formPlace);
    this.element.addEventListener('click', (event) => { if (!(event.target as Element).closest('a')) this.owner.activate(); });
    this.element.addEventListener('focusin', () => this.owner.activate());
    if (owner.begun('reply')) this.ask('reply', false);
    else if (owner.begun('reject')) this.ask('reject', false);
  }

  update(view: CardView): void {
    this.view = view;
    this.element.classList.toggle('active', view.isActive);
    this.element.classList.toggle('resolved', Boolean(view.thread.resolvedAt));
    // What a block says may come after its comment, and change.
    const signature = JSON.stringify([view.thread, plain(view.thread.quotation), view.wording, view.canComment, view.canDecide, view.canResolve, view.waiting]);
    if (signature === this.drawn) return;
    this.drawn = signature;
    const focused = this.content.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.act : undefined;
    this.content.replaceChildren(...this.draw(view));
    if (this.asked === 'reject' && !this.canDecideNow) this.close();
    if (focused) (this.content.querySelector<HTMLElement>(`[data-act=${focused}]`) ?? this.element).focus();
  }

  focus(): void { this.element.focus(); }

  private get canDecideNow(): boolean { return this.view.canDecide && Boolean(this.view.thread.suggestion) && !this.view.thread.suggestion!.outcome; }

  private draw(view: CardView): (Node | string)[] {
    const { thread, wording } = view, { words } = this.owner;
    const title = el('h3', '', { id: `thread-${this.id}` }, byline(thread.author, thread.at));
    const quotation = words('Comment_Quoted', shortened(plain(thread.quotation), 160));
    const quote = wording === null
      ? el('div', 'thread-gone', {}, el('p', 'thread-quote', {}, quotation),
        el('p', 'small', {}, words('Comment_Gone'), ' ', el('a', '', { href: this.owner.historyOf(thread.createdVersion) }, words('Comment_GoneLink'))))
      : this.act('go', quotation, 'thread-quote', () => this.owner.go(), { title: words('Comment_GoTo') });
    return [
      title, quote,
      thread.body ? el('p', 'thread-body', {}, thread.body, thread.editedAt ? el('span', 'muted small', {}, ` ${words('Comment_Edited')}`) : '') : '',
      ...(thread.suggestion ? [this.drawSuggestion(thread.suggestion, thread, wording)] : []),
      thread.replies.length + view.waiting.length > 0
        ? el('ol', 'thread-replies', { 'aria-label': words('Comment_Replies') }, ...thread.replies.map((reply) => this.drawReply(reply)), ...view.waiting.map((waiting) => this.drawWaiting(waiting)))
        : '',
      thread.resolvedBy && thread.suggestion?.outcome !== 'Accepted' ? el('p', 'thread-resolved small', {}, words('Comment_ResolvedBy', thread.resolvedBy.name)) : '',
      this.drawButtons(view),
    ];
  }

  private drawSuggestion({ wording, outcome, decidedBy, reason }: Suggestion, thread: Thread, now: string | null): HTMLElement {
    const { words } = this.owner;
    const isOpen = !outcome, before = isOpen && now !== null ? now : thread.quotation;
    const hasChanged = isOpen && now !== null && now !== thread.quotation && !thread.isQuotationCut;
    return el('div', 'thread-suggestion', { role: 'group', 'aria-label': words('Comment_Suggested') },
      el('p', 'thread-label', {}, words(wording ? 'Comment_Suggested' : 'Comment_SuggestedOut')),
      difference(before, wording, words),
      hasChanged ? el('p', 'small muted', {}, words('Comment_ChangedSince')) : null,
      outcome === 'Accepted' ? el('p', 'chip ok', {}, words('Comment_AcceptedBy', decidedBy?.name ?? '')) : null,
      outcome === 'Rejected' ? el('p', 'thread-rejected', {}, el('span', 'chip plain', {}, words('Comment_RejectedBy', decidedBy?.name ?? '')), ' ', reason ?? '') : null,
      isOpen && this.view.canDecide && now !== null
        ? el('div', 'thread-buttons', {}, this.act('accept', words('Comment_Accept'), 'btn primary', () => void this.run('Accept', now)),
          this.act('reject', words('Comment_Reject'), 'btn', () => this.ask('reject')))
        : null);
  }

  private drawReply(reply: Reply): HTMLElement {
    return el('li', '', {}, byline(reply.author, reply.at), el('p', 'thread-body', {}, reply.body, reply.editedAt ? el('span', 'muted small', {}, ` ${this.owner.words('Comment_Edited')}`) : ''));
  }

  private drawWaiting({ reply, refusal }: CardView['waiting'][number]): HTMLElement {
    const { words } = this.owner;
    return el('li', 'waiting', {}, el('p', 'thread-body', {}, reply.body), el('p', 'small', {}, refusal ?? words('Comment_Waiting')),
      refusal ? button(words('Comment_Discard'), 'btn quiet', () => this.owner.discard(reply.key)) : null);
  }

  private drawButtons({ thread, canComment, canResolve, isOwn }: CardView): HTMLElement {
    const { words } = this.owner, isResolved = Boolean(thread.resolvedAt), decided = Boolean(thread.suggestion?.outcome);
    const isMine = isOwn(thread.author.id) && !decided && !isResolved;
    return el('div', 'thread-buttons thread-actions', {},
      canComment ? this.act('reply', words('Comment_Reply'), 'btn quiet', () => this.ask('reply')) : null,
      canResolve ? this.act('resolve', words(isResolved ? 'Comment_Reopen' : 'Comment_Resolve'), 'btn quiet', () => void this.run(isResolved ? 'Reopen' : 'Resolve')) : null,
      isMine && canComment ? this.act('edit', words('Comment_Edit'), 'btn quiet', () => this.ask('edit')) : null,
      isMine && thread.replies.every((reply) => isOwn(reply.author.id)) ? this.act('withdraw', words('Comment_Withdraw'), 'btn quiet', () => this.ask('withdraw')) : null);
  }

  private act(name: string, label: string, className: string, action: () => void, attributes: Record<string, string> = {}): HTMLButtonElement {
    return button(label, className, action, { ...attributes, 'data-act': name });
  }

  private ask(what: Asked, isFocused = true): void {
    const { words } = this.owner;
    this.asked = what;
    this.error.textContent = '';
    if (what === 'withdraw') {
      const keep = button(words('Comment_Keep'), 'btn', () => this.close());
      this.formPlace.replaceChildren(el('div', 'thread-ask', { role: 'alert' }, words('Comment_WithdrawAsk'), ' ', button(words('Comment_Withdraw'), 'btn danger', () => void this.run('WithdrawComment', null)), keep));
      return keep.focus();
    }
    const labels = { reply: 'Comment_ReplyLabel', reject: 'Comment_Reason', edit: 'Comment_Body' }, buttons = { reply: 'Comment_ReplySend', reject: 'Comment_RejectSend', edit: 'Comment_Save' };
    const begun = what === 'edit' ? this.view.thread.body : this.owner.begun(what);
    const { field, input } = area(words(labels[what]), `${what}-${this.id}`, begun, (value) => { if (what !== 'edit') this.owner.keepBegun(what, value); });
    const form = el('form', '', { novalidate: '' }, field,
      el('div', 'thread-buttons', {}, el('button', 'btn primary', { type: 'submit' }, words(buttons[what])), button(words('Comment_Cancel'), 'btn quiet', () => this.close(what))));
    onSubmit(form, () => this.submit(what, input.value));
    this.formPlace.replaceChildren(form);
    if (isFocused) input.focus();
  }

  private submit(what: Asked, value: string): void {
    if (what !== 'reply') return void this.run(what === 'reject' ? 'Reject' : 'RewriteComment', ...(what === 'reject' ? [value] : [null, value]));
    if (!value.trim()) return this.refuse(this.owner.words('Comment_Missing'));
    this.close('reply');
    this.owner.reply(value);
  }

  private async run(method: string, ...args: unknown[]): Promise<void> {
    this.error.textContent = '';
    try {
      const refused = await this.owner.act(method, ...args);
      if (refused) this.refuse(refused);
      else if (this.asked) this.close(this.asked);
    } catch {
      this.refuse(this.owner.words('Comment_Offline'));
    }
  }

  private refuse(message: string): void { this.error.textContent = message; }

  private close(what?: Asked): void {
    if (what === 'reply' || what === 'reject') this.owner.keepBegun(what, '');
    const hadFocus = this.formPlace.contains(document.activeElement), { asked } = this;
    this.asked = null;
    this.formPlace.replaceChildren();
    if (hadFocus) (this.content.querySelector<HTMLElement>(`[data-act=${asked}]`) ?? this.element).focus();
  }
}
