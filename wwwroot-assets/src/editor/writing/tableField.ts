import { syntaxTree } from '@codemirror/language';
import { type EditorState, type Extension, Prec, type Range, type RangeSet, StateField } from '@codemirror/state';
import { BlockWrapper, Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Tree } from '@lezer/common';
import { showsSource, type Span } from './display';
import { say, words } from './strings';
import { type Alignment, alignmentsOf, type Field, fieldsOf } from './tables';

interface Tables {
  readonly tree: Tree;
  readonly spans: readonly Span[];
  /** The place in a cell's margin where somebody has just typed a space. */
  readonly margin: number;
  readonly cells: DecorationSet;
  readonly hidden: DecorationSet;
  readonly passed: RangeSet<Decoration>;
  readonly wrappers: RangeSet<BlockWrapper>;
}

/** Sums are not broken into two lines. */
const number = /^[-–+\d\s.,/%]{1,20}(?:\s*\p{L}{1,3}\.?)?$/u;
const gone = Decoration.replace({});

/** Tables that stand by themselves; one inside a list or quotation stays as typed. Spans are of whole lines. */
function find(state: EditorState, tree: Tree): Span[] {
  const spans: Span[] = [];
  tree.iterate({
    enter: node => {
      if (node.name === 'Table' && node.to <= state.doc.length) spans.push({ from: state.doc.lineAt(node.from).from, to: state.doc.lineAt(node.to).to });
      return node.name === 'Document';
    },
  });
  return spans.filter(span => state.doc.lineAt(span.from).number < state.doc.lineAt(span.to).number);
}

function cellMark(column: number, isHead: boolean, alignment: Alignment, text: string): Decoration {
  const classes = ['w-cell', alignment && `w-align-${alignment}`, number.test(text) && 'w-number'].filter(Boolean).join(' ');
  // Inclusive, so that what is hidden at its edges is inside it.
  return Decoration.mark({ inclusive: true, class: classes, attributes: { role: isHead ? 'columnheader' : 'cell', 'aria-colindex': String(column + 1) } });
}

class Drawing {
  readonly cells: Range<Decoration>[] = [];
  readonly hidden: Range<Decoration>[] = [];
  readonly passed: Range<Decoration>[] = [];
  readonly wrappers: Range<BlockWrapper>[] = [];
  private last = 0;

  constructor(private readonly state: EditorState, private readonly caret: number) {}

  table({ from, to }: Span): void {
    const { doc } = this.state;
    const head = doc.lineAt(from), dashes = doc.line(head.number + 1), end = doc.lineAt(to).number;
    const alignments = alignmentsOf(dashes.text);
    const all = this.state.facet(words);
    const label = say(all, 'Editor_Table', String(fieldsOf(head.text).length), String(end - head.number));
    this.wrappers.push(BlockWrapper.create({ tagName: 'div', attributes: { class: 'w-table', role: 'table', 'aria-label': label } }).range(from, to));
    this.last = from;
    for (let row = head.number; row <= end; row++) {
      if (row === dashes.number) continue;
      const line = doc.line(row), isHead = row === head.number;
      this.hidden.push(Decoration.line({ class: isHead ? 'w-row w-row-head' : 'w-row', attributes: { role: 'row' } }).range(line.from));
      const fields = fieldsOf(line.text);
      // The row of dashes goes with the head.
      const behind = isHead ? dashes.to : line.to;
      for (const [i, field] of fields.entries()) this.cell(line.from, field, cellMark(i, isHead, alignments[i] ?? '', line.text.slice(field.inner.from, field.inner.to)), i === fields.length - 1 ? behind : line.from + field.to);
    }
    if (this.last < to) this.passed.push(gone.range(this.last, to));
  }

  private cell(row: number, { from, begin, end, inner }: Field, mark: Decoration, to: number): void {
    const isIn = this.caret >= row + begin && this.caret <= row + end;
    const first = isIn ? Math.min(row + inner.from, this.caret) : row + inner.from, last = isIn ? Math.max(row + inner.to, this.caret) : row + inner.to;
    if (row + from < to) this.cells.push(mark.range(row + from, to));
    if (row + from < first) this.hidden.push(gone.range(row + from, first));
    if (last < to) this.hidden.push(gone.range(last, to));
    if (this.last < first) this.passed.push(gone.range(this.last, first));
    this.last = last;
  }
}

/** The caret, if it stands in space that would be hidden otherwise. */
function marginOf(state: EditorState, spans: readonly Span[]): number {
  const { head } = state.selection.main;
  if (!spans.some(span => span.from <= head && span.to >= head)) return -1;
  const line = state.doc.lineAt(head), at = head - line.from;
  return fieldsOf(line.text).some(({ begin, end, inner }) => at >= begin && at <= end && (at < inner.from || at > inner.to)) ? head : -1;
}

function draw(state: EditorState, tree: Tree, spans: readonly Span[]): Tables {
  const margin = marginOf(state, spans);
  const drawing = new Drawing(state, margin);
  if (!showsSource(state)) for (const span of spans) drawing.table(span);
  return {
    tree, spans, margin,
    cells: Decoration.set(drawing.cells, true),
    hidden: Decoration.set(drawing.hidden, true),
    passed: Decoration.set(drawing.passed, true),
    wrappers: BlockWrapper.set(drawing.wrappers, true),
  };
}

const field = StateField.define<Tables>({
  create: state => draw(state, syntaxTree(state), find(state, syntaxTree(state))),
  update: (value, tr) => {
    const tree = syntaxTree(tr.state);
    if (!tr.docChanged && tree === value.tree) {
      const isSame = showsSource(tr.startState) === showsSource(tr.state) && (!tr.selection || marginOf(tr.state, value.spans) === value.margin);
      return isSame ? value : draw(tr.state, tree, value.spans);
    }
    const found = find(tr.state, tree);
    // Behind what is parsed already the old ones stand for themselves.
    const rest = value.spans
      .map(span => ({ from: tr.changes.mapPos(span.from, 1), to: tr.changes.mapPos(span.to, -1) }))
      .filter(span => span.from >= tree.length && span.from < span.to)
      .map(span => ({ from: tr.state.doc.lineAt(span.from).from, to: tr.state.doc.lineAt(span.to).to }))
      .filter(span => tr.state.doc.lineAt(span.from).number < tr.state.doc.lineAt(span.to).number);
    return draw(tr.state, tree, [...found, ...rest]);
  },
  provide: self => [
    EditorView.decorations.from(self, value => value.hidden),
    EditorView.outerDecorations.from(self, value => value.cells),
    EditorView.blockWrappers.from(self, value => value.wrappers),
    EditorView.atomicRanges.of(view => view.state.field(self).passed),
  ],
});

/** The table at the position, as a span of whole lines; null where tables are shown as typed. */
export function tableAt(state: EditorState, position: number): Span | null {
  if (showsSource(state)) return null;
  return state.field(field, false)?.spans.find(span => span.from <= position && span.to >= position) ?? null;
}

export function tablesIn(state: EditorState): readonly Span[] {
  return showsSource(state) ? [] : state.field(field, false)?.spans ?? [];
}

/** Tables as tables: the text stays the text, only lines and space between cells are not shown. */
export const tablePreview: Extension = Prec.high(field);
