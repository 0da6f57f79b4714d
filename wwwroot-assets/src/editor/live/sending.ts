import type { ChangeSet } from '@codemirror/state';
import { portion } from './leftovers';
import type { Submitted } from './protocol';
import type { TextCopy } from './textCopy';

/** Whose changes are sent. */
export interface SendingOwner {
  /** The copy whose changes may go now; null while the text is not open. */
  ready(): TextCopy | null;
  submit(copy: TextCopy, part: readonly ChangeSet[]): Promise<Submitted>;
  refused(copy: TextCopy, code: string, sent: number): void;
  /** No answer came, or not what was answered for: everything is asked anew. */
  reopen(): void;
}

const echoWithin = 3_000;
export const tryAgainAfter = 1_000;

/** Sends what is pending, one message at a time: the next goes when the one before was answered and seen among the revisions. */
export class Sending {
  private turn = 0;
  private isSending = false;
  /** The version that holds what was sent last; 0 while that is not answered. */
  private awaited = 0;
  private most: number | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly owner: SendingOwner) {}

  /** The line came or went, or the text is opened again: answers of before no longer count. */
  reset(): void {
    this.turn++;
    this.release();
  }

  async flush(): Promise<void> {
    const copy = this.owner.ready(), { turn } = this;
    if (!copy || this.isSending || copy.pending.length === 0) return;
    const part = portion(copy.pending, this.most);
    this.isSending = true;
    try {
      const answer = await this.owner.submit(copy, part);
      if (turn === this.turn) this.answered(copy, answer, part.length);
    } catch {
      if (turn === this.turn) this.reopenAfter(tryAgainAfter);
    }
  }

  /** Revisions have come, perhaps those that were waited for. */
  echoed(version: number): void {
    if (this.awaited === 0 || version < this.awaited) return;
    this.release();
    void this.flush();
  }

  /** After a refusal of several, the unsuitable one shows itself when they are sent alone. */
  alone(): void {
    this.most = 1;
    void this.flush();
  }

  private answered(copy: TextCopy, answer: Submitted, sent: number): void {
    if (answer.refused) {
      this.release();
      return this.owner.refused(copy, answer.refused, sent);
    }
    this.most = undefined;
    this.awaited = answer.version;
    this.reopenAfter(echoWithin);
    this.echoed(copy.version);
  }

  private release(): void {
    this.isSending = false;
    this.awaited = 0;
    clearTimeout(this.timer);
  }

  private reopenAfter(milliseconds: number): void {
    const { turn } = this;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { if (turn === this.turn) this.owner.reopen(); }, milliseconds);
  }
}
