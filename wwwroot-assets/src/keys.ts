// Shortcuts of a single character: where somebody writes they are what is written, and who dictates or types one-handed may
// switch them off for this browser (WCAG 2.1.4).
const place = 'letter-keys';

export function letterKeysAreOn(): boolean {
  try {
    return localStorage.getItem(place) !== 'off';
  } catch {
    return true;
  }
}

export function switchLetterKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(place); else localStorage.setItem(place, 'off');
  } catch {
    // Without storage they stay on.
  }
}

/** Whether what is typed there becomes text or a choice of a list. */
export const isWriting = (target: EventTarget | null): boolean => target instanceof HTMLElement
  && (target.isContentEditable || target.closest('textarea, select, input:not([type=radio], [type=checkbox])') !== null);
