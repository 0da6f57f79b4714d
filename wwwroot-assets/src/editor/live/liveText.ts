import { type ChangeSet, type Extension, Text } from '@codemirror/state';
import { type Anchor, mapAnchor } from '../comments/anchor';
import { difference } from './difference';
import { jsonOf, portion, sendLeftovers, toWire } from './leftovers';
import type { PendingLog, PendingStore } from './pendingStore';
import type { Opened, Person, Revision, Server, Submitted } from './protocol';
import { mapAll, wordingOf } from './rebase';
import { Sending, tryAgainAfter } from './sending';
import { type Surface, TextCopy } from './textCopy';

/** Whom a live text tells what became of it. */
export interface LiveTextOwner {
  /** Opened for the first time: an editor with this text and extension is wanted. */
  mount(text: Text, extension: Extension, canEdit: boolean): Surface;
  access(canEdit: boolean): void;
  /** Wording that could not be saved; it is nowhere else any more. */
  unsaved(code: string, wording: string): void;
  people(people: readonly Person[]): void;
  /** Somebody else changed the text; the position is where they were, in the document as it is here now. */
  wrote(author: number, head: number): void;
  stateChanged(): void;
  /** What was missed has been taken in: versions from and to, how many changes of one's own waited, whose the others are. */
  merged?(merged: { from: number; to: number; own: number; authors: readonly number[] }): void;
  /** Changes were committed, one's own or others', and are in the document. */
  committed?(changes: readonly ChangeSet[]): void;
  /** The text is there, or was taken anew. */
  restarted?(version: number): void;
}

/** Refusals after which one cannot write in the text at all. */
const closing = new Set(['notAllowed', 'locked', 'gone']);
/** Refusals of a single change, after which the others go on. */
const unsuitable = new Set(['tooLarge', 'badText']);

/**
 * One text: what is typed is in the editor and in the browser's storage at once, and on its way to the server in one
 * message at a time; what the server has committed comes back in order, one's own included.
 */
export class LiveText {
  canEdit = false;
  /** When the oldest unsaved change was made. */
  unsavedSince: number | null = null;
  /** The browser's storage had no room for what the server does not have. */
  isUnkept = false;

  private clientId = randomId();
  private log: PendingLog;
  private copy: TextCopy | null = null;
  /** Rises when the line comes or goes or the text is opened again: answers of before no longer count. */
  private epoch = 0;
  private phase: 'away' | 'opening' | 'live' | 'closed' = 'away';
  private early: [number, readonly Revision[]][] = [];
  private readonly sending = new Sending({
    ready: () => (this.phase === 'live' ? this.copy : null),
    submit: (copy, part) => this.submit(copy, part),
    refused: (copy, code, sent) => this.refuse(copy, code, sent),
    reopen: () => void this.reopen(),
  });

  constructor(readonly textId: number, private readonly server: Server, private readonly store: PendingStore, private readonly owner: LiveTextOwner) {
    this.log = store.log(textId, this.clientId);
    if (store.leftovers(textId).length > 0) this.unsavedSince = Date.now();
  }

  get isOpened(): boolean { return this.copy !== null; }

  /** Opened, or known not to be for this person. */
  get isSettled(): boolean { return this.copy !== null || this.phase === 'live'; }

  get hasUnsaved(): boolean { return this.copy ? this.pending.length > 0 : this.unsavedSince !== null; }

  private get pending(): readonly ChangeSet[] { return this.copy?.pending ?? []; }

  connected(): void {
    if (this.phase !== 'closed') void this.reopen();
  }

  disconnected(): void {
    if (this.phase === 'closed') return;
    this.startAnew('away');
    this.owner.stateChanged();
  }

  close(): void {
    this.startAnew('closed');
    this.server.close(this.textId);
  }

  /** To be called after each local change of the editor's document. */
  changed(changes: readonly ChangeSet[]): void {
    const { copy } = this;
    if (!copy) return;
    this.unsavedSince ??= Date.now();
    // After a failure everything is written anew: there may be room again.
    if (this.isUnkept) this.isUnkept = !this.log.replace(copy.version, copy.confirmed + 1, copy.pending.map(jsonOf));
    else this.isUnkept = changes.some((change) => !this.log.append(copy.version, copy.confirmed + 1, jsonOf(change)));
    this.owner.stateChanged();
    void this.sending.flush();
  }

  received(firstVersion: number, revisions: readonly Revision[]): void {
    if (this.phase === 'opening') this.early.push([firstVersion, revisions]);
    else if (this.phase === 'live' && !this.take(firstVersion, revisions)) void this.reopen();
  }

  /** The answer to what is still to be sent will say what becomes of it. */
  refused(): void {
    this.setAccess(false);
    void this.sending.flush();
  }

  setAccess(canEdit: boolean): void {
    this.canEdit = canEdit;
    this.owner.access(canEdit);
    this.owner.stateChanged();
  }

  /** Tells the others where one's caret is, in terms of what they have. */
  point(anchor: number, head: number): void {
    if (this.phase === 'live' && this.copy)
      this.server.point(this.textId, this.copy.version, this.copy.locateBack(anchor), this.copy.locateBack(head));
  }

  /** The document as it is here: a committed version, and one's own changes on top of it. */
  basis(): { version: number; pending: readonly ChangeSet[] } | null {
    return this.copy && { version: this.copy.version, pending: this.copy.pending };
  }

  locate(position: number, version: number): number | null {
    return this.copy?.locate(position, version) ?? null;
  }

  /** What is committed of the text; null before it was opened. */
  get committed(): Text | null { return this.copy?.committed ?? null; }

  /** A committed passage in the document as it is here. */
  placeHere(anchor: Anchor): Anchor { return this.pending.reduce<Anchor>(mapAnchor, anchor); }

  /** A passage of the document here in the committed version; null as long as it holds something that is not committed. */
  placeBack({ from, to }: Anchor, words: string): { version: number; from: number; to: number } | null {
    const { copy } = this;
    if (!copy) return null;
    const back = { from: copy.locateBack(from), to: copy.locateBack(to) };
    const again = this.placeHere(back);
    const isSame = again.from === from && again.to === to && copy.committed.sliceString(back.from, back.to) === words;
    return isSame ? { version: copy.version, ...back } : null;
  }

  private startAnew(phase: 'away' | 'opening' | 'closed'): void {
    this.phase = phase;
    this.epoch++;
    this.early = [];
    this.sending.reset();
  }

  /** Asks for what was missed. */
  private async reopen(): Promise<void> {
    this.startAnew('opening');
    const { epoch } = this;
    try {
      await this.catchUp(() => epoch !== this.epoch);
    } catch (fault) {
      // The line is lost, or the server failed at this one request and is asked again; the rest would be a fault here.
      if (fault instanceof TypeError || fault instanceof RangeError) console.error(fault);
      setTimeout(() => { if (epoch === this.epoch) void this.reopen(); }, tryAgainAfter);
    }
  }

  private async catchUp(isOver: () => boolean): Promise<void> {
    if (!this.copy) {
      await sendLeftovers(this.server, this.store, this.textId, this.clientId, (code, wording) => this.owner.unsaved(code, wording));
      if (isOver()) return;
    }
    const before = this.copy && { from: this.copy.version, own: this.pending.length };
    const opened = await this.server.open(this.textId, this.copy?.version ?? null);
    if (isOver()) return;
    if (opened.refused) return this.begin(false);
    if (!this.copy) this.mount(opened);
    else if (!opened.revisions) await this.takeText(this.copy, isOver);
    else if (!this.take(this.copy.version + 1, opened.revisions)) await this.heal(this.copy, isOver);
    if (isOver()) return;
    this.owner.people(opened.people);
    const authors = (opened.revisions ?? []).filter(({ clientId }) => clientId !== this.clientId).map(({ author }) => author);
    if (before && (before.own > 0 || authors.length > 0)) this.owner.merged?.({ ...before, to: opened.version, authors });
    this.begin(opened.canEdit);
  }

  private begin(canEdit: boolean): void {
    if (!this.copy) this.unsavedSince = null;
    this.phase = 'live';
    this.setAccess(canEdit);
    for (const [first, revisions] of this.early.splice(0))
      if (!this.take(first, revisions)) return void this.reopen();
    void this.sending.flush();
  }

  private mount(opened: Opened): void {
    this.unsavedSince = null;
    this.canEdit = opened.canEdit;
    this.copy = new TextCopy(this.clientId, textOf(opened), opened.version,
      (extension) => this.owner.mount(textOf(opened), extension, opened.canEdit));
    this.owner.restarted?.(opened.version);
  }

  /**
   * The revisions in between are not to be had, or do not fit: first one's own changes go in on their old version,
   * then the text is taken as the server has it.
   */
  private async takeText(copy: TextCopy, isOver: () => boolean): Promise<void> {
    const part = portion(copy.pending);
    const answer = part.length > 0 ? await this.submit(copy, part) : null;
    if (isOver()) return;
    const opened = await this.server.open(this.textId, null);
    if (isOver() || opened.refused) return;
    const text = textOf(opened);
    if (answer?.refused) return this.abandon(copy, answer.refused, text, opened.version);
    const before = part.reduce((document, change) => change.apply(document), copy.committed);
    copy.confirmed += part.length;
    copy.reset(text, opened.version, mapAll(copy.pending.slice(part.length), difference(before, text)));
    this.owner.restarted?.(opened.version);
    this.keep(copy);
  }

  /** Something was mapped otherwise here than on the server. */
  private async heal(copy: TextCopy, isOver: () => boolean): Promise<void> {
    console.warn(`Text ${this.textId}: a revision does not fit, the text is read anew`);
    await this.takeText(copy, isOver);
    if (isOver()) return;
    this.rename(copy);
  }

  private take(firstVersion: number, revisions: readonly Revision[]): boolean {
    const { copy } = this;
    if (!copy) return true;
    const taken = copy.take(firstVersion, revisions);
    if (!taken) return false;
    if (taken.length === 0) return true;
    this.keep(copy);
    this.owner.committed?.(taken);
    this.tellWriters(copy, revisions.slice(-taken.length), taken);
    this.sending.echoed(copy.version);
    return true;
  }

  private tellWriters(copy: TextCopy, revisions: readonly Revision[], changes: readonly ChangeSet[]): void {
    const last = new Map<number, number>();
    revisions.forEach((revision, i) => { if (revision.clientId !== this.clientId) last.set(revision.author, i); });
    for (const [author, i] of last) {
      let end = 0;
      changes[i].iterChanges((_fromA, _toA, _fromB, toB) => { end = toB; });
      const head = copy.locate(end, copy.version - (changes.length - 1 - i));
      if (head !== null) this.owner.wrote(author, head);
    }
  }

  /** Stores anew what is not committed, after a confirmation or a rebase. */
  private keep(copy: TextCopy): void {
    const { pending } = copy;
    this.isUnkept = !this.log.replace(copy.version, copy.confirmed + 1, pending.map(jsonOf));
    if (pending.length === 0) this.unsavedSince = null;
    this.owner.stateChanged();
  }

  private submit(copy: TextCopy, part: readonly ChangeSet[]): Promise<Submitted> {
    return this.server.submit(this.textId, copy.version, this.clientId, copy.confirmed + 1, toWire(part));
  }

  private refuse(copy: TextCopy, code: string, sent: number): void {
    if (unsuitable.has(code)) {
      if (sent === 1) this.drop(copy, code);
      return this.sending.alone();
    }
    this.abandon(copy, code, copy.committed, copy.version);
    if (closing.has(code)) this.setAccess(false);
    else void this.reopen();
  }

  private drop(copy: TextCopy, code: string): void {
    const [bad, ...rest] = copy.pending;
    this.owner.unsaved(code, wordingOf([bad]));
    copy.reset(copy.committed, copy.version, mapAll(rest, bad.invert(copy.committed)));
    this.keep(copy);
  }

  /** Gives the wording that cannot be saved away for copying, and shows what is committed. */
  private abandon(copy: TextCopy, code: string, committed: Text, version: number): void {
    this.owner.unsaved(code, wordingOf(copy.pending));
    copy.reset(committed, version, []);
    this.rename(copy);
  }

  /** Sequences of before are no longer sure: the rest goes under a new name. */
  private rename(copy: TextCopy): void {
    const before = this.log;
    this.clientId = randomId();
    copy.rename(this.clientId);
    this.log = this.store.log(this.textId, this.clientId);
    this.keep(copy);
    before.replace(copy.version, 1, []);
  }
}

const textOf = (opened: Opened): Text => Text.of((opened.text ?? '').split('\n'));

/** Letters and digits; also where the page is not a secure context and `randomUUID` does not exist. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(36).padStart(2, '0')).join('');
}
