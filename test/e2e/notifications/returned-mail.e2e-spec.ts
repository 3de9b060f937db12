import { TellPerson } from '@app/notifications';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { BounceServer } from '../../../apps/worker/src/notifications/bounce-server.js';
import { aWorld, type World } from '../../support/a-world.js';
import { type SmtpPeer, smtpPeer } from './smtp-peer.js';

const DOMAIN = 'bounce.lantern.example';

describe('mail that comes back', () => {
  let world: World;
  let peer: SmtpPeer;
  let occasions = 0;

  beforeAll(async () => {
    peer = await smtpPeer();
    world = await aWorld({ SMTP_URL: peer.url, BOUNCE_DOMAIN: DOMAIN, BOUNCE_PORT: '0' });
  }, 60_000);
  afterAll(async () => {
    await world.end();
    await peer.end();
  });

  /** A mail that the server took: its return path. */
  async function mailed(): Promise<string> {
    occasions += 1;
    const personId = await world.join('harbourshire', { givenName: 'Olive', familyName: `No${occasions}` });
    await world.settle();
    await world.get(TellPerson).execute(world.system(), {
      ...{
        personId,
        message: 'results-released',
        cycle: `occasion-${occasions}`,
        channels: ['mail'],
        facts: {},
      },
      course: englishOnly('Online harms'),
    });
    await world.settle();
    return peer.returnPaths.at(-1) ?? '';
  }

  /** What another mail server returns: a report with no sender. */
  async function give(to: string, raw: string): Promise<unknown> {
    const port = world.get(BounceServer).port ?? 0;
    const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
    return transport
      .sendMail({ envelope: { from: '', to }, raw })
      .then(() => 'taken')
      .catch((error: unknown) => (error as { responseCode?: number }).responseCode)
      .finally(() => transport.close());
  }
  const report = (action: string, status: string, more = '') =>
    [
      'Content-Type: multipart/report; report-type=delivery-status; boundary=B',
      ...['', '--B', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example', ''],
      ...['Final-Recipient: rfc822; olive@lantern.example', `Action: ${action}`, `Status: ${status}`],
      ...['', '--B', 'Content-Type: message/rfc822', '', more, '--B--', ''],
    ].join('\r\n');
  const row = (path: string) =>
    world.connection
      .collection('messageDeliveries')
      .findOne({ channel: 'mail', cycle: `occasion-${occasions}` })
      .then((found) => ({
        mine: path.includes(String(found?._id)),
        state: found?.['state'],
        reason: found?.['reason'],
      }));

  it('NTF-28 has a return path of its own, and what comes back to it says that it bounced', async () => {
    const path = await mailed();
    expect(await row(path)).toEqual({ mine: true, state: 'accepted', reason: null });
    // The report comes first; of a long mail returned behind it the rest is read and forgotten.
    expect(await give(path, report('failed', '5.1.1', `${'x'.repeat(76)}\r\n`.repeat(6000)))).toBe('taken');
    expect(await row(path)).toMatchObject({ state: 'bounced', reason: 'returned: 5.1.1' });
    expect(await give(path, report('failed', '5.1.1'))).toBe('taken');
    expect(await row(path)).toMatchObject({ state: 'bounced' });
  });

  it('NTF-28 a delay, an answer of somebody away and a report of something else change nothing', async () => {
    const path = await mailed();
    for (const raw of [
      report('delayed', '4.4.1'),
      'Subject: Away\r\n\r\nAction: failed\r\nStatus: 5.1.1',
      '\r\n',
    ])
      expect(await give(path, raw)).toBe('taken');
    expect(await row(path)).toMatchObject({ state: 'accepted' });
  });

  it('NTF-28 is refused for every address that is no return path of ours', async () => {
    const path = await mailed();
    const [seal = ''] = /-[0-9a-f]+@/.exec(path) ?? [];
    for (const to of [`bounce+${newId()}${seal}${DOMAIN}`, `postmaster@${DOMAIN}`, 'maya@lantern.example'])
      expect(await give(to, report('failed', '5.1.1'))).toBe(550);
    expect(await row(path)).toMatchObject({ state: 'accepted' });
  });
});
