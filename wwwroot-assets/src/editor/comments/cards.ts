import type { Words } from '../sheet/words';
import { Card } from './card';
import { Composer } from './composer';
import { button, el } from './dom';
import type { Entry } from './panel';
import type { Thread } from './protocol';
import { plain, shortened } from './quoted';
import type { CommentStore, Written } from './store';
import type { TextComments } from './textComments';

export interface CardsOwner {
  readonly words: Words;
  readonly personId: number;
  readonly store: CommentStore;
  isActive(id: string): boolean;
  activate(id: string): void;
  go(id: string): void;
  changed(): void;
}

/** The cards of the panel: they live as long as what they show, so that nothing typed in one is lost by drawing. */
export class Cards {
  private readonly cards = new Map<number, Card>();
  private readonly composers = new Map<string, Composer>();

  constructor(private readonly owner: CardsOwner) {}

  /** Brings the cards of all texts up to date; in the order of the texts and of the passages in them. */
  update(texts: readonly TextComments[]): Entry[] {
    const threads = new Set(texts.flatMap((comments) => [...comments.threads.keys()])), drafts = new Set(texts.map(({ draft }) => draft?.key));
    for (const id of [...this.cards.keys()]) if (!threads.has(id)) this.cards.delete(id);
    for (const key of [...this.composers.keys()]) if (!drafts.has(key)) this.composers.delete(key);
    return texts.flatMap((comments) => this.entriesOf(comments));
  }

  find(id: string): HTMLElement | null { return this.composers.get(id)?.element ?? this.cards.get(Number(id))?.element ?? null; }

  focus(id: string): void { (this.composers.get(id) ?? this.cards.get(Number(id)))?.focus(); }

  private entriesOf(comments: TextComments): Entry[] {
    const { host } = comments.text, heading = host.closest('section')?.querySelector('h2, h3')?.textContent?.trim() ?? host.dataset.label ?? '';
    const at = (id: string): number => comments.find(id)?.from ?? Number.MAX_SAFE_INTEGER;
    const entry = (id: string, element: HTMLElement, isResolved = false): Entry => ({ id, element, heading, isResolved });
    return [
      ...[...comments.threads.values()].map((thread) => entry(String(thread.id), this.card(comments, thread).element, Boolean(thread.resolvedAt))),
      ...comments.outbox.waiting.map((written) => entry(written.key, this.waiting(comments, written))),
      ...(comments.draft ? [entry(comments.draft.key, this.composer(comments, comments.draft).element)] : []),
    ].sort((a, b) => at(a.id) - at(b.id));
  }

  private card(comments: TextComments, thread: Thread): Card {
    const { id } = thread, key = String(id), { textId, text, outbox } = comments, { owner } = this, { personId, store, words } = owner;
    const card = this.cards.get(id) ?? new Card(id, {
      words,
      historyOf: (version) => `/texts/${textId}/history?at=${version}`,
      activate: () => owner.activate(key),
      go: () => owner.go(key),
      act: (method, ...args) => comments.act(method, id, ...args),
      reply: (body) => {
        outbox.postReply(id, body);
        owner.changed();
      },
      discard: (reply) => {
        outbox.remove(reply);
        owner.changed();
      },
      begun: (what) => store.begun(textId, id, what),
      keepBegun: (what, body) => store.keepBegun(textId, id, what, body),
    });
    this.cards.set(id, card);
    card.update({
      thread,
      wording: comments.wording(key),
      isActive: owner.isActive(key),
      isOwn: (authorId) => authorId === personId,
      canComment: comments.canComment,
      canDecide: text.live.canEdit,
      canResolve: text.live.canEdit || thread.author.id === personId,
      waiting: outbox.replies.filter(({ commentId }) => commentId === id).map((reply) => ({ reply, refusal: outbox.refusals.get(reply.key) })),
    });
    return card;
  }

  private composer(comments: TextComments, draft: Written): Composer {
    const { key } = draft, { owner } = this;
    const composer = this.composers.get(key) ?? new Composer(draft, {
      words: owner.words,
      canSuggest: () => comments.canSuggest,
      keep: (kept) => comments.keep(kept),
      post: () => {
        comments.post();
        owner.go(key);
      },
      cancel: () => {
        owner.go(key);
        comments.forgetDraft();
      },
      go: () => owner.go(key),
    });
    this.composers.set(key, composer);
    return composer;
  }

  private waiting(comments: TextComments, { key, place, body, suggestion }: Written): HTMLElement {
    const { words } = this.owner, refusal = comments.outbox.refusals.get(key);
    const why = refusal ?? words(comments.find(key) || place.anchor ? 'Comment_Waiting' : 'Comment_NoPlace');
    const discard = (): void => {
      comments.outbox.remove(key);
      comments.show();
      this.owner.changed();
    };
    return el('article', 'thread waiting', { 'aria-label': words('Comment_New'), 'data-thread': key },
      el('p', 'thread-quote', {}, words('Comment_Quoted', shortened(plain(place.words), 160))), el('p', 'thread-body', {}, body), suggestion !== null ? el('p', 'thread-body', {}, suggestion) : null,
      el('p', 'small', { role: 'status' }, why), refusal || !place.anchor ? button(words('Comment_Discard'), 'btn quiet', discard) : null);
  }
}
