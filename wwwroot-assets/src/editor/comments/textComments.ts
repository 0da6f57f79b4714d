import type { ChangeSet } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { LiveText } from '../live/liveText';
import type { Anchor } from './anchor';
import { type Passage, passagesIn, setPassages } from './highlights';
import { Outbox } from './outbox';
import { Places } from './places';
import type { Answer, Call, CommentsRead, Thread } from './protocol';
import { type CommentStore, newKey, type Written } from './store';

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
  readonly outbox: Outbox;
  /** Until the server says otherwise; it refuses what it must, and then what was written is kept. */
  canComment = true;
  canSuggest = true;
  draft: Written | null = null;
  private readonly places: Places;
  private readonly heardMeanwhile = new Set<number>();
  private isRestored = false;
  private isReading = false;
  private isStale = false;

  constructor(readonly text: CommentedText, private readonly owner: CommentsOwner) {
    this.places = new Places(text, owner.call, () => this.changed());
    this.outbox = new Outbox({
      textId: text.textId,
      store: owner.store,
      call: owner.call,
      canSend: () => owner.isConnected() && text.live.committed !== null,
      told: (thread) => this.told(thread),
      gone: (key) => this.places.remove(key),
      changed: () => this.changed(),
    });
  }

  get textId(): number { return this.text.textId; }

  /** Everything that has a passage: threads by their number, what is written here by its key. */
  get ids(): string[] { return [...[...this.threads.keys()].map(String), ...this.written.map(({ key }) => key)]; }

  private get written(): Written[] { return [...this.outbox.waiting, ...(this.draft ? [this.draft] : [])]; }

  /** Where a passage is in the document here; null if that is not known (yet). */
  find(id: string): Anchor | null { return this.places.find(id); }

  /** What the server's text says in the passage of a thread; null where it is gone. */
  wording(id: string): string | null { return this.places.wording(id); }

  /** The text was opened, or taken anew. */
  restarted(version: number): void {
    this.places.restart(version);
    if (!this.isRestored) {
      this.isRestored = true;
      this.draft = this.owner.store.draft(this.textId);
      this.outbox.restore();
    }
    for (const written of this.written) this.places.restore(written);
    this.changed();
  }

  committed(changes: readonly ChangeSet[]): void {
    this.places.add(changes);
    for (const written of this.written) if (this.places.settle(written)) this.keep(written);
    this.changed();
    void this.outbox.send();
  }

  /** The line is there (again), or the rights have changed. */
  ready(): void {
    void this.read();
    void this.outbox.send();
  }

  told(thread: Thread | null): void {
    if (!thread) return void this.read();
    this.heardMeanwhile.add(thread.id);
    const before = this.threads.get(thread.id) ?? null;
    this.take(thread);
    if ((before?.changes ?? 0) < thread.changes) this.owner.heard(this, thread, before);
    this.changed();
  }

  /** Begins a comment on a passage of the document here. */
  begin(passage: Anchor): Written {
    this.forgetDraft();
    const key = newKey(), draft = { key, place: this.places.begin(key, passage), body: '', suggestion: null, at: Date.now() };
    this.draft = draft;
    this.keep(draft);
    this.show();
    return draft;
  }

  /** What is written in the draft has changed. */
  keep(written: Written): void {
    if (written === this.draft) this.owner.store.keepDraft(this.textId, written);
    else this.owner.store.keep(this.textId, written);
  }

  forgetDraft(): void {
    if (!this.draft) return;
    this.places.remove(this.draft.key);
    this.draft = null;
    this.owner.store.keepDraft(this.textId, null);
    this.changed();
  }

  /** Hands the draft over to be sent, at once or when it can be. */
  post(): void {
    const { draft } = this;
    if (!draft) return;
    this.draft = null;
    this.outbox.post(draft);
    this.owner.store.keepDraft(this.textId, null);
    this.changed();
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
    this.places.remember();
    const passages = this.ids.flatMap((id): Passage[] => {
      const anchor = this.find(id), label = this.owner.labelOf(id, this.threads.get(Number(id)) ?? null);
      return anchor && label !== null && anchor.to <= view.state.doc.length ? [{ ...anchor, id, label, isActive: this.owner.isActive(id) }] : [];
    });
    if (passages.length > 0 || passagesIn(view.state).length > 0) view.dispatch({ effects: setPassages.of(passages) });
  }

  private changed(): void {
    this.show();
    this.owner.changed(this);
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
    this.changed();
  }

  private take(thread: Thread): void {
    const before = this.threads.get(thread.id), id = String(thread.id);
    if (before && before.changes > thread.changes) return;
    // Before what waited goes, so that its passage is marked without a gap.
    if (thread.isWithdrawn) this.remove(thread.id);
    else if (before && thread.anchor.version <= before.anchor.version && this.places.isKnown(id)) {
      // What was told in a newer version has been followed since, and what is told now may lie too far back for that.
      this.threads.set(thread.id, { ...thread, anchor: before.anchor });
    } else {
      this.threads.set(thread.id, thread);
      this.places.place(id, thread.anchor);
    }
    this.outbox.arrived(thread);
  }

  private remove(id: number): void {
    this.threads.delete(id);
    this.places.remove(String(id));
  }
}
