import type { Answer, Call, Thread } from './protocol';
import { type CommentStore, newKey, type Written, type WrittenReply } from './store';

export interface OutboxOwner {
  readonly textId: number;
  readonly store: CommentStore;
  readonly call: Call;
  canSend(): boolean;
  told(thread: Thread): void;
  /** It is on the server, or was put away. */
  gone(key: string): void;
  changed(): void;
}

/** What waits to be sent: kept in the browser until the server has it, and sent under keys that make repeating harmless. */
export class Outbox {
  waiting: readonly Written[] = [];
  replies: readonly WrittenReply[] = [];
  /** Why something was refused, by its key; it stays until its writer puts it away. */
  readonly refusals = new Map<string, string>();
  private isSending = false;

  constructor(private readonly owner: OutboxOwner) {}

  restore(): void {
    this.waiting = this.owner.store.waiting(this.owner.textId);
    this.replies = this.owner.store.replies(this.owner.textId);
  }

  post(written: Written): void {
    this.owner.store.keep(this.owner.textId, written);
    this.waiting = [...this.waiting, written];
    void this.send();
  }

  postReply(commentId: number, body: string): void {
    const reply = { key: newKey(), commentId, body, at: Date.now() };
    this.owner.store.keepReply(this.owner.textId, reply);
    this.replies = [...this.replies, reply];
    void this.send();
  }

  /** What the thread shows need not be sent any more. */
  arrived(thread: Thread): void {
    const keys = new Set([thread.key, ...thread.replies.map(({ key }) => key)]);
    for (const { key } of [...this.waiting, ...this.replies]) if (keys.has(key)) this.remove(key);
  }

  remove(key: string): void {
    const { store, textId } = this.owner;
    store.remove(textId, key);
    store.removeReply(textId, key);
    this.waiting = this.waiting.filter((written) => written.key !== key);
    this.replies = this.replies.filter((reply) => reply.key !== key);
    this.refusals.delete(key);
    this.owner.gone(key);
  }

  /** One after the other, as long as there is a line. */
  async send(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    try {
      for (let next = this.next(); next && this.owner.canSend(); next = this.next()) this.answered(next.key, await this.ask(next));
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
    const { call, textId } = this.owner;
    if ('commentId' in item) return call('Reply', item.commentId, item.key, item.body);
    const { version, from, to } = item.place.anchor!;
    return call('Comment', textId, version, from, to, item.key, item.body, item.suggestion);
  }

  private answered(key: string, { refused, message, thread }: Answer): void {
    if (refused) this.refusals.set(key, message ?? refused);
    else this.remove(key);
    if (thread) this.owner.told(thread);
    else this.owner.changed();
  }
}
