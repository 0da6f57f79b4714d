/** Says above a text what could not be saved, with the wording to copy. Stays until it is dismissed. */
export function showNotice(host: HTMLElement, code: string, wording: string, strings: Record<string, string>): void {
  const notice = document.createElement('div');
  notice.className = 'notice error unsaved';
  notice.setAttribute('role', 'alert');
  const reason = document.createElement('p');
  reason.textContent = strings[`Refused_${code}`] ?? strings['Refused_malformed'] ?? '';
  notice.append(reason);
  if (wording !== '') {
    const label = document.createElement('p');
    label.textContent = strings['Unsaved'] ?? '';
    const text = document.createElement('blockquote');
    text.textContent = wording;
    const copy = button(strings['Copy'] ?? '');
    copy.addEventListener('click', () => {
      void copyText(wording, text).then(() => { copy.textContent = strings['Copied'] ?? ''; });
    });
    notice.append(label, text, copy);
  }
  const dismiss = button(strings['Dismiss'] ?? '');
  dismiss.addEventListener('click', () => { notice.remove(); });
  notice.append(dismiss);
  host.before(notice);
}

function button(words: string): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'btn';
  element.textContent = words;
  return element;
}

async function copyText(wording: string, shown: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(wording);
  } catch {
    // Without the right to the clipboard the wording is selected, for the keyboard.
    getSelection()?.selectAllChildren(shown);
  }
}
