// The messages of /hubs/text as the server takes and sends them.
import type { Thread } from '../comments/protocol';

export type ChangeJson = readonly (number | readonly (number | string)[])[];

export interface Person { id: number; name: string }

export interface Revision { clientId: string; author: number; at: string; changes: ChangeJson }

export interface Opened {
  refused?: string | null;
  version: number;
  text?: string | null;
  revisions?: readonly Revision[] | null;
  canEdit: boolean;
  people: readonly Person[];
}

export interface Submitted { version: number; refused?: string | null; message?: string | null }

/** What the server calls in the browser. */
export interface Listener {
  connected(): void;
  disconnected(): void;
  revisions(textId: number, firstVersion: number, revisions: readonly Revision[]): void;
  pointed(textId: number, person: Person, version: number, anchor: number, head: number): void;
  people(textId: number, people: readonly Person[]): void;
  refused(textId: number, code: string): void;
  access(textId: number, canEdit: boolean): void;
  /** A thread of comments; null where all of the text's are to be read again. */
  commented?(textId: number, thread: Thread | null): void;
}

/** What the texts ask of the server; tests put a small authority in its place. */
export interface Server {
  open(textId: number, knownVersion: number | null): Promise<Opened>;
  submit(textId: number, baseVersion: number, clientId: string, firstSequence: number, changes: readonly ChangeJson[]): Promise<Submitted>;
  point(textId: number, version: number, anchor: number, head: number): void;
  close(textId: number): void;
}
