import { type EditorView, WidgetType } from '@codemirror/view';
import { toggleTask } from '../writing/lists';

export class Bullet extends WidgetType {
  constructor(private readonly className: string, private readonly text: string) { super(); }
  override eq(other: Bullet): boolean { return other.text === this.text && other.className === this.className; }
  override toDOM(): HTMLElement {
    const bullet = document.createElement('span');
    bullet.className = this.className;
    bullet.textContent = this.text;
    return bullet;
  }
  override ignoreEvent(): boolean { return false; }
}

export class CheckBox extends WidgetType {
  constructor(private readonly isChecked: boolean, private readonly label: string, private readonly isReadOnly: boolean) { super(); }
  override eq(other: CheckBox): boolean {
    return other.isChecked === this.isChecked && other.label === this.label && other.isReadOnly === this.isReadOnly;
  }
  override toDOM(view: EditorView): HTMLElement {
    const marker = document.createElement('span');
    marker.className = 'md-marker';
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = this.isChecked;
    box.disabled = this.isReadOnly;
    box.setAttribute('aria-label', this.label);
    // The text says whether it is ticked; the box only follows it.
    box.addEventListener('click', (event) => {
      event.preventDefault();
      const changes = toggleTask(view.state, view.posAtDOM(marker));
      if (changes && !view.state.readOnly) view.dispatch({ changes, userEvent: 'input' });
    });
    box.addEventListener('mousedown', (event) => event.preventDefault());
    marker.append(box);
    return marker;
  }
  override ignoreEvent(): boolean { return true; }
}

export class Rule extends WidgetType {
  override eq(): boolean { return true; }
  override toDOM(): HTMLElement {
    const rule = document.createElement('span');
    rule.className = 'md-rule';
    return rule;
  }
  override ignoreEvent(): boolean { return false; }
}

export class Spaces extends WidgetType {
  constructor(private readonly count: number) { super(); }
  override eq(other: Spaces): boolean { return other.count === this.count; }
  override toDOM(): HTMLElement {
    const spaces = document.createElement('span');
    spaces.textContent = '\u00a0'.repeat(this.count);
    spaces.setAttribute('aria-hidden', 'true');
    return spaces;
  }
}
