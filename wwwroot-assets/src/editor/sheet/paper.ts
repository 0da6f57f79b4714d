import { history } from '@codemirror/commands';
import { Compartment, EditorState, type Extension, type Text, Transaction } from '@codemirror/state';
import { EditorView, placeholder } from '@codemirror/view';
import { focus } from '../preview/focus';
import { formatting } from '../preview/formatting';
import { language } from '../preview/language';
import { paste } from '../paste/paste';
import { guard } from '../writing/guard';
import { keys } from '../writing/keys';
import { carets } from './carets';
import { type Words, words as wordsFacet } from './words';

export interface PaperOptions {
  parent: HTMLElement;
  label: string;
  words: Words;
  nonce: string | undefined;
  text: Text;
  /** What the live text needs, and what the sheet adds. */
  extensions: Extension;
  canEdit: boolean;
  isSource: boolean;
  changed(changes: readonly Transaction[]): void;
  tooLong(wording: string): void;
}

/** An editor without any frame: one simply writes on the paper. */
export class Paper {
  readonly view: EditorView;
  private readonly access = new Compartment();
  private readonly look = new Compartment();

  constructor(private readonly options: PaperOptions) {
    const { text, words, nonce } = options;
    this.view = new EditorView({
      parent: options.parent,
      state: EditorState.create({
        doc: text,
        extensions: [
          nonce ? EditorView.cspNonce.of(nonce) : [],
          wordsFacet.of(words),
          language,
          focus,
          history(),
          options.extensions,
          this.access.of(this.accessOf(options.canEdit)),
          this.look.of(lookOf(options.isSource)),
          guard((wording) => queueMicrotask(() => options.tooLong(wording))),
          keys,
          paste,
          carets,
          EditorView.lineWrapping,
          // The toolbar stays at the top of the desk and would cover the caret.
          EditorView.scrollMargins.of(() => ({ top: 72, bottom: 48 })),
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

  showSource(isSource: boolean): void {
    this.view.dispatch({ effects: this.look.reconfigure(lookOf(isSource)) });
  }

  private accessOf(canEdit: boolean): Extension {
    const { label, words } = this.options;
    return [
      EditorState.readOnly.of(!canEdit),
      EditorView.editable.of(canEdit),
      EditorView.contentAttributes.of({
        'aria-label': label,
        'aria-multiline': canEdit ? 'true' : '',
        role: canEdit ? 'textbox' : 'group',
        spellcheck: String(canEdit),
        autocorrect: 'on',
        autocapitalize: 'sentences',
        translate: 'no',
      }),
      canEdit ? placeholder(words('Placeholder')) : [],
    ];
  }
}

const lookOf = (isSource: boolean): Extension => (isSource ? EditorView.editorAttributes.of({ class: 'is-source' }) : formatting);
