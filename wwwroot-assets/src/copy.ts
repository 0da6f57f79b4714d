// A button with data-copy="id" copies the value of that field, and says so in the status of the same field.
document.addEventListener('click', async event => {
  const button = (event.target as Element).closest<HTMLElement>('[data-copy]');
  if (!button) return;
  const field = document.getElementById(button.dataset.copy!) as HTMLInputElement;
  field.select();
  // The clipboard is there on secure pages only.
  if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
  else document.execCommand('copy');
  const status = button.closest('.field')?.querySelector('[role=status]');
  if (status) status.textContent = button.dataset.copied!;
});
export {};
