import { collab, receiveUpdates, sendableUpdates } from '@codemirror/collab';
import { type Annotation, ChangeSet, Compartment, type Extension, Text, Transaction, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { difference } from './difference';
import type { Revision } from './protocol';
import { isSame } from './rebase';
import { VersionMap } from './versionMap';

/** The part of the editor that is needed here; in tests a state without a page. */
export type Surface = Pick<EditorView, 'state'> & { dispatch(transactions: readonly Transaction[]): void };

const remote: Annotation<boolean>[] = [Transaction.addToHistory.of(false), Transaction.remote.of(true)];

/**
 * The editor's copy of a text: what is committed, and one's own changes on top. Revisions are taken in one at a time
 * wherever there are own changes to map, exactly as the server does; over several at once the result could differ.
 */
export class TextCopy {
  /** How many of one's own changes are committed: the sequence of the last one. */
  confirmed = 0;
  isResetting = false;
  private readonly collaboration = new Compartment();
  private readonly versions = new VersionMap();
  private surface!: Surface;

  constructor(private clientId: string, public committed: Text, public version: number, mount: (extension: Extension) => Surface) {
    this.versions.restart(version);
    this.surface = mount(this.collaboration.of(this.collab()));
  }

  /** One's own changes that are not committed, each made after the one before. */
  get pending(): readonly ChangeSet[] {
    return sendableUpdates(this.surface.state).map((update) => update.changes);
  }

  /** @returns the changes taken in; null where some are missing in between or do not fit: then the text must be opened again. */
  take(firstVersion: number, revisions: readonly Revision[]): ChangeSet[] | null {
    if (firstVersion > this.version + 1) return null;
    const news = revisions.slice(this.version + 1 - firstVersion);
    if (news.length === 0) return [];
    try {
      const changes = news.map((revision) => ChangeSet.fromJSON(revision.changes));
      const committed = changes.reduce((text, change) => change.apply(text), this.committed);
      if (!this.receive(news, changes)) return null;
      this.committed = committed;
      this.version += changes.length;
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
    const { surface } = this;
    const { main } = surface.state.selection;
    const way = difference(surface.state.doc, own.reduce((document, change) => change.apply(document), text));
    const step = (spec: TransactionSpec): void => surface.dispatch([surface.state.update(spec)]);
    this.committed = text;
    this.version = version;
    this.versions.restart(version);
    this.isResetting = true;
    const changes = own.length === 0 ? way : difference(surface.state.doc, text);
    step({ changes, annotations: remote, filter: false, effects: this.collaboration.reconfigure([]) });
    step({ effects: this.collaboration.reconfigure(this.collab()) });
    for (const change of own) step({ changes: change, annotations: Transaction.addToHistory.of(false), filter: false });
    if (own.length > 0) step({ selection: { anchor: way.mapPos(main.anchor, 1), head: way.mapPos(main.head, 1) } });
    this.isResetting = false;
  }

  private collab(): Extension {
    return collab({ startVersion: this.version, clientID: this.clientId });
  }

  /** @returns false, with nothing done, where one's own change comes back as another than it was sent. */
  private receive(news: readonly Revision[], changes: readonly ChangeSet[]): boolean {
    let { state } = this.surface;
    let mine = 0;
    const updates = news.map((revision, i) => ({ clientID: revision.clientId, changes: changes[i] }));
    // Without own changes there is nothing to map, and many revisions may go in as one.
    const steps = this.pending.length === 0 ? [updates] : updates.map((update) => [update]);
    const transactions: Transaction[] = [];
    for (const step of steps) {
      const own = step.filter((update) => update.clientID === this.clientId).length;
      const waiting = own > 0 ? sendableUpdates(state)[0] : undefined;
      if (waiting && !isSame(waiting.changes, step[0].changes)) return false;
      mine += own;
      const transaction = receiveUpdates(state, step);
      transactions.push(transaction);
      state = transaction.state;
    }
    this.surface.dispatch(transactions);
    this.confirmed += mine;
    return true;
  }
}
