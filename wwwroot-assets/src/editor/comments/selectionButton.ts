import type { ChangeDesc } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { el } from './dom';

const calm = 250;

/** A small button at what is selected, outside of the words; by the keyboard there are the toolbar and a shortcut. */
export class SelectionButton {
  private readonly element = el('button', 'comment-here', { type: 'button', tabindex: '-1' });
  private timer: ReturnType<typeof setTimeout> | undefined;
  private offered: { view: EditorView; at: number; action(): void } | null = null;

  constructor() {
    this.element.hidden = true;
    document.body.append(this.element);
    // The selection stays, also on a phone.
    this.element.addEventListener('pointerdown', (event) => event.preventDefault());
    this.element.addEventListener('mousedown', (event) => event.preventDefault());
    this.element.addEventListener('click', () => {
      const { offered } = this;
      this.hide();
      offered?.action();
    });
    addEventListener('scroll', this.place, { capture: true, passive: true });
    addEventListener('resize', this.place);
  }

  offer(view: EditorView, label: string, at: number, action: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.offered = { view, at, action };
      this.element.textContent = label;
      this.element.hidden = false;
      this.place();
    }, calm);
  }

  /** Others write around it. */
  follow(view: EditorView, changes: ChangeDesc): void {
    if (this.offered?.view !== view || changes.empty) return;
    this.offered.at = changes.mapPos(this.offered.at);
    requestAnimationFrame(this.place);
  }

  hide(): void {
    clearTimeout(this.timer);
    this.offered = null;
    this.element.hidden = true;
  }

  dispose(): void {
    this.hide();
    removeEventListener('scroll', this.place, { capture: true });
    removeEventListener('resize', this.place);
    this.element.remove();
  }

  /** Beside the text where there is room, else below the selection. */
  private readonly place = (): void => {
    const { offered } = this;
    if (!offered) return;
    const { view, at } = offered, place = view.dom.isConnected && at <= view.state.doc.length ? view.coordsAtPos(at, -1) : null;
    if (!place) return this.hide();
    const { width, height } = this.element.getBoundingClientRect(), { right } = view.contentDOM.getBoundingClientRect();
    const isBeside = right + 10 + width < innerWidth, below = place.bottom + 8;
    const left = isBeside ? right + 10 : Math.max(8, Math.min(place.left, innerWidth - width - 8));
    const top = isBeside ? (place.top + place.bottom - height) / 2 : below + height > innerHeight - 8 ? place.top - height - 8 : below;
    this.element.style.left = `${left}px`;
    this.element.style.top = `${top}px`;
  };
}
