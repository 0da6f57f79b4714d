import type { Person } from '../live/protocol';
import type { Words } from './words';

/** What one text took in when the line was back. */
export interface Merged { from: number; to: number; own: number; authors: readonly number[] }

interface Part { label: string; textId: number; merged: Merged }

/** Shorter breaks pass unnoticed. */
export const longBreak = 60_000;
const settling = 1_500;

/**
 * After a long time without a connection: says that one's own changes are stored and who has written meanwhile, with
 * what changed. Stays until it is put away.
 */
export class MergeSummary {
  private lostAt = 0;
  private since = 0;
  private until = 0;
  private parts: Part[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private notice: HTMLElement | null = null;

  constructor(private readonly root: HTMLElement, private readonly words: Words, private readonly find: (personId: number) => Person | undefined) {}

  lost(now: number): void { this.lostAt ||= now; }

  found(now: number): void {
    const isLong = this.lostAt > 0 && now - this.lostAt >= longBreak;
    if (isLong) [this.since, this.until, this.parts] = [this.lostAt, now, []];
    else this.since = 0;
    this.lostAt = 0;
  }

  merged(textId: number, label: string, merged: Merged): void {
    if (this.since === 0) return;
    this.parts.push({ textId, label, merged });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), settling);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.notice?.remove();
  }

  private show(): void {
    const { words } = this;
    const others = this.parts.filter(({ merged }) => merged.authors.length > 0);
    const time = (at: number) => new Date(at).toLocaleTimeString(document.documentElement.lang || undefined, { hour: 'numeric', minute: '2-digit' });
    const notice = document.createElement('div');
    notice.className = 'notice merged';
    notice.setAttribute('role', 'status');
    const said = notice.appendChild(document.createElement('p'));
    said.textContent = [
      words('Merged_break', time(this.since), time(this.until)),
      words(this.parts.some(({ merged }) => merged.own > 0) ? 'Merged_own' : 'Merged_none'),
      words(others.length > 0 ? 'Merged_others' : 'Merged_quiet'),
    ].join(' ');
    if (others.length > 0) {
      const list = notice.appendChild(document.createElement('ul'));
      for (const { label, textId, merged } of others) list.appendChild(this.line(label, textId, merged));
    }
    const close = notice.appendChild(document.createElement('button'));
    close.type = 'button';
    close.className = 'btn quiet';
    close.textContent = words('Merged_close');
    close.addEventListener('click', () => notice.remove());
    this.notice?.remove();
    this.notice = notice;
    (this.root.querySelector('.sheet') ?? this.root).before(notice);
    this.since = 0;
  }

  private line(label: string, textId: number, merged: Merged): HTMLElement {
    const line = document.createElement('li');
    const names = [...new Set(merged.authors)].map((author) => this.find(author)?.name).filter(Boolean);
    const changes = document.createElement('a');
    changes.href = `/texts/${textId}/history?from=${merged.from}&to=${merged.to}`;
    changes.textContent = this.words('Merged_changes');
    changes.setAttribute('aria-label', `${this.words('Merged_changes')}: ${label}`);
    line.textContent = `${label}: ${names.length > 0 ? `${names.join(', ')} ` : ''}`;
    line.appendChild(changes);
    return line;
  }
}
