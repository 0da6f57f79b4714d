import { ChangeSet } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { LiveText } from '../live/liveText';
import type { Opened } from '../live/protocol';
import { type Anchor, isGone, mapAnchor } from './anchor';
import { Anchors } from './anchors';
import { type Passage, passagesIn, setPassages } from './highlights';
import type { Answer, Call, CommentsRead, Thread, VersionedAnchor } from './protocol';
import { type CommentStore, newKey, type Written, type WrittenReply } from './store';

/** A text of the sheet as its comments know it. */
export interface CommentedText {
  readonly textId: number;
  readonly host: HTMLElement;
  readonly live: Pick<LiveText, 'committed' | 'placeHere' | 'placeBack' | 'canEdit'>;
  readonly view: Pick<EditorView, 'state' | 'dispatch'> | null;
}

export interface CommentsOwner {
  readonly store: CommentStore;
  readonly call: Call;
  isConnected(): boolean;
  /** What the highlight of a thread says; null where it is not shown now. */
  labelOf(id: string, thread: Thread | null): string | null;
  isActive(id: string): boolean;
  changed(comments: TextComments): void;
  /** A thread came or changed while the text was open, by whomever. */
  heard(comments: TextComments, thread: Thread, before: Thread | null): void;
}

/** The comments of one text: what the server has of them, and what is still to be sent to it. */
export class TextComments {
  readonly threads = new Map<number, Thread>();
  canComment = false;
  canSuggest = false;
  draft: Written | null = null;
  waiting: Written[] = [];
  replies: WrittenReply[] = [];
  /** Why something that waits was refused, by its key. */
  readonly refusals = new Map<string, string>();
  private readonly anchors = new Anchors<string>();
  /** Passages with something that is not committed yet, in the document as it is here. */
  private readonly locals = new Map<string, Anchor>();
  private isRestored = false;
  private isReading = false;
  private isStale = false;
  private isSending = false;
  private readonly heardMeanwhile = new Set<number>();

  constructor(readonly text: CommentedText, private readonly owner: CommentsOwner) {}

  get textId(): number { return this.text.textId; }

  /** Where a thread's or a written comment's passage is in the document here; null if that is not known (yet). */
  find(id: string): Anchor | null {
    const committed = this.anchors.get(id);
    return committed ? this.text.live.placeHere(committed) : this.locals.get(id) ?? null;
  }

  /** What the server's text says in the passage of a thread; null where it is gone. */
  wording(id: string): string | null {
    const anchor = this.anchors.get(id), { committed } = this.text.live;
    return anchor && committed && !isGone(anchor) ? committed.sliceString(anchor.from, anchor.to) : null;
  }

  /** Everything that is shown of a thread or a written comment in the text. */
  get ids(): string[] { return [...[...this.threads.keys()].map(String), ...this.written.map(({ key }) => key)]; }

  private get written(): Written[] { return this.draft ? [...this.waiting, this.draft] : this.waiting; }

  /** The text was opened, or taken anew. */
  restarted(version: number): void {
    this.rememberLocals();
    this.anchors.restart(version);
    if (!this.isRestored) this.restore();
    for (const thread of this.threads.values()) this.anchors.place(String(thread.id), thread.anchor);
    this.placeWritten();
  }

  committed(changes: readonly ChangeSet[]): void {
    this.rememberLocals();
    this.anchors.add(changes);
    for (const written of this.written) this.settle(written);
    this.show();
    this.owner.changed(this);
    void this.send();
  }

  /** The line is there (again), or the rights have changed. */
  ready(): void {
    void this.read();
    void this.send();
  }

  told(thread: Thread | null): void {
    if (!thread) return void this.read();
    this.heardMeanwhile.add(thread.id);
    const before = this.threads.get(thread.id) ?? null;
    this.take(thread);
    if ((before?.changes ?? 0) < thread.changes) this.owner.heard(this, thread, before);
    this.show();
    this.owner.changed(this);
  }

  /** Begins a comment on a passage of the document here. */
  begin({ from, to }: Anchor): Written {
    const words = this.text.view!.state.sliceDoc(from, to), anchor = this.text.live.placeBack({ from, to }, words);
    this.forgetDraft();
    this.draft = { key: newKey(), place: { anchor, from, words }, body: '', suggestion: null, at: Date.now() };
    if (anchor) this.anchors.place(this.draft.key, anchor);
    else this.locals.set(this.draft.key, { from, to });
    this.keepDraft(this.draft);
    return this.draft;
  }

  keepDraft(draft: Written): void {
    this.owner.store.keepDraft(this.textId, draft);
    this.show();
  }

  forgetDraft(): void {
    if (this.draft) this.drop(this.draft.key);
    this.draft = null;
    this.owner.store.keepDraft(this.textId, null);
    this.show();
  }

  /** Hands the draft over to be sent, at once or when it can be. */
  post(): void {
    const { draft } = this;
    if (!draft) return;
    this.owner.store.keep(this.textId, draft);
    this.owner.store.keepDraft(this.textId, null);
    this.waiting = [...this.waiting, draft];
    this.draft = null;
    this.show();
    this.owner.changed(this);
    void this.send();
  }

  postReply(commentId: number, body: string): void {
    const reply = { key: newKey(), commentId, body, at: Date.now() };
    this.owner.store.keepReply(this.textId, reply);
    this.replies = [...this.replies, reply];
    this.owner.changed(this);
    void this.send();
  }

  /** Takes back what could not be sent. */
  discard(key: string): void {
    this.owner.store.remove(this.textId, key);
    this.owner.store.removeReply(this.textId, key);
    this.waiting = this.waiting.filter((written) => written.key !== key);
    this.replies = this.replies.filter((reply) => reply.key !== key);
    this.drop(key);
    this.show();
    this.owner.changed(this);
  }

  /** @returns the server's reason if it refuses; throws where the line is lost. */
  async act(method: string, id: number, ...args: unknown[]): Promise<string | null> {
    const answer = await this.owner.call<Answer>(method, id, ...args);
    if (answer.thread) this.told(answer.thread);
    return answer.refused ? answer.message ?? answer.refused : null;
  }

  /** Marks the passages in the editor. */
  show(): void {
    const { view } = this.text;
    if (!view) return;
    this.rememberLocals();
    const passages = this.ids.flatMap((id): Passage[] => {
      const anchor = this.find(id), label = this.owner.labelOf(id, this.threads.get(Number(id)) ?? null);
      return anchor && label !== null && anchor.to <= view.state.doc.length ? [{ ...anchor, id, label, isActive: this.owner.isActive(id) }] : [];
    });
    if (passages.length > 0 || passagesIn(view.state).length > 0) view.dispatch({ effects: setPassages.of(passages) });
  }

  private restore(): void {
    this.isRestored = true;
    this.draft = this.owner.store.draft(this.textId);
    this.waiting = this.owner.store.waiting(this.textId);
    this.replies = this.owner.store.replies(this.textId);
  }

  /** Finds the passages of what is written here, after the text was opened. */
  private placeWritten(): void {
    const old: [string, VersionedAnchor][] = [];
    for (const written of this.written) {
      written.place.anchor ??= this.locals.has(written.key) ? null : this.search(written);
      const { anchor } = written.place;
      if (anchor && !this.anchors.place(written.key, anchor)) old.push([written.key, anchor]);
    }
    if (old.length > 0) void this.placeOld(old);
    else this.show();
  }

  /** By its words, where they stand nearest to where they stood: what was typed before a reload has another version now. */
  private search({ place }: Written): VersionedAnchor | null {
    const text = this.text.live.committed?.toString() ?? '', version = this.anchors.current;
    const after = text.indexOf(place.words, place.from), ahead = text.lastIndexOf(place.words, place.from);
    const found = [after, ahead].filter((at) => at >= 0).sort((a, b) => Math.abs(a - place.from) - Math.abs(b - place.from));
    return place.words && found.length > 0 ? { version, from: found[0], to: found[0] + place.words.length } : null;
  }

  private async placeOld(old: [string, VersionedAnchor][]): Promise<void> {
    try {
      const since = Math.min(...old.map(([, { version }]) => version));
      const opened = await this.owner.call<Opened>('Open', this.textId, since);
      for (const [id, anchor] of old) {
        const news = (opened.revisions ?? []).slice(anchor.version - since).map(({ changes }) => ChangeSet.fromJSON(changes));
        if (opened.revisions) this.anchors.place(id, { version: opened.version, ...news.reduce<Anchor>(mapAnchor, anchor) });
      }
      this.show();
      this.owner.changed(this);
    } catch {
      // The line is lost; the server finds the passage also without it being shown here.
    }
  }

  private rememberLocals(): void {
    const { view } = this.text;
    if (!view || this.locals.size === 0) return;
    for (const { id, from, to } of passagesIn(view.state)) if (this.locals.has(id)) this.locals.set(id, { from, to });
  }

  /** Once all of a passage is committed, it is told in terms that survive a reload and that the server knows. */
  private settle(written: Written): void {
    const local = this.locals.get(written.key), { view } = this.text;
    if (!local || !view || written.place.anchor) return;
    const words = view.state.sliceDoc(local.from, local.to), anchor = this.text.live.placeBack(local, words);
    if (!anchor) return;
    written.place = { anchor, from: anchor.from, words };
    this.locals.delete(written.key);
    this.anchors.place(written.key, anchor);
    if (written === this.draft) this.owner.store.keepDraft(this.textId, written);
    else this.owner.store.keep(this.textId, written);
  }

  private async read(): Promise<void> {
    this.isStale = true;
    if (this.isReading) return;
    this.isReading = true;
    try {
      while (this.isStale && this.text.live.committed) {
        this.isStale = false;
        this.heardMeanwhile.clear();
        const read = await this.owner.call<CommentsRead>('Comments', this.textId);
        if (!read.refused) this.takeAll(read);
      }
    } catch {
      // The line is lost; with the next one they are read again.
    } finally {
      this.isReading = false;
    }
  }

  private takeAll({ canComment, canSuggest, threads }: CommentsRead): void {
    Object.assign(this, { canComment, canSuggest });
    const there = new Set(threads.map(({ id }) => id));
    for (const id of [...this.threads.keys()]) if (!there.has(id) && !this.heardMeanwhile.has(id)) this.remove(id);
    for (const thread of threads) this.take(thread);
    this.show();
    this.owner.changed(this);
  }

  private take(thread: Thread): void {
    const before = this.threads.get(thread.id) ?? null;
    for (const { key } of [...this.waiting, ...this.replies])
      if (key === thread.key || thread.replies.some((reply) => reply.key === key)) this.discardSilently(key);
    if (before && before.changes > thread.changes) return;
    if (thread.isWithdrawn) this.remove(thread.id);
    else {
      this.threads.set(thread.id, thread);
      // What was told in a newer version has been followed since, and what is told now may lie too far back for that.
      const isNews = !before || thread.anchor.version > before.anchor.version || !this.anchors.get(String(thread.id));
      if (!isNews) this.threads.set(thread.id, { ...thread, anchor: before.anchor });
      else if (!this.anchors.place(String(thread.id), thread.anchor)) void this.placeOld([[String(thread.id), thread.anchor]]);
    }
  }

  private discardSilently(key: string): void {
    this.owner.store.remove(this.textId, key);
    this.owner.store.removeReply(this.textId, key);
    this.waiting = this.waiting.filter((written) => written.key !== key);
    this.replies = this.replies.filter((reply) => reply.key !== key);
    this.drop(key);
  }

  private remove(id: number): void {
    this.threads.delete(id);
    this.anchors.remove(String(id));
  }

  private drop(key: string): void {
    this.anchors.remove(key);
    this.locals.delete(key);
    this.refusals.delete(key);
  }

  /** One after the other; what the server refuses stays with its reason, until its writer takes it back. */
  private async send(): Promise<void> {
    if (this.isSending || !this.owner.isConnected() || !this.text.live.committed) return;
    this.isSending = true;
    try {
      for (let next = this.next(); next; next = this.next()) this.answered(next.key, await this.ask(next));
    } catch {
      // The line is lost; with the next one it is tried again.
    } finally {
      this.isSending = false;
    }
  }

  private next(): Written | WrittenReply | undefined {
    return this.waiting.find(({ key, place }) => place.anchor && !this.refusals.has(key)) ?? this.replies.find(({ key }) => !this.refusals.has(key));
  }

  private ask(item: Written | WrittenReply): Promise<Answer> {
    if ('commentId' in item) return this.owner.call('Reply', item.commentId, item.key, item.body);
    const { version, from, to } = item.place.anchor!;
    return this.owner.call('Comment', this.textId, version, from, to, item.key, item.body, item.suggestion);
  }

  private answered(key: string, { refused, message, thread }: Answer): void {
    if (refused) this.refusals.set(key, message ?? refused);
    else this.discardSilently(key);
    if (thread) this.told(thread);
    else this.owner.changed(this);
  }
}
