/** Keeps what has just been written in view while a history is replayed. */
export function follow(paper: HTMLElement | null): void {
  const fresh = paper?.querySelector('.fresh');
  if (!fresh) return;
  const { top, bottom } = fresh.getBoundingClientRect();
  if (top < 80 || bottom > innerHeight - 40) fresh.scrollIntoView({ block: 'center' });
}
