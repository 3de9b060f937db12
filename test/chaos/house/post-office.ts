import { appendFileSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';
import type { Random } from '../random.ts';

/** A real SMTP server. It writes each message down before it says that it took it. */
export interface PostOffice {
  readonly url: string;
  close(): Promise<void>;
}

/** Takes its time over each message, so that whoever sends one may die while it does. */
export async function postOffice(file: string, random: Random): Promise<PostOffice> {
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const text = Buffer.concat(parts).toString();
        const [before, after] = [random.between(0, 250), random.between(0, 250)];
        setTimeout(() => {
          const to = session.envelope.rcptTo.map(({ address }) => address).join(' ');
          const line = {
            at: Date.now(),
            messageId: headerOf(text, 'Message-ID'),
            subject: headerOf(text, 'Subject'),
            to,
          };
          appendFileSync(file, `${JSON.stringify(line)}\n`);
          setTimeout(() => done(), after);
        }, before);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function headerOf(text: string, name: string): string {
  const found = new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, 'mi').exec(text)?.[1] ?? '';
  return found.replace(/\r?\n[ \t]/g, ' ').trim();
}
