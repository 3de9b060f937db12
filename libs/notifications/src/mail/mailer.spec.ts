import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { FileMailer } from './file-mailer.js';
import { type Mail, MailNotTaken } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

const PUBLIC = 'https://lantern.harbourshire.example';
const mail: Mail = {
  ...{ id: '0123456789abcdef01234567', to: 'maya@lantern.example', subject: 'Nodyn: £5 <b>', language: 'cy' },
  text: 'Helo Siân\n\nhttps://lantern.harbourshire.example/reset/abc\n\n<script>',
};
const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A real SMTP server on a free port. */
async function peer(options: SMTPServerOptions = {}): Promise<{ url: string; received: string[] }> {
  const received: string[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false },
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        received.push(Buffer.concat(parts).toString());
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  ends.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${port}`, received };
}

/** A server that reads a mail to its end and hangs up without a word. */
async function hangsUp(): Promise<string> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write('220 here\r\n');
    let isData = false;
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      if (isData) {
        if (text.includes('\r\n.\r\n')) socket.destroy();
        return;
      }
      if (text.startsWith('DATA')) isData = true;
      socket.write(isData ? '354 go on\r\n' : '250 ok\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `smtp://127.0.0.1:${(server.address() as { port: number }).port}`;
}

describe('mail by SMTP', () => {
  it('reaches a real server, once, as text and as HTML, under an id of its delivery', async () => {
    const { url, received } = await peer();
    await new SmtpMailer(url, PUBLIC).send(mail);
    expect(received).toHaveLength(1);
    const [raw = ''] = received;
    expect(raw).toContain('Message-ID: <0123456789abcdef01234567@lantern.harbourshire.example>');
    expect(raw).toContain('To: maya@lantern.example');
    expect(raw).toContain('Content-Language: cy');
    expect(raw).toContain('text/html');
    expect(raw).not.toContain('<p><script>');
  });

  it('NTF-02 is not taken when the server says no', async () => {
    const { url } = await peer({ onRcptTo: (_address, _session, done) => done(new Error('no such person')) });
    const failed = new SmtpMailer(url, PUBLIC).send(mail);
    await expect(failed).rejects.toBeInstanceOf(MailNotTaken);
    await expect(failed).rejects.not.toThrow(/maya/);
  });

  it('NTF-02 is not taken when there is no server', async () => {
    const { url } = await peer();
    for (const end of ends.splice(0)) await end();
    await expect(new SmtpMailer(url, PUBLIC).send(mail)).rejects.toBeInstanceOf(MailNotTaken);
  });

  it('NTF-02 leaves it open when the server had the mail and said nothing', async () => {
    const failed = new SmtpMailer(await hangsUp(), PUBLIC).send(mail);
    await expect(failed).rejects.not.toBeInstanceOf(MailNotTaken);
    await expect(failed).rejects.toThrow('Nobody can know');
    await expect(failed).rejects.not.toThrow(/maya/);
  });
});

describe('mail by file', () => {
  it('is one readable .eml for each delivery', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lantern-mail-'));
    ends.push(() => rmSync(folder, { recursive: true }));
    const mailer = new FileMailer(join(folder, 'out'), 'http://127.0.0.1:3000');
    await mailer.send(mail);
    expect(readdirSync(join(folder, 'out'))).toEqual(['0123456789abcdef01234567.eml']);
    const raw = readFileSync(join(folder, 'out', '0123456789abcdef01234567.eml'), 'utf8');
    expect(raw).toContain('From: Lantern <no-reply@lantern.invalid>');
    expect(raw).toContain('reset/abc');
  });
});
