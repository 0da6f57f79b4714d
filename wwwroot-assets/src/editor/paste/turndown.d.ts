// The part of turndown that is used here; the package brings no types.
declare module 'turndown' {
  interface Rule {
    filter: string | string[] | ((node: HTMLElement) => boolean);
    replacement(content: string, node: HTMLElement, options: Record<string, unknown>): string;
  }
  export default class TurndownService {
    constructor(options?: Record<string, unknown>);
    addRule(name: string, rule: Rule): this;
    remove(filter: string | string[]): this;
    escape(text: string): string;
    turndown(node: Node): string;
  }
}
