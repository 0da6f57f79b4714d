// What every page needs of the browser besides Blazor itself.
import './copy';

// After a restart of the server its circuits are gone for good; Blazor then only sets this class.
const modal = () => document.getElementById('components-reconnect-modal');
new MutationObserver(() => {
  if (modal()?.classList.contains('components-reconnect-rejected')) location.reload();
}).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
