import { EditorState, type Extension, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, hoverTooltip, MatchDecorator, showTooltip, type Tooltip, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { wording } from './wording';

interface Found { from: number; to: number; short: string; meaning: string }

/** Matches each of the short forms where it stands as a word of its own. */
export function patternOf(shorts: readonly string[]): RegExp {
  const forms = [...shorts].sort((a, b) => b.length - a.length).map((short) => short.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|') || '(?!)'})(?![\\p{L}\\p{N}])`, 'gu');
}

const patterns = new WeakMap<object, RegExp>();

function pattern(state: EditorState): RegExp {
  const { abbreviations } = state.field(wording);
  let found = patterns.get(abbreviations);
  if (!found) patterns.set(abbreviations, found = patternOf(Object.keys(abbreviations)));
  return found;
}

/** The abbreviation at a position, its ends included. */
export function abbreviationAt(state: EditorState, position: number): Found | null {
  const line = state.doc.lineAt(position), { abbreviations } = state.field(wording);
  for (const match of line.text.matchAll(pattern(state))) {
    const from = line.from + match.index, to = from + match[0].length;
    if (from <= position && position <= to) return { from, to, short: match[0], meaning: abbreviations[match[0]] ?? '' };
  }
  return null;
}

function tooltip({ from, to, meaning }: Found): Tooltip {
  return {
    pos: from,
    end: to,
    above: true,
    create: () => {
      const dom = document.createElement('div');
      dom.className = 'meaning';
      dom.textContent = meaning;
      return { dom };
    },
  };
}

const mark = Decoration.mark({ tagName: 'abbr', class: 'abbreviation' });

const marks = ViewPlugin.fromClass(class {
  decorations: DecorationSet;
  private decorator: MatchDecorator;

  constructor(view: EditorView) {
    this.decorator = this.decoratorOf(view.state);
    this.decorations = this.decorator.createDeco(view);
  }

  update(update: ViewUpdate): void {
    if (update.startState.field(wording).abbreviations !== update.state.field(wording).abbreviations) {
      this.decorator = this.decoratorOf(update.state);
      this.decorations = this.decorator.createDeco(update.view);
    } else {
      this.decorations = this.decorator.updateDeco(update, this.decorations);
    }
  }

  private decoratorOf(state: EditorState): MatchDecorator {
    return new MatchDecorator({ regexp: pattern(state), decoration: mark });
  }
}, { decorations: (plugin) => plugin.decorations });

/** Explains what the caret was moved into, not what is being typed. */
const atCaret = StateField.define<Tooltip | null>({
  create: () => null,
  update: (value, transaction) => {
    if (transaction.docChanged) return null;
    if (!transaction.selection) return value;
    const { main } = transaction.state.selection;
    const found = main.empty ? abbreviationAt(transaction.state, main.head) : null;
    return found && tooltip(found);
  },
  provide: (field) => showTooltip.from(field),
});

/** For screen readers, once when the caret comes in. */
const spoken = EditorState.transactionExtender.of((transaction) => {
  if (transaction.docChanged || !transaction.selection?.main.empty) return null;
  const found = abbreviationAt(transaction.startState, transaction.selection.main.head);
  const before = abbreviationAt(transaction.startState, transaction.startState.selection.main.head);
  return found && found.from !== before?.from ? { effects: EditorView.announce.of(`${found.short}: ${found.meaning}`) } : null;
});

/** Abbreviations of the group explain themselves under the mouse, at a tap, and to whoever moves the caret there. */
export const abbreviations: Extension = [
  marks,
  atCaret,
  spoken,
  hoverTooltip((view, position) => {
    const found = abbreviationAt(view.state, position);
    // Said already where the caret is, after a tap.
    return found && view.state.field(atCaret)?.pos !== found.from ? tooltip(found) : null;
  }, { hideOn: (transaction) => transaction.docChanged || Boolean(transaction.selection) }),
];

const candidate = /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}]{1,5}\+?(?![\p{L}\p{N}])/gu;
/** Words of minutes that are written in capitals and abbreviate nothing, and Roman numerals. */
const others = /^(?:PRO|PROTI|ZDRŽEL|SE|OK|FOR|[IVXLC]+)$/u;

/** What looks like an abbreviation, stands in the texts at least so often, and is not explained. */
export function unknownIn(texts: Iterable<string>, known: Readonly<Record<string, string>>, often = 3): string[] {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const [form] of text.matchAll(candidate)) if (!others.test(form) && !/^\p{Lu}\p{N}+$/u.test(form) && known[form] === undefined) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= often).sort((a, b) => b[1] - a[1]).slice(0, 5).map(([form]) => form);
}
