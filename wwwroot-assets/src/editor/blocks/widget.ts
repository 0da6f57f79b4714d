import { EditorView, WidgetType } from '@codemirror/view';
import { say, words } from '../writing/strings';
import type { BlockContent } from './field';
import { blockMove } from './guard';
import { blocksIn, type BlockSpan } from './line';
import { moved } from './moving';

type Direction = 'up' | 'down';

export class BlockWidget extends WidgetType {
  constructor(
    readonly key: string, readonly content: BlockContent | null, readonly isRepeated: boolean, readonly isAt: boolean, readonly isReadOnly: boolean,
  ) {
    super();
  }

  override eq(other: BlockWidget): boolean {
    return this.isAt === other.isAt && this.isSameBlock(other);
  }

  override get estimatedHeight(): number { return 110; }

  toDOM(view: EditorView): HTMLElement {
    const dom = document.createElement('div');
    this.fill(dom, view);
    return dom;
  }

  override updateDOM(dom: HTMLElement, view: EditorView, from: this): boolean {
    if (this.key !== from.key) return false;
    if (this.isSameBlock(from)) dom.classList.toggle('at', this.isAt);
    else this.fill(dom, view);
    return true;
  }

  override ignoreEvent(): boolean {
    return true;
  }

  private isSameBlock(other: BlockWidget): boolean {
    return this.key === other.key && this.isRepeated === other.isRepeated && this.isReadOnly === other.isReadOnly
      && this.content?.html === other.content?.html && this.content?.label === other.content?.label;
  }

  private fill(dom: HTMLElement, view: EditorView): void {
    const all = view.state.facet(words);
    const focused = dom.querySelector<HTMLElement>('[data-move]:focus')?.dataset.move;
    dom.className = `block${this.isRepeated ? ' block-repeated' : ''}${this.isAt ? ' at' : ''}`;
    dom.dataset.key = this.key;
    dom.setAttribute('role', 'group');
    dom.setAttribute('aria-label', this.content?.label ?? say(all, 'Editor_BlockUnknown'));
    dom.replaceChildren();
    if (this.isRepeated || !this.content) {
      const sentence = document.createElement('p');
      sentence.textContent = this.isRepeated ? say(all, 'Editor_BlockRepeated', this.content?.label ?? '') : say(all, 'Editor_BlockUnknown');
      dom.append(sentence);
    } else dom.append(clone(this.content));
    if (this.isReadOnly) return;
    const tools = dom.appendChild(document.createElement('div'));
    tools.className = 'block-tools';
    for (const direction of ['up', 'down'] as const) {
      const button = tools.appendChild(tool(say(all, direction === 'up' ? 'Editor_BlockUp' : 'Editor_BlockDown'), () => move(view, dom, direction)));
      button.dataset.move = direction;
      if (focused === direction) button.focus();
    }
    // A reference that shows nothing may go; the record does not depend on it.
    if (this.isRepeated || !this.content) tools.append(tool(say(all, 'Editor_BlockRemove'), () => remove(view, dom)));
  }
}

/** The content of a block as the page has it now. */
export function clone(content: BlockContent): DocumentFragment {
  const copy = document.createDocumentFragment();
  copy.append(...(content.element.cloneNode(true) as Element).childNodes);
  return copy;
}

function tool(label: string, run: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn quiet small';
  button.textContent = label;
  button.addEventListener('click', run);
  return button;
}

function spanOf(view: EditorView, dom: HTMLElement): BlockSpan | undefined {
  const at = view.posAtDOM(dom);
  return blocksIn(view.state.doc).find(one => one.from <= at && one.to >= at);
}

function remove(view: EditorView, dom: HTMLElement): void {
  const span = spanOf(view, dom);
  if (!span || view.state.readOnly) return;
  const isLast = span.to === view.state.doc.length;
  view.dispatch({
    changes: { from: isLast ? Math.max(0, span.from - 1) : span.from, to: isLast ? span.to : span.to + 1 },
    annotations: blockMove.of(true),
    userEvent: 'delete.block',
  });
  view.focus();
}

function move(view: EditorView, dom: HTMLElement, direction: Direction): void {
  const span = spanOf(view, dom);
  const way = span && !view.state.readOnly ? moved(view.state.doc, span, direction === 'down') : null;
  if (!span || !way) return;
  view.dispatch({ changes: way.changes, annotations: blockMove.of(true), userEvent: 'move.block', effects: EditorView.scrollIntoView(way.at, { y: 'nearest' }) });
  focusMove(view, span, way.at, direction);
}

/** The button stays in hand while the block moves on. */
function focusMove(view: EditorView, { key }: BlockSpan, at: number, direction: Direction): void {
  view.requestMeasure({
    read: () => [...view.contentDOM.querySelectorAll<HTMLElement>(`[data-key="${key}"]`)].find(dom => Math.abs(view.posAtDOM(dom) - at) <= key.length + 4),
    write: dom => dom?.querySelector<HTMLElement>(`[data-move=${direction}]`)?.focus({ preventScroll: true }),
  });
}
