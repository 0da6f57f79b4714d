import type { Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

/** The sheet reads as one text: up from its first line and down from its last lead to the next editor. */
export function neighbours(next: (view: EditorView, forward: boolean) => EditorView | null): Extension {
  const leave = (forward: boolean) => (view: EditorView): boolean => {
    const { main } = view.state.selection;
    if (!main.empty || view.moveVertically(main, forward).head !== main.head) return false;
    const line = view.state.doc.lineAt(main.head);
    if (line.number !== (forward ? view.state.doc.lines : 1)) return false;
    const target = next(view, forward);
    if (!target) return false;
    enter(target, forward, view.coordsAtPos(main.head)?.left ?? null);
    return true;
  };
  return keymap.of([{ key: 'ArrowUp', run: leave(false) }, { key: 'ArrowDown', run: leave(true) }]);
}

/** In the column where one came from. */
function enter(view: EditorView, forward: boolean, x: number | null): void {
  const edge = forward ? 0 : view.state.doc.length;
  view.focus();
  view.dispatch({ selection: { anchor: edge }, scrollIntoView: true });
  if (x === null) return;
  view.requestMeasure({
    read: () => {
      const coordinates = view.coordsAtPos(edge);
      return coordinates && view.posAtCoords({ x, y: (coordinates.top + coordinates.bottom) / 2 });
    },
    write: (at) => {
      // Measuring may not change the editor.
      if (at !== null) queueMicrotask(() => view.dispatch({ selection: { anchor: at } }));
    },
  });
}
