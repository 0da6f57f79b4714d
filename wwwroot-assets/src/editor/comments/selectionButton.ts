import type { EditorView } from '@codemirror/view';
import { el } from './dom';

const calm = 250;

/** A small button below what is selected; by the keyboard there are the toolbar and a shortcut. */
export class SelectionButton {
  private readonly element = el('button', 'comment-here', { type: 'button', tabindex: '-1' });
  private timer: ReturnType<typeof setTimeout> | undefined;
  private action: () => void = () => {};

  constructor() {
    this.element.hidden = true;
    document.body.append(this.element);
    // The selection stays, also on a phone.
    this.element.addEventListener('pointerdown', (event) => event.preventDefault());
    this.element.addEventListener('mousedown', (event) => event.preventDefault());
    this.element.addEventListener('click', () => {
      this.hide();
      this.action();
    });
    addEventListener('scroll', this.hide, { capture: true, passive: true });
  }

  offer(view: EditorView, label: string, at: number, action: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const place = view.dom.isConnected ? view.coordsAtPos(at, -1) : null;
      if (!place) return this.hide();
      this.action = action;
      this.element.textContent = label;
      this.element.hidden = false;
      const { width, height } = this.element.getBoundingClientRect();
      const below = place.bottom + 8, top = below + height > innerHeight - 8 ? place.top - height - 8 : below;
      this.element.style.left = `${Math.max(8, Math.min(place.left, innerWidth - width - 8))}px`;
      this.element.style.top = `${top}px`;
    }, calm);
  }

  readonly hide = (): void => {
    clearTimeout(this.timer);
    this.element.hidden = true;
  };

  dispose(): void {
    this.hide();
    removeEventListener('scroll', this.hide, { capture: true });
    this.element.remove();
  }
}
