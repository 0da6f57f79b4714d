import { EditorView } from '@codemirror/view';
import { findIn } from './fold';
import { setFound } from './found';
import type { Words } from './words';

export interface FindOwner {
  /** All texts of the sheet in the order in which they are read. */
  views(): readonly EditorView[];
  current(): EditorView | null;
}

interface Match { readonly view: EditorView; readonly from: number; readonly to: number }

const most = 2000;

/** Finds in all texts of the sheet, also where one may only read; the browser's own search sees only what is on the screen. */
export class Find {
  private matches: Match[] = [];
  private at = -1;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly root: HTMLElement, private readonly words: Words, private readonly owner: FindOwner) {
    document.addEventListener('keydown', this.key);
    root.addEventListener('input', this.typed);
    root.addEventListener('click', this.clicked);
  }

  get isOpen(): boolean { return this.bar !== null && !this.bar.hidden; }

  open(): boolean {
    const { bar, query } = this;
    if (!bar || !query) return false;
    const view = this.owner.current();
    if (view && !this.isOpen) {
      const { from, to } = view.state.selection.main, selected = view.state.sliceDoc(from, Math.min(to, from + 80));
      if (selected && !selected.includes('\n')) query.value = selected;
    }
    bar.hidden = false;
    query.focus();
    query.select();
    this.search(true);
    return true;
  }

  /** Back to the text, to the place that was found. */
  close(): void {
    if (!this.isOpen) return;
    const match = this.matches[this.at], view = match?.view ?? this.owner.current();
    this.bar!.hidden = true;
    clearTimeout(this.timer);
    this.matches = [];
    this.at = -1;
    this.tint();
    if (match) match.view.dispatch({ selection: { anchor: match.from, head: match.to } });
    view?.focus();
  }

  /** A text has changed or come. */
  changed(): void {
    if (!this.isOpen) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(false), 150);
  }

  dispose(): void {
    clearTimeout(this.timer);
    document.removeEventListener('keydown', this.key);
    this.root.removeEventListener('input', this.typed);
    this.root.removeEventListener('click', this.clicked);
  }

  private get bar(): HTMLElement | null { return this.root.querySelector('[data-find]'); }

  private get query(): HTMLInputElement | null { return this.root.querySelector('[data-find-query]'); }

  private search(isNew: boolean): void {
    const before = this.matches[this.at];
    const query = this.query?.value ?? '';
    this.matches = [];
    for (const view of this.owner.views())
      for (const span of findIn(view.state.doc.toString(), query, most - this.matches.length)) this.matches.push({ view, ...span });
    this.at = this.matches.length > 0 ? this.nearest(isNew ? undefined : before) : -1;
    this.show(isNew);
  }

  /** The first match from the caret on, or the one that was shown. */
  private nearest(before: Match | undefined): number {
    const views = this.owner.views();
    const view = before?.view ?? this.owner.current(), from = before?.from ?? view?.state.selection.main.from ?? 0;
    const order = view ? views.indexOf(view) : 0;
    const next = this.matches.findIndex((match) => (match.view === view && match.from >= from) || views.indexOf(match.view) > order);
    return Math.max(0, next);
  }

  private move(by: number): void {
    if (this.matches.length === 0) return;
    this.at = (this.at + by + this.matches.length) % this.matches.length;
    this.show(true);
  }

  private show(isMoved: boolean): void {
    this.tint();
    const count = this.root.querySelector('[data-find-count]');
    const text = this.matches.length > 0 ? this.words('Find_count', this.at + 1, this.matches.length) : this.query?.value ? this.words('Find_none') : '';
    if (count && count.textContent !== text) count.textContent = text;
    const match = this.matches[this.at];
    if (match && isMoved) match.view.dispatch({ effects: EditorView.scrollIntoView(match.from, { y: 'center' }) });
  }

  private tint(): void {
    for (const view of this.owner.views()) {
      const spans = this.matches.filter((match) => match.view === view);
      view.dispatch({ effects: setFound.of({ spans, current: spans.indexOf(this.matches[this.at]!) }) });
    }
  }

  private readonly key = (event: KeyboardEvent): void => {
    const isInBar = event.target instanceof Node && (this.bar?.contains(event.target) ?? false);
    const isPlain = !event.altKey && !event.shiftKey;
    // Pressed again in the bar the keys open the browser's own search.
    if ((event.ctrlKey || event.metaKey) && isPlain && event.key.toLowerCase() === 'f' && !isInBar && this.open()) return event.preventDefault();
    const isAgain = event.key === 'F3' && this.isOpen;
    if (!isInBar && !isAgain) return;
    if (event.key === 'Escape') this.close();
    else if (isAgain || (event.key === 'Enter' && event.target === this.query)) this.move(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };

  private readonly typed = (event: Event): void => {
    if (event.target === this.query) this.search(true);
  };

  private readonly clicked = (event: MouseEvent): void => {
    const action = (event.target as Element).closest<HTMLElement>('[data-find-action]')?.dataset.findAction;
    if (action === 'close') this.close();
    else if (action) this.move(action === 'next' ? 1 : -1);
  };
}
