// Clocks of the meeting run on in the browser: the server says how far they are whenever it draws them, and sends nothing
// in between. Only the text node is changed that was drawn, so that the next drawing finds it.
const everySeconds = 5;

export interface Clock {
  /** '{0} / 10 min'. */
  said: string;
  /** Planned minutes, beyond which `over` ('přes plán o {0} min') follows. */
  planned?: number;
  over?: string;
  /** Said instead of nought of a clock that counts both ways. */
  even?: string;
}

/** The same as MinutesClock says on the server. */
export function textOf(seconds: number, { said, planned, over, even }: Clock): { text: string; isOver: boolean } {
  if (even !== undefined) {
    const minutes = Math.trunc(seconds / 60);
    const text = minutes === 0 ? even : said.replace('{0}', `${minutes > 0 ? '+' : '−'}${Math.abs(minutes)}`);
    return { text, isOver: minutes > 0 };
  }
  const minutes = Math.floor(seconds / 60), text = said.replace('{0}', String(minutes));
  const isOver = planned !== undefined && minutes > planned;
  return { text: isOver ? `${text} · ${over!.replace('{0}', String(minutes - planned))}` : text, isOver };
}

/** Seconds on a clock that stood at `seconds` and stands still for `hold` seconds before it runs. */
export const secondsAfter = (seconds: number, hold: number, elapsed: number): number => seconds + Math.max(0, elapsed - hold);

const begun = new WeakMap<Element, { drawn: string; at: number }>();

function tick(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-clock]')) {
    const { clock = '0', hold = '0', said = '', planned, over, even } = element.dataset;
    const drawn = `${clock} ${hold}`, now = performance.now();
    let start = begun.get(element);
    if (start?.drawn !== drawn) begun.set(element, start = { drawn, at: now });
    const { text, isOver } = textOf(secondsAfter(Number(clock), Number(hold), (now - start.at) / 1000), { said, planned: planned === undefined ? undefined : Number(planned), over, even });
    if (element.firstChild instanceof Text && element.firstChild.data !== text) element.firstChild.data = text;
    element.classList.toggle('over', isOver);
  }
}

if (typeof document !== 'undefined') setInterval(tick, everySeconds * 1000);
