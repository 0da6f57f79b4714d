import type { Words } from './words';

/** How far what was typed in one text has come. */
export interface SaveState { isSettled: boolean; canEdit: boolean; hasUnsaved: boolean; unsavedSince: number | null; isUnkept: boolean }

export type Mark = 'opening' | 'saved' | 'saving' | 'kept' | 'offline' | 'readonly' | 'error';

/** Saving for this long without an answer is no longer just saving. */
const patience = 6_000;

/** The one truthful mark over all texts of a sheet. */
export function markOf(texts: readonly SaveState[], isConnected: boolean, now: number): { mark: Mark; since: number } {
  const unsaved = texts.filter((text) => text.hasUnsaved);
  const since = Math.min(now, ...unsaved.map((text) => text.unsavedSince ?? now));
  if (unsaved.some((text) => text.isUnkept)) return { mark: 'error', since };
  if (unsaved.length > 0) return { mark: isConnected && now - since < patience ? 'saving' : 'kept', since };
  if (texts.some((text) => !text.isSettled)) return { mark: 'opening', since };
  if (!isConnected) return { mark: 'offline', since };
  return { mark: texts.length > 0 && texts.every((text) => !text.canEdit) ? 'readonly' : 'saved', since };
}

/** 'Saved' is said a little late rather than flickering between the letters. */
const calm = 600;
const loud = new Set<Mark>(['kept', 'offline', 'error']);

/** Shows the mark; a screen reader hears when the line is lost and back, not every keystroke. */
export class SaveMark {
  private readonly shown = document.createElement('span');
  private readonly spoken = document.createElement('span');
  private element: HTMLElement | null = null;
  private mark: Mark | null = null;
  private wasLoud = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly words: Words, private readonly read: () => { mark: Mark; since: number }) {
    this.shown.setAttribute('aria-hidden', 'true');
    this.spoken.className = 'visually-hidden';
  }

  attach(element: HTMLElement | null): void {
    if (element && element !== this.element) element.replaceChildren(this.shown, this.spoken);
    this.element = element;
    this.mark = null;
    this.update();
  }

  update(): void {
    const { mark, since } = this.read();
    clearTimeout(this.timer);
    if (mark === 'saved' && this.mark === 'saving') this.timer = setTimeout(() => this.show(mark, since), calm);
    else this.show(mark, since);
    if (mark === 'saving') this.timer = setTimeout(() => this.update(), patience);
  }

  dispose(): void { clearTimeout(this.timer); }

  private show(mark: Mark, since: number): void {
    if (!this.element) return;
    const time = new Date(since).toLocaleTimeString(document.documentElement.lang || undefined, { hour: 'numeric', minute: '2-digit' });
    const text = this.words(`Mark_${mark}`, time);
    if (this.element.dataset.state !== mark) this.element.dataset.state = mark;
    if (this.shown.textContent !== text) this.shown.textContent = text;
    if (mark !== this.mark && (loud.has(mark) || (this.wasLoud && mark !== 'saving'))) {
      this.spoken.textContent = text;
      this.wasLoud = loud.has(mark);
    }
    this.mark = mark;
  }
}
