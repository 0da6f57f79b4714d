import { syntaxTree } from '@codemirror/language';
import type { EditorState, Extension, Range } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { blockMarks } from './blockMarks';
import { focusMoved } from './focus';
import { inlineMarks } from './inlineMarks';
import { tables } from './tablePreview';

const gap = Decoration.line({ class: 'md-gap' });

/** An empty line between two paragraphs is the space between them, and no taller than that on paper. */
function gaps(state: EditorState, from: number, to: number, out: Range<Decoration>[]): void {
  for (let at = state.doc.lineAt(from); at.from <= to && at.number < state.doc.lines; at = state.doc.line(at.number + 1)) {
    if (at.length > 0 || at.number === 1) continue;
    if (state.doc.line(at.number - 1).length > 0 && state.doc.line(at.number + 1).length > 0) out.push(gap.range(at.from));
  }
}

function decorate(view: EditorView): DecorationSet {
  const out: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    gaps(view.state, from, to, out);
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => {
        blockMarks(view.state, node, out);
        inlineMarks(view.state, node, out);
      },
    });
  }
  return Decoration.set(out, true);
}

const marks = ViewPlugin.fromClass(class {
  decorations: DecorationSet;
  constructor(view: EditorView) { this.decorations = decorate(view); }
  update(update: ViewUpdate): void {
    if (update.docChanged || update.viewportChanged || update.selectionSet || focusMoved(update.startState, update.state)
      || syntaxTree(update.startState) !== syntaxTree(update.state)) this.decorations = decorate(update.view);
  }
}, { decorations: (plugin) => plugin.decorations });

/** Links open by a click where nobody can write, otherwise by Ctrl and a click. */
const opening = EditorView.domEventHandlers({
  click(event, view) {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.md-link, .md-table a');
    if (!link) return false;
    event.preventDefault();
    if (view.state.readOnly || event.ctrlKey || event.metaKey) open(link.href, '_blank', 'noopener,noreferrer');
    return true;
  },
});

/** Shows the text as it will be printed; the marks of the source come to light on the line that is written. */
export const formatting: Extension = [marks, tables, opening];
