// What every page needs of the browser besides Blazor itself.

// After a restart of the server its circuits are gone for good; Blazor then only sets this class.
const modal = () => document.getElementById('components-reconnect-modal');
new MutationObserver(() => {
  if (modal()?.classList.contains('components-reconnect-rejected')) location.reload();
}).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });

// Dragging without a message to the server for every movement: some browsers want data before they drag at all, and
// only what refuses the default of dragover can be dropped on.
const within = (event: Event, selector: string) => event.target instanceof Element && event.target.closest(selector);
document.addEventListener('dragstart', (event) => {
  if (within(event, '[draggable=true]')) event.dataTransfer?.setData('text/plain', '');
});
document.addEventListener('dragover', (event) => {
  if (within(event, '[data-drop]')) event.preventDefault();
});
