// Runs before the first paint: sets the theme from the reader's choice, or from the system's.
const chosen = /(?:^|; )theme=(light|dark)/.exec(document.cookie)?.[1];
const system = matchMedia('(prefers-color-scheme: dark)');
const apply = () => { document.documentElement.dataset.theme = chosen ?? (system.matches ? 'dark' : 'light'); };
apply();
if (!chosen) system.addEventListener('change', apply);
export {};
