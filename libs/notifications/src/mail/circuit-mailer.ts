import type { Clock } from '@app/platform/clock/clock.js';
import { type Mail, Mailer, MailNotTaken } from './mailer.js';

/** So many tries in a row that reached nobody close the door. */
const MOST_UNANSWERED = 3;
/** For so long. One try then opens it, or closes it again. */
const CLOSED_MS = 60_000;

/**
 * NTF-13. Stops knocking at a server that does not answer: a hanging server costs three tries, not one for each mail, and the
 * mail waits without losing a try. A server that answers, were it with a no, is one that lives.
 */
export class CircuitMailer extends Mailer {
  private unanswered = 0;
  private closedUntil = 0;

  constructor(
    private readonly inner: Mailer,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async send(mail: Mail): Promise<void> {
    const now = this.clock.now().getTime();
    if (now < this.closedUntil)
      throw new MailNotTaken('the mail server does not answer', 'closed', this.closedUntil - now);
    try {
      await this.inner.send(mail);
      this.unanswered = 0;
    } catch (error) {
      this.count(error);
      throw error;
    }
  }

  private count(error: unknown): void {
    const answered = error instanceof MailNotTaken && /^reply /.test(error.reason);
    this.unanswered = answered ? 0 : this.unanswered + 1;
    if (this.unanswered < MOST_UNANSWERED) return;
    this.closedUntil = this.clock.now().getTime() + CLOSED_MS;
    // The first try after the pause decides alone.
    this.unanswered = MOST_UNANSWERED - 1;
  }
}
