import type { EditorView } from '@codemirror/view';

interface Place { path: string; at: number; textId: number; hasFocus: boolean; anchor: number; head: number; before: string; scroll: number }

const key = 'workspace.place';
const keptFor = 10 * 60_000;
const context = 32;

/** Where one was on the page, so that a reload (the server was started anew) takes nobody out of the sentence. */
export class PlaceKeeper {
  private place: Place | null;
  private hasMoved = false;

  constructor(private readonly root: HTMLElement, private readonly current: () => { textId: number; view: EditorView } | null) {
    this.place = read();
    addEventListener('pagehide', this.save);
    for (const type of ['wheel', 'touchmove', 'keydown', 'mousedown'] as const) addEventListener(type, this.moved, { passive: true, once: true });
  }

  /** A text was opened. */
  restore(textId: number, view: EditorView): void {
    const { place } = this;
    if (place?.textId !== textId) return;
    const head = find(view, place), anchor = Math.max(0, Math.min(view.state.doc.length, head + place.anchor - place.head));
    view.dispatch({ selection: { anchor, head } });
    if (place.hasFocus) for (const moment of [0, 300, 1000]) setTimeout(() => this.takeFocus(view), moment);
  }

  /** All texts were opened: the page is as tall as it was. */
  restoreScroll(): void {
    if (this.place && !this.hasMoved) scrollerOf(this.root).scrollTop = this.place.scroll;
    this.place = null;
  }

  dispose(): void {
    removeEventListener('pagehide', this.save);
    for (const type of ['wheel', 'touchmove', 'keydown', 'mousedown']) removeEventListener(type, this.moved);
  }

  /** After a reload the page itself puts the focus on its heading, before or after the texts are there. */
  private takeFocus(view: EditorView): void {
    if (!this.hasMoved && !document.activeElement?.matches('a, button, input, select, textarea, summary, [contenteditable=true]')) view.focus();
  }

  private readonly moved = (): void => { this.hasMoved = true; };

  private readonly save = (): void => {
    const current = this.current();
    if (!current) return;
    const { state, hasFocus } = current.view, { anchor, head } = state.selection.main;
    const before = state.sliceDoc(Math.max(0, head - context), head);
    const place: Place = { path: location.pathname, at: Date.now(), textId: current.textId, hasFocus, anchor, head, before, scroll: scrollerOf(this.root).scrollTop };
    sessionStorage.setItem(key, JSON.stringify(place));
  };
}

function read(): Place | null {
  const text = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  const place = text === null ? null : (JSON.parse(text) as Place);
  return place && place.path === location.pathname && Date.now() - place.at < keptFor ? place : null;
}

/** Others may have written meanwhile: the nearest place with the same words before it. */
function find(view: EditorView, { head, before }: Place): number {
  const text = view.state.doc.toString();
  const after = text.indexOf(before, Math.max(0, head - before.length)), ahead = text.lastIndexOf(before, Math.max(0, head - before.length));
  const candidates = [after, ahead].filter((at) => at >= 0).map((at) => at + before.length);
  return candidates.sort((a, b) => Math.abs(a - head) - Math.abs(b - head))[0] ?? Math.min(head, text.length);
}

function scrollerOf(element: HTMLElement): Element {
  for (let outer: HTMLElement | null = element; outer && outer !== document.body; outer = outer.parentElement)
    if (/auto|scroll/.test(getComputedStyle(outer).overflowY) && outer.scrollHeight > outer.clientHeight) return outer;
  return document.scrollingElement ?? document.documentElement;
}
