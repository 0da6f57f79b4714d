import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { highlights, passagesIn } from '../../src/editor/comments/highlights';
import type { Answer, Call, CommentsRead, Thread } from '../../src/editor/comments/protocol';
import { CommentStore } from '../../src/editor/comments/store';
import { type CommentedText, TextComments } from '../../src/editor/comments/textComments';
import { Authority } from '../authority';
import { MemoryStorage, pause, settled, Writer } from '../writer';
import { EditorState, type Extension, type Text, type TransactionSpec, type ChangeSet } from '@codemirror/state';
import { history } from '@codemirror/commands';

/** The hub's part in comments: keeps what it is given, by key. */
class CommentKeeper {
  threads: Thread[] = [];
  received: unknown[][] = [];
  refusal: string | null = null;

  constructor(private readonly authority: Authority) {}

  async call(method: string, ...args: unknown[]): Promise<unknown> {
    if (method === 'Open') return this.authority.open(args[1] as number);
    if (method === 'Comments') return { canComment: true, canSuggest: true, threads: structuredClone(this.threads) } satisfies CommentsRead;
    this.received.push([method, ...args]);
    if (this.refusal) return { refused: this.refusal, message: `Ne: ${this.refusal}` } satisfies Answer;
    if (method !== 'Comment') return {};
    const [, version, from, to, key, body] = args as [number, number, number, number, string, string];
    let thread = this.threads.find((known) => known.key === key);
    if (!thread) this.threads.push(thread = this.thread(version, from, to, key, body));
    return { thread: structuredClone(thread) } satisfies Answer;
  }

  thread(version: number, from: number, to: number, key = 'k', body = ''): Thread {
    return {
      id: this.threads.length + 1, key, changes: 1, isWithdrawn: false, author: { id: 7, name: 'Jana' }, at: '', body,
      createdVersion: version, quotation: '', isQuotationCut: false, anchor: { version, from, to }, replies: [],
    };
  }
}

/** A writer whose editor marks the passages. */
class Commenter extends Writer {
  readonly comments: TextComments;
  heard: Thread[] = [];

  constructor(authority: Authority, keeper: CommentKeeper, storage = new MemoryStorage()) {
    super(authority, storage);
    const self = this;
    const text: CommentedText = {
      textId: 1,
      host: null as unknown as HTMLElement,
      live: this.live,
      get view() { return self.live.isOpened ? { get state() { return self.state; }, dispatch: (spec: TransactionSpec) => { self.state = self.state.update(spec).state; } } as CommentedText['view'] : null; },
    };
    this.comments = new TextComments(text, {
      store: new CommentStore(7, storage),
      call: ((method, ...args) => (this.line.isUp ? keeper.call(method, ...args) : Promise.reject(new Error('The line is cut.')))) as Call,
      isConnected: () => this.line.isUp,
      labelOf: () => '',
      isActive: () => false,
      changed: () => {},
      heard: (_comments, thread) => this.heard.push(thread),
    });
  }

  override mount(text: Text, extension: Extension): this {
    this.state = EditorState.create({ doc: text, extensions: [history(), extension, highlights] });
    return this;
  }

  override access(canEdit: boolean): void {
    super.access(canEdit);
    this.comments.ready();
  }

  committed(changes: readonly ChangeSet[]): void { this.comments.committed(changes); }
  restarted(version: number): void { this.comments.restarted(version); }

  /** What the passages hold. */
  get marked(): string[] { return passagesIn(this.state).map(({ from, to }) => this.state.sliceDoc(from, to)); }

  comment(words: string, body: string): void {
    const from = this.text.indexOf(words);
    const draft = this.comments.begin({ from, to: from + words.length });
    draft.body = body;
    this.comments.post();
  }
}

let authority: Authority, keeper: CommentKeeper;
beforeEach(() => {
  authority = new Authority();
  keeper = new CommentKeeper(authority);
});

async function open(...commenters: Commenter[]): Promise<void> {
  for (const commenter of commenters) commenter.line.up();
  await settled(...commenters);
}

const calm = async (): Promise<void> => { for (let i = 0; i < 30; i++) await pause(); };

test('A passage is followed through what others write, before and after it was told', async () => {
  const [one, two] = [new Commenter(authority, keeper), new Commenter(authority, keeper)];
  await open(one, two);
  one.type('Rada schválila návrh.');
  await settled(one, two);
  one.comment('schválila', 'Opravdu?');
  await calm();
  keeper.threads.forEach((thread) => two.comments.told(structuredClone(thread)));
  two.edit({ from: 0, insert: 'Dne 1. března ' });
  two.edit({ from: two.text.indexOf('válila'), insert: '-' });
  await settled(one, two);
  await calm();
  assert.deepEqual([one.marked, two.marked], [['sch-válila'], ['sch-válila']]);
});

test('What is told in a version that is still to come waits for it', async () => {
  const one = new Commenter(authority, keeper);
  await open(one);
  one.type('Rada');
  await settled(one);
  const version = authority.version;
  one.comments.told(keeper.thread(version + 1, 4, 8));
  assert.deepEqual(one.marked, []);
  authority.submit(version, 'other', 1, [[4, [0, ' kraje']]]);
  await settled(one);
  assert.deepEqual(one.marked, [' kra']);
});

test('A comment on words that are not committed waits until they are', async () => {
  const one = new Commenter(authority, keeper);
  await open(one);
  one.line.cut();
  one.type('Nové znění');
  one.comment('znění', 'Jaké?');
  assert.deepEqual([one.marked, keeper.received.length], [['znění'], 0]);
  one.edit({ from: 0, insert: 'Zcela ' });
  authority.submit(0, 'other', 1, [[[0, 'Úvod. ']]]);
  await open(one);
  await calm();
  assert.equal(keeper.received.length, 1);
  const [, , version, from, to, , body] = keeper.received[0] as [string, number, number, number, number, string, string];
  assert.deepEqual([version, authority.text.sliceString(from, to), body], [authority.version, 'znění', 'Jaké?']);
  assert.deepEqual([one.comments.outbox.waiting, one.comments.threads.size, one.storage.length], [[], 1, 0]);
});

test('A comment that waits outlives a reload, also on words that were not committed', async () => {
  const one = new Commenter(authority, keeper);
  await open(one);
  one.type('Rada schválila.');
  await settled(one);
  one.line.cut();
  one.comment('schválila', 'Opravdu?');
  one.edit({ from: 0, insert: 'Včera ' });
  one.comment('Včera', 'Kdy?');
  authority.submit(authority.version, 'other', 1, [[15, [0, ' Návrh.']]]);

  const again = new Commenter(authority, keeper, one.storage);
  await open(again);
  await calm();
  assert.deepEqual(keeper.received.map((call) => [call[6]]), [['Opravdu?'], ['Kdy?']]);
  assert.deepEqual([again.marked, again.text], [['schválila', 'Včera'], 'Včera Rada schválila. Návrh.']);
});

test('Sent again after an answer that was lost, a comment is there once', async () => {
  const one = new Commenter(authority, keeper);
  await open(one);
  one.type('Rada');
  await settled(one);
  const call = keeper.call.bind(keeper);
  keeper.call = async (...args) => {
    await call(...args as Parameters<typeof call>);
    throw new Error('The line is cut.');
  };
  one.comment('Rada', 'Která?');
  await calm();
  assert.equal(one.comments.outbox.waiting.length, 1);
  keeper.call = call;
  one.comments.ready();
  await calm();
  assert.deepEqual([keeper.threads.length, one.comments.threads.size, one.comments.outbox.waiting.length, one.marked], [1, 1, 0, ['Rada']]);
});

test('What the server refuses stays with its reason until it is put away', async () => {
  const one = new Commenter(authority, keeper);
  await open(one);
  one.type('Rada');
  await settled(one);
  keeper.refusal = 'locked';
  one.comment('Rada', 'Která?');
  one.comments.outbox.postReply(5, 'Ano.');
  await calm();
  const [{ key }] = one.comments.outbox.waiting, [reply] = one.comments.outbox.replies;
  assert.deepEqual([one.comments.outbox.refusals.get(key), one.comments.outbox.refusals.get(reply.key), keeper.received.length], ['Ne: locked', 'Ne: locked', 2]);
  one.comments.outbox.remove(key);
  one.comments.outbox.remove(reply.key);
  one.comments.show();
  assert.deepEqual([one.comments.outbox.waiting, one.comments.outbox.replies, one.marked, one.storage.length], [[], [], [], 0]);
});

test('An older state of a thread does not replace a newer one, and what was withdrawn goes', async () => {
  const one = new Commenter(authority, keeper);
  await open(one);
  one.type('Rada schválila');
  await settled(one);
  const thread = keeper.thread(authority.version, 0, 4);
  one.comments.told({ ...thread, changes: 3, body: 'nové' });
  one.comments.told({ ...thread, changes: 2, body: 'staré' });
  assert.deepEqual([one.comments.threads.get(thread.id)?.body, one.heard.length], ['nové', 1]);
  one.comments.told({ ...thread, changes: 4, isWithdrawn: true });
  assert.deepEqual([one.comments.threads.size, one.marked], [0, []]);
});

test('A thread told anew with an old place keeps the place that was followed here', async () => {
  const one = new Commenter(authority, keeper);
  await open(one);
  one.type('Rada schválila');
  await settled(one);
  const thread = keeper.thread(authority.version, 0, 4);
  one.comments.told(thread);
  one.edit({ from: 0, insert: 'Dnes ' });
  await settled(one);
  one.comments.told({ ...thread, changes: 2, anchor: { version: 1, from: 0, to: 1 } });
  assert.deepEqual(one.marked, ['Rada']);
});

test('A draft outlives a reload, with its passage', async () => {
  const one = new Commenter(authority, keeper);
  await open(one);
  one.type('Rada schválila');
  await settled(one);
  const draft = one.comments.begin({ from: 5, to: 14 });
  one.comments.keep(Object.assign(draft, { body: 'Rozepsáno', suggestion: 'projednala' }));
  authority.submit(authority.version, 'other', 1, [[[0, 'Dnes '], 14]]);

  const again = new Commenter(authority, keeper, one.storage);
  await open(again);
  await calm();
  assert.deepEqual([again.comments.draft?.body, again.comments.draft?.suggestion, again.marked], ['Rozepsáno', 'projednala', ['schválila']]);
  again.comments.forgetDraft();
  assert.deepEqual([again.comments.draft, again.marked, one.storage.length], [null, [], 0]);
});
