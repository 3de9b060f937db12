import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { Facts } from '@app/platform/refusal/refusal.js';
import { refusal } from '../refusals.js';
import type { MessageName } from '../template/declared.js';

export type DeliveryId = Id<'Delivery'>;
export type Channel = 'mail' | 'notice';

/** What makes two deliveries the same: nothing is sent twice for one of these (NTF-01). */
export interface DeliveryKey {
  /** The occasion: an invitation, a booking, one step of one reminder, an award. */
  readonly cycle: string;
  readonly message: MessageName;
  readonly recipient: PersonId;
  readonly channel: Channel;
}

/** A link that is made when the mail is written, from an id that is worth nothing to who reads it here (NTF-04). */
export interface LinkTo {
  readonly kind: 'invitation' | 'password-reset';
  readonly id: string;
}

/** What a mail is written from at the moment it is sent: no name, no address, no token. */
export interface Content {
  readonly facts: Facts;
  readonly course?: Words;
  readonly linkTo?: LinkTo;
}

/**
 * `queued`: to be sent, now or later. `sending`: claimed by a sender, and not known to have gone. `accepted`: the mail server
 * or GOV.UK Notify took it. `delivered`: it arrived, as far as the channel can say. `bounced`: it was said not to arrive.
 * `failed`: tried as often as it may be. `unknown`: nobody can know whether it went; never sent again. `suppressed`: not
 * sent on purpose.
 */
export const DELIVERY_STATES = [
  'queued',
  'sending',
  'accepted',
  'delivered',
  'bounced',
  'failed',
  'unknown',
  'suppressed',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** NTF-10. From which state to which a delivery may go. */
export const transitions: Record<DeliveryState, readonly DeliveryState[]> = {
  queued: ['sending'],
  sending: ['queued', 'accepted', 'delivered', 'bounced', 'failed', 'unknown', 'suppressed'],
  accepted: ['delivered', 'bounced', 'failed'],
  delivered: [],
  bounced: ['queued'],
  failed: ['queued', 'delivered'],
  // Its own sender, thought dead, or a receipt may still say what became of it. Nothing makes it go again.
  unknown: ['accepted', 'delivered', 'bounced', 'failed'],
  suppressed: [],
};

/** The states from which a delivery may come into this one. */
export function statesBefore(state: DeliveryState): DeliveryState[] {
  return DELIVERY_STATES.filter((from) => transitions[from].includes(state));
}

/** What an operator said of a delivery that went wrong. */
export type Settlement = 'discarded' | 'resolved';

/** A delivery as operators see it: that something was to be told, never to whom and what it said. */
export interface Delivery {
  readonly id: DeliveryId;
  readonly forceId: ForceId;
  readonly message: MessageName;
  readonly channel: Channel;
  readonly state: DeliveryState;
  /** How often it was tried. */
  readonly attempts: number;
  /** When it came into its state, or was last tried. */
  readonly at: Date;
  /** Why it is not where it should be, in the program's words: `reply 550`. Never an address. */
  readonly reason: string | null;
  readonly settled: Settlement | null;
}

/** The delivery of somebody who claims it, with what they need to send it. */
export interface Claimed {
  readonly id: DeliveryId;
  readonly forceId: ForceId;
  readonly recipient: PersonId;
  readonly message: MessageName;
  readonly cycle: string;
  readonly content: Content;
  readonly attempts: number;
  /** Proves that this sender claimed it. */
  readonly claim: string;
}

const MINUTE_MS = 60_000;
const PAUSES_MINUTES = [1, 5, 15, 60, 180];

/** NTF-12. How long to wait after so many tries (1, 2, …) that the server did not take; null when that was the last. */
export function pauseAfterTry(attempts: number): number | null {
  const minutes = PAUSES_MINUTES[attempts - 1];
  return minutes === undefined ? null : minutes * MINUTE_MS;
}

/** NTF-11. How long a claim lasts: longer than the longest try. Whoever holds it longer is taken for dead. */
export const LEASE_MS = 2 * MINUTE_MS;

/** NTF-24. Refuses to send again what may have gone, and what did not fail. */
export function mayBeRedriven({ state, settled }: Pick<Delivery, 'state' | 'settled'>): boolean {
  if (state === 'unknown') throw refusal('DELIVERY_MAY_HAVE_GONE');
  if (state === 'queued') return false;
  return mustHaveFailed({ state, settled });
}

/** NTF-24. Refuses anything but what failed or bounced and waits for an operator. */
export function mustHaveFailed({ state, settled }: Pick<Delivery, 'state' | 'settled'>): true {
  if ((state !== 'failed' && state !== 'bounced') || settled !== null) throw refusal('DELIVERY_NOT_FAILED');
  return true;
}

/** NTF-24. Refuses anything but a fate that nobody knows. */
export function mustBeUnknown({ state }: Pick<Delivery, 'state'>): void {
  if (state !== 'unknown') throw refusal('DELIVERY_NOT_UNKNOWN');
}

/** NTF-24. The reason as kept. */
export function reasonGiven(text: string): string {
  const reason = text.trim();
  if (reason.length < 3 || reason.length > 500) throw refusal('DELIVERY_REASON_MISSING', { field: 'reason' });
  return reason;
}
