import type { ChangeSet } from '@codemirror/state';
import { type Anchor, mapAnchor } from './anchor';
import type { VersionedAnchor } from './protocol';

const mostKept = 2_000;

/** Where passages are in the newest committed version, whichever version they were told in. */
export class Anchors<Id> {
  private version = 0;
  private kept: ChangeSet[] = [];
  private readonly here = new Map<Id, Anchor>();
  /** Told in versions that are still to come. */
  private readonly ahead = new Map<Id, VersionedAnchor>();

  get current(): number { return this.version; }

  /** The text was opened, or taken anew: what lies between is not known. */
  restart(version: number): void {
    this.version = version;
    this.kept = [];
    this.here.clear();
  }

  add(changes: readonly ChangeSet[]): void {
    for (const change of changes) {
      this.version++;
      this.kept.push(change);
      for (const [id, anchor] of this.here) this.here.set(id, mapAnchor(anchor, change));
      for (const [id, told] of this.ahead) if (told.version <= this.version) this.place(id, told);
    }
    if (this.kept.length > 2 * mostKept) this.kept = this.kept.slice(-mostKept);
  }

  /** @returns false where its version lies too far back: somebody must ask what came since. */
  place(id: Id, told: VersionedAnchor): boolean {
    this.remove(id);
    const behind = this.version - told.version;
    if (behind > this.kept.length) return false;
    if (behind < 0) this.ahead.set(id, told);
    else this.here.set(id, this.kept.slice(this.kept.length - behind).reduce<Anchor>(mapAnchor, { from: told.from, to: told.to }));
    return true;
  }

  get(id: Id): Anchor | null { return this.here.get(id) ?? null; }

  remove(id: Id): void {
    this.here.delete(id);
    this.ahead.delete(id);
  }
}
