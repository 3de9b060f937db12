import type { Delivery, DeliveryState, Settlement } from '@app/notifications';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../edge/paging.js';
import { resultOf } from '../edge/refused.js';
import { DateTimeScalar } from '../edge/scalars.js';

export enum DeliveryStateEnum {
  QUEUED = 'queued',
  SENDING = 'sending',
  ACCEPTED = 'accepted',
  DELIVERED = 'delivered',
  BOUNCED = 'bounced',
  FAILED = 'failed',
  UNKNOWN = 'unknown',
  SUPPRESSED = 'suppressed',
}
registerEnumType(DeliveryStateEnum, {
  name: 'DeliveryState',
  description: 'How far a message has come.',
  valuesMap: {
    QUEUED: { description: 'To be sent, now or later.' },
    SENDING: { description: 'Being sent.' },
    ACCEPTED: { description: 'The mail server, or GOV.UK Notify, took it.' },
    DELIVERED: { description: 'It arrived, as far as the channel can say.' },
    BOUNCED: { description: 'It was said that it does not arrive.' },
    FAILED: { description: 'Tried as often as it may be.' },
    UNKNOWN: { description: 'Nobody can know whether it went. It is never sent again.' },
    SUPPRESSED: { description: 'Not sent on purpose: no address, suspended, or switched off.' },
  },
});

export enum SettlementEnum {
  DISCARDED = 'discarded',
  RESOLVED = 'resolved',
}
registerEnumType(SettlementEnum, {
  name: 'DeliverySettlement',
  description: 'What an operator said of a message that went wrong.',
  valuesMap: {
    DISCARDED: { description: 'It was given up.' },
    RESOLVED: { description: 'What became of it was found out.' },
  },
});

@ObjectType('Delivery', {
  description: 'That something was to be told to somebody: never to whom, at which address, or what it said.',
})
export class DeliveryType {
  @Field(() => ID, { description: 'Its id, which is also the first part of the mail’s Message-ID.' })
  id!: string;

  @Field(() => ID, { description: 'The force whose message it is.' })
  forceId!: string;

  @Field({ description: 'Which message: `course-overdue`.' })
  message!: string;

  @Field({ description: '`mail` or `notice`.' })
  channel!: string;

  @Field(() => DeliveryStateEnum, { description: 'How far it has come.' })
  state!: DeliveryState;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => DateTimeScalar, { description: 'When it came into its state.' })
  at!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in the program’s words. It holds nothing personal.',
  })
  reason!: string | null;

  @Field(() => SettlementEnum, {
    nullable: true,
    description: 'What an operator said of it; null until then.',
  })
  settled!: Settlement | null;
}

export const DeliveryConnection = connectionOf(DeliveryType);

@InputType({ description: 'Which message.' })
export class RedriveDeliveryInput {
  @Field(() => ID, { description: 'Its id, from the list.' })
  deliveryId!: string;
}

@InputType({ description: 'Which message, and why it is given up.' })
export class DiscardDeliveryInput extends RedriveDeliveryInput {
  @Field({ description: 'Why, in 3 to 500 characters: the journal keeps it.' })
  reason!: string;
}

@InputType({ description: 'Which message, and what became of it.' })
export class ResolveDeliveryInput extends RedriveDeliveryInput {
  @Field({ description: 'What was found out, in 3 to 500 characters: the journal keeps it.' })
  reason!: string;
}

export const RedriveDeliveryResult = resultOf('RedriveDelivery', DeliveryType);
export const DiscardDeliveryResult = resultOf('DiscardDelivery', DeliveryType);
export const ResolveDeliveryResult = resultOf('ResolveDelivery', DeliveryType);

/** A delivery as the API shows it. */
export function deliveryType(delivery: Delivery): DeliveryType {
  return { ...delivery };
}
