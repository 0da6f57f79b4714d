import { syntaxTree } from '@codemirror/language';
import { type EditorState, Prec, type Range, StateField } from '@codemirror/state';
import { type Command, Decoration, type DecorationSet, EditorView, keymap } from '@codemirror/view';
import type { Tree } from '@lezer/common';
import { displayChanged, isReadOnly, showsSource, type Span, touches, writtenLines } from './display';
import { cellsOf } from './tables';
import { TableWidget } from './tableWidget';

interface Tables {
  readonly tree: Tree;
  readonly spans: readonly Span[];
  /** Where somebody writes, as a comparable whole. */
  readonly written: string;
  readonly decorations: DecorationSet;
}

/** Tables that stand by themselves; one inside a list or quotation stays as typed. */
function find(tree: Tree): Span[] {
  const spans: Span[] = [];
  tree.iterate({
    enter: node => {
      if (node.name === 'Table') spans.push({ from: node.from, to: node.to });
      return node.name === 'Document';
    },
  });
  return spans;
}

function show(state: EditorState, tree: Tree, spans: readonly Span[], old?: Tables): Tables {
  const lines = writtenLines(state);
  const isPlain = spans.map(span => showsSource(state) || touches(lines, span.from, span.to));
  const written = `${isReadOnly(state)} ${spans.flatMap((_, i) => isPlain[i] ? [i] : []).join()}`;
  if (old && old.spans === spans && old.written === written) return { ...old, tree };
  const decorations: Range<Decoration>[] = [];
  for (const [i, { from, to }] of spans.entries()) {
    if (isPlain[i]) continue;
    decorations.push(Decoration.replace({ widget: new TableWidget(state.sliceDoc(from, to), isReadOnly(state)), block: true }).range(from, to));
  }
  return { tree, spans, written, decorations: Decoration.set(decorations) };
}

const tables = StateField.define<Tables>({
  create: state => show(state, syntaxTree(state), find(syntaxTree(state))),
  update: (value, tr) => {
    const tree = syntaxTree(tr.state);
    if (!tr.docChanged && tree === value.tree)
      return displayChanged(tr.startState, tr.state) ? show(tr.state, tree, value.spans, value) : value;
    const found = find(tree);
    // Behind what is parsed already the old ones stand for themselves.
    const rest = value.spans
      .map(span => ({ from: tr.changes.mapPos(span.from, 1), to: tr.changes.mapPos(span.to, -1) }))
      .filter(span => span.from >= tree.length && span.from < span.to);
    return show(tr.state, tree, [...found, ...rest]);
  },
  provide: field => EditorView.decorations.from(field, value => value.decorations),
});

function step(forward: boolean): Command {
  return view => {
    const { main } = view.state.selection;
    const { spans } = view.state.field(tables);
    if (!main.empty || !spans.length || showsSource(view.state) || isReadOnly(view.state)) return false;
    const goal = view.moveVertically(main, forward).head;
    const entered = forward
      ? spans.find(span => span.from > main.head && span.from <= goal)
      : spans.findLast(span => span.to < main.head && span.to >= goal);
    if (!entered) return false;
    const row = view.state.doc.lineAt(forward ? entered.from : entered.to);
    view.dispatch({ selection: { anchor: row.from + (cellsOf(row.text)[0]?.from ?? 0) }, scrollIntoView: true, userEvent: 'select' });
    return true;
  };
}

/** Tables as tables; the arrow keys go into them instead of past them. */
export const tablePreview = [tables, Prec.high(keymap.of([{ key: 'ArrowDown', run: step(true) }, { key: 'ArrowUp', run: step(false) }]))];
