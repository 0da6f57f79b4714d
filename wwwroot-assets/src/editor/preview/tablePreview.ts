import { syntaxTree } from '@codemirror/language';
import { type EditorState, type Range, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { SyntaxNode } from '@lezer/common';
import { cellsOf } from '../writing/tables';
import { focusMoved, isWrittenIn } from './focus';
import { renderInline } from './renderInline';

class TableWidget extends WidgetType {
  private readonly source: string;
  private readonly isReadOnly: boolean;
  constructor(private readonly state: EditorState, private readonly node: SyntaxNode) {
    super();
    this.source = state.sliceDoc(node.from, node.to);
    this.isReadOnly = state.readOnly;
  }
  override eq(other: TableWidget): boolean { return other.source === this.source && other.isReadOnly === this.isReadOnly; }
  override get estimatedHeight(): number { return this.source.split('\n').length * 34; }
  override ignoreEvent(event: Event): boolean { return event.type === 'mousedown'; }

  override toDOM(view: EditorView): HTMLElement {
    // Scrolls by itself where the paper is narrow.
    const frame = document.createElement('div');
    frame.className = 'md-table';
    const table = frame.appendChild(document.createElement('table'));
    const first = this.state.doc.lineAt(this.node.from), last = this.state.doc.lineAt(this.node.to);
    const alignments = cellsOf(this.state.doc.line(first.number + 1).text).map((cell) => alignmentOf(this.state.doc.line(first.number + 1).text.slice(cell.from, cell.to).trim()));
    for (let n = first.number; n <= last.number; n++)
      if (n !== first.number + 1) table.append(this.row(n, n === first.number ? 'th' : 'td', alignments));
    frame.addEventListener('mousedown', (event) => {
      const cell = (event.target as Element).closest<HTMLElement>('[data-at]');
      if (view.state.readOnly || !cell || (event.target as Element).closest('a')) return;
      event.preventDefault();
      view.focus();
      view.dispatch({ selection: { anchor: Math.min(view.state.doc.length, view.posAtDOM(frame) + Number(cell.dataset.at)) } });
    });
    return frame;
  }

  private row(number: number, kind: 'th' | 'td', alignments: readonly string[]): HTMLElement {
    const { state, node } = this;
    const line = state.doc.line(number), row = document.createElement('tr');
    const from = Math.max(line.from, node.from);
    const parent = node.childAfter(from) ?? node;
    const cells = cellsOf(line.text);
    for (let i = 0; i < alignments.length; i++) {
      const cell = row.appendChild(document.createElement(kind));
      if (alignments[i]) cell.className = alignments[i];
      if (!cells[i]) continue;
      const text = line.text.slice(cells[i].from, cells[i].to);
      const start = line.from + cells[i].from + (text.length - text.trimStart().length);
      cell.dataset.at = String(Math.max(0, start - node.from));
      if (text.trim() !== '') renderInline(state, parent, start, start + text.trim().length, cell);
    }
    return row;
  }
}

function alignmentOf(rule: string): string {
  return /^:-+:$/.test(rule) ? 'align-center' : rule.endsWith(':') ? 'align-right' : '';
}

function decorate(state: EditorState): DecorationSet {
  const found: Range<Decoration>[] = [];
  for (let node = syntaxTree(state).topNode.firstChild; node; node = node.nextSibling) {
    if (node.name !== 'Table' || isWrittenIn(state, node.from, node.to)) continue;
    const widget = new TableWidget(state, node);
    found.push(Decoration.replace({ widget, block: true }).range(state.doc.lineAt(node.from).from, state.doc.lineAt(node.to).to));
  }
  return Decoration.set(found);
}

/** Tables as tables, except where one writes in their source. */
export const tables = StateField.define<DecorationSet>({
  create: decorate,
  update: (value, transaction) => (transaction.docChanged || transaction.selection || focusMoved(transaction.startState, transaction.state)
    || syntaxTree(transaction.startState) !== syntaxTree(transaction.state) ? decorate(transaction.state) : value),
  provide: (field) => EditorView.decorations.from(field),
});
