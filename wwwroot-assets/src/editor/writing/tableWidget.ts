import { type EditorView, WidgetType } from '@codemirror/view';
import { markdown } from './language';
import { inlineNodes } from './inline';
import { parseTable, type TableRow } from './tables';

/** Sums are not broken into two lines. */
const number = /^[-–+\d\s.,/%]{1,20}(?:\s*\p{L}{1,3}\.?)?$/u;

export class TableWidget extends WidgetType {
  constructor(readonly source: string, readonly readOnly: boolean) {
    super();
  }

  override eq(other: TableWidget): boolean {
    return this.source === other.source && this.readOnly === other.readOnly;
  }

  override get estimatedHeight(): number {
    return this.source.split('\n').length * 34;
  }

  toDOM(view: EditorView): HTMLElement {
    const { alignments, rows } = parseTable(this.source);
    const tree = markdown.parser.parse(this.source);
    const dom = document.createElement('div');
    dom.className = 'w-table';
    const table = dom.appendChild(document.createElement('table'));
    const rowOf = (row: TableRow, isHead: boolean) => {
      const tr = document.createElement('tr');
      for (const [i, { from, to }] of row.cells.entries()) {
        const cell = tr.appendChild(document.createElement(isHead && from < to ? 'th' : 'td'));
        if (cell.tagName === 'TH') cell.scope = 'col';
        if (alignments[i]) cell.classList.add(`w-align-${alignments[i]}`);
        if (number.test(this.source.slice(from, to))) cell.classList.add('w-number');
        cell.dataset['at'] = String(to);
        cell.append(...inlineNodes(tree, this.source, from, to));
      }
      return tr;
    };
    const [head, ...body] = rows;
    if (head) table.createTHead().append(rowOf(head, true));
    table.createTBody().append(...body.map(row => rowOf(row, false)));
    if (!this.readOnly) dom.addEventListener('mousedown', event => this.enter(view, dom, event));
    return dom;
  }

  override ignoreEvent(): boolean {
    return true;
  }

  /** A click on a cell shows the source, with the caret at the end of that cell. */
  private enter(view: EditorView, dom: HTMLElement, event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    if (event.button !== 0 || (target?.closest('a') && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    const at = Number(target?.closest<HTMLElement>('[data-at]')?.dataset['at'] ?? 0);
    view.focus();
    view.dispatch({ selection: { anchor: view.posAtDOM(dom) + at }, userEvent: 'select.pointer' });
  }
}
