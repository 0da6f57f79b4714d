import type { EditorView } from '@codemirror/view';

interface Place { textId: number; anchor: number; head: number; scroll: number; focused: boolean }

const key = 'workspace.place';

/** Remembers over a reload of the page where its writer was. */
export function rememberPlace(textId: number, view: EditorView): void {
  const { anchor, head } = view.state.selection.main;
  const place: Place = { textId, anchor, head, scroll: scrollY, focused: view.hasFocus };
  sessionStorage.setItem(key, JSON.stringify({ path: location.pathname, place }));
}

/** The place remembered for this page, once. */
export function takePlace(): Place | null {
  const text = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  if (!text) return null;
  const { path, place } = JSON.parse(text) as { path: string; place: Place };
  return path === location.pathname ? place : null;
}
