import { SMTPServer } from 'smtp-server';

/** A real SMTP server that keeps what it takes, and says no to whom it is told to. */
export interface SmtpPeer {
  readonly url: string;
  /** Each mail as it came. */
  readonly mails: string[];
  /** The return path of each mail, in the same order. */
  readonly returnPaths: string[];
  /** An address, and the reply that it gets. */
  readonly refused: Map<string, number>;
  end(): Promise<void>;
}

/** Starts it on a free port. */
export async function smtpPeer(): Promise<SmtpPeer> {
  const mails: string[] = [];
  const returnPaths: string[] = [];
  const refused = new Map<string, number>();
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false },
    onRcptTo: ({ address }, _session, done) => {
      const responseCode = refused.get(address);
      done(responseCode === undefined ? null : Object.assign(new Error('no'), { responseCode }));
    },
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        returnPaths.push(envelope.mailFrom === false ? '' : envelope.mailFrom.address);
        mails.push(
          Buffer.concat(parts)
            .toString()
            .replace(/=\r?\n/g, ''),
        );
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as { port: number };
  const end = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `smtp://127.0.0.1:${port}`, mails, returnPaths, refused, end };
}

/** The subjects of the mails to an address, in the order in which they came. */
export function subjectsTo(peer: SmtpPeer, address: string): string[] {
  return peer.mails
    .filter((mail) => mail.includes(`To: ${address}`))
    .map((mail) => /^Subject: (.*(?:\r?\n[ \t].*)*)/m.exec(mail)?.[1]?.replace(/\r?\n[ \t]/g, ' ') ?? '');
}
