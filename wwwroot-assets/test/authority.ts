// A tiny keeper of the order in memory, with the rules of the real one: commits first, maps one change at a time, knows
// sequences. Its lines can be cut, and lose or repeat what they carry.
import { ChangeSet, Text } from '@codemirror/state';
import { rebaseInTurn } from '../src/editor/live/rebase';
import type { ChangeJson, Listener, Opened, Revision, Server, Submitted } from '../src/editor/live/protocol';

export class Authority {
  revisions: Revision[] = [];
  text = Text.empty;
  lines: TestLine[] = [];
  /** Refuses a change with a code, or null. */
  judge: (change: ChangeSet) => string | null = () => null;
  /** How many revisions can still be had. */
  kept = Infinity;
  private sequences = new Map<string, { sequence: number; version: number }>();

  get version(): number { return this.revisions.length; }

  line(listener: Listener): TestLine {
    const line = new TestLine(this, listener);
    this.lines.push(line);
    return line;
  }

  open(known: number | null): Opened {
    const answer = { version: this.version, canEdit: true, people: [] };
    return known !== null && known <= this.version && this.version - known <= this.kept
      ? { ...answer, revisions: this.revisions.slice(known) }
      : { ...answer, text: this.text.toString() };
  }

  submit(base: number, clientId: string, first: number, json: readonly ChangeJson[]): Submitted {
    const known = this.sequences.get(clientId) ?? { sequence: 0, version: 0 };
    const last = first + json.length - 1;
    if (first < 1 || first > known.sequence + 1) return { version: 0, refused: 'sequence' };
    if (last <= known.sequence) return { version: known.version };
    const own = json.map((change) => ChangeSet.fromJSON(change));
    const code = own.map(this.judge).find((refusal) => refusal !== null);
    if (code) return { version: 0, refused: code };
    const rebased = rebaseInTurn(clientId, own, this.revisions.slice(base));
    if (rebased.length !== last - known.sequence) return { version: 0, refused: 'sequence' };
    const news = rebased.map((change) => ({ clientId, author: Number.parseInt(clientId, 36) % 97, at: '', changes: change.toJSON() as ChangeJson }));
    for (const change of rebased) this.text = change.apply(this.text);
    this.revisions.push(...news);
    this.sequences.set(clientId, { sequence: last, version: this.version });
    for (const line of this.lines) line.deliver((listener) => listener.revisions(1, this.version - news.length + 1, structuredClone(news)));
    return { version: this.version };
  }
}

export class TestLine implements Server {
  isUp = false;
  /** Chances of a message to the browser to be lost or to come twice. */
  loss = 0;
  repetition = 0;
  submitted: { base: number; clientId: string; first: number; count: number }[] = [];
  /** Waits before each answer and message; a test may hold everything back. */
  delay: () => Promise<void> = () => Promise.resolve();
  private queue = Promise.resolve();

  constructor(private authority: Authority, private listener: Listener) {}

  up(): void {
    this.isUp = true;
    this.listener.connected();
  }

  cut(): void {
    this.isUp = false;
    this.queue = Promise.resolve();
    this.listener.disconnected();
  }

  deliver(message: (listener: Listener) => void): void {
    const times = Math.random() < this.loss ? 0 : Math.random() < this.repetition ? 2 : 1;
    for (let i = 0; i < times; i++) void this.carry(() => message(this.listener));
  }

  async open(_textId: number, known: number | null): Promise<Opened> {
    return await this.ask(() => this.authority.open(known));
  }

  async submit(_textId: number, base: number, clientId: string, first: number, changes: readonly ChangeJson[]): Promise<Submitted> {
    this.submitted.push({ base, clientId, first, count: changes.length });
    return await this.ask(() => this.authority.submit(base, clientId, first, structuredClone(changes)));
  }

  point(): void {}

  close(): void {}

  private async ask<T>(question: () => T): Promise<T> {
    if (!this.isUp) throw new Error('The line is cut.');
    await this.delay();
    if (!this.isUp) throw new Error('The line is cut.');
    const answer = question();
    return await this.carry(() => answer);
  }

  /** In order, as one connection carries its messages. */
  private carry<T>(arrive: () => T): Promise<T> {
    const { queue } = this;
    const arrival = queue.then(() => this.delay()).then(() => {
      if (!this.isUp || (queue !== this.queue && this.queue === queue)) throw new Error('The line is cut.');
      return arrive();
    });
    this.queue = arrival.then(() => {}, () => {});
    arrival.catch(() => {});
    return arrival;
  }
}
