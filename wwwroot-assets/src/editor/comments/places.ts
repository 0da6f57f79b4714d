import { ChangeSet } from '@codemirror/state';
import type { Opened } from '../live/protocol';
import { type Anchor, isGone, mapAnchor } from './anchor';
import { Anchors } from './anchors';
import { passagesIn } from './highlights';
import type { Call, VersionedAnchor } from './protocol';
import type { Written } from './store';
import type { CommentedText } from './textComments';

/** Where the passages of a text's comments are, those of others and those that are written here. */
export class Places {
  private readonly anchors = new Anchors<string>();
  /** Passages with something that is not committed yet, in the document as it is here. */
  private readonly locals = new Map<string, Anchor>();

  constructor(private readonly text: CommentedText, private readonly call: Call, private readonly found: () => void) {}

  /** In the document as it is here; null if it is not known (yet). */
  find(id: string): Anchor | null {
    const committed = this.anchors.get(id);
    return committed ? this.text.live.placeHere(committed) : this.locals.get(id) ?? null;
  }

  isKnown(id: string): boolean { return this.anchors.get(id) !== null; }

  /** What the server's text says there; null where the passage is gone. */
  wording(id: string): string | null {
    const anchor = this.anchors.get(id), { committed } = this.text.live;
    return anchor && committed && !isGone(anchor) ? committed.sliceString(anchor.from, anchor.to) : null;
  }

  restart(version: number): void {
    this.remember();
    this.anchors.restart(version);
  }

  add(changes: readonly ChangeSet[]): void {
    this.remember();
    this.anchors.add(changes);
  }

  /** Where its version lies too far back, asks what came since. */
  place(id: string, told: VersionedAnchor): void {
    if (!this.anchors.place(id, told)) void this.placeOld(id, told);
  }

  /** A passage of the document here, for something new. */
  begin(key: string, { from, to }: Anchor): Written['place'] {
    const words = this.text.view!.state.sliceDoc(from, to), anchor = this.text.live.placeBack({ from, to }, words);
    if (anchor) this.anchors.place(key, anchor);
    else this.locals.set(key, { from, to });
    return { anchor, from, words };
  }

  /** After the text was opened: by its version, or by its words where they were not committed before a reload. */
  restore({ key, place }: Written): void {
    place.anchor ??= this.locals.has(key) ? null : this.search(place);
    if (place.anchor) this.place(key, place.anchor);
  }

  /**
   * Once all of a passage is committed, it can be told in terms that survive a reload and that the server knows.
   * @returns whether that is now.
   */
  settle(written: Written): boolean {
    const local = this.locals.get(written.key), { view } = this.text;
    if (!local || !view) return false;
    const words = view.state.sliceDoc(local.from, local.to), anchor = this.text.live.placeBack(local, words);
    if (!anchor) return false;
    written.place = { anchor, from: anchor.from, words };
    this.locals.delete(written.key);
    this.anchors.place(written.key, anchor);
    return true;
  }

  /** The editor follows what is typed here; to be called before its marks are drawn anew. */
  remember(): void {
    const { view } = this.text;
    if (!view || this.locals.size === 0) return;
    for (const { id, from, to } of passagesIn(view.state)) if (this.locals.has(id)) this.locals.set(id, { from, to });
  }

  remove(id: string): void {
    this.anchors.remove(id);
    this.locals.delete(id);
  }

  /** Where the words stand nearest to where they stood. */
  private search({ words, from }: Written['place']): VersionedAnchor | null {
    const text = this.text.live.committed?.toString() ?? '';
    const found = [text.indexOf(words, from), text.lastIndexOf(words, from)].filter((at) => words && at >= 0).sort((a, b) => Math.abs(a - from) - Math.abs(b - from));
    return found.length > 0 ? { version: this.anchors.current, from: found[0], to: found[0] + words.length } : null;
  }

  private async placeOld(id: string, told: VersionedAnchor): Promise<void> {
    try {
      const opened = await this.call<Opened>('Open', this.text.textId, told.version);
      if (!opened.revisions) return;
      const now = opened.revisions.map(({ changes }) => ChangeSet.fromJSON(changes)).reduce<Anchor>(mapAnchor, told);
      this.anchors.place(id, { version: opened.version, from: now.from, to: now.to });
      this.found();
    } catch {
      // The line is lost; the server finds the passage also without it being shown here.
    }
  }
}
