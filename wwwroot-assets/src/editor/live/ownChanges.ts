import { Annotation, ChangeSet, type EditorState, StateField, Transaction, type TransactionSpec } from '@codemirror/state';
import { compose, isSame } from './rebase';

/** The version that the state's document is based on, and one's own changes on top of it, each made after the one before. */
export interface Progress { version: number; own: readonly ChangeSet[] }

export interface Committed { clientId: string; changes: ChangeSet }

/** Whose the changes that come in are, where they are one person's. */
export const writtenBy = Annotation.define<number>();

const progressed = Annotation.define<Progress>();

/**
 * Remembers what is not committed yet. The library's own extension for this maps over several revisions composed into
 * one, the server over one after another, and the two can differ; taking them in one by one would make a state of the
 * whole editor for each, which is slow after a long time without a connection.
 */
export const ownChanges = StateField.define<Progress>({
  create: () => ({ version: 0, own: [] }),
  update(progress, transaction) {
    const told = transaction.annotation(progressed);
    if (told) return told;
    return transaction.docChanged ? { version: progress.version, own: [...progress.own, transaction.changes] } : progress;
  },
});

const remote = [Transaction.addToHistory.of(false), Transaction.remote.of(true)];

/**
 * What takes committed changes in: one's own are confirmed, the others' come into the document, and what is still one's
 * own is mapped over them, over one at a time as the server does.
 * @returns null where one's own change comes back as another than it was sent.
 */
export function receive(state: EditorState, clientId: string, committed: readonly Committed[]): { spec: TransactionSpec; confirmed: number } | null {
  const progress = state.field(ownChanges);
  let own = [...progress.own], confirmed = 0;
  const here: ChangeSet[] = [];
  for (const revision of committed) {
    if (revision.clientId === clientId) confirmed++;
    if (revision.clientId === clientId && own.length > 0) {
      if (!isSame(own[0], revision.changes)) return null;
      own = own.slice(1);
      continue;
    }
    let passing = revision.changes;
    own = own.map((change) => {
      const mapped = change.map(passing);
      passing = passing.map(change, true);
      return mapped;
    });
    here.push(passing);
  }
  const version = progress.version + committed.length;
  const changes = here.length > 0 ? compose(here) : undefined;
  return { spec: { changes, annotations: [progressed.of({ version, own }), ...remote], filter: false }, confirmed };
}

/** Another document with other own changes on it. */
export function startOver(changes: ChangeSet, progress: Progress): TransactionSpec {
  return { changes, annotations: [progressed.of(progress), ...remote], filter: false };
}
