import { redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import type { Command, EditorView } from '@codemirror/view';
import { active, commands, type CommandName } from './writing';

const own: Record<string, Command> = { undo, redo };

/** The page's toolbar (role toolbar, buttons with data-command), acting on the editor that was last in focus. */
export class Toolbar {
  private readonly buttons: HTMLButtonElement[];
  private target: EditorView | null = null;

  constructor(private readonly element: HTMLElement | null) {
    this.buttons = [...(element?.querySelectorAll<HTMLButtonElement>('[data-command]') ?? [])];
    element?.addEventListener('mousedown', this.keepFocus);
    element?.addEventListener('click', this.run);
    element?.addEventListener('keydown', this.move);
    for (const [i, button] of this.buttons.entries()) button.tabIndex = i === 0 ? 0 : -1;
    this.show(null);
  }

  /** Shows what is active where the caret is; a command without an editor to act on is disabled, but stays reachable. */
  show(view: EditorView | null): void {
    this.target = view;
    const canEdit = view !== null && !view.state.readOnly;
    const on = view ? active(view.state) : new Set<CommandName>();
    for (const button of this.buttons) {
      const name = button.dataset.command!;
      const isPossible = canEdit && !(name === 'undo' && undoDepth(view.state) === 0) && !(name === 'redo' && redoDepth(view.state) === 0);
      button.setAttribute('aria-disabled', String(!isPossible));
      if (!(name in own)) button.setAttribute('aria-pressed', String(on.has(name as CommandName)));
    }
  }

  dispose(): void {
    this.element?.removeEventListener('mousedown', this.keepFocus);
    this.element?.removeEventListener('click', this.run);
    this.element?.removeEventListener('keydown', this.move);
  }

  private readonly keepFocus = (event: MouseEvent) => {
    if ((event.target as Element).closest('[data-command]')) event.preventDefault();
  };

  private readonly run = (event: MouseEvent) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-command]');
    if (!button || !this.target || button.getAttribute('aria-disabled') === 'true') return;
    const name = button.dataset.command!;
    (own[name] ?? commands[name as CommandName])(this.target);
    this.target.focus();
    this.show(this.target);
  };

  private readonly move = (event: KeyboardEvent) => {
    const at = this.buttons.indexOf(event.target as HTMLButtonElement);
    const last = this.buttons.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
    if (at < 0 || to === undefined) {
      if (event.key === 'Escape') this.target?.focus();
      return;
    }
    event.preventDefault();
    this.buttons[at].tabIndex = -1;
    this.buttons[to].tabIndex = 0;
    this.buttons[to].focus();
  };
}
