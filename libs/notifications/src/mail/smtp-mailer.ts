import { createTransport } from 'nodemailer';
import { compose } from './compose.js';
import { type Mail, Mailer, MailNotTaken } from './mailer.js';
import type { ReturnPath } from './return-path.js';

/** How long a server may be silent at each stage, in milliseconds. All together they stay below the life of a claim. */
export const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Failures before the server could have taken the mail. */
const BEFORE_TAKEN = new Set(['EDNS', 'EAUTH', 'EENVELOPE', 'ETLS', 'ENOAUTH', 'EOAUTH2', 'ECONNREFUSED']);

/** Mail by SMTP, one connection for each. */
export class SmtpMailer extends Mailer {
  constructor(
    private readonly smtpUrl: string,
    private readonly publicUrl: string,
    private readonly more: { readonly patience?: typeof PATIENCE; readonly returns?: ReturnPath | null } = {},
  ) {
    super();
  }

  override async send(mail: Mail): Promise<void> {
    const progress = new Progress();
    const options = {
      url: this.smtpUrl,
      ...(this.more.patience ?? PATIENCE),
      logger: progress.logger,
      transactionLog: true,
    };
    const transport = createTransport(options as never);
    try {
      await transport.sendMail(this.composed(mail));
    } catch (error) {
      const fault = notTaken(error, progress.mayHaveBody);
      if (fault !== null) throw fault;
      // The cause may name the address, so it is left behind.
      throw new Error(`Nobody can know whether the mail server took the mail (${codeOf(error)})`);
    } finally {
      transport.close();
    }
  }

  /** With a return path of its own where there is one. */
  private composed(mail: Mail) {
    const message = compose(mail, this.publicUrl);
    const returns = this.more.returns ?? null;
    if (returns === null) return message;
    return { ...message, envelope: { from: returns.addressOf(mail.id), to: mail.to } };
  }
}

/** Follows the conversation, and keeps nothing of it but how far it came: the text goes once the server has said 354 to DATA. */
class Progress {
  mayHaveBody = false;

  readonly logger = (() => {
    const hear = ({ tnx }: { tnx?: string }, line: unknown) => {
      const isGoOn = tnx === 'server' && String(line).startsWith('354');
      if (isGoOn || tnx === 'message') this.mayHaveBody = true;
    };
    const deaf = () => undefined;
    return { debug: hear, info: hear, trace: deaf, warn: deaf, error: deaf, fatal: deaf, level: deaf };
  })();
}

/** Why the server certainly has not got the mail: it said no, or never saw the text. Null when that is open. */
function notTaken(error: unknown, mayHaveBody: boolean): MailNotTaken | null {
  const { responseCode } = error as { responseCode?: number };
  if (typeof responseCode === 'number' && responseCode >= 400)
    return new MailNotTaken(
      `reply ${responseCode}`,
      isForGood(error, responseCode) ? 'permanent' : 'temporary',
    );
  if (mayHaveBody) return null;
  const { errno, syscall, timeoutType } = error as {
    errno?: unknown;
    syscall?: string;
    timeoutType?: string;
  };
  if (syscall === 'connect' || syscall === 'getaddrinfo')
    return new MailNotTaken(`no connection (${String(errno)})`);
  if (timeoutType !== undefined) return new MailNotTaken(`no answer (${timeoutType})`);
  return new MailNotTaken(BEFORE_TAKEN.has(codeOf(error)) ? codeOf(error) : `hung up (${codeOf(error)})`);
}

/** A no to this mail is for good; a no to our name and password is a fault of ours that an operator mends. */
function isForGood(error: unknown, responseCode: number): boolean {
  return responseCode >= 500 && codeOf(error) !== 'EAUTH';
}

function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : 'unknown';
}
