import type { Words } from '../sheet/words';
import { button, el } from './dom';

/** One card with the text it belongs to. */
export interface Entry { id: string; element: HTMLElement; heading: string; isResolved: boolean }

/** The threads of all texts of a sheet, beside it on a wide screen and from below on a phone. */
export class Panel {
  isOpen = false;
  private readonly list = el('div', 'comments-list');
  private readonly resolved = el('div', 'comments-list');
  private readonly fold = el('details', 'comments-resolved');
  private readonly summary = el('summary');
  private readonly empty = el('p', 'comments-empty muted');
  private readonly title = el('h2', '', { id: 'comments-title', tabindex: '-1' });
  private readonly status = el('p', 'visually-hidden', { role: 'status' });
  private readonly element: HTMLElement;

  constructor(private readonly words: Words, closed: () => void, escaped: () => void) {
    this.title.textContent = words('Comments');
    this.fold.append(this.summary, this.resolved);
    this.element = el('aside', 'comments', { 'aria-labelledby': 'comments-title' },
      el('div', 'comments-head', {}, this.title, button('×', 'comments-close', closed, { 'aria-label': words('Comment_Close') })),
      this.empty, this.list, this.fold);
    this.element.hidden = true;
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      escaped();
    });
  }

  attach(host: Element | null): void {
    if (host && this.element.parentElement !== host) host.append(this.element, this.status);
  }

  remove(): void {
    this.element.remove();
    this.status.remove();
  }

  show(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.element.hidden = !isOpen;
    document.documentElement.classList.toggle('comments-open', isOpen);
  }

  focus(): void { this.title.focus(); }

  get hasFocus(): boolean { return this.element.contains(document.activeElement); }

  render(entries: readonly Entry[], canComment: boolean): void {
    const open = entries.filter((entry) => !entry.isResolved), resolved = entries.filter((entry) => entry.isResolved);
    this.empty.hidden = open.length > 0;
    this.empty.textContent = this.words(canComment ? 'Comment_None' : 'Comment_NoneToRead');
    this.summary.textContent = this.words('Comment_ResolvedFold', resolved.length);
    this.fold.hidden = resolved.length === 0;
    fill(this.list, open);
    fill(this.resolved, resolved);
  }

  /** Unfolds and scrolls to a card. */
  reveal(card: HTMLElement): void {
    if (this.resolved.contains(card)) this.fold.open = true;
    card.scrollIntoView({ block: 'nearest' });
  }

  /** Politely; the same twice is heard twice. */
  announce(message: string): void {
    this.status.textContent = this.status.textContent === message ? `${message} ` : message;
  }
}

/** Puts the cards in order; those that stand right are not touched, so that nobody is thrown out of a field. */
function fill(list: HTMLElement, entries: readonly Entry[]): void {
  const wanted: HTMLElement[] = [];
  let heading = '';
  const headings = new Map([...list.querySelectorAll<HTMLElement>(':scope > .comments-of')].map((element) => [element.textContent, element]));
  for (const entry of entries) {
    if (entry.heading !== heading) wanted.push(headings.get(heading = entry.heading) ?? el('p', 'comments-of', {}, heading));
    wanted.push(entry.element);
  }
  for (const element of [...list.children]) if (!wanted.includes(element as HTMLElement)) element.remove();
  wanted.forEach((element, i) => { if (list.children[i] !== element) list.insertBefore(element, list.children[i] ?? null); });
}
