import { Prec, type Extension } from '@codemirror/state';
import { type Command, EditorView } from '@codemirror/view';
import { isReadOnly } from './display';
import { treeAt } from './language';

const allowed = ['http:', 'https:', 'mailto:', 'tel:'];
const longest = 2000;

/** The address if a link may lead there, in full; else null. */
export function safeAddress(address: string): string | null {
  if (address.length > longest) return null;
  try {
    const url = new URL(address);
    return allowed.includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** What stands in the text as a bare address or between angle brackets. */
export function bareAddress(text: string): string | null {
  if (/^www\./i.test(text)) return safeAddress('http://' + text);
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text)) return safeAddress('mailto:' + text);
  return safeAddress(text);
}

/** Whether the text is nothing but an address to which a link may lead. */
export function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|mailto:|tel:|www\.)\S+$/i.test(text) && !/[<>"]/.test(text) && bareAddress(text) !== null;
}

/** The address as it may stand between the round brackets of a link. */
export function addressInLink(address: string): string {
  const full = /^www\./i.test(address) ? 'https://' + address : address;
  return full.replace(/[\s()<>\\]/g, character => '%' + character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0'));
}

/** Marks of a link in the page; the browser opens it in a new tab without a way back to this one. */
export function linkAttributes(address: string): Record<string, string> {
  return { href: address, target: '_blank', rel: 'noopener noreferrer', draggable: 'false', class: 'w-link' };
}

function linkAt(event: MouseEvent): HTMLAnchorElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.w-link[href]') : null;
}

function opens(event: MouseEvent, view: EditorView): boolean {
  return event.button === 0 && (event.ctrlKey || event.metaKey || isReadOnly(view.state));
}

/** Alt-Enter opens the link at the caret. */
export const openLink: Command = ({ state }) => {
  const { head } = state.selection.main;
  for (const side of [-1, 1] as const)
    for (let node = treeAt(state, head).resolveInner(head, side); node.parent; node = node.parent) {
      const url = node.name === 'URL' ? node : node.name === 'Link' || node.name === 'Autolink' ? node.getChild('URL') : null;
      const address = url && bareAddress(state.sliceDoc(url.from, url.to).replace(/^<(.*)>$/, '$1'));
      if (!address) continue;
      window.open(address, '_blank', 'noopener,noreferrer');
      return true;
    }
  return false;
};

/** Ctrl or Cmd and a click open a link; where nothing can be written, a click alone. */
export const linkOpening: Extension = Prec.high(EditorView.domEventHandlers({
  mousedown: (event, view) => linkAt(event) !== null && opens(event, view),
  click: (event, view) => {
    const link = linkAt(event);
    if (!link) return false;
    event.preventDefault();
    const address = opens(event, view) ? safeAddress(link.getAttribute('href')!) : null;
    if (address) window.open(address, '_blank', 'noopener,noreferrer');
    return address !== null;
  },
}));
