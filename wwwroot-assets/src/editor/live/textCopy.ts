import { ChangeSet, type EditorState, type Extension, Text, type Transaction, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { difference } from './difference';
import { ownChanges, receive, startOver, writtenBy } from './ownChanges';
import type { Revision } from './protocol';
import { VersionMap } from './versionMap';

/** The part of the editor that is needed here; in tests a state without a page. */
export type Surface = Pick<EditorView, 'state'> & { dispatch(transactions: readonly Transaction[]): void };

/** The editor's copy of a text: what is committed, and one's own changes on top. */
export class TextCopy {
  /** How many of one's own changes are committed: the sequence of the last one. */
  confirmed = 0;
  private readonly versions = new VersionMap();
  private readonly surface: Surface;

  constructor(private clientId: string, public committed: Text, version: number, mount: (extension: Extension) => Surface) {
    this.versions.restart(version);
    this.surface = mount(ownChanges.init(() => ({ version, own: [] })));
  }

  get version(): number { return this.state.field(ownChanges).version; }

  /** One's own changes that are not committed, each made after the one before. */
  get pending(): readonly ChangeSet[] { return this.state.field(ownChanges).own; }

  /** @returns the changes taken in; null where some are missing in between or do not fit: then the text must be opened again. */
  take(firstVersion: number, revisions: readonly Revision[]): ChangeSet[] | null {
    if (firstVersion > this.version + 1) return null;
    const news = revisions.slice(this.version + 1 - firstVersion);
    if (news.length === 0) return [];
    try {
      const changes = news.map((revision) => ChangeSet.fromJSON(revision.changes));
      const committed = changes.reduce((text, change) => change.apply(text), this.committed);
      const received = receive(this.state, this.clientId, news.map(({ clientId }, i) => ({ clientId, changes: changes[i] })));
      if (!received) return null;
      const others = [...new Set(news.filter(({ clientId }) => clientId !== this.clientId).map(({ author }) => author))];
      this.dispatch(others.length === 1 ? { ...received.spec, annotations: [received.spec.annotations ?? [], writtenBy.of(others[0])].flat() } : received.spec);
      this.committed = committed;
      this.confirmed += received.confirmed;
      for (const change of changes) this.versions.add(change);
      return changes;
    } catch (fault) {
      if (fault instanceof RangeError) return null;
      throw fault;
    }
  }

  /** A position of another's, in the document as it is here now; null if it is not known where that is. */
  locate(position: number, version: number): number | null {
    const here = this.versions.map(position, version, 1);
    return here === null || here > this.committed.length ? null : this.pending.reduce((at, change) => change.mapPos(at, 1), here);
  }

  /** A position in the document as it is here, in the committed version. */
  locateBack(position: number): number {
    return this.pending.reduceRight((at, change) => change.invertedDesc.mapPos(at), position);
  }

  /** From now on changes go under another name, beginning with the first. */
  rename(clientId: string): void {
    this.clientId = clientId;
    this.confirmed = 0;
  }

  /** Puts a committed text in place of the one here, with one's own changes that are still to be sent on top. */
  reset(text: Text, version: number, own: readonly ChangeSet[]): void {
    this.committed = text;
    this.versions.restart(version);
    const after = own.reduce((document, change) => change.apply(document), text);
    this.dispatch(startOver(difference(this.state.doc, after), { version, own }));
  }

  private get state(): EditorState { return this.surface.state; }

  private dispatch(spec: TransactionSpec): void {
    this.surface.dispatch([this.state.update(spec)]);
  }
}
