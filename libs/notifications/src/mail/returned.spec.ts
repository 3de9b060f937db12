import { newId } from '@app/platform/ids/ids.js';
import { describe, expect, it } from '@jest/globals';
import { ReturnPath } from './return-path.js';
import { returnedIn } from './returned.js';

/** A report as RFC 3464 (appendix E) shows one. */
const report = (action: string, status: string) =>
  [
    'From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example>',
    'Subject: Returned mail',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
    '',
    '--B',
    'Content-Type: text/plain',
    '',
    'Action: nothing is meant by this line, which is for people.',
    '--B',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; maya.okafor@force.example',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 no such person maya.okafor',
    '--B',
    'Content-Type: message/rfc822',
    '',
    'Subject: Your place',
    '--B--',
  ].join('\r\n');

describe('what mail servers return', () => {
  it.each([
    ['failed', '5.1.1', { outcome: 'bounced', reason: 'returned: 5.1.1' }],
    ['failed', '4.4.7', { outcome: 'failed', reason: 'returned: 4.4.7' }],
    ['delivered', '2.0.0', { outcome: 'delivered', reason: 'returned: 2.0.0' }],
    ['delayed', '4.4.1', null],
    ['relayed', '2.0.0', null],
  ])('NTF-28 %s with %s', (action, status, expected) => {
    const returned = returnedIn(report(action, status));
    expect(returned).toEqual(expected);
    expect(JSON.stringify(returned)).not.toContain('maya');
  });

  it('NTF-28 of anything else decides nothing', () => {
    expect(returnedIn('Subject: Away\r\n\r\nI am on leave. Action: failed\r\nStatus: 5.0.0')).toBeNull();
    expect(returnedIn('')).toBeNull();
  });
});

describe('a return path', () => {
  const paths = new ReturnPath('bounce.lantern.example', 'a secret of at least thirty-two characters');
  const id = newId();

  it('names its delivery, in whatever case it comes back', () => {
    expect(paths.idIn(paths.addressOf(id))).toBe(id);
    expect(paths.idIn(paths.addressOf(id).toUpperCase())).toBe(id);
  });

  it('is made by nobody else, for no other mail and no other domain', () => {
    const [, seal = ''] = /-([0-9a-f]{20})@/.exec(paths.addressOf(id)) ?? [];
    const others = [
      `bounce+${newId()}-${seal}@bounce.lantern.example`,
      `bounce+${id}-${'0'.repeat(20)}@bounce.lantern.example`,
      `bounce+${id}-@bounce.lantern.example`,
      paths.addressOf(id).replace('bounce.lantern', 'elsewhere'),
      'postmaster@bounce.lantern.example',
    ];
    for (const address of others) expect(paths.idIn(address)).toBeUndefined();
  });
});
