import { Prec } from '@codemirror/state';
import { type EditorView, keymap, type ViewUpdate } from '@codemirror/view';
import { AuthorsSwitch } from '../history/authorsSwitch';
import { Line } from '../live/line';
import { PendingStore } from '../live/pendingStore';
import type { Listener, Person, Revision } from '../live/protocol';
import { neighbours } from './neighbours';
import { PlaceKeeper } from './place';
import { Presence } from './presence';
import { markOf, SaveMark } from './saveMark';
import { type SheetContext, SheetText } from './sheetText';
import { Toolbar } from './toolbar';
import { UnsavedStore } from './unsavedStore';
import { wordsFrom } from './words';

export interface SheetOptions {
  personId: number;
  personName: string;
  /** Texts of the page's language by key. */
  strings: Record<string, string>;
  /** For the style elements of the editor; where it is not given, the page names it in a meta element. */
  nonce?: string;
}

const pulse = 3_000;

/** All live texts on one sheet of paper, with one line to the server, one toolbar and one mark. */
export class Sheet implements Listener {
  private readonly texts = new Map<number, SheetText>();
  private readonly line: Line;
  private readonly presence: Presence;
  private readonly mark: SaveMark;
  private readonly toolbar: Toolbar;
  private readonly authors: AuthorsSwitch;
  private readonly place: PlaceKeeper;
  private readonly context: SheetContext;
  private readonly timer: ReturnType<typeof setInterval>;
  private current: SheetText | null = null;

  constructor(private readonly root: HTMLElement, options: SheetOptions) {
    const words = wordsFrom(options.strings), { personId } = options;
    this.line = new Line(this);
    this.presence = new Presence(root, personId, words);
    this.mark = new SaveMark(words, () => markOf([...this.texts.values()].map(({ live }) => live), this.line.isConnected, Date.now()));
    this.toolbar = new Toolbar(root, {
      current: () => this.currentView,
      all: () => [...this.texts.values()].map(({ view }) => view).filter((view) => view !== null),
    });
    this.authors = new AuthorsSwitch(root, {
      selfId: personId,
      selfName: options.personName,
      words,
      texts: () => [...this.texts.values()],
      nameOf: (id) => this.presence.find(id)?.name,
    });
    this.place = new PlaceKeeper(root, () => (this.current?.view ? { textId: this.current.textId, view: this.current.view } : null));
    this.context = {
      personId,
      words,
      strings: options.strings,
      nonce: options.nonce ?? document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content,
      server: this.line,
      pending: new PendingStore(personId, localStorage),
      unsaved: new UnsavedStore(personId, localStorage),
      presence: this.presence,
      opened: (text) => this.opened(text),
      stateChanged: () => this.mark.update(),
      updated: (text, update) => this.updated(text, update),
      extensions: [
        Prec.high(neighbours((view, forward) => this.neighbour(view, forward))),
        this.authors.authors.extension,
        keymap.of([{ key: 'Alt-F10', run: () => this.toolbar.focus() }]),
      ],
    };
    this.timer = setInterval(() => {
      this.presence.render();
      for (const text of this.texts.values()) text.dropSilent();
    }, pulse);
    this.sync();
  }

  /** To be called after the page was rendered anew: texts come, go and move. */
  sync(): void {
    const hosts = new Map([...this.root.querySelectorAll<HTMLElement>('[data-text-id]')].map((host) => [Number(host.dataset.textId), host]));
    for (const [textId, text] of this.texts) if (!hosts.has(textId)) this.remove(textId, text);
    for (const [textId, host] of hosts) {
      const text = this.texts.get(textId);
      if (!text) this.add(textId, host);
      else if (text.host !== host || (text.view && text.view.dom.parentElement !== host)) text.moveTo(host);
    }
    this.mark.attach(this.root.querySelector('[data-save-mark]') ?? document.querySelector('[data-save-mark]'));
    this.toolbar.sync();
    this.authors.sync();
    this.presence.render();
  }

  dispose(): void {
    clearInterval(this.timer);
    for (const [textId, text] of this.texts) this.remove(textId, text);
    this.line.dispose();
    this.mark.dispose();
    this.toolbar.dispose();
    this.authors.dispose();
    this.place.dispose();
  }

  connected(): void {
    for (const text of this.texts.values()) text.live.connected();
    this.mark.update();
  }

  disconnected(): void {
    for (const text of this.texts.values()) text.live.disconnected();
    this.mark.update();
  }

  revisions(textId: number, firstVersion: number, revisions: readonly Revision[]): void {
    this.texts.get(textId)?.live.received(firstVersion, revisions);
  }

  pointed(textId: number, person: Person, version: number, anchor: number, head: number): void {
    for (const [other, text] of this.texts) if (other !== textId) text.dropCaretOf(person.id);
    this.texts.get(textId)?.pointed(person, version, anchor, head);
  }

  people(textId: number, people: readonly Person[]): void { this.texts.get(textId)?.people(people); }

  refused(textId: number): void { this.texts.get(textId)?.live.refused(); }

  access(textId: number, canEdit: boolean): void { this.texts.get(textId)?.live.setAccess(canEdit); }

  private get currentView(): EditorView | null {
    return this.current?.view ?? [...this.texts.values()].find((text) => text.live.canEdit)?.view ?? null;
  }

  private add(textId: number, host: HTMLElement): void {
    const text = new SheetText(textId, host, this.context);
    this.texts.set(textId, text);
    if (this.line.isConnected) text.live.connected();
  }

  private remove(textId: number, text: SheetText): void {
    this.texts.delete(textId);
    if (this.current === text) this.current = null;
    text.dispose();
    this.mark.update();
  }

  private opened(text: SheetText): void {
    if (text.view) this.place.restore(text.textId, text.view);
    if ([...this.texts.values()].every(({ live }) => live.isSettled)) this.place.restoreScroll();
    this.toolbar.update();
    this.authors.sync();
  }

  private updated(text: SheetText, update: ViewUpdate): void {
    this.authors.updated(update);
    if (update.focusChanged && update.view.hasFocus) this.current = text;
    if (update.focusChanged || text === this.current) this.toolbar.update();
  }

  /** The next editor on the page, in the order in which it is read. */
  private neighbour(view: EditorView, forward: boolean): EditorView | null {
    const views = [...this.root.querySelectorAll<HTMLElement>('[data-text-id]')]
      .map((host) => this.texts.get(Number(host.dataset.textId))?.view)
      .filter((other) => other && (other === view || !other.state.readOnly));
    return views[views.indexOf(view) + (forward ? 1 : -1)] ?? null;
  }
}
