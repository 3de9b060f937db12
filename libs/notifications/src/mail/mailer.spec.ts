import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FixedClock } from '@app/platform/testing/fixed-clock.js';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { CircuitMailer } from './circuit-mailer.js';
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

/** A server that says this much to each line, and then nothing any more. */
async function fallsSilent(replies: Record<string, string>): Promise<string> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (replies['greeting'] !== undefined) socket.write(replies['greeting']);
    socket.on('data', (chunk) => {
      const reply = replies[chunk.toString().slice(0, 4)];
      if (reply !== undefined) socket.write(reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `smtp://127.0.0.1:${(server.address() as { port: number }).port}`;
}

describe('a mail server that hangs or says no', () => {
  const IMPATIENT = { connectionTimeout: 300, greetingTimeout: 300, socketTimeout: 300 };
  const OK = { greeting: '220 here\r\n', EHLO: '250 ok\r\n', MAIL: '250 ok\r\n', RCPT: '250 ok\r\n' };
  const sent = (url: string) =>
    new SmtpMailer(url, PUBLIC, { patience: IMPATIENT }).send(mail).then(
      () => 'sent',
      (error: unknown) => (error instanceof MailNotTaken ? error.kind : 'nobody can know'),
    );

  it.each([
    ['before its greeting', {}, 'temporary'],
    ['after its greeting', { greeting: OK.greeting }, 'temporary'],
    ['before the recipient', { ...OK, RCPT: undefined }, 'temporary'],
    ['asked for the text', OK, 'temporary'],
    ['once it has the text', { ...OK, DATA: '354 go on\r\n' }, 'nobody can know'],
  ])('NTF-13 is timed out %s', async (_when, replies, expected) => {
    const known = Object.entries(replies).filter(([, reply]) => reply !== undefined);
    expect(await sent(await fallsSilent(Object.fromEntries(known) as Record<string, string>))).toBe(expected);
  });

  it.each([
    [451, 'temporary'],
    [421, 'temporary'],
    [550, 'permanent'],
    [552, 'permanent'],
  ])('NTF-12 with %i is %s', async (responseCode, expected) => {
    const no = Object.assign(new Error('no'), { responseCode });
    const atRecipient = await peer({ onRcptTo: (_address, _session, done) => done(no) });
    expect(await sent(atRecipient.url)).toBe(expected);
    const atText = await peer({
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => done(no));
      },
    });
    expect(await sent(atText.url)).toBe(expected);
  });
});

describe('a door that is closed', () => {
  it('NTF-13 after three unanswered tries asks nobody for a minute, then once', async () => {
    const clock = new FixedClock(new Date('2026-11-23T09:00:00Z'));
    let asked = 0;
    let answer: Error | null = new MailNotTaken('no connection (-111)');
    const send = async () => {
      asked += 1;
      if (answer !== null) throw answer;
    };
    const door = new CircuitMailer({ send }, clock);
    const tried = () =>
      door.send(mail).then(
        () => 'sent',
        (error: unknown) => (error instanceof MailNotTaken ? [error.kind, error.pauseMs] : 'unknown'),
      );
    for (let times = 0; times < 3; times++) expect(await tried()).toEqual(['temporary', 0]);
    clock.advance({ seconds: 20 });
    expect(await tried()).toEqual(['closed', 40_000]);
    expect(asked).toBe(3);
    clock.advance({ seconds: 40 });
    expect(await tried()).toEqual(['temporary', 0]);
    expect(await tried()).toEqual(['closed', 60_000]);
    clock.advance({ seconds: 60 });
    answer = null;
    expect([await tried(), await tried()]).toEqual(['sent', 'sent']);
    // A no is an answer.
    answer = new MailNotTaken('reply 550', 'permanent');
    for (let times = 0; times < 5; times++) expect(await tried()).toEqual(['permanent', 0]);
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
