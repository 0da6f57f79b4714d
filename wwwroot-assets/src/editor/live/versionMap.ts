import { type ChangeDesc, ChangeSet } from '@codemirror/state';

const most = 500;

/** The last committed changes, to find where a position of a somewhat older version is now. */
export class VersionMap {
  private changes: ChangeDesc[] = [];
  private version = 0;

  restart(version: number): void {
    this.changes = [];
    this.version = version;
  }

  add(changes: ChangeSet): void {
    this.changes.push(changes.desc);
    this.version++;
    if (this.changes.length > 2 * most) this.changes = this.changes.slice(-most);
  }

  /** @returns the position in the newest version, or null where that is not known (any more, or yet). */
  map(position: number, version: number, assoc: number): number | null {
    const steps = this.version - version;
    if (steps < 0 || steps > this.changes.length) return null;
    for (const changes of this.changes.slice(this.changes.length - steps)) {
      if (position > changes.length) return null;
      position = changes.mapPos(position, assoc);
    }
    return position;
  }
}
