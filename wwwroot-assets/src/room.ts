/** Takes whoever follows the meeting to the item under discussion; never while they are writing. */
export function reveal(id: string): void {
  if (document.activeElement?.closest('.cm-content')) return;
  const quiet = matchMedia('(prefers-reduced-motion: reduce)').matches;
  document.getElementById(id)?.scrollIntoView({ behavior: quiet ? 'auto' : 'smooth', block: 'start' });
}
