import { HttpTransportType, HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';
import type { ChangeJson, Handlers, Opened, Server, Submitted } from './protocol';

const pauses = [0, 300, 1000, 2000, 3000, 5000];

/** The page's one line to the server. It is lost and found again for as long as the page lives. */
export class Line implements Server {
  private readonly connection: HubConnection;
  private isDisposed = false;
  private wake: () => void = () => {};
  private readonly onOnline = () => this.wake();
  // The browser knows before any timeout does.
  private readonly onOffline = () => void this.connection.stop();

  constructor(private readonly handlers: Handlers) {
    this.connection = new HubConnectionBuilder()
      .withUrl('/hubs/text', { transport: HttpTransportType.WebSockets | HttpTransportType.LongPolling })
      .configureLogging(LogLevel.None)
      .build();
    this.connection.serverTimeoutInMilliseconds = 25_000;
    this.connection.keepAliveIntervalInMilliseconds = 8_000;
    this.connection.on('Revisions', (textId, first, revisions) => { handlers.revisions(textId, first, revisions); });
    this.connection.on('Pointed', (textId, person, version, anchor, head) => { handlers.pointed(textId, person, version, anchor, head); });
    this.connection.on('People', (textId, people) => { handlers.people(textId, people); });
    this.connection.on('Refused', (textId, code) => { handlers.refused(textId, code); });
    this.connection.on('Access', (textId, canEdit) => { handlers.access(textId, canEdit); });
    this.connection.onclose(() => {
      handlers.disconnected();
      void this.connect();
    });
    addEventListener('online', this.onOnline);
    addEventListener('offline', this.onOffline);
    void this.connect();
  }

  get isConnected(): boolean { return this.connection.state === HubConnectionState.Connected; }

  open(textId: number, knownVersion: number | null): Promise<Opened> {
    return this.connection.invoke('Open', textId, knownVersion);
  }

  submit(textId: number, baseVersion: number, clientId: string, firstSequence: number, changes: ChangeJson[]): Promise<Submitted> {
    return this.connection.invoke('Submit', textId, baseVersion, clientId, firstSequence, changes);
  }

  point(textId: number, version: number, anchor: number, head: number): void {
    if (this.isConnected) this.connection.send('Point', textId, version, anchor, head).catch(() => {});
  }

  close(textId: number): void {
    if (this.isConnected) this.connection.send('Close', textId).catch(() => {});
  }

  dispose(): void {
    this.isDisposed = true;
    removeEventListener('online', this.onOnline);
    removeEventListener('offline', this.onOffline);
    void this.connection.stop();
  }

  private async connect(): Promise<void> {
    for (let tries = 0; !this.isDisposed; tries++) {
      const pause = pauses[Math.min(tries, pauses.length - 1)];
      if (pause > 0) await new Promise<void>((resolve) => { this.wake = resolve; setTimeout(resolve, pause); });
      if (this.isDisposed) return;
      try {
        await this.connection.start();
        this.handlers.connected();
        return;
      } catch {
        // The server or the network is away; the mark on the sheet says so.
      }
    }
  }
}
