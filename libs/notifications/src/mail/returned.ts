import type { Receipt } from '../delivery/follow-mail.js';

/** What came back of a mail. */
export type Returned = Pick<Receipt, 'outcome' | 'reason'>;

/**
 * What a delivery status notification says became of a mail (RFC 3464, sections 2.3.3 Action and 2.3.4 Status). Null for everything
 * that decides nothing: a delay, an answer from somebody who is away, any other mail. Of the text only the three figures of the
 * status are kept, since the rest may name an address.
 */
export function returnedIn(mail: string): Returned | null {
  if (!/^content-type:\s*multipart\/report/im.test(mail)) return null;
  const [, report = ''] = /content-type:\s*message\/(?:global-)?delivery-status\b([\s\S]*)/i.exec(mail) ?? [];
  const [, action = ''] = /^action:\s*([a-z]+)/im.exec(report) ?? [];
  const [, status = 'none'] = /^status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(report) ?? [];
  const outcome = outcomeOf(action.toLowerCase(), status);
  return outcome === null ? null : { outcome, reason: `returned: ${status}` };
}

/** A status of class 4 that ends in a failure was tried for days and given up: the address may be good. */
function outcomeOf(action: string, status: string): Returned['outcome'] | null {
  if (action === 'delivered') return 'delivered';
  if (action !== 'failed') return null;
  return status.startsWith('4') ? 'failed' : 'bounced';
}
