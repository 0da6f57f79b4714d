// The messages of /hubs/text as the server sends and takes them (Texts/TextMessages.cs).

export type ChangeJson = readonly (number | readonly (number | string)[])[];

export interface Person { id: number; name: string }

export interface Revision { clientId: string; author: number; at: string; changes: ChangeJson }

export interface Opened {
  refused?: string | null;
  version: number;
  text?: string | null;
  revisions?: Revision[] | null;
  canEdit: boolean;
  people: Person[];
}

export interface Submitted { version: number; refused?: string | null; message?: string | null }

export interface Handlers {
  revisions(textId: number, firstVersion: number, revisions: Revision[]): void;
  pointed(textId: number, person: Person, version: number, anchor: number, head: number): void;
  people(textId: number, people: Person[]): void;
  refused(textId: number, code: string): void;
  access(textId: number, canEdit: boolean): void;
  connected(): void;
  disconnected(): void;
}

/** What the texts need of the line to the server; tests put a small authority in its place. */
export interface Server {
  readonly isConnected: boolean;
  open(textId: number, knownVersion: number | null): Promise<Opened>;
  submit(textId: number, baseVersion: number, clientId: string, firstSequence: number, changes: ChangeJson[]): Promise<Submitted>;
  point(textId: number, version: number, anchor: number, head: number): void;
  close(textId: number): void;
}
