import { createTransport, type Transporter } from 'nodemailer';
import { compose } from './compose.js';
import { type Mail, Mailer, MailNotTaken } from './mailer.js';

/** Failures before the server could have taken the mail. */
const BEFORE_TAKEN = new Set(['EDNS', 'EAUTH', 'EENVELOPE', 'ETLS', 'ENOAUTH', 'EOAUTH2', 'ECONNREFUSED']);

/** Mail by SMTP. */
export class SmtpMailer extends Mailer {
  private readonly transport: Transporter;

  constructor(
    smtpUrl: string,
    private readonly publicUrl: string,
  ) {
    super();
    this.transport = createTransport(smtpUrl, {
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    } as never);
  }

  override async send(mail: Mail): Promise<void> {
    try {
      await this.transport.sendMail(compose(mail, this.publicUrl));
    } catch (error) {
      const reason = notTaken(error);
      if (reason !== null) throw new MailNotTaken(reason);
      // The cause may name the address, so it is left behind.
      throw new Error(`Nobody can know whether the mail server took the mail (${codeOf(error)})`);
    }
  }
}

/** Why the server certainly has not got the mail: it said no, or was never reached. Null when that is open. */
function notTaken(error: unknown): string | null {
  const { responseCode, errno, syscall } = error as {
    responseCode?: number;
    errno?: unknown;
    syscall?: string;
  };
  if (typeof responseCode === 'number' && responseCode >= 400) return `reply ${responseCode}`;
  if (syscall === 'connect' || syscall === 'getaddrinfo') return `no connection (${String(errno)})`;
  return BEFORE_TAKEN.has(codeOf(error)) ? codeOf(error) : null;
}

function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : 'unknown';
}
