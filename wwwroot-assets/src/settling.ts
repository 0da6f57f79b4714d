// The settling of comments by keys: 1 to 5 choose the outcome, J and K go to the next and the previous comment; never while
// somebody is writing. Ctrl+Enter saves, also from within a text.
import { writes } from './keys';

type Step = { outcome: string } | { go: 'next' | 'previous' } | 'save';

interface Pressed { key: string; code: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean }

export function stepOf(pressed: Pressed, isWriting: boolean): Step | null {
  if (pressed.key === 'Enter') return (pressed.ctrlKey || pressed.metaKey) && !pressed.altKey && !pressed.shiftKey ? 'save' : null;
  if (isWriting || pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.shiftKey) return null;
  // On a Czech keyboard the digits are letters with accents: their place counts.
  const digit = /^(?:Digit|Numpad)([1-5])$/.exec(pressed.code)?.[1];
  if (digit) return { outcome: digit };
  const letter = pressed.key.toLowerCase();
  return letter === 'j' ? { go: 'next' } : letter === 'k' ? { go: 'previous' } : null;
}

/** A text that is being written has told nobody yet what stands in it. */
const tell = (target: EventTarget | null) => {
  if (target instanceof HTMLTextAreaElement) target.dispatchEvent(new Event('change', { bubbles: true }));
};

if (typeof document !== 'undefined') {
  const pause = 400;
  let telling: ReturnType<typeof setTimeout> | undefined;

  document.addEventListener('keydown', (event) => {
    const page = event.defaultPrevented ? null : document.querySelector('[data-settling]');
    const step = page && stepOf(event, writes(event.target));
    if (!page || !step) return;
    if (step === 'save') {
      const form = event.target instanceof HTMLElement ? event.target.closest<HTMLFormElement>('[data-settling] form') ?? page.querySelector<HTMLFormElement>('form.decision') : null;
      if (!form) return;
      event.preventDefault();
      tell(event.target);
      form.requestSubmit();
      return;
    }
    const selector = 'outcome' in step ? `[data-settle-outcome="${step.outcome}"]` : `[data-settle-step="${step.go}"]`;
    const found = page.querySelector<HTMLElement>(selector);
    if (!found) return;
    event.preventDefault();
    if ('outcome' in step) found.focus();
    found.click();
  });

  // The list goes along with the comment that is taken up.
  document.addEventListener('focusin', (event) => {
    if (event.target instanceof HTMLElement && event.target.id === 'settling-comment') document.querySelector('.settling-list [aria-current]')?.scrollIntoView({ block: 'nearest' });
  });

  // The difference follows what is written, a moment later.
  document.addEventListener('input', (event) => {
    const target = event.target;
    if (!(target instanceof HTMLTextAreaElement) || !target.matches('[data-tell-soon]')) return;
    clearTimeout(telling);
    telling = setTimeout(() => { tell(target); }, pause);
  });
}
