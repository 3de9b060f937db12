import type { Language } from '@app/platform/context/request-context.js';

/** One mail to one person. */
export interface Mail {
  /** Becomes the Message-ID: the same delivery never looks like two mails. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  /** Plain text with blank lines between paragraphs. */
  readonly text: string;
  readonly language: Language;
}

/** `permanent`: it will never be taken. `closed`: nobody was asked, because the server has lately not answered. */
export type NotTakenKind = 'temporary' | 'permanent' | 'closed';

/** The mail was certainly not taken, so it may be tried again. Any other failure leaves that open. */
export class MailNotTaken extends Error {
  constructor(
    readonly reason: string,
    readonly kind: NotTakenKind = 'temporary',
    /** Of `closed`: for how long. */
    readonly pauseMs = 0,
  ) {
    super(`The mail server did not take the mail: ${reason}`);
    this.name = 'MailNotTaken';
  }
}

/** The way out for mail. Its message text and addresses are never logged. */
export abstract class Mailer {
  /** Hands a mail over. Throws MailNotTaken when it certainly was not taken, anything else when nobody can know. */
  abstract send(mail: Mail): Promise<void>;
}
