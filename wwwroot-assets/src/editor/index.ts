import { Sheet, type SheetOptions } from './sheet';

/** Brings the live texts inside `root` to life; called by Texts/LiveSheet.razor. */
export function open(root: HTMLElement, options: SheetOptions): Sheet {
  return new Sheet(root, options);
}
