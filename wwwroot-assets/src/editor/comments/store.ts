import type { VersionedAnchor } from './protocol';

/** Where somebody wants to comment: in a committed version, or as long as it holds what is not committed, by its words. */
export interface Place { anchor: VersionedAnchor | null; from: number; words: string }

/** A comment that is being written or waits to be sent. */
export interface Written { key: string; place: Place; body: string; suggestion: string | null; at: number }

/** A reply that waits to be sent. */
export interface WrittenReply { key: string; commentId: number; body: string; at: number }

/** What is written and not yet on the server: kept in the browser, so that a reload loses nothing. */
export class CommentStore {
  constructor(private readonly personId: number, private readonly storage: Storage) {}

  draft(textId: number): Written | null { return this.read(this.key('draft', textId, 'new')); }
  keepDraft(textId: number, draft: Written | null): void { this.write(this.key('draft', textId, 'new'), draft); }

  /** Words begun in a thread: a reply, or the reason of a rejection. */
  begun(textId: number, threadId: number, what: string): string { return this.read<string>(this.key('draft', textId, `${threadId}/${what}`)) ?? ''; }
  keepBegun(textId: number, threadId: number, what: string, body: string): void { this.write(this.key('draft', textId, `${threadId}/${what}`), body || null); }

  waiting(textId: number): Written[] { return this.all(this.key('comment', textId, '')); }
  keep(textId: number, written: Written): boolean { return this.write(this.key('comment', textId, written.key), written); }
  remove(textId: number, key: string): void { this.storage.removeItem(this.key('comment', textId, key)); }

  replies(textId: number): WrittenReply[] { return this.all(this.key('reply', textId, '')); }
  keepReply(textId: number, reply: WrittenReply): boolean { return this.write(this.key('reply', textId, reply.key), reply); }
  removeReply(textId: number, key: string): void { this.storage.removeItem(this.key('reply', textId, key)); }

  private all<T extends { at: number }>(start: string): T[] {
    return Array.from({ length: this.storage.length }, (_, i) => this.storage.key(i)!)
      .filter((key) => key.startsWith(start))
      .map((key) => this.read<T>(key))
      .filter((item) => item !== null)
      .sort((a, b) => a.at - b.at);
  }

  private read<T>(key: string): T | null {
    try {
      const text = this.storage.getItem(key);
      return text === null ? null : (JSON.parse(text) as T);
    } catch {
      return null;
    }
  }

  /** @returns false if the browser has no room: then this page alone knows it. */
  private write(key: string, value: unknown): boolean {
    try {
      if (value === null) this.storage.removeItem(key);
      else this.storage.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }

  private key(kind: string, textId: number, rest: string): string { return `workspace.${kind}/${this.personId}/${textId}/${rest}`; }
}

/** Letters and digits, as the server wants keys. */
export const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(36).padStart(2, '0')).join('');
