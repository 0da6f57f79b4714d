import { history, historyKeymap } from '@codemirror/commands';
import { Compartment, EditorState, type Extension, type Text, Transaction } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { writing } from '../writing';
import { carets } from './carets';

export interface PaperOptions {
  parent: HTMLElement;
  label: string;
  strings: Record<string, string>;
  nonce: string | undefined;
  text: Text;
  /** What the live text needs, and what the sheet adds. */
  extensions: Extension;
  canEdit: boolean;
  changed(changes: readonly Transaction[]): void;
  /** Something could not be done; `key` says what. */
  notice(key: string): void;
}

/**
 * Above the first line of the window the toolbar, with what hangs below it, would cover the caret; what stands too low is
 * hard to read, and on a phone it is under the bar of places.
 */
const edges = (): { barEnd: number; low: number } => (innerWidth <= 700 ? { barEnd: 225, low: 60 } : { barEnd: 185, low: 48 });

/** How much of an editor is covered at its upper and lower edge; an offer beside the caret is hidden where the caret is. */
function covered(view: EditorView): { top: number; bottom: number } {
  const { top, bottom } = view.dom.getBoundingClientRect(), { barEnd, low } = edges();
  return { top: Math.max(0, Math.min(barEnd - top, barEnd)), bottom: Math.max(0, Math.min(bottom + low - innerHeight, low)) };
}

/** An editor without any frame: one simply writes on the paper. */
export class Paper {
  readonly view: EditorView;
  private readonly access = new Compartment();

  constructor(private readonly options: PaperOptions) {
    const { text, strings, nonce } = options;
    this.view = new EditorView({
      parent: options.parent,
      state: EditorState.create({
        doc: text,
        extensions: [
          nonce ? EditorView.cspNonce.of(nonce) : [],
          history(),
          keymap.of(historyKeymap),
          options.extensions,
          this.access.of(this.accessOf(options.canEdit)),
          writing({ strings, placeholder: strings['Placeholder'] ?? '', onNotice: (key) => queueMicrotask(() => options.notice(key)) }),
          carets,
          EditorView.scrollMargins.of(covered),
          EditorView.updateListener.of((update) => {
            const own = update.transactions.filter((transaction) => transaction.docChanged && !transaction.annotation(Transaction.remote));
            if (own.length > 0) options.changed(own);
          }),
        ],
      }),
    });
  }

  setAccess(canEdit: boolean): void {
    if (this.view.state.readOnly !== canEdit) return;
    this.view.dispatch({ effects: this.access.reconfigure(this.accessOf(canEdit)) });
  }

  private accessOf(canEdit: boolean): Extension {
    const { label } = this.options;
    return [
      EditorState.readOnly.of(!canEdit),
      EditorView.editable.of(canEdit),
      EditorView.contentAttributes.of({
        'aria-label': label,
        // Also when one may only read: CodeMirror says so by attributes that belong to a text box alone.
        'aria-multiline': 'true',
        role: 'textbox',
        ...(canEdit ? {} : { tabindex: '0' }),
        translate: 'no',
      }),
    ];
  }
}
