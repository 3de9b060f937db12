import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import type { Conversation } from '@app/practicals';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../edge/paging.js';
import { DateScalar, DateTimeScalar } from '../../edge/scalars.js';

export const ConversationStateEnum = {
  RECORDED: 'RECORDED',
  CONFIRMED: 'CONFIRMED',
  TAKEN_BACK: 'TAKEN_BACK',
} as const;
registerEnumType(ConversationStateEnum, {
  name: 'ConversationState',
  description: 'Where the record of a conversation stands.',
  valuesMap: {
    RECORDED: { description: 'The supervisor says that it was held; the person has not confirmed it yet.' },
    CONFIRMED: { description: 'Both say so: the component is done.' },
    TAKEN_BACK: { description: 'One of the two took the record back.' },
  },
});

@ObjectType('Conversation', {
  description: 'That a supervisor and somebody talked, as a course asks for. What was said is nowhere.',
})
export class ConversationType {
  @Field(() => ID, { description: 'Names it for ever.' })
  id!: string;

  @Field(() => ID, { description: 'The course.' })
  courseCode!: string;

  @Field(() => ID, { description: 'The component of its assessment.' })
  componentKey!: string;

  @Field(() => DateScalar, { description: 'The day on which it was held, in London.' })
  heldOn!: CalendarDate;

  @Field(() => ConversationStateEnum, { description: 'Where it stands.' })
  state!: Conversation['state'];

  @Field(() => DateTimeScalar, { description: 'When the supervisor recorded it.' })
  recordedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the person confirmed it; null before that.',
  })
  confirmedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back; null unless it was.' })
  takenBackAt!: Date | null;

  /** Whose component it is, and who held it. */
  personId!: PersonId;
  heldById!: PersonId;

  static of(conversation: Conversation): ConversationType {
    const { id, courseCode, componentKey, heldOn, state, recordedAt, confirmedAt } = conversation;
    const { takenBackAt, personId, heldById } = conversation;
    return Object.assign(new ConversationType(), {
      ...{ id, courseCode, componentKey, heldOn, state, recordedAt, confirmedAt, takenBackAt },
      ...{ personId, heldById },
    });
  }
}

export const ConversationConnection = connectionOf(ConversationType);
