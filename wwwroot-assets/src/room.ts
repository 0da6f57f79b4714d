const settling = 2500;

/**
 * Takes whoever follows the meeting to the item under discussion; never while they are writing. While the texts above it
 * are still coming the place moves, and is followed until the reader scrolls.
 */
export function reveal(id: string): void {
  const element = document.getElementById(id);
  if (!element || document.activeElement?.closest('.cm-content')) return;
  const isQuiet = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const go = (behavior: ScrollBehavior) => { element.scrollIntoView({ behavior, block: 'start' }); };
  go(isQuiet ? 'auto' : 'smooth');
  const watch = new ResizeObserver(() => { go('auto'); });
  const end = () => {
    watch.disconnect();
    for (const kind of ['wheel', 'touchmove', 'keydown', 'pointerdown']) removeEventListener(kind, end);
  };
  for (const kind of ['wheel', 'touchmove', 'keydown', 'pointerdown']) addEventListener(kind, end, { passive: true });
  for (const host of document.querySelectorAll('[data-text-id]')) watch.observe(host);
  setTimeout(end, settling);
}
