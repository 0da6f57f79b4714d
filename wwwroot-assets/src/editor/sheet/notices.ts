import type { Unsaved, UnsavedStore } from './unsavedStore';
import type { Words } from './words';

const toldFor = 15_000;

/** What could not be saved, above the text it was meant for: to be copied or put away, never lost in silence. */
export class Notices {
  private readonly element = document.createElement('div');

  constructor(private readonly textId: number, private readonly store: UnsavedStore, private readonly words: Words) {
    this.element.className = 'unsaved-notices';
    for (const unsaved of store.all(textId)) this.show(unsaved);
  }

  attach(host: HTMLElement): void { host.prepend(this.element); }

  remove(): void { this.element.remove(); }

  /** Something that is good to know, for a while. */
  tell(sentence: string): void {
    this.element.querySelector('.told')?.remove();
    const notice = this.element.appendChild(document.createElement('div'));
    notice.className = 'notice unsaved told';
    notice.setAttribute('role', 'status');
    const put = () => notice.remove();
    // A screen reader reads what comes into a region that is there already.
    setTimeout(() => notice.prepend(sentence, ' '), 50);
    notice.append(button(this.words('Unsaved_dismiss'), 'btn quiet', put));
    setTimeout(put, toldFor);
  }

  add(code: string, wording: string): void { this.show(this.store.add(this.textId, code, wording)); }

  /** Too long to take: nothing went wrong in saving, so nothing needs to be kept beyond this page. */
  private show(unsaved: Unsaved): void {
    const { words } = this;
    const notice = document.createElement('div');
    notice.className = 'notice unsaved';
    notice.setAttribute('role', 'alert');
    const reason = document.createElement('p');
    const title = reason.appendChild(document.createElement('strong'));
    title.textContent = words(unsaved.wording ? 'Unsaved_wording' : 'Unsaved_deletion');
    reason.append(' ', words(`Refused_${unsaved.code}`));
    notice.append(reason);
    const buttons = document.createElement('div');
    buttons.className = 'unsaved-buttons';
    if (unsaved.wording) {
      const wording = notice.appendChild(document.createElement('pre'));
      wording.tabIndex = 0;
      wording.setAttribute('role', 'region');
      wording.setAttribute('aria-label', words('Unsaved_label'));
      wording.textContent = unsaved.wording;
      const copy = button(words('Unsaved_copy'), 'btn', () => void copyText(wording).then(() => { copy.textContent = words('Unsaved_copied'); }));
      buttons.append(copy);
    }
    buttons.append(button(words('Unsaved_dismiss'), 'btn quiet', () => {
      this.store.remove(this.textId, unsaved.id);
      notice.remove();
    }));
    notice.append(buttons);
    this.element.append(notice);
  }
}

function button(label: string, className: string, action: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = label;
  element.addEventListener('click', action);
  return element;
}

/** Where the page is not a secure context there is no clipboard to write to, but a selection can be copied. */
async function copyText(element: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(element.textContent);
  } catch {
    getSelection()?.selectAllChildren(element);
    document.execCommand('copy');
  }
}
