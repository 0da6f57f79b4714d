import { syntaxTree } from '@codemirror/language';
import { type EditorState, type Line, type Range, RangeSet } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { blockIn } from '../blocks/line';
import { decorateInline, isAt, type Look } from './previewInline';
import { displayChanged, isReadOnly, showsSource, type Span, writtenLines } from './display';
import { cellAt, placeOf } from './tableCell';
import { tableAt } from './tableField';
import { parseLine } from './lines';
import { BulletWidget, CheckBoxWidget } from './widgets';

const deepest = 6;
const hidden = Decoration.replace({});
const bullet = Decoration.replace({ widget: new BulletWidget() });
const listMark = Decoration.mark({ class: 'w-list-mark' });
const shownMark = Decoration.mark({ class: 'w-mark' });

interface Blocks { depth: number; quotes: number; item: boolean; code: boolean; table: boolean; heading: number }

/** The blocks around the beginning of the line's text. */
function blocksAround(look: Look, line: Line, at: number): Blocks {
  const blocks: Blocks = { depth: 0, quotes: 0, item: false, code: false, table: false, heading: 0 };
  for (let node = look.tree.resolveInner(at, at === line.to ? -1 : 1); node.parent; node = node.parent) {
    if (node.name === 'ListMark') blocks.item = node.from === at;
    else if (node.name === 'ListItem') blocks.depth++;
    else if (node.name === 'Blockquote') blocks.quotes++;
    else if (node.name === 'FencedCode') blocks.code = true;
    else if (node.name === 'Table') blocks.table = true;
    else if (node.name.startsWith('ATXHeading')) blocks.heading = Number(node.name.slice(-1));
  }
  return blocks;
}

function isBlank(look: Look, number: number): boolean {
  const { doc } = look.state;
  return number < 1 || number > doc.lines || !doc.line(number).text.trim();
}

/** A blank line that only parts paragraphs is not as high as one on which somebody may write. */
function isGap(look: Look, line: Line): boolean {
  if (line.number === 1 || line.number === look.state.doc.lines) return false;
  return !isBlank(look, line.number - 1) || (!isBlank(look, line.number + 1) && isBlank(look, line.number - 2));
}

function lineClasses(blocks: Blocks, isDrawn: boolean): string {
  return [
    blocks.depth ? `w-depth-${Math.min(blocks.depth, deepest)}` : '',
    blocks.item ? 'w-item' : '',
    blocks.quotes ? 'w-quote' : '',
    blocks.code ? 'w-code' : '',
    blocks.table && !isDrawn ? 'w-table-source' : '',
    blocks.heading ? `w-heading w-heading-${Math.max(3, blocks.heading)}` : '',
  ].filter(Boolean).join(' ');
}

function withoutMarks(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\*+|~~|`|\\(?=[^\w\s])/g, '').trim();
}

function decorateLine(look: Look, line: Line): void {
  if (!line.text.trim()) {
    if (isGap(look, line)) look.add(Decoration.line({ class: 'w-gap' }).range(line.from));
    return;
  }
  if (blockIn(line.text)) return;
  const parts = parseLine(line.text.length > 4000 ? line.text.slice(0, 4000) : line.text);
  const indent = line.from + parts.quote.length;
  const mark = indent + parts.indent.length;
  const blocks = blocksAround(look, line, mark);
  const isDrawn = tableAt(look.state, line.from) !== null;
  const classes = lineClasses(blocks, isDrawn);
  if (classes) look.add(Decoration.line({ class: classes }).range(line.from));
  if (blocks.code || isDrawn) return;
  if (parts.indent && !blocks.table) look.hideIndent(indent, mark);
  if (!blocks.item || !parts.mark) return;
  const end = mark + parts.mark.length + parts.gap.length;
  const isWritten = isAt(look, mark, end + parts.task.length - 1);
  if (isWritten || (/\d/.test(parts.mark) && !parts.task)) look.add(listMark.range(mark, end));
  else if (!parts.task) look.add(bullet.range(mark, end));
  else {
    const widget = new CheckBoxWidget(/x/i.test(parts.task), withoutMarks(parts.text), isReadOnly(look.state));
    look.add(Decoration.replace({ widget }).range(mark, end + parts.task.length));
  }
  if (isWritten && parts.task) look.add(shownMark.range(end, end + parts.task.trimEnd().length));
}

/** The lines where somebody writes; in a table only the cell. */
function writtenPlaces(state: EditorState): Span[] {
  const lines = writtenLines(state), { main } = state.selection;
  return lines.length === 1 && cellAt(state, main.from) && cellAt(state, main.to) ? [{ from: placeOf(state, main.from).from, to: placeOf(state, main.to).to }] : lines;
}

class Preview {
  decorations: DecorationSet = Decoration.none;
  indents: RangeSet<Decoration> = RangeSet.empty;

  constructor(view: EditorView) {
    this.build(view);
  }

  update(update: ViewUpdate): void {
    const isStale = update.docChanged || update.viewportChanged || syntaxTree(update.startState) !== syntaxTree(update.state)
      || displayChanged(update.startState, update.state);
    if (isStale) this.build(update.view);
  }

  private build(view: EditorView): void {
    const { state } = view;
    const written = writtenPlaces(state);
    const all: Range<Decoration>[] = [], indents: Range<Decoration>[] = [];
    const look: Look = {
      state,
      tree: syntaxTree(state),
      written,
      caret: written.length === 1 && state.selection.main.empty ? state.selection.main.head : null,
      add: decoration => all.push(decoration),
      hideIndent: (from, to) => indents.push(hidden.range(from, to)),
    };
    if (!showsSource(state)) {
      for (const { from, to } of view.visibleRanges) {
        for (let line = state.doc.lineAt(from); ; line = state.doc.line(line.number + 1)) {
          decorateLine(look, line);
          if (line.to >= to) break;
        }
        decorateInline(look, from, to);
      }
    }
    this.indents = Decoration.set(indents, true);
    this.decorations = Decoration.set([...all, ...indents], true);
  }
}

/** Shows Markdown formatted, only in what is visible; what the caret is at keeps its marks. */
export const preview = ViewPlugin.fromClass(Preview, {
  decorations: plugin => plugin.decorations,
  provide: plugin => EditorView.atomicRanges.of(view => view.plugin(plugin)?.indents ?? Decoration.none),
});
