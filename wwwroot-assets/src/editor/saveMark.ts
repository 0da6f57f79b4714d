/** How far what was typed in one text has come. */
export interface SaveState {
  /** False until the text has come from the server. */
  isOpen: boolean;
  canEdit: boolean;
  pending: number;
  /** When the oldest unsaved change was made. */
  since: number | null;
  /** The browser could not keep what the server has not. */
  isUnkept: boolean;
}

export type Mark = 'saved' | 'saving' | 'kept' | 'offline' | 'readonly' | 'error' | 'opening';

/** The one truthful mark over all texts of a sheet. */
export function markOf(states: readonly SaveState[], isConnected: boolean): { mark: Mark; since: number | null } {
  const unsaved = states.filter((state) => state.pending > 0);
  const since = unsaved.reduce<number | null>((oldest, state) => (state.since !== null && (oldest === null || state.since < oldest) ? state.since : oldest), null);
  if (unsaved.some((state) => state.isUnkept)) return { mark: 'error', since };
  if (unsaved.length > 0) return { mark: isConnected ? 'saving' : 'kept', since };
  if (states.some((state) => !state.isOpen)) return { mark: 'opening', since };
  if (!isConnected) return { mark: 'offline', since };
  return { mark: states.length > 0 && states.every((state) => !state.canEdit) ? 'readonly' : 'saved', since };
}

/** Shows the mark; screen readers hear it when the line is lost and back, not at each keystroke. */
export class SaveMark {
  private spoken = '';
  private readonly voice = document.createElement('span');
  private readonly words = document.createElement('span');

  constructor(private readonly element: HTMLElement | null, private readonly strings: Record<string, string>) {
    if (!element) return;
    element.removeAttribute('role');
    this.voice.className = 'visually-hidden';
    this.voice.setAttribute('role', 'status');
    element.replaceChildren(this.words, this.voice);
  }

  show(states: readonly SaveState[], isConnected: boolean): void {
    if (!this.element) return;
    const { mark, since } = markOf(states, isConnected);
    const time = since === null ? '' : new Date(since).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
    const words = (this.strings[`Mark_${mark}`] ?? '').replace('{0}', time);
    if (this.element.dataset.state !== mark) this.element.dataset.state = mark;
    if (this.words.textContent !== words) this.words.textContent = words;
    const loud = mark === 'kept' || mark === 'offline' || mark === 'error' ? words : mark === 'saved' && this.spoken !== '' ? words : this.spoken;
    if (mark === 'saving' || mark === 'opening' || loud === this.spoken) return;
    this.spoken = loud;
    this.voice.textContent = loud;
  }
}
