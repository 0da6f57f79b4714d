interface Page { invokeMethodAsync(method: 'Pasted'): Promise<void> }

/**
 * Takes a table that is pasted into the field, with its rows and columns as Word and Excel put them on the clipboard. Text
 * without a table stays in the field. The page is told, and asks for the table by `take` in pieces: it may be long.
 */
export function listen(field: HTMLTextAreaElement, page: Page): { take(): Uint8Array; dispose(): void } {
  let pasted = '';
  const onPaste = (event: ClipboardEvent): void => {
    const html = event.clipboardData?.getData('text/html') ?? '';
    if (!/<table[\s>]/i.test(html)) return;
    event.preventDefault();
    pasted = html;
    void page.invokeMethodAsync('Pasted');
  };
  field.addEventListener('paste', onPaste);
  return {
    take: () => new TextEncoder().encode(pasted),
    dispose: () => { field.removeEventListener('paste', onPaste); },
  };
}
