import { between, type Passage, step, trimmed, type Words, wordsOf } from './passage';

const calm = 250, nearby = 120, edge = 72;

/** The passage of the element that is selected; its text is the wording, unit by unit. */
function selectedIn(wording: HTMLElement): { passage: Passage; range: Range } | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const chosen = selection.getRangeAt(0), range = document.createRange(), before = document.createRange();
  range.selectNodeContents(wording);
  if (!chosen.intersectsNode(wording)) return null;
  if (chosen.compareBoundaryPoints(Range.START_TO_START, range) > 0) range.setStart(chosen.startContainer, chosen.startOffset);
  if (chosen.compareBoundaryPoints(Range.END_TO_END, range) < 0) range.setEnd(chosen.endContainer, chosen.endOffset);
  before.setStart(wording, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length, passage = trimmed(wording.textContent ?? '', from, from + range.toString().length);
  return passage && { passage, range };
}

function select(wording: HTMLElement, [from, to]: Passage): void {
  const range = document.createRange(), texts = document.createTreeWalker(wording, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let text = texts.nextNode() as Text | null; text; at += text.length, text = texts.nextNode() as Text | null) {
    if (from >= at && from < at + text.length) range.setStart(text, from - at);
    if (to > at && to <= at + text.length) range.setEnd(text, to - at);
  }
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

/** The passage that is selected on a sheet, by mouse, touch or keys, and a button beside it that begins a comment on it. */
export class Selected {
  passage: Passage | null = null;
  private words: Words | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly button = document.createElement('button');

  constructor(private readonly sheet: HTMLElement, private readonly wording: HTMLElement, begin: () => void) {
    this.button.type = 'button';
    this.button.tabIndex = -1;
    this.button.className = 'comment-here';
    this.button.hidden = true;
    this.button.textContent = sheet.dataset.passageLabel ?? '';
    document.body.append(this.button);
    // The selection stays, also on a phone.
    for (const kind of ['pointerdown', 'mousedown']) this.button.addEventListener(kind, (event) => event.preventDefault());
    this.button.addEventListener('click', begin);
    document.addEventListener('selectionchange', this.follow);
    wording.addEventListener('keydown', this.press);
    addEventListener('scroll', this.place, { capture: true, passive: true });
    addEventListener('resize', this.place);
  }

  /** Once a comment has begun. */
  clear(): void {
    getSelection()?.removeAllRanges();
    this.words = null;
    this.show(null);
  }

  dispose(): void {
    clearTimeout(this.timer);
    document.removeEventListener('selectionchange', this.follow);
    this.wording.removeEventListener('keydown', this.press);
    removeEventListener('scroll', this.place, { capture: true });
    removeEventListener('resize', this.place);
    this.button.remove();
  }

  private readonly follow = (): void => {
    clearTimeout(this.timer);
    const found = selectedIn(this.wording);
    if (found) this.passage = found.passage;
    // A tap on a button may end the selection before it is a click.
    this.timer = setTimeout(() => { this.show(found?.passage ?? null); }, calm);
  };

  private readonly press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return this.clear();
    const words = wordsOf(this.wording.textContent ?? '');
    const next = step(words.length, this.passage && this.words, event.key, event.shiftKey);
    if (!next) return;
    event.preventDefault();
    this.words = next;
    select(this.wording, between(words, next));
  };

  private show(passage: Passage | null): void {
    this.passage = passage;
    this.sheet.toggleAttribute('data-selecting', passage !== null);
    this.button.hidden = passage === null;
    this.place();
  }

  /** Below the wording where it ends nearby, else below what is selected; above it where there is no room. */
  private readonly place = (): void => {
    if (this.button.hidden) return;
    const rects = selectedIn(this.wording)?.range.getClientRects(), last = rects?.[rects.length - 1];
    if (!last) return;
    const { width, height } = this.button.getBoundingClientRect(), end = this.wording.getBoundingClientRect().bottom;
    const below = end - last.bottom < nearby ? end + 6 : last.bottom + 10, isRoom = below + height < innerHeight - edge;
    this.button.style.left = `${Math.max(8, Math.min(last.right - width / 2, innerWidth - width - 8))}px`;
    this.button.style.top = `${isRoom ? below : rects![0]!.top - height - 8}px`;
  };
}
