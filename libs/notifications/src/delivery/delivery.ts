import type { PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { MessageName } from '../template/messages.js';

export type DeliveryId = Id<'Delivery'>;
export type Channel = 'mail' | 'notice';

/** What makes two deliveries the same: nothing is sent twice for one of these (NTF-01). */
export interface DeliveryKey {
  /** The occasion: an invitation, a booking, one reminder of one sitting, an award. */
  readonly cycle: string;
  readonly message: MessageName;
  readonly recipient: PersonId;
  readonly channel: Channel;
}

/**
 * `sending`: taken in hand, and not known to have gone. `waiting`: certainly not taken by the mail server, to be tried
 * again. `sent`. `unsure`: the connection was lost when the server may have had it: not sent again. `no-address`: there
 * is nowhere to send it.
 */
export type DeliveryState = 'sending' | 'waiting' | 'sent' | 'unsure' | 'no-address';
