import { redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import { type Command, EditorView } from '@codemirror/view';
import { insertSpeaker, speakingCommands } from '../speaking';
import { active, type CommandName, commands } from '../writing';

export interface ToolbarOwner {
  /** The editor that has, or last had, the focus. */
  current(): EditorView | null;
  toggleSource(): void;
  /** Commands of the sheet besides those of writing; they do their own about the focus. */
  others: Record<string, { run(view: EditorView | null): void; isOff(view: EditorView | null): boolean }>;
}

const past: Record<string, { run: Command; depth: typeof undoDepth }> = { undo: { run: undo, depth: undoDepth }, redo: { run: redo, depth: redoDepth } };

/** Commands that are on or off at the caret, or on the sheet. */
const toggles = new Set(['heading', 'bold', 'italic', 'bulletList', 'numberedList', 'checkList', 'quote', 'link', 'table', 'source']);

/** The buttons above the sheet: they work on the editor one writes in, and show how the text is at its caret. */
export class Toolbar {
  private frame = 0;

  constructor(private readonly root: HTMLElement, private readonly owner: ToolbarOwner) {
    root.addEventListener('mousedown', this.keepFocus);
    root.addEventListener('click', this.run);
    root.addEventListener('keydown', this.move);
  }

  /** After the page was rendered anew. */
  sync(): void {
    for (const bar of this.root.querySelectorAll('[role=toolbar]')) {
      const buttons = [...bar.querySelectorAll<HTMLButtonElement>('button')];
      if (!buttons.some((button) => button.tabIndex === 0 && button.hasAttribute('tabindex')))
        buttons.forEach((button, i) => { button.tabIndex = i === 0 ? 0 : -1; });
    }
    this.update();
  }

  /** Once before the next frame, however much happened. */
  update(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.show();
    });
  }

  focus(): boolean {
    const button = this.root.querySelector<HTMLElement>('[role=toolbar]:not([hidden]) button[tabindex="0"]');
    button?.focus();
    return button !== null;
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    this.root.removeEventListener('mousedown', this.keepFocus);
    this.root.removeEventListener('click', this.run);
    this.root.removeEventListener('keydown', this.move);
  }

  private show(): void {
    const view = this.owner.current();
    const on = view ? active(view.state) : new Set<CommandName>();
    for (const bar of this.root.querySelectorAll<HTMLElement>('[role=toolbar][data-when]')) this.offer(bar, view, on.has(bar.dataset.when as CommandName));
    for (const button of this.root.querySelectorAll<HTMLElement>('[role=toolbar] [data-command]')) {
      const name = button.dataset.command!;
      const other = this.owner.others[name];
      if (other) {
        set(button, 'aria-disabled', other.isOff(view) ? 'true' : null);
        continue;
      }
      const isOff = name !== 'source' && (!view || view.state.readOnly || past[name]?.depth(view.state) === 0);
      set(button, 'aria-disabled', isOff ? 'true' : null);
      if (toggles.has(name)) set(button, 'aria-pressed', String(on.has(name as CommandName)));
    }
  }

  /** What belongs to the place of the caret comes and goes with it. */
  private offer(bar: HTMLElement, view: EditorView | null, isPlace: boolean): void {
    const { activeElement } = document, hasFocus = bar.contains(activeElement);
    const isWanted = isPlace && view !== null && !view.state.readOnly && (view.hasFocus || activeElement?.closest('[role=toolbar]') !== null);
    if (bar.hidden === !isWanted) return;
    bar.hidden = !isWanted;
    if (!isWanted && hasFocus) view?.focus();
    // It must not come over the very cell that one has just gone to.
    if (isWanted && view.hasFocus) view.dispatch({ effects: EditorView.scrollIntoView(view.state.selection.main.head, { yMargin: 0 }) });
  }

  private readonly keepFocus = (event: MouseEvent): void => {
    if (buttonOf(event) || speakerOf(event)) event.preventDefault();
  };

  private readonly run = (event: MouseEvent): void => {
    const button = buttonOf(event), view = this.owner.current();
    const name = speakerOf(event);
    if (name && view && !view.state.readOnly) {
      insertSpeaker(view, name);
      return view.focus();
    }
    if (!button || button.getAttribute('aria-disabled') === 'true') return;
    // By the keyboard one stays in the toolbar, by the mouse one is in the text.
    const isKeyboard = event.detail === 0;
    const command = button.dataset.command!;
    const other = this.owner.others[command];
    if (other) return other.run(view);
    if (command === 'source') this.owner.toggleSource();
    if (!view) return;
    if (command !== 'source') (past[command]?.run ?? speakingCommands[command] ?? commands[command as CommandName])(view);
    // What offers a choice is gone through in the text.
    if (!isKeyboard || speakingCommands[command]) view.focus();
    this.update();
  };

  private readonly move = (event: KeyboardEvent): void => {
    const bar = (event.target as Element).closest('[role=toolbar]');
    if (!bar) return;
    if (event.key === 'Escape') return this.owner.current()?.focus();
    const buttons = [...bar.querySelectorAll<HTMLButtonElement>('button')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    const target = buttons[(next + buttons.length) % buttons.length];
    for (const button of buttons) button.tabIndex = button === target ? 0 : -1;
    target.focus();
  };
}

function buttonOf(event: Event): HTMLElement | null {
  const button = (event.target as Element).closest<HTMLElement>('[data-command]');
  return button?.closest('[role=toolbar]') ? button : null;
}

/** The name on a button of the page that puts a speaker into the text. */
const speakerOf = (event: Event): string | undefined => (event.target as Element).closest<HTMLElement>('[data-insert-speaker]')?.dataset.insertSpeaker;

function set(element: Element, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
