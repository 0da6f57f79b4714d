// An editor without a page: a state, its live text, and the browser's storage.
import { history, redo, undo } from '@codemirror/commands';
import { type ChangeSpec, EditorState, type Extension, type Text, Transaction } from '@codemirror/state';
import { LiveText, type LiveTextOwner } from '../src/editor/live/liveText';
import { PendingStore } from '../src/editor/live/pendingStore';
import type { Listener } from '../src/editor/live/protocol';
import type { Authority, TestLine } from './authority';

export class MemoryStorage implements Storage {
  room = Infinity;
  writes: string[] = [];
  private items = new Map<string, string>();
  get length(): number { return this.items.size; }
  key(index: number): string | null { return [...this.items.keys()][index] ?? null; }
  getItem(key: string): string | null { return this.items.get(key) ?? null; }
  removeItem(key: string): void { this.items.delete(key); }
  clear(): void { this.items.clear(); }
  setItem(key: string, value: string): void {
    const used = [...this.items].reduce((sum, [k, v]) => sum + (k === key ? 0 : k.length + v.length), key.length + value.length);
    if (used > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.writes.push(key);
    this.items.set(key, value);
  }
}

export class Writer implements LiveTextOwner, Omit<Listener, 'access'> {
  state = EditorState.create();
  unsavedWording: { code: string; wording: string }[] = [];
  canEdit = false;
  readonly live: LiveText;
  readonly line: TestLine;

  constructor(authority: Authority, readonly storage = new MemoryStorage(), personId = 7) {
    // Owner and listener each have an 'access'; the authority never calls the listener's.
    this.line = authority.line(this as unknown as Listener);
    this.live = new LiveText(1, this.line, new PendingStore(personId, storage), this);
  }

  get text(): string { return this.state.doc.toString(); }

  mount(text: Text, extension: Extension): this {
    this.state = EditorState.create({ doc: text, extensions: [history({ newGroupDelay: 0 }), extension] });
    return this;
  }

  dispatch(transactions: readonly Transaction[]): void {
    for (const transaction of transactions) this.state = transaction.state;
    const own = transactions.filter((transaction) => transaction.docChanged && !transaction.annotation(Transaction.remote));
    if (own.length > 0) this.live.changed(own.map((transaction) => transaction.changes));
  }

  edit(changes: ChangeSpec): void { this.dispatch([this.state.update({ changes, userEvent: 'input.type' })]); }
  type(text: string, at = this.state.doc.length): void { for (const letter of text) this.edit({ from: at++, insert: letter }); }
  undo(): void { undo({ state: this.state, dispatch: (transaction) => this.dispatch([transaction]) }); }
  redo(): void { redo({ state: this.state, dispatch: (transaction) => this.dispatch([transaction]) }); }

  access(canEdit: boolean): void { this.canEdit = canEdit; }
  unsaved(code: string, wording: string): void { this.unsavedWording.push({ code, wording }); }
  people(): void {}
  wrote(): void {}
  stateChanged(): void {}
  connected(): void { this.live.connected(); }
  disconnected(): void { this.live.disconnected(); }
  revisions(_textId: number, first: number, revisions: Parameters<Listener['revisions']>[2]): void { this.live.received(first, revisions); }
  pointed(): void {}
  refused(): void { this.live.refused(); }
}

/** Until nothing moves any more. */
export async function settled(...writers: Writer[]): Promise<void> {
  const quiet = () => writers.every((writer) => writer.live.isOpened && !writer.live.hasUnsaved);
  for (let i = 0; i < 3000 && !quiet(); i++) await pause();
  for (let i = 0; i < 50; i++) await pause();
}

export const pause = (milliseconds = 0): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds); });
