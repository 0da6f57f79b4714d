import { collab, getSyncedVersion, receiveUpdates, sendableUpdates } from '@codemirror/collab';
import { history } from '@codemirror/commands';
import { ChangeSet, Compartment, EditorState, type Extension, Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type Caret, carets, caretsOf, dropCarets, setCaret } from './carets';
import { portion, sendLeftovers } from './leftovers';
import { follow, type Place } from './place';
import type { PendingStore } from './pendingStore';
import type { ChangeJson, Opened, Person, Revision, Server } from './protocol';
import { wordingOf } from './rebase';
import type { SaveState } from './saveMark';

export interface LiveTextOptions {
  textId: number;
  host: HTMLElement;
  server: Server;
  store: PendingStore;
  /** The part of the editor that has nothing to do with others: language, keys, look. */
  writing: Extension;
  nonce: string;
  label: string;
  /** The state of saving changed. */
  changed: () => void;
  /** Something could not be saved; `wording` is what would otherwise be lost. */
  refused: (code: string, wording: string) => void;
  people: (people: Person[]) => void;
  wrote: (authorId: number) => void;
}

const newClientId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A refusal of what was typed, after which the editor goes on, rather than of the writer. */
const isOfContent = (code: string): boolean => code === 'tooLarge' || code === 'badText';

/**
 * One text in one browser. Typing never waits: changes are shown, kept in the browser, and sent one message at a time
 * under a sequence that makes sending twice harmless. They are confirmed when they come back among the revisions.
 */
export class LiveText {
  view: EditorView | null = null;
  private readonly access = new Compartment();
  private clientId = newClientId();
  private confirmed = 0;
  private stored = { base: -1, first: -1, count: 0 };
  private since: number | null = null;
  private isSending = false;
  private isOpening = false;
  private isDisposed = false;
  private isUnkept = false;
  private canEdit = false;
  private recent: { version: number; changes: ChangeSet }[] = [];
  private waiting: { person: Person; version: number; anchor: number; head: number }[] = [];
  private lastPoint = 0;
  private place: Place | null;
  /** Changes that an earlier page has left and that are not sent yet. */
  private left: number;
  private pointTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: LiveTextOptions, place: Place | null) {
    this.place = place;
    this.left = options.store.leftovers(options.textId).reduce((count, leftover) => count + leftover.changes.length, 0);
    if (this.left > 0) this.since = Date.now();
  }

  /** Where the writer is now, for a reload of the page. */
  get here(): Place | null {
    if (!this.view) return null;
    const { anchor, head } = this.known();
    return { textId: this.options.textId, version: getSyncedVersion(this.view.state), anchor, head, scroll: scrollY, focused: this.view.hasFocus };
  }

  get state(): SaveState {
    const pending = this.view ? sendableUpdates(this.view.state).length : this.left;
    return { isOpen: this.view !== null, canEdit: this.canEdit, pending, since: this.since, isUnkept: this.isUnkept };
  }

  /** Opens the text, or catches up after the line was lost; tried again at the next connection if it fails. */
  async connect(): Promise<void> {
    if (this.isOpening || this.isDisposed) return;
    this.isOpening = true;
    const { server, textId, store } = this.options;
    try {
      if (!this.view) {
        await sendLeftovers(server, store, textId, (code, wording) => { if (wording.trim() !== '') this.options.refused(code, wording); });
        this.left = 0;
        this.since = null;
        const opened = await server.open(textId, null);
        this.start(opened, await this.findPlace(opened));
      } else {
        const opened = await server.open(textId, getSyncedVersion(this.view.state));
        if (opened.refused) this.lock(opened.refused);
        else if (opened.revisions) this.receive(opened.version - opened.revisions.length + 1, opened.revisions);
        else await this.startOver();
        if (!opened.refused) {
          this.setAccess(opened.canEdit);
          this.options.people(opened.people);
        }
      }
    } catch {
      // The line was lost again; connecting is tried when it is back.
    } finally {
      this.isOpening = false;
      this.options.changed();
    }
    void this.push();
  }

  receive(first: number, revisions: readonly Revision[]): void {
    if (!this.view) return;
    let state = this.view.state;
    const transactions: Transaction[] = [];
    for (const [i, revision] of revisions.entries()) {
      const version = first + i, synced = getSyncedVersion(state);
      if (version <= synced) continue;
      if (version > synced + 1) {
        void this.connect();
        break;
      }
      // One at a time, as the server maps them: over several at once the texts could differ.
      const changes = ChangeSet.fromJSON(revision.changes);
      const transaction = receiveUpdates(state, [{ changes, clientID: revision.clientId }]);
      this.recent.push({ version, changes });
      if (revision.clientId === this.clientId) this.confirmed++;
      else this.options.wrote(revision.author);
      transactions.push(transaction);
      state = transaction.state;
    }
    if (transactions.length === 0) return;
    if (this.recent.length > 500) this.recent = this.recent.slice(-300);
    this.view.update(transactions);
    this.keep();
    this.showWaiting();
    this.options.changed();
    void this.push();
  }

  point(person: Person, version: number, anchor: number, head: number): void {
    this.waiting = [...this.waiting.filter((other) => other.person.id !== person.id), { person, version, anchor, head }];
    this.showWaiting();
  }

  /** Takes away the carets of who has left, or has been silent for long. */
  dropCarets(isGone: (caret: Caret) => boolean): void {
    if (this.view && caretsOf(this.view.state).some(isGone)) this.view.dispatch({ effects: dropCarets.of(isGone) });
  }

  setAccess(canEdit: boolean): void {
    if (!this.view || this.canEdit === canEdit) return;
    this.canEdit = canEdit;
    this.view.dispatch({ effects: this.access.reconfigure(this.editability()) });
    this.options.changed();
  }

  /** The server takes nothing more for this text: it can be read, and what is not saved can be copied. */
  lock(code: string): void {
    const pending = this.pending();
    this.setAccess(false);
    if (pending.length === 0) return;
    const wording = wordingOf(pending);
    if (wording.trim() !== '') this.options.refused(code, wording);
    this.options.store.remove(this.options.textId, this.clientId);
    void this.startOver(true);
  }

  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.pointTimer);
    this.options.server.close(this.options.textId);
    this.view?.destroy();
    this.view = null;
  }

  private start(opened: Opened, place: Place | null = null): void {
    if (opened.refused || this.isDisposed) {
      if (opened.refused) this.options.refused(opened.refused, '');
      return;
    }
    this.canEdit = opened.canEdit;
    const doc = opened.text ?? '';
    const state = EditorState.create({
      doc,
      selection: place ? { anchor: Math.min(place.anchor, doc.length), head: Math.min(place.head, doc.length) } : undefined,
      extensions: [
        history(),
        collab({ startVersion: opened.version, clientID: this.clientId }),
        carets,
        this.access.of(this.editability()),
        EditorView.cspNonce.of(this.options.nonce),
        EditorView.contentAttributes.of({ 'aria-label': this.options.label, 'aria-multiline': 'true', role: 'textbox', spellcheck: 'true' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && update.transactions.some((transaction) => transaction.docChanged && !isRemote(transaction))) this.typed();
          if ((update.selectionSet || update.docChanged || update.focusChanged) && update.view.hasFocus) this.pointLater();
        }),
        this.options.writing,
      ],
    });
    if (this.view) {
      this.view.setState(state);
    } else {
      this.options.host.replaceChildren();
      this.view = new EditorView({ state, parent: this.options.host });
    }
    if (place?.focused) this.view.focus();
    if (place) scrollTo(0, place.scroll);
    this.options.people(opened.people);
  }

  /** Where the writer was before the page was reloaded, in the text as it is now; found before anybody can type. */
  private async findPlace(opened: Opened): Promise<Place | null> {
    const place = this.place;
    this.place = null;
    if (!place || opened.refused) return null;
    const since = await this.options.server.open(this.options.textId, place.version);
    const changes = (since.revisions ?? []).slice(0, opened.version - place.version).map((revision) => ChangeSet.fromJSON(revision.changes));
    return follow(place, changes);
  }

  private editability(): Extension {
    return [EditorState.readOnly.of(!this.canEdit), EditorView.editable.of(this.canEdit), EditorView.editorAttributes.of({ class: this.canEdit ? '' : 'cm-readonly' })];
  }

  private pending(): readonly ChangeJson[] {
    return this.view ? sendableUpdates(this.view.state).map((update) => update.changes.toJSON() as ChangeJson) : [];
  }

  private typed(): void {
    this.since ??= Date.now();
    this.keep();
    this.options.changed();
    void this.push();
  }

  /** Writes what is not acknowledged into the browser's storage; only the last segment where the rest has not changed. */
  private keep(): void {
    const { store, textId } = this.options;
    const view = this.view!;
    const changes = this.pending();
    const base = getSyncedVersion(view.state), first = this.confirmed + 1;
    const grows = base === this.stored.base && first === this.stored.first && changes.length > this.stored.count;
    try {
      store.save(textId, this.clientId, base, first, changes, grows ? Math.max(0, this.stored.count - 1) : 0);
      this.isUnkept = false;
    } catch {
      this.isUnkept = true;
    }
    this.stored = { base, first, count: changes.length };
    if (changes.length === 0) this.since = null;
  }

  private async push(): Promise<void> {
    const { server, textId } = this.options;
    if (this.isSending || this.isOpening || !this.view || !server.isConnected) return;
    const changes = this.pending();
    if (changes.length === 0) return;
    this.isSending = true;
    const sent = portion(changes), first = this.confirmed + 1;
    try {
      const answer = await server.submit(textId, getSyncedVersion(this.view.state), this.clientId, first, sent);
      if (answer.refused) await this.refuse(answer.refused);
      // What was acknowledged comes back as revisions; should they have been lost on the way, they are asked for.
      else if (getSyncedVersion(this.view.state) < answer.version) setTimeout(() => { if (this.view && getSyncedVersion(this.view.state) < answer.version) void this.connect(); }, 2000);
    } catch {
      // Not known whether it arrived; the same sequence is sent again when the line is back.
      setTimeout(() => void this.push(), 1000);
      return;
    } finally {
      this.isSending = false;
      this.options.changed();
    }
    if (this.confirmed + 1 > first) void this.push();
  }

  private async refuse(code: string): Promise<void> {
    if (code === 'notAllowed' || code === 'locked' || code === 'gone') {
      this.lock(code);
      return;
    }
    this.options.refused(code, wordingOf(this.pending()));
    await this.startOver(true);
    if (!isOfContent(code)) this.options.changed();
  }

  /** Shows the server's text anew under a new client id; what is pending is sent first unless it was refused. */
  private async startOver(isRefused = false): Promise<void> {
    const { server, store, textId } = this.options;
    if (isRefused) store.remove(textId, this.clientId);
    else await sendLeftovers(server, store, textId, this.options.refused);
    const opened = await server.open(textId, null);
    this.clientId = newClientId();
    this.confirmed = 0;
    this.stored = { base: -1, first: -1, count: 0 };
    this.since = null;
    this.recent = [];
    this.start(opened);
  }

  private showWaiting(): void {
    if (!this.view || this.waiting.length === 0) return;
    const synced = getSyncedVersion(this.view.state);
    const ready = this.waiting.filter((pointer) => pointer.version <= synced);
    if (ready.length === 0) return;
    this.waiting = this.waiting.filter((pointer) => pointer.version > synced);
    const own = this.ownChanges();
    const effects = ready.map((pointer) => {
      let { anchor, head } = pointer;
      for (const { version, changes } of this.recent) {
        if (version <= pointer.version || Math.max(anchor, head) > changes.length) continue;
        anchor = changes.mapPos(anchor, 1);
        head = changes.mapPos(head, 1);
      }
      if (own && Math.max(anchor, head) <= own.length) [anchor, head] = [own.mapPos(anchor, 1), own.mapPos(head, 1)];
      return setCaret.of({ person: pointer.person, anchor, head, at: Date.now() });
    });
    this.view.dispatch({ effects });
  }

  private ownChanges(): ChangeSet | null {
    const updates = sendableUpdates(this.view!.state);
    return updates.length === 0 ? null : updates.slice(1).reduce((all, update) => all.compose(update.changes), updates[0].changes);
  }

  /** The selection in the version that the server knows. */
  private known(): { anchor: number; head: number } {
    const { anchor, head } = this.view!.state.selection.main;
    const back = this.ownChanges()?.invertedDesc;
    return back ? { anchor: back.mapPos(anchor, 1), head: back.mapPos(head, 1) } : { anchor, head };
  }

  /** At most ten times a second. */
  private pointLater(): void {
    clearTimeout(this.pointTimer);
    this.pointTimer = setTimeout(() => {
      if (!this.view?.hasFocus) return;
      this.lastPoint = Date.now();
      const { anchor, head } = this.known();
      this.options.server.point(this.options.textId, getSyncedVersion(this.view.state), anchor, head);
    }, Math.max(0, this.lastPoint + 110 - Date.now()));
  }
}

function isRemote(transaction: Transaction): boolean {
  return transaction.annotation(Transaction.remote) === true;
}
