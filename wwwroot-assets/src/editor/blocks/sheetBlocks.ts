import type { Extension } from '@codemirror/state';
import type { EditorView, ViewUpdate } from '@codemirror/view';
import type { Words } from '../sheet/words';
import { type BlockContent, blockField, blocksOf, setShown } from './field';
import { blockGuard } from './guard';
import { clone } from './widget';

/** A text of the sheet as far as blocks need it. */
export interface TextWithBlocks { readonly textId: number; readonly host: HTMLElement; readonly view: EditorView | null; readonly live: { readonly isSettled: boolean } }

export interface SheetBlocksOptions {
  readonly root: HTMLElement;
  readonly words: Words;
  /** In the order in which they are read. */
  texts(): readonly TextWithBlocks[];
}

interface Source extends BlockContent { readonly textId: number; readonly insert: HTMLButtonElement | null }

const keysOf = (state: EditorView['state']): string => blocksOf(state).map(({ key }) => key).join();

/**
 * What the blocks of all texts show: parts of the page that its components keep up to date, in elements `data-blocks`. A
 * record that no text holds is shown below the text it belongs to.
 */
export class SheetBlocks {
  readonly extension: Extension = [blockGuard, blockField];
  private readonly observer = new MutationObserver(() => this.changed());
  private readonly told = new WeakMap<EditorView, string>();
  private observed: readonly Element[] = [];
  private isDue = false;

  constructor(private readonly options: SheetBlocksOptions) {}

  /** To be called after the page was rendered anew, and when a text was opened. */
  sync(): void {
    const pages = [...this.options.root.querySelectorAll('[data-blocks]')];
    if (pages.length !== this.observed.length || pages.some((page, at) => page !== this.observed[at])) {
      this.observer.disconnect();
      for (const page of pages) this.observer.observe(page, { subtree: true, childList: true, characterData: true, attributes: true });
      this.observed = pages;
    }
    this.changed();
  }

  updated(update: ViewUpdate): void {
    if (update.docChanged && keysOf(update.startState) !== keysOf(update.state)) this.changed();
  }

  dispose(): void { this.observer.disconnect(); }

  /** Not at once: an editor may not be changed while it is being changed. */
  private changed(): void {
    if (this.isDue) return;
    this.isDue = true;
    queueMicrotask(() => {
      this.isDue = false;
      this.show();
    });
  }

  private show(): void {
    const sources = this.sources(), texts = this.options.texts();
    const version = [...sources].map(([key, { label, html }]) => `${key} ${label} ${html}`).join('\n');
    const held = new Set<string>();
    for (const { view } of texts) {
      if (!view) continue;
      const now = `${[...held].join()}\n${version}`;
      if (this.told.get(view) !== now) {
        this.told.set(view, now);
        view.dispatch({ effects: setShown.of({ contents: sources, heldBefore: new Set(held) }) });
      }
      for (const { key } of blocksOf(view.state)) held.add(key);
    }
    const isAllOpen = texts.every(({ live }) => live.isSettled);
    for (const text of texts) this.showLeft(text, isAllOpen ? [...sources].filter(([key, source]) => source.textId === text.textId && !held.has(key)) : []);
  }

  private sources(): Map<string, Source> {
    const sources = new Map<string, Source>();
    for (const page of this.observed.flatMap(blocks => [...blocks.querySelectorAll<HTMLElement>('[data-block]')])) {
      const element = page.querySelector('[data-block-content]'), { block, blockText, label } = page.dataset;
      if (element && block)
        sources.set(block, { element, html: element.innerHTML, label: label ?? '', textId: Number(blockText), insert: page.querySelector<HTMLButtonElement>('[data-block-insert]') });
    }
    return sources;
  }

  private showLeft(text: TextWithBlocks, left: readonly (readonly [string, Source])[]): void {
    const before = text.host.querySelector<HTMLElement>(':scope > .blocks-left');
    const version = left.map(([key, { label, html, insert }]) => `${key} ${label} ${html} ${insert !== null}`).join('\n');
    if ((before?.dataset.version ?? '') === version) return;
    const hadFocus = before?.contains(document.activeElement) ?? false;
    before?.remove();
    if (left.length > 0) {
      const place = text.host.appendChild(document.createElement('div'));
      place.className = 'blocks-left';
      place.dataset.version = version;
      place.append(...left.map(([key, source]) => this.leftBlock(key, source)));
    }
    if (hadFocus) text.view?.focus();
  }

  private leftBlock(key: string, source: Source): HTMLElement {
    const { words } = this.options;
    const dom = document.createElement('div');
    dom.className = 'block block-left';
    dom.dataset.key = key;
    dom.setAttribute('role', 'group');
    dom.setAttribute('aria-label', source.label);
    const tools = document.createElement('div');
    tools.className = 'block-tools';
    const note = tools.appendChild(document.createElement('p'));
    note.className = 'muted small';
    note.textContent = words('Editor_BlockLeft');
    if (source.insert) {
      const button = tools.appendChild(document.createElement('button'));
      button.type = 'button';
      button.className = 'btn';
      button.textContent = words('Editor_BlockInsert');
      button.addEventListener('click', () => {
        button.disabled = true;
        this.pageButton(key)?.click();
      });
    }
    dom.append(clone(source), tools);
    return dom;
  }

  private pageButton(key: string): HTMLButtonElement | null {
    return this.options.root.querySelector<HTMLButtonElement>(`[data-blocks] [data-block="${key}"] [data-block-insert]`);
  }
}
