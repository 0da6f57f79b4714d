import type { ChangeJson } from './protocol';

/** What an editor of this or an earlier page has not got acknowledged: changes made one after another in version `base`. */
export interface Leftover { clientId: string; base: number; first: number; changes: ChangeJson[] }

interface Header { generation: number; base: number; first: number }

const segmentLength = 100;
const prefix = 'workspace.pending';

/**
 * Keeps in the browser what the server has not acknowledged, so that a reload or a crash of the tab loses nothing.
 * Written at each change, in segments: typing for long without a connection rewrites only the last one.
 */
export class PendingStore {
  constructor(private readonly personId: number, private readonly storage: Storage) {}

  /** The log of one editor. Changes are passed as the text of their JSON. */
  log(textId: number, clientId: string): PendingLog {
    return new PendingLog(this.storage, this.key(textId, clientId));
  }

  /** What other editors of this person have left behind for a text. */
  leftovers(textId: number, exceptClientId = ''): Leftover[] {
    const start = this.key(textId, '');
    return keysOf(this.storage)
      .filter((key) => key.startsWith(start) && !key.slice(start.length).includes('/'))
      .map((key) => key.slice(start.length))
      .filter((clientId) => clientId !== exceptClientId)
      .map((clientId) => this.read(textId, clientId))
      .filter((leftover) => leftover !== null);
  }

  /** Forgets a leftover up to a sequence. What a tab that is still alive has added meanwhile stays. */
  forget(textId: number, clientId: string, lastSequence: number): void {
    const now = this.read(textId, clientId);
    if (now && now.first + now.changes.length - 1 <= lastSequence) removeAll(this.storage, this.key(textId, clientId));
  }

  private read(textId: number, clientId: string): Leftover | null {
    const key = this.key(textId, clientId);
    const header = parse<Header>(this.storage.getItem(key));
    if (!header) return null;
    const changes: ChangeJson[] = [];
    for (let i = 0; ; i++) {
      const segment = parse<ChangeJson[]>(this.storage.getItem(`${key}/${header.generation}/${i}`));
      if (!segment) break;
      changes.push(...segment);
    }
    return { clientId, base: header.base, first: header.first, changes };
  }

  private key(textId: number, clientId: string): string {
    return `${prefix}/${this.personId}/${textId}/${clientId}`;
  }
}

/**
 * The stored log of one editor. A rebase writes a new generation beside the old one and then changes the header in one
 * step: a crash in between leaves either all old or all new changes.
 */
export class PendingLog {
  private header: Header = { generation: 0, base: 0, first: 1 };
  private count = 0;
  private last: string[] = [];

  constructor(private readonly storage: Storage, private readonly key: string) {}

  /** @returns false if the browser has no room: the change is kept by this page only. */
  append(base: number, first: number, change: string): boolean {
    if (this.count === 0) this.header = { generation: this.header.generation + 1, base, first };
    if (this.count % segmentLength === 0) this.last = [];
    this.last.push(change);
    this.count++;
    const segment = Math.floor((this.count - 1) / segmentLength);
    return this.write(this.segmentKey(segment), `[${this.last.join()}]`) && (this.count > 1 || this.writeHeader());
  }

  /** All changes anew, after some were acknowledged or all were rebased. */
  replace(base: number, first: number, changes: readonly string[]): boolean {
    const before = this.header.generation, had = this.count;
    this.count = changes.length;
    this.header = { generation: before + 1, base, first };
    if (changes.length === 0) {
      if (had > 0) removeAll(this.storage, this.key);
      return true;
    }
    if (!this.writeAll(changes)) {
      // No room for both generations: better without the safety of two than not kept at all.
      removeAll(this.storage, this.key);
      if (!this.writeAll(changes)) return false;
    }
    this.removeGeneration(before);
    return true;
  }

  private writeAll(changes: readonly string[]): boolean {
    for (let i = 0; i * segmentLength < changes.length; i++) {
      this.last = changes.slice(i * segmentLength, (i + 1) * segmentLength);
      if (!this.write(this.segmentKey(i), `[${this.last.join()}]`)) return false;
    }
    return this.writeHeader();
  }

  private removeGeneration(generation: number): void {
    for (let i = 0; ; i++) {
      const key = `${this.key}/${generation}/${i}`;
      if (this.storage.getItem(key) === null) return;
      this.storage.removeItem(key);
    }
  }

  private segmentKey(segment: number): string { return `${this.key}/${this.header.generation}/${segment}`; }

  private writeHeader(): boolean { return this.write(this.key, JSON.stringify(this.header)); }

  private write(key: string, value: string): boolean {
    try {
      this.storage.setItem(key, value);
      return true;
    } catch {
      return false;
    }
  }
}

function keysOf(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_, i) => storage.key(i)!);
}

/** The header goes first: segments without one are nothing. */
function removeAll(storage: Storage, key: string): void {
  storage.removeItem(key);
  for (const segment of keysOf(storage))
    if (segment.startsWith(`${key}/`)) storage.removeItem(segment);
}

function parse<T>(text: string | null): T | null {
  try {
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}
