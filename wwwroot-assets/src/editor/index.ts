import { Sheet, type SheetOptions } from './sheet/sheet';

/** Opens the live texts inside an element; called by the page, which tells the sheet of its renderings (`sync`) and its end (`dispose`). */
export function open(root: HTMLElement, options: SheetOptions): Sheet {
  return new Sheet(root, options);
}
