import type { SyntaxNode, Tree } from '@lezer/common';
import { bareAddress, linkAttributes, safeAddress } from './links';

const elements: Record<string, string> = { StrongEmphasis: 'strong', Emphasis: 'em', Strikethrough: 's', InlineCode: 'code' };
const marks = ['EmphasisMark', 'StrikethroughMark', 'CodeMark', 'LinkMark', 'LinkTitle'];

function link(address: string | null): HTMLElement {
  const dom = document.createElement(address ? 'a' : 'span');
  if (address) for (const [name, value] of Object.entries(linkAttributes(address))) dom.setAttribute(name, value);
  return dom;
}

function wrapper(node: SyntaxNode, source: string): HTMLElement | null {
  if (elements[node.name]) return document.createElement(elements[node.name]!);
  if (node.name === 'URL') return link(bareAddress(source.slice(node.from, node.to)));
  const url = node.name === 'Link' ? node.getChild('URL') : null;
  return url ? link(safeAddress(source.slice(url.from, url.to).replace(/^<(.*)>$/, '$1'))) : null;
}

function append(target: Node, node: SyntaxNode, source: string, from: number, to: number): void {
  let done = from;
  const isLink = (node.name === 'Link' || node.name === 'Image') && node.getChild('URL') !== null;
  for (let child = node.childAfter(from); child && child.from < to; child = child.nextSibling) {
    target.appendChild(document.createTextNode(source.slice(done, child.from)));
    done = child.to;
    const isMark = isLink || node.name !== 'Link' ? marks.includes(child.name) : false;
    if (isMark || (isLink && child.name === 'URL')) continue;
    if (child.name === 'Escape') target.appendChild(document.createTextNode(source.slice(child.from + 1, child.to)));
    else if (child.firstChild || wrapper(child, source)) {
      const inner = wrapper(child, source) ?? document.createElement('span');
      append(inner, child, source, child.from, child.to);
      target.appendChild(inner);
    } else target.appendChild(document.createTextNode(source.slice(child.from, child.to)));
  }
  target.appendChild(document.createTextNode(source.slice(done, to)));
}

/** The text of a cell as nodes for the page: made one by one, never from HTML. */
export function inlineNodes(tree: Tree, source: string, from: number, to: number): Node[] {
  if (from >= to) return [];
  let node = tree.resolve(from, 1);
  while (node.parent && node.name !== 'TableCell') node = node.parent;
  if (node.name !== 'TableCell') return [document.createTextNode(source.slice(from, to))];
  const fragment = document.createDocumentFragment();
  append(fragment, node, source, from, to);
  return [...fragment.childNodes];
}
