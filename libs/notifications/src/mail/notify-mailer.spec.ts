import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Mail, MailNotTaken } from './mailer.js';
import { NotifyMailer } from './notify-mailer.js';

const SERVICE = '26785a09-ab16-4eb0-8407-a37497a57506';
const SECRET = '3d844edf-8d35-48ac-975b-e847b4f122b0';
const EN = '11111111-1111-4111-8111-111111111111';
const CY = '22222222-2222-4222-8222-222222222222';
const mail: Mail = {
  ...{
    id: '0123456789abcdef01234567',
    to: 'maya@lantern.example',
    subject: 'Nodyn',
    text: 'Helo',
    language: 'cy',
  },
};

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

interface Heard {
  readonly path: string;
  readonly token: Record<string, unknown>;
  readonly body: Record<string, unknown>;
}

interface Answering {
  readonly status?: number;
  readonly template?: string;
  readonly silent?: boolean;
}

/** A peer that speaks as GOV.UK Notify's API does: a template by id, and mail, under a token signed for the service. */
async function notify(answering: Answering = {}) {
  const heard: Heard[] = [];
  const server: Server = createServer((request, response) => {
    void heardOf(request).then((what) => {
      heard.push(what);
      if (answering.silent === true && what.path.includes('email')) return request.socket.destroy();
      const [status, body] = answerTo(what.path, answering);
      response.writeHead(status, { 'content-type': 'application/json' });
      return response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as { port: number };
  const settings = { apiKey: `lantern-${SERVICE}-${SECRET}`, url: `http://127.0.0.1:${port}` };
  return { heard, mailer: new NotifyMailer({ ...settings, templates: { en: EN, cy: CY } }) };
}

function answerTo(
  path: string,
  { status = 201, template = 'Lantern:\n\n((body))' }: Answering,
): [number, object] {
  if (path.startsWith('/v2/template/')) return [200, { subject: '((subject))', body: template }];
  if (status < 300) return [status, { id: 'n-1' }];
  return [status, { status_code: status, errors: [{ error: 'BadRequestError', message: 'no' }] }];
}

async function heardOf(request: IncomingMessage): Promise<Heard> {
  const text = await textOf(request);
  const [, claims = ''] = (request.headers.authorization ?? '').replace('Bearer ', '').split('.');
  const token = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
  const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  return { path: request.url ?? '', token, body };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

const kindOf = (sending: Promise<void>) =>
  sending.then(
    () => 'sent',
    (error: unknown) => (error instanceof MailNotTaken ? error.kind : 'nobody can know'),
  );

describe('mail by GOV.UK Notify', () => {
  it('NTF-25 gives the words to the template of the language, under the delivery’s id', async () => {
    const { heard, mailer } = await notify();
    await mailer.send(mail);
    await mailer.send({ ...mail, language: 'en' });
    await mailer.send(mail);
    const mails = heard.filter(({ path }) => path === '/v2/notifications/email');
    expect(mails.map(({ body }) => body)).toEqual(
      [CY, EN, CY].map((template_id) => ({
        ...{ template_id, email_address: mail.to, reference: mail.id },
        personalisation: { subject: 'Nodyn', body: 'Helo' },
      })),
    );
    expect(mails[0]?.token).toMatchObject({ iss: SERVICE });
    expect(heard.filter(({ path }) => path === `/v2/template/${CY}`)).toHaveLength(1);
  });

  it('NTF-14 refuses a template with other fields before anything is sent, in so many words', async () => {
    for (const template of ['((body)) ((name))', 'nothing']) {
      const { heard, mailer } = await notify({ template });
      await expect(mailer.send(mail)).rejects.toThrow(
        'the cy template has other fields than body and subject',
      );
      expect(heard.map(({ path }) => path)).toEqual([`/v2/template/${CY}`]);
    }
  });

  it.each([
    [400, 'permanent'],
    [403, 'temporary'],
    [429, 'temporary'],
    [503, 'temporary'],
    [500, 'nobody can know'],
  ])('NTF-12 takes %i as %s', async (status, expected) => {
    expect(await kindOf((await notify({ status })).mailer.send(mail))).toBe(expected);
  });

  it('NTF-02 leaves it open when the answer is lost, and not when nobody is there', async () => {
    expect(await kindOf((await notify({ silent: true })).mailer.send(mail))).toBe('nobody can know');
    const { mailer } = await notify();
    for (const end of ends.splice(0)) end();
    expect(await kindOf(mailer.send(mail))).toBe('temporary');
  });
});
