import { historyKeymap } from '@codemirror/commands';
import { EditorView, keymap } from '@codemirror/view';
import { Line } from './line';
import { LiveText } from './liveText';
import { showNotice } from './notices';
import { PendingStore } from './pendingStore';
import { rememberPlace, takePlace } from './place';
import { Presence } from './presence';
import { SaveMark } from './saveMark';
import { Toolbar } from './toolbar';
import { writing } from './writing';

export interface SheetOptions { personId: number; personName: string; strings: Record<string, string> }

const silence = 60_000;

/** All live texts of one page, with its one line to the server, its toolbar, its mark and its people. */
export class Sheet {
  private readonly texts = new Map<number, LiveText>();
  private readonly line: Line;
  private readonly store: PendingStore;
  private readonly presence: Presence;
  private readonly toolbar: Toolbar;
  private readonly mark: SaveMark;
  private readonly nonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? '';
  private readonly sweep = setInterval(() => { this.dropSilent(); }, 5_000);
  private place = takePlace();
  private last: number | null = null;
  private readonly leave = () => {
    const here = this.last === null ? null : this.texts.get(this.last)?.here;
    if (here) rememberPlace(here);
  };

  constructor(private readonly root: HTMLElement, private readonly options: SheetOptions) {
    const { strings, personId, personName } = options;
    this.store = new PendingStore(personId);
    this.presence = new Presence(root, strings, { id: personId, name: personName });
    this.toolbar = new Toolbar(root.querySelector('[role=toolbar]'));
    this.mark = new SaveMark(root.querySelector('[data-save-mark]'), strings);
    this.line = new Line({
      revisions: (textId, first, revisions) => { this.texts.get(textId)?.receive(first, revisions); },
      pointed: (textId, person, version, anchor, head) => {
        this.texts.get(textId)?.point(person, version, anchor, head);
        this.presence.wrote(textId, person.id);
      },
      people: (textId, people) => { this.presence.setPeople(textId, people); this.dropSilent(); },
      refused: (textId, code) => { this.texts.get(textId)?.lock(code); },
      access: (textId, canEdit) => { this.texts.get(textId)?.setAccess(canEdit); },
      connected: () => { for (const text of this.texts.values()) void text.connect(); this.show(); },
      disconnected: () => { this.show(); },
    });
    addEventListener('pagehide', this.leave);
    this.sync();
  }

  /** Takes up the hosts that Blazor has added, and lets go of those it has removed. */
  sync(): void {
    const hosts = new Map([...this.root.querySelectorAll<HTMLElement>('[data-text-id]')].map((host) => [Number(host.dataset.textId), host]));
    for (const [textId, text] of this.texts) {
      if (hosts.has(textId)) continue;
      text.dispose();
      this.texts.delete(textId);
    }
    for (const [textId, host] of hosts) {
      if (this.texts.has(textId)) continue;
      const text = this.mount(textId, host);
      this.texts.set(textId, text);
      if (this.line.isConnected) void text.connect();
    }
    this.presence.draw();
    this.show();
  }

  dispose(): void {
    this.leave();
    clearInterval(this.sweep);
    removeEventListener('pagehide', this.leave);
    for (const text of this.texts.values()) text.dispose();
    this.texts.clear();
    this.toolbar.dispose();
    this.presence.dispose();
    this.line.dispose();
  }

  private mount(textId: number, host: HTMLElement): LiveText {
    const { strings } = this.options;
    const text = new LiveText({
      textId,
      host,
      server: this.line,
      store: this.store,
      nonce: this.nonce,
      label: host.dataset.label ?? '',
      writing: [
        keymap.of([
          { key: 'ArrowUp', run: (view) => this.step(textId, view, -1) },
          { key: 'ArrowDown', run: (view) => this.step(textId, view, 1) },
        ]),
        keymap.of(historyKeymap),
        writing({ strings, placeholder: strings['Placeholder'] ?? '', onNotice: (key) => { showNotice(host, key, '', strings); } }),
        EditorView.updateListener.of((update) => {
          if (update.focusChanged && update.view.hasFocus) this.last = textId;
          if (update.docChanged && update.view.hasFocus) this.presence.wrote(textId, this.options.personId);
          if (this.last === textId && (update.docChanged || update.selectionSet || update.focusChanged || update.transactions.length > 0)) this.toolbar.show(update.view);
        }),
      ],
      changed: () => { this.show(); },
      refused: (code, wording) => { showNotice(host, code, wording, strings); },
      people: (people) => { this.presence.setPeople(textId, people); },
      wrote: (authorId) => { this.presence.wrote(textId, authorId); },
    }, this.place?.textId === textId ? this.place : null);
    return text;
  }

  /** From the first or last line of a text the arrow keys lead on to its neighbour on the sheet. */
  private step(textId: number, view: EditorView, by: 1 | -1): boolean {
    if (!view.state.selection.main.empty || !this.isOnEdgeRow(view, by)) return false;
    const order = [...this.root.querySelectorAll<HTMLElement>('[data-text-id]')].map((host) => Number(host.dataset.textId));
    const next = this.texts.get(order[order.indexOf(textId) + by])?.view;
    if (!next) return false;
    next.dispatch({ selection: { anchor: by > 0 ? 0 : next.state.doc.length }, scrollIntoView: true });
    next.focus();
    return true;
  }

  /** Whether the caret stands on the first or last row as it is shown; one line may take several rows. */
  private isOnEdgeRow(view: EditorView, by: 1 | -1): boolean {
    const here = view.coordsAtPos(view.state.selection.main.head);
    const edge = view.coordsAtPos(by < 0 ? 0 : view.state.doc.length);
    return here !== null && edge !== null && Math.abs(here.top - edge.top) < 4;
  }

  private show(): void {
    this.mark.show([...this.texts.values()].map((text) => text.state), this.line.isConnected);
  }

  private dropSilent(): void {
    const now = Date.now();
    for (const text of this.texts.values()) text.dropCarets((caret) => now - caret.at > silence || !this.presence.isHere(caret.person.id));
  }
}
