import type { ChangeJson } from './protocol';

/** Changes of one editor that the server has not acknowledged, as they were last seen. */
export interface Leftover { textId: number; clientId: string; base: number; first: number; changes: ChangeJson[] }

interface Segment { base: number; first: number; changes: ChangeJson[] }

const segmentLength = 100;

/**
 * Keeps in the browser what the server has not acknowledged, so that a reload or a crash of the tab loses nothing.
 * Written at each keystroke; in segments, so that typing for a long time without a connection rewrites only the last.
 */
export class PendingStore {
  constructor(private readonly personId: number, private readonly storage: Storage = localStorage) {}

  /** @throws DOMException when the browser has no room left. */
  save(textId: number, clientId: string, base: number, first: number, changes: readonly ChangeJson[], from = 0): void {
    const start = Math.floor(from / segmentLength);
    const count = Math.ceil(changes.length / segmentLength);
    for (let i = start; i < count; i++) {
      const segment: Segment = { base, first: first + i * segmentLength, changes: changes.slice(i * segmentLength, (i + 1) * segmentLength) };
      this.storage.setItem(this.key(textId, clientId, i), JSON.stringify(segment));
    }
    for (let i = count; this.storage.getItem(this.key(textId, clientId, i)) !== null; i++)
      this.storage.removeItem(this.key(textId, clientId, i));
  }

  remove(textId: number, clientId: string): void {
    this.save(textId, clientId, 0, 0, []);
  }

  /** What any editor of this person has left behind for a text. */
  leftovers(textId: number): Leftover[] {
    const prefix = this.key(textId, '', '').slice(0, -1);
    const clients = new Set<string>();
    for (let i = 0; i < this.storage.length; i++) {
      const key = this.storage.key(i)!;
      if (key.startsWith(prefix)) clients.add(key.slice(prefix.length).split('/')[0]);
    }
    return [...clients].map((clientId) => this.read(textId, clientId)).filter((leftover) => leftover !== null);
  }

  private read(textId: number, clientId: string): Leftover | null {
    let leftover: Leftover | null = null;
    for (let i = 0; ; i++) {
      const text = this.storage.getItem(this.key(textId, clientId, i));
      if (text === null) return leftover;
      const segment = JSON.parse(text) as Segment;
      // A crash between two segments leaves newer before older; what does not follow is from before and superseded.
      if (leftover && (segment.base !== leftover.base || segment.first !== leftover.first + leftover.changes.length)) return leftover;
      leftover ??= { textId, clientId, base: segment.base, first: segment.first, changes: [] };
      leftover.changes.push(...segment.changes);
    }
  }

  private key(textId: number, clientId: string, segment: number | string): string {
    return `workspace.pending/${this.personId}/${textId}/${clientId}/${segment}`;
  }
}
