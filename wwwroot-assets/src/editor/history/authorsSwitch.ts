import { ChangeSet } from '@codemirror/state';
import type { EditorView, ViewUpdate } from '@codemirror/view';
import type { Words } from '../sheet/words';
import { Authors } from './authorship';
import { mapRuns, runAt, type Run, runsFrom } from './runs';

/** The document of an editor as the server can tell of it: a version, and one's own changes on top. */
export interface Basis { version: number; pending: readonly ChangeSet[] }

export interface AuthoredText { textId: number; view: EditorView | null; basis(): Basis | null }

export interface AuthorsOwner {
  selfId: number;
  selfName: string;
  words: Words;
  texts(): readonly AuthoredText[];
  nameOf(id: number): string | undefined;
}

interface Answer { version: number; people: readonly { id: number; name: string }[]; runs: readonly number[] }

/** What comes in of several people at once is not told apart here; the server is asked again so often. */
const askAgain = 20_000;
const tellAfter = 400;

/** 'Who wrote what' on a whole sheet: its button, its answers, and the line that says it of the place one is at. */
export class AuthorsSwitch {
  readonly authors: Authors;
  private readonly names = new Map<number, string>();
  private readonly asking = new Set<AuthoredText>();
  private readonly known = new Set<AuthoredText>();
  private isOn = false;
  private timer: ReturnType<typeof setInterval> | undefined;
  private tellTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly root: HTMLElement, private readonly owner: AuthorsOwner) {
    this.authors = new Authors({ selfId: owner.selfId, nameOf: (id) => this.nameOf(id), told: (run) => this.told(run) });
    root.addEventListener('click', this.click);
  }

  /** Texts may have come, or the page may have been rendered anew. */
  sync(): void {
    for (const button of this.buttons) button.setAttribute('aria-pressed', String(this.isOn));
    if (this.isOn) for (const text of this.owner.texts()) if (!this.known.has(text)) void this.ask(text);
  }

  updated(update: ViewUpdate): void {
    if (this.isOn && (update.selectionSet || update.focusChanged) && update.view.hasFocus) this.tellSoon(update.view);
  }

  dispose(): void {
    clearInterval(this.timer);
    clearTimeout(this.tellTimer);
    this.root.removeEventListener('click', this.click);
  }

  private get buttons(): Iterable<Element> { return this.root.querySelectorAll('[data-authors]'); }

  private readonly click = (event: MouseEvent): void => {
    if (!(event.target as Element).closest('[data-authors]')) return;
    this.isOn = !this.isOn;
    clearInterval(this.timer);
    if (this.isOn) {
      this.timer = setInterval(() => { for (const text of this.owner.texts()) void this.ask(text); }, askAgain);
    } else {
      for (const { view } of this.owner.texts()) if (view) this.authors.end(view);
      this.known.clear();
      this.say('');
    }
    this.sync();
  };

  private async ask(text: AuthoredText): Promise<void> {
    const basis = text.basis(), { view } = text;
    if (!basis || !view || this.asking.has(text)) return;
    this.asking.add(text);
    this.known.add(text);
    // Before the question, so that nothing is lost that is written while it is on its way.
    this.authors.begin(view);
    try {
      const response = await fetch(`/texts/${text.textId}/authors?version=${basis.version}`, { headers: { Accept: 'application/json' } });
      if (!response.ok || !this.isOn || text.view !== view) return void this.known.delete(text);
      const answer = await response.json() as Answer;
      for (const { id, name } of answer.people) this.names.set(id, name);
      const now = Math.floor(Date.now() / 1000);
      this.authors.know(view, basis.pending.reduce<Run[]>((runs, change) => mapRuns(runs, change, this.owner.selfId, now), runsFrom(answer.runs)));
      if (view.hasFocus) this.tellSoon(view);
    } catch {
      // Without a line what was known goes on; it is asked again.
      this.known.delete(text);
    } finally {
      this.asking.delete(text);
    }
  }

  private tellSoon(view: EditorView): void {
    clearTimeout(this.tellTimer);
    this.tellTimer = setTimeout(() => {
      const runs = this.authors.runs(view.state), { head } = view.state.selection.main;
      const run = this.isOn && runs ? runAt(runs, head) : null;
      this.say(run ? this.owner.words('Authors_here', this.told(run)) : '');
    }, tellAfter);
  }

  private say(text: string): void {
    for (const place of this.root.querySelectorAll('[data-authors-told]')) if (place.textContent !== text) place.textContent = text;
  }

  private nameOf(id: number): string {
    return (id === this.owner.selfId ? this.owner.selfName : this.owner.nameOf(id) ?? this.names.get(id)) ?? this.owner.words('Authors_unknown');
  }

  private told(run: Run): string {
    if (run.author === 0) return this.owner.words('Authors_unknown');
    const time = new Date(run.at * 1000).toLocaleString(document.documentElement.lang || undefined, { day: 'numeric', month: 'numeric', year: 'numeric', hour: 'numeric', minute: '2-digit' });
    return `${this.nameOf(run.author)}, ${time}`;
  }
}
