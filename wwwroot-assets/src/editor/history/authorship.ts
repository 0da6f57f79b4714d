import { type ChangeDesc, type EditorState, type Extension, type Range, StateEffect, StateField, Transaction } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { writtenBy } from '../live/ownChanges';
import { initials, whoClass } from '../sheet/who';
import { mapRuns, type Run } from './runs';

interface Step { changes: ChangeDesc; author: number; at: number }

/** Off; or asked for, with what was written since; or known. */
interface Authorship { isOn: boolean; since: readonly Step[]; runs: readonly Run[] | null }

export interface People { selfId: number; nameOf(id: number): string; told(run: Run): string }

const begin = StateEffect.define<null>();
const know = StateEffect.define<readonly Run[]>();
const end = StateEffect.define<null>();

const off: Authorship = { isOn: false, since: [], runs: null };

function field(selfId: number): StateField<Authorship> {
  return StateField.define<Authorship>({
    create: () => off,
    update(value, transaction) {
      if (transaction.docChanged && value.isOn) {
        const author = transaction.annotation(writtenBy) ?? (transaction.annotation(Transaction.remote) ? 0 : selfId);
        const step = { changes: transaction.changes.desc, author, at: Math.floor(Date.now() / 1000) };
        value = { ...value, since: [...value.since, step], runs: value.runs && apply(value.runs, step) };
      }
      for (const effect of transaction.effects) {
        // While it is asked anew, what was known before is still shown.
        if (effect.is(begin)) value = { isOn: true, since: [], runs: value.runs };
        else if (effect.is(end)) value = off;
        else if (effect.is(know) && value.isOn) value = { ...value, since: [], runs: value.since.reduce(apply, effect.value) };
      }
      return value;
    },
  });
}

const apply = (runs: readonly Run[], { changes, author, at }: Step): readonly Run[] => mapRuns(runs, changes, author, at);

/** Shows who wrote what in an editor, and keeps it true while people write. */
export class Authors {
  readonly extension: Extension;
  private readonly field: StateField<Authorship>;

  constructor(people: People) {
    this.field = field(people.selfId);
    const { field: own } = this;
    const marks = ViewPlugin.fromClass(class {
      decorations: DecorationSet;
      constructor(view: EditorView) { this.decorations = draw(view, own, people); }
      update(update: ViewUpdate): void {
        if (update.docChanged || update.viewportChanged || update.startState.field(own) !== update.state.field(own)) this.decorations = draw(update.view, own, people);
      }
    }, { decorations: (plugin) => plugin.decorations });
    this.extension = [own, marks];
  }

  /** What is typed from now on is kept until the answer comes. */
  begin(view: EditorView): void { view.dispatch({ effects: begin.of(null) }); }

  /** @param runs Of the document as it was when it was begun. */
  know(view: EditorView, runs: readonly Run[]): void { view.dispatch({ effects: know.of(runs) }); }

  end(view: EditorView): void { view.dispatch({ effects: end.of(null) }); }

  runs(state: EditorState): readonly Run[] | null { return state.field(this.field).runs; }
}

/** Only what is seen, however long the text is. */
function draw(view: EditorView, own: StateField<Authorship>, people: People): DecorationSet {
  const { runs } = view.state.field(own), { doc } = view.state;
  if (!runs) return Decoration.none;
  const { from, to } = view.viewport;
  const marks: Range<Decoration>[] = [], lines = new Map<number, Map<number, number>>();
  let start = 0;
  for (const run of runs) {
    const first = Math.max(start, from), last = Math.min(start + run.length, to, doc.length);
    start += run.length;
    if (first >= last) {
      if (start > to) break;
      continue;
    }
    marks.push(Decoration.mark({ class: `wrote ${run.author ? whoClass(run.author) : 'who-unknown'}`, attributes: { title: people.told(run) } }).range(first, last));
    for (let line = doc.lineAt(first); ; line = doc.line(line.number + 1)) {
      const length = Math.min(last, line.to) - Math.max(first, line.from);
      if (length > 0) {
        const authors = lines.get(line.from) ?? new Map<number, number>();
        lines.set(line.from, authors.set(run.author, (authors.get(run.author) ?? 0) + length));
      }
      if (line.to >= last || line.number === doc.lines) break;
    }
  }
  for (const [at, authors] of lines) {
    const most = [...authors].filter(([id]) => id !== 0).sort((a, b) => b[1] - a[1]);
    if (most.length === 0) continue;
    const names = most.slice(0, 2).map(([id]) => initials(people.nameOf(id)));
    marks.push(Decoration.line({ class: whoClass(most[0][0]), attributes: { 'data-by': names.join(' '), 'data-by-first': names[0] } }).range(at));
  }
  return Decoration.set(marks, true);
}
