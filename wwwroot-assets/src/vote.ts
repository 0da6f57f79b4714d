// The vote by keys: 1, 2, 3 go to a button of the card, which Enter then presses; never while somebody is writing.
// Alt+H leads from a text to the card.
import { isWriting, letterKeysAreOn } from './keys';

const choices = () => [...document.querySelectorAll<HTMLElement>('[data-vote-card] [data-vote-choice]')].filter((button) => button.offsetParent !== null);

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.defaultPrevented) return;
  const isCall = event.altKey && event.code === 'KeyH';
  const digit = event.altKey || event.shiftKey || isWriting(event.target) || !letterKeysAreOn() ? null : /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  if (!isCall && !digit) return;
  const button = choices()[isCall ? 0 : Number(digit![1]) - 1];
  if (!button) return;
  event.preventDefault();
  button.focus();
});
