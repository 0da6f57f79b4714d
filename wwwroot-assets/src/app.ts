// What every page needs of the browser besides Blazor itself: the theme switch and the way back after a lost circuit.
import './clocks';
import './copy';
import './settling';
import './shortcuts';
import './vote';

const theme = () => document.documentElement.dataset.theme;

document.addEventListener('click', (event) => {
  if (!(event.target as Element).closest('[data-toggle-theme]')) return;
  const chosen = theme() === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = chosen;
  document.cookie = `theme=${chosen}; path=/; max-age=31536000; samesite=lax`;
});

// Because of the page's base address '#main' would lead to the home page, and Blazor would go there. Heard before Blazor.
document.addEventListener('click', (event) => {
  if (!(event.target as Element).closest('a.skip')) return;
  event.preventDefault();
  document.getElementById('main')?.focus();
}, { capture: true });

// Blazor finds the notice by its id and only sets classes on it. After a restart of the server its circuits are gone for
// good ('rejected'): the page reloads as soon as the server answers; the editors keep what is not saved (see editor/).
const modal = document.getElementById('components-reconnect-modal');

async function reloadWhenBack(): Promise<void> {
  for (;;) {
    try {
      const answer = await fetch('/health/ready', { cache: 'no-store' });
      if (answer.ok) break;
    } catch {
      // The server is still away.
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  location.reload();
}

if (modal) {
  let reloading = false;
  new MutationObserver(() => {
    const { classList } = modal;
    const isLost = classList.contains('components-reconnect-show') || classList.contains('components-reconnect-failed') || classList.contains('components-reconnect-rejected');
    const words = isLost ? modal.dataset.lost ?? '' : '';
    if (modal.textContent !== words) modal.textContent = words;
    if (!reloading && (classList.contains('components-reconnect-rejected') || classList.contains('components-reconnect-failed'))) {
      reloading = true;
      void reloadWhenBack();
    }
  }).observe(modal, { attributes: true, attributeFilter: ['class'] });
}

// Dragging without a message to the server for every movement: some browsers want data before they drag at all, and
// only what refuses the default of dragover can be dropped on.
const within = (event: Event, selector: string) => event.target instanceof Element && event.target.closest(selector);
document.addEventListener('dragstart', (event) => {
  if (within(event, '[draggable=true]')) event.dataTransfer?.setData('text/plain', '');
});
document.addEventListener('dragover', (event) => {
  if (within(event, '[data-drop]')) event.preventDefault();
});
