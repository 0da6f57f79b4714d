import type { ChangeSet, Extension, Text, Transaction } from '@codemirror/state';
import { EditorView, type ViewUpdate } from '@codemirror/view';
import type { SheetComments, TextComments } from '../comments';
import { LiveText, type LiveTextOwner } from '../live/liveText';
import type { PendingStore } from '../live/pendingStore';
import type { Person, Server } from '../live/protocol';
import type { Surface } from '../live/textCopy';
import { ownFields } from '../speaking';
import { type Caret, caretsIn, dropCarets, setCaret } from './carets';
import type { Merged } from './merged';
import { Notices } from './notices';
import { Paper } from './paper';
import type { Presence } from './presence';
import type { UnsavedStore } from './unsavedStore';
import type { Words } from './words';

/** What the texts of a sheet share. */
export interface SheetContext {
  personId: number;
  words: Words;
  strings: Record<string, string>;
  nonce: string | undefined;
  server: Server;
  pending: PendingStore;
  unsaved: UnsavedStore;
  presence: Presence;
  opened(text: SheetText): void;
  stateChanged(): void;
  merged(text: SheetText, merged: Merged): void;
  updated(text: SheetText, update: ViewUpdate): void;
  /** For an editor that is being opened. */
  extensions(): Extension;
  comments: SheetComments;
}

const pointEvery = 100;
const silentFor = 60_000;

/** One text on the sheet: its place on the page, its editor, its line to the others. */
export class SheetText implements LiveTextOwner {
  readonly live: LiveText;
  paper: Paper | null = null;
  readonly comments: TextComments;
  private readonly notices: Notices;
  private pointTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly textId: number, public host: HTMLElement, private readonly context: SheetContext) {
    this.live = new LiveText(textId, context.server, context.pending, this);
    this.comments = context.comments.add(this);
    this.notices = new Notices(textId, context.unsaved, context.words);
    this.notices.attach(host);
  }

  basis(): ReturnType<LiveText['basis']> { return this.live.basis(); }

  get view(): EditorView | null { return this.paper?.view ?? null; }

  /** The page was rendered anew and the text has another place on it. */
  moveTo(host: HTMLElement): void {
    this.host = host;
    this.notices.attach(host);
    if (this.view) host.append(this.view.dom);
    this.hideStatic();
  }

  dispose(): void {
    clearTimeout(this.pointTimer);
    this.live.close();
    this.view?.destroy();
    this.notices.remove();
    this.context.comments.remove(this.textId);
    this.context.presence.forget(this.textId);
  }

  mount(text: Text, extension: Extension, canEdit: boolean): Surface {
    const { context } = this;
    this.paper = new Paper({
      parent: this.host,
      label: this.host.dataset.label ?? '',
      strings: context.strings,
      nonce: context.nonce,
      text,
      canEdit,
      extensions: [extension, ownFields.of(JSON.parse(this.host.dataset.fields ?? '{}') as Record<string, string>), context.extensions(), context.comments.extensionOf(this.comments), EditorView.updateListener.of((update) => this.updated(update))],
      changed: (transactions: readonly Transaction[]) => this.live.changed(transactions.map((transaction) => transaction.changes)),
      notice: (key) => (key === 'TooLong' ? this.notices.add('tooLarge', '') : this.notices.tell(context.words(`Notice_${key}`))),
    });
    this.hideStatic();
    // Once the live text knows its surface.
    queueMicrotask(() => context.opened(this));
    return this.paper.view;
  }

  access(canEdit: boolean): void {
    this.paper?.setAccess(canEdit);
    this.comments.ready();
  }

  committed(changes: readonly ChangeSet[]): void { this.comments.committed(changes); }

  restarted(version: number): void { this.comments.restarted(version); }

  unsaved(code: string, wording: string): void { this.notices.add(code, wording); }

  people(people: readonly Person[]): void {
    this.context.presence.setPeople(this.textId, people);
    const here = new Set(people.map((person) => person.id));
    this.drop((caret) => !here.has(caret.person.id));
  }

  wrote(author: number, head: number): void {
    const person = this.context.presence.find(author);
    if (!person || author === this.context.personId) return;
    this.context.presence.note(this.textId, person, true);
    this.show({ person, anchor: head, head, at: Date.now() });
  }

  pointed(person: Person, version: number, anchor: number, head: number): void {
    if (person.id === this.context.personId) return;
    this.context.presence.note(this.textId, person, false);
    const at = this.live.locate(head, version), start = this.live.locate(anchor, version);
    if (at !== null && start !== null) this.show({ person, anchor: start, head: at, at: Date.now() });
  }

  stateChanged(): void { this.context.stateChanged(); }

  merged(merged: Merged): void { this.context.merged(this, merged); }

  /** Somebody is in another text now. */
  dropCaretOf(personId: number): void { this.drop((caret) => caret.person.id === personId); }

  dropSilent(): void {
    const now = Date.now();
    this.drop((caret) => now - caret.at > silentFor);
  }

  private hideStatic(): void {
    if (this.paper) for (const fallback of this.host.querySelectorAll<HTMLElement>(':scope > [data-static]')) fallback.hidden = true;
  }

  private show(caret: Caret): void {
    const end = this.view?.state.doc.length ?? 0;
    this.view?.dispatch({ effects: setCaret.of({ ...caret, anchor: Math.min(caret.anchor, end), head: Math.min(caret.head, end) }) });
  }

  private drop(which: (caret: Caret) => boolean): void {
    if (this.view && caretsIn(this.view.state).some(which)) this.view.dispatch({ effects: dropCarets.of(which) });
  }

  /** Where one writes the others see by the change itself. */
  private updated(update: ViewUpdate): void {
    if ((update.selectionSet && !update.docChanged && update.view.hasFocus) || (update.focusChanged && update.view.hasFocus)) this.point();
    this.context.updated(this, update);
  }

  private point(): void {
    this.pointTimer ??= setTimeout(() => {
      this.pointTimer = undefined;
      const { view } = this;
      if (!view?.hasFocus || !this.live.canEdit) return;
      const { anchor, head } = view.state.selection.main;
      this.live.point(anchor, head);
    }, pointEvery);
  }
}
