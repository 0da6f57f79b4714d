// Runs before the first paint: sets the theme from the reader's choice, or from the system's.
const root = document.documentElement;
const chosen = () => /(?:^|; )theme=(light|dark)/.exec(document.cookie)?.[1];
const system = matchMedia('(prefers-color-scheme: dark)');
const apply = () => { root.dataset.theme = chosen() ?? (system.matches ? 'dark' : 'light'); };
apply();
system.addEventListener('change', apply);
// Blazor makes this element as the server sends it when a link leads from one static page to the next.
new MutationObserver(() => { if (!root.dataset.theme) apply(); }).observe(root, { attributeFilter: ['data-theme'] });
export {};
