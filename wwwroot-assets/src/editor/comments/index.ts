import { type Extension, Prec, Transaction } from '@codemirror/state';
import { EditorView, keymap, type ViewUpdate } from '@codemirror/view';
import { setShown } from '../blocks/field';
import type { Words } from '../sheet/words';
import { isGone } from './anchor';
import { Cards } from './cards';
import { highlights, passageAt } from './highlights';
import { Panel } from './panel';
import type { Call, Thread } from './protocol';
import { plain, shortened } from './quoted';
import { SelectionButton } from './selectionButton';
import { CommentStore } from './store';
import { type CommentedText, type CommentsOwner, TextComments } from './textComments';

export { TextComments } from './textComments';

export interface SheetCommentsOptions {
  root: HTMLElement;
  personId: number;
  words: Words;
  call: Call;
  isConnected(): boolean;
  storage: Storage;
  /** Threads or rights have changed. */
  changed(): void;
}

const isNarrow = (): boolean => matchMedia('(max-width: 700px)').matches;

/** The comments of all texts of a sheet: their passages in the editors, their threads in one panel. */
export class SheetComments implements CommentsOwner {
  readonly store: CommentStore;
  readonly call: Call;
  private readonly texts = new Map<number, TextComments>();
  private readonly cards: Cards;
  private readonly panel: Panel;
  private readonly floating = new SelectionButton();
  private activeId: string | null = null;
  private enteredId: string | null = null;
  private frame = 0;

  constructor(private readonly options: SheetCommentsOptions) {
    this.store = new CommentStore(options.personId, options.storage);
    this.call = options.call;
    this.cards = new Cards({
      words: options.words,
      personId: options.personId,
      store: this.store,
      isActive: (id) => this.isActive(id),
      activate: (id) => this.activate(id),
      go: (id) => this.go(id),
      changed: () => this.changed(),
    });
    this.panel = new Panel(options.words, () => this.close(), () => this.leave());
  }

  /** After the page was rendered anew. */
  sync(): void {
    this.panel.attach(this.options.root.querySelector('[data-comments]') ?? this.options.root);
    this.render();
  }

  add(text: CommentedText): TextComments {
    const comments = new TextComments(text, this);
    this.texts.set(text.textId, comments);
    return comments;
  }

  remove(textId: number): void {
    this.texts.delete(textId);
    this.changed();
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    this.panel.show(false);
    this.panel.remove();
    this.floating.dispose();
  }

  told(textId: number, thread: Thread | null): void { this.texts.get(textId)?.told(thread); }

  extensionOf(comments: TextComments): Extension {
    return [
      highlights,
      Prec.high(keymap.of([
        { key: 'Ctrl-Alt-m', mac: 'Cmd-Alt-m', run: (view) => this.comment(view), preventDefault: true },
        { key: 'Enter', run: (view) => view.state.readOnly && this.openAt(view, true) },
      ])),
      EditorView.domEventHandlers({ click: (event, view) => { if (event.button === 0) this.clicked(view); } }),
      EditorView.updateListener.of((update) => this.updated(update, comments)),
    ];
  }

  /** Comments on the selection; without one opens the thread around the caret, or comments on the paragraph. */
  comment(view: EditorView): boolean {
    const comments = [...this.texts.values()].find(({ text }) => text.view === view);
    if (!comments) return false;
    const { main } = view.state.selection;
    if (main.empty && this.openAt(view, true)) return true;
    const line = view.state.doc.lineAt(main.head), range = main.empty ? line : main;
    const words = view.state.sliceDoc(range.from, range.to), start = words.length - words.trimStart().length;
    if (!comments.canComment) this.panel.announce(this.options.words('Comment_NotAllowed'));
    else if (!words.trim()) this.panel.announce(this.options.words('Comment_SelectFirst'));
    else this.begin(comments, range.from + start, range.from + start + words.trim().length);
    return true;
  }

  canComment(view: EditorView | null): boolean {
    return [...this.texts.values()].some((comments) => comments.canComment && (!view || comments.text.view === view));
  }

  get isOpen(): boolean { return this.panel.isOpen; }

  toggle(): void {
    if (this.panel.isOpen) return this.close();
    this.panel.show(true);
    this.render();
    this.panel.focus();
  }

  isConnected(): boolean { return this.options.isConnected(); }

  labelOf(id: string, thread: Thread | null): string | null {
    if (thread?.resolvedAt && id !== this.activeId) return null;
    return thread ? this.options.words('Comment_By', thread.author.name) : this.options.words('Comment_New');
  }

  isActive(id: string): boolean { return this.panel.isOpen && id === this.activeId; }

  changed(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.render();
    });
  }

  heard(_comments: TextComments, thread: Thread, before: Thread | null): void {
    if (thread.key === this.activeId) this.activeId = String(thread.id);
    // What is settled leaves the text; whoever wants to see it unfolds it.
    if (thread.resolvedAt && !before?.resolvedAt && String(thread.id) === this.activeId) this.activeId = null;
    const { words, personId } = this.options, reply = thread.replies.at(-1), { suggestion } = thread;
    const about = shortened(plain(thread.quotation), 60);
    const news = !before ? { by: thread.author, key: 'Comment_HeardNew' }
      : reply && thread.replies.length > before.replies.length ? { by: reply.author, key: 'Comment_HeardReply' }
      : suggestion?.outcome && !before.suggestion?.outcome ? { by: suggestion.decidedBy, key: `Comment_Heard${suggestion.outcome}` }
      : thread.resolvedBy && !before.resolvedBy ? { by: thread.resolvedBy, key: 'Comment_HeardResolved' } : null;
    if (news?.by && news.by.id !== personId) this.panel.announce(words(news.key, news.by.name, about));
  }

  private begin(comments: TextComments, from: number, to: number): void {
    const { draft } = comments, isBegun = draft && (draft.body.trim() || (draft.suggestion !== null && draft.suggestion !== draft.place.words));
    const { key } = isBegun ? draft : comments.begin({ from, to });
    this.floating.hide();
    this.activate(key);
    this.cards.focus(key);
  }

  private openAt(view: EditorView, isFocused: boolean): boolean {
    const passage = passageAt(view.state, view.state.selection.main.head);
    if (!passage) return false;
    this.activate(passage.id);
    if (isFocused) this.cards.focus(passage.id);
    return true;
  }

  private clicked(view: EditorView): void {
    const { main } = view.state.selection;
    if (!main.empty) return;
    // On a phone the keyboard comes with a tap into a text that one may write: there a button leads to the thread.
    if (!isNarrow() || view.state.readOnly) this.openAt(view, false);
  }

  private updated({ view, selectionSet, focusChanged, changes, transactions }: ViewUpdate, comments: TextComments): void {
    if (transactions.some(({ effects }) => effects.some((effect) => effect.is(setShown)))) this.changed();
    if (transactions.some((transaction) => transaction.docChanged && !transaction.annotation(Transaction.remote))) this.floating.hide();
    else this.floating.follow(view, changes);
    if (!selectionSet && !focusChanged) return;
    const { main } = view.state.selection;
    const around = view.hasFocus && main.empty ? passageAt(view.state, main.head) : null;
    if (around && isNarrow() && !view.state.readOnly) this.floating.offer(view, this.options.words('Comment_Open'), main.head, () => this.openAt(view, true));
    else if (!view.hasFocus || main.empty) this.floating.hide();
    else if (comments.canComment && view.state.sliceDoc(main.from, main.to).trim())
      this.floating.offer(view, this.options.words('Comment_Do'), main.to, () => this.comment(view));
    if (around && around.id !== this.enteredId && !this.isActive(around.id)) this.panel.announce(this.options.words('Comment_Entered', around.label));
    this.enteredId = around?.id ?? null;
  }

  private activate(id: string): void {
    const isNews = !this.isActive(id);
    this.activeId = id;
    if (!this.panel.isOpen) this.panel.show(true);
    if (!isNews) return;
    this.showAll();
    this.render();
    const element = this.cards.find(id);
    if (element) this.panel.reveal(element);
  }

  private close(): void {
    const hadFocus = this.panel.hasFocus;
    this.panel.show(false);
    this.showAll();
    this.changed();
    if (hadFocus) this.go(this.activeId);
  }

  /** Back to the passage one came from; what was typed stays. */
  private leave(): void {
    if (isNarrow() || !this.activeId) this.close();
    this.go(this.activeId);
  }

  private go(id: string | null): void {
    const comments = [...this.texts.values()].find((other) => id !== null && other.ids.includes(id)) ?? [...this.texts.values()][0];
    const view = comments?.text.view as EditorView | null | undefined;
    if (!view) return;
    const anchor = id === null ? null : comments.find(id);
    view.focus();
    if (anchor && !isGone(anchor))
      view.dispatch({ selection: { anchor: anchor.from, head: anchor.from }, effects: EditorView.scrollIntoView(anchor.from, { y: isNarrow() ? 'start' : 'center', yMargin: 120 }) });
  }

  private showAll(): void { for (const comments of this.texts.values()) comments.show(); }

  private render(): void {
    const texts = [...this.texts.values()].sort((a, b) => (a.text.host.compareDocumentPosition(b.text.host) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    const open = texts.reduce((sum, { threads, outbox, draft }) => sum + [...threads.values()].filter(({ resolvedAt }) => !resolvedAt).length + outbox.waiting.length + (draft ? 1 : 0), 0);
    for (const place of this.options.root.querySelectorAll<HTMLElement>('[data-comments-count]')) {
      place.textContent = open > 0 ? String(open) : '';
      place.closest('button')?.setAttribute('aria-expanded', String(this.panel.isOpen));
    }
    this.options.changed();
    if (!this.panel.isOpen) return;
    this.panel.render(this.cards.update(texts), this.canComment(null));
  }
}
