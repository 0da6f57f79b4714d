import { type EditorView, WidgetType } from '@codemirror/view';
import { isReadOnly } from './display';
import { parseLine } from './lines';
import { say, words } from './strings';

export class BulletWidget extends WidgetType {
  override eq(): boolean {
    return true;
  }

  toDOM(): HTMLElement {
    const dom = document.createElement('span');
    dom.className = 'w-list-mark w-bullet';
    dom.textContent = '•';
    return dom;
  }
}

export class RuleWidget extends WidgetType {
  override eq(): boolean {
    return true;
  }

  toDOM(): HTMLElement {
    const dom = document.createElement('span');
    dom.className = 'w-rule';
    return dom;
  }
}

export class CheckBoxWidget extends WidgetType {
  constructor(readonly checked: boolean, readonly label: string, readonly readOnly: boolean) {
    super();
  }

  override eq(other: CheckBoxWidget): boolean {
    return this.checked === other.checked && this.label === other.label && this.readOnly === other.readOnly;
  }

  toDOM(view: EditorView): HTMLElement {
    const dom = document.createElement('span');
    dom.className = 'w-list-mark w-check';
    const box = dom.appendChild(document.createElement('input'));
    box.type = 'checkbox';
    // A disabled box would be too pale to read; this one just does not change.
    if (this.readOnly) box.addEventListener('click', event => event.preventDefault());
    // The focus stays where it is, so that the line does not fall apart into marks under the pointer.
    dom.addEventListener('mousedown', event => event.preventDefault());
    box.addEventListener('change', () => toggleTask(view, dom));
    this.show(box, view);
    return dom;
  }

  override updateDOM(dom: HTMLElement, view: EditorView): boolean {
    const box = dom.querySelector('input');
    if (!box || (box.ariaReadOnly === 'true') !== this.readOnly) return false;
    this.show(box, view);
    return true;
  }

  override ignoreEvent(): boolean {
    return true;
  }

  private show(box: HTMLInputElement, view: EditorView): void {
    box.checked = this.checked;
    box.tabIndex = this.readOnly ? -1 : 0;
    box.setAttribute('aria-readonly', String(this.readOnly));
    box.setAttribute('aria-label', say(view.state.facet(words), 'Editor_CheckBox', this.label));
  }
}

function toggleTask(view: EditorView, dom: HTMLElement): void {
  const line = view.state.doc.lineAt(view.posAtDOM(dom));
  const { quote, indent, mark, gap, task } = parseLine(line.text);
  if (!task || isReadOnly(view.state)) return;
  const from = line.from + quote.length + indent.length + mark.length + gap.length + 1;
  view.dispatch({ changes: { from, to: from + 1, insert: task[1] === ' ' ? 'x' : ' ' }, userEvent: 'input.check' });
}
