// The list of shortcuts: under '?' and its button, with the switch for those of a single character.
import { isWriting, letterKeysAreOn, switchLetterKeys } from './keys';

const dialog = () => document.querySelector<HTMLDialogElement>('dialog[data-shortcut-list]');

function show(): void {
  const list = dialog();
  if (!list || list.open) return;
  const keys = list.querySelector<HTMLInputElement>('[data-letter-keys]');
  if (keys) keys.checked = letterKeysAreOn();
  list.showModal();
}

document.addEventListener('keydown', (event) => {
  if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isWriting(event.target) || !letterKeysAreOn() || !dialog()) return;
  event.preventDefault();
  show();
});

document.addEventListener('click', (event) => {
  const clicked = event.target as Element;
  if (clicked.closest('[data-shortcuts]')) show();
  // What is clicked outside the list is the dialog's own ground.
  else if (clicked.closest('[data-shortcuts-close]') || clicked.matches('dialog[data-shortcut-list]')) dialog()?.close();
});

document.addEventListener('change', (event) => {
  if (event.target instanceof HTMLInputElement && event.target.matches('[data-letter-keys]')) switchLetterKeys(event.target.checked);
});
