import { Prec } from '@codemirror/state';
import { type EditorView, keymap, type ViewUpdate } from '@codemirror/view';
import { SheetBlocks } from '../blocks/sheetBlocks';
import { SheetComments } from '../comments';
import type { Thread } from '../comments/protocol';
import { AuthorsSwitch } from '../history/authorsSwitch';
import { Line } from '../live/line';
import { PendingStore } from '../live/pendingStore';
import type { Listener, Person, Revision } from '../live/protocol';
import { noWording, setWording, speaking, unknownIn, type Wording } from '../speaking';
import { Find } from './find';
import { found } from './found';
import { MergeSummary } from './merged';
import { neighbours } from './neighbours';
import { PlaceKeeper } from './place';
import { Presence } from './presence';
import { markOf, SaveMark } from './saveMark';
import { type SheetContext, SheetText } from './sheetText';
import { SourceSwitch } from './source';
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
  wording?: Wording | null;
  /** The page's component, told what looks like an abbreviation that nobody has explained. */
  page?: { invokeMethodAsync(method: 'Unknown', abbreviations: readonly string[]): Promise<unknown> };
}

const pulse = 3_000;
const lookEvery = 5;

/** All live texts on one sheet of paper, with one line to the server, one toolbar and one mark. */
export class Sheet implements Listener {
  private readonly texts = new Map<number, SheetText>();
  private readonly line: Line;
  private readonly presence: Presence;
  private readonly mark: SaveMark;
  private readonly summary: MergeSummary;
  private readonly toolbar: Toolbar;
  private readonly find: Find;
  private readonly source = new SourceSwitch();
  private readonly authors: AuthorsSwitch;
  private readonly place: PlaceKeeper;
  private readonly comments: SheetComments;
  private readonly blocks: SheetBlocks;
  private readonly context: SheetContext;
  private readonly timer: ReturnType<typeof setInterval>;
  private current: SheetText | null = null;
  private wording: Wording;
  private unknown = '';
  private pulses = 0;

  constructor(private readonly root: HTMLElement, private readonly options: SheetOptions) {
    this.wording = options.wording ?? noWording;
    const words = wordsFrom(options.strings), { personId } = options;
    this.line = new Line(this);
    this.presence = new Presence(root, personId, words);
    this.mark = new SaveMark(words, () => markOf([...this.texts.values()].map(({ live }) => live), this.line.isConnected, Date.now()));
    this.summary = new MergeSummary(root, words, (id) => this.presence.find(id));
    this.comments = new SheetComments({ root, personId, words, call: this.line.call, isConnected: () => this.line.isConnected, storage: localStorage, changed: () => this.toolbar.update() });
    this.blocks = new SheetBlocks({ root, words, texts: () => this.ordered });
    this.toolbar = new Toolbar(root, {
      current: () => this.currentView,
      toggleSource: () => this.source.toggle(this.views),
      others: {
        find: { run: () => this.find.open(), isOff: () => false },
        comment: { run: (view) => view && this.comments.comment(view), isOff: (view) => !this.comments.canComment(view) },
        comments: { run: () => this.comments.toggle(), isOff: () => false },
      },
    });
    this.find = new Find(root, words, { views: () => this.views, current: () => this.currentView });
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
      comments: this.comments,
      opened: (text) => this.opened(text),
      stateChanged: () => this.mark.update(),
      merged: (text, merged) => this.summary.merged(text.textId, text.host.dataset.label ?? '', merged),
      updated: (text, update) => this.updated(text, update),
      extensions: () => [
        found,
        speaking(this.wording),
        this.blocks.extension,
        Prec.high(neighbours((view, forward) => this.neighbour(view, forward))),
        this.authors.authors.extension,
        keymap.of([{ key: 'Alt-F10', run: () => this.toolbar.focus() }]),
      ],
    };
    this.timer = setInterval(() => {
      this.presence.render();
      for (const text of this.texts.values()) text.dropSilent();
      if (++this.pulses % lookEvery === 0) this.lookForAbbreviations();
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
    this.comments.sync();
    this.blocks.sync();
    this.toolbar.sync();
    this.authors.sync();
    this.presence.render();
  }

  /** The group's wording, or who is present, has changed. */
  setWording(wording: Wording): void {
    this.wording = wording;
    for (const { view } of this.texts.values()) view?.dispatch({ effects: setWording.of(wording) });
  }

  dispose(): void {
    clearInterval(this.timer);
    for (const [textId, text] of this.texts) this.remove(textId, text);
    this.comments.dispose();
    this.blocks.dispose();
    this.line.dispose();
    this.mark.dispose();
    this.summary.dispose();
    this.toolbar.dispose();
    this.find.dispose();
    this.authors.dispose();
    this.place.dispose();
  }

  connected(): void {
    this.summary.found(Date.now());
    for (const text of this.texts.values()) text.live.connected();
    this.mark.update();
  }

  disconnected(): void {
    this.summary.lost(Date.now());
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

  commented(textId: number, thread: Thread | null): void { this.comments.told(textId, thread); }

  private lookForAbbreviations(): void {
    const texts = [...this.texts.values()].map(({ view }) => view?.state.doc.toString() ?? '');
    const found = unknownIn(texts, this.wording.abbreviations);
    if (found.join() === this.unknown) return;
    this.unknown = found.join();
    // The circuit may be away; it is told again when something changes.
    this.options.page?.invokeMethodAsync('Unknown', found).catch(() => { this.unknown = ''; });
  }

  private get currentView(): EditorView | null {
    return this.current?.view ?? [...this.texts.values()].find((text) => text.live.canEdit)?.view ?? null;
  }

  /** All editors in the order in which they are read. */
  private get views(): EditorView[] {
    return this.ordered.map(({ view }) => view).filter((view) => view !== null);
  }

  private get ordered(): SheetText[] {
    return [...this.root.querySelectorAll<HTMLElement>('[data-text-id]')]
      .map((host) => this.texts.get(Number(host.dataset.textId)))
      .filter((text) => text !== undefined);
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
    if (text.view) {
      this.source.apply(text.view);
      this.place.restore(text.textId, text.view);
    }
    this.find.changed();
    this.blocks.sync();
    if ([...this.texts.values()].every(({ live }) => live.isSettled)) this.place.restoreScroll();
    this.toolbar.update();
    this.authors.sync();
  }

  private updated(text: SheetText, update: ViewUpdate): void {
    this.authors.updated(update);
    this.blocks.updated(update);
    if (update.focusChanged && update.view.hasFocus) this.current = text;
    if (update.focusChanged || text === this.current) this.toolbar.update();
    if (update.docChanged) this.find.changed();
  }

  /** The next editor on the page, in the order in which it is read. */
  private neighbour(view: EditorView, forward: boolean): EditorView | null {
    const views = this.views.filter((other) => other === view || !other.state.readOnly);
    return views[views.indexOf(view) + (forward ? 1 : -1)] ?? null;
  }
}
