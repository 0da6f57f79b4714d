import { type HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';
import type { Call } from '../comments/protocol';
import type { ChangeJson, Listener, Opened, Server, Submitted } from './protocol';

const pauses = [0, 300, 1000, 2000, 3000, 5000];

/** A server that is alive answers sooner; a line on which it does not is taken for dead. */
const answerWithin = 12_000;

/** The page's one line to the server, lost and found again for as long as the page lives. */
export class Line implements Server {
  private readonly connection: HubConnection;
  private isDisposed = false;
  private wake: () => void = () => {};

  constructor(private readonly listener: Listener) {
    this.connection = new HubConnectionBuilder().withUrl('/hubs/text').configureLogging(LogLevel.None).build();
    this.connection.on('Revisions', (textId, first, revisions) => { listener.revisions(textId, first, revisions); });
    this.connection.on('Pointed', (textId, person, version, anchor, head) => { listener.pointed(textId, person, version, anchor, head); });
    this.connection.on('People', (textId, people) => { listener.people(textId, people); });
    this.connection.on('Refused', (textId, code) => { listener.refused(textId, code); });
    this.connection.on('Access', (textId, canEdit) => { listener.access(textId, canEdit); });
    this.connection.on('Commented', (textId, thread) => { listener.commented?.(textId, thread); });
    this.connection.onclose(() => {
      listener.disconnected();
      void this.connect();
    });
    addEventListener('online', this.wakeUp);
    addEventListener('offline', this.hangUp);
    void this.connect();
  }

  get isConnected(): boolean { return this.connection.state === HubConnectionState.Connected; }

  open(textId: number, knownVersion: number | null): Promise<Opened> {
    return this.ask('Open', textId, knownVersion);
  }

  submit(textId: number, baseVersion: number, clientId: string, firstSequence: number, changes: readonly ChangeJson[]): Promise<Submitted> {
    return this.ask('Submit', textId, baseVersion, clientId, firstSequence, changes);
  }

  /** Whatever else the hub can be asked. */
  readonly call: Call = (method, ...args) => this.ask(method, ...args);

  point(textId: number, version: number, anchor: number, head: number): void {
    this.tell('Point', textId, version, anchor, head);
  }

  close(textId: number): void {
    this.tell('Close', textId);
  }

  dispose(): void {
    this.isDisposed = true;
    removeEventListener('online', this.wakeUp);
    removeEventListener('offline', this.hangUp);
    this.wake();
    void this.connection.stop();
  }

  // The browser knows of a lost or regained network before any timeout does.
  private readonly wakeUp = (): void => this.wake();
  private readonly hangUp = (): void => void this.connection.stop();

  private async ask<T>(method: string, ...args: unknown[]): Promise<T> {
    const timer = setTimeout(this.hangUp, answerWithin);
    try {
      return await this.connection.invoke<T>(method, ...args);
    } finally {
      clearTimeout(timer);
    }
  }

  private tell(method: string, ...args: unknown[]): void {
    if (this.isConnected) this.connection.send(method, ...args).catch(() => {});
  }

  private async connect(): Promise<void> {
    for (let tries = 0; !this.isDisposed; tries++) {
      await this.pause(pauses[Math.min(tries, pauses.length - 1)]);
      if (this.isDisposed) return;
      try {
        await this.connection.start();
        this.listener.connected();
        return;
      } catch {
        // The server or the network is away: the mark on the sheet says so, and it is tried again.
      }
    }
  }

  private pause(milliseconds: number): Promise<void> {
    if (milliseconds === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => { clearTimeout(timer); resolve(); };
    });
  }
}
