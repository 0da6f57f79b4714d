/** Whether keys pressed there are typed into a field: not into one that is only chosen. */
export const writes = (target: EventTarget | null) => target instanceof HTMLElement
  && (target.isContentEditable || target.closest('textarea, select, input:not([type=radio], [type=checkbox])') !== null);
