import type { EditorView } from '@codemirror/view';
import { showSource } from '../writing';

const key = 'workspace.source';

/** Whether the sheet shows marks as typed; this browser remembers it. */
export class SourceSwitch {
  private isOn = localStorage.getItem(key) === 'on';

  apply(view: EditorView): void { showSource(view, this.isOn); }

  toggle(views: readonly EditorView[]): void {
    this.isOn = !this.isOn;
    if (this.isOn) localStorage.setItem(key, 'on');
    else localStorage.removeItem(key);
    for (const view of views) this.apply(view);
  }
}
