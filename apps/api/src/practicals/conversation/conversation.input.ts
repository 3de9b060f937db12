import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { Field, ID, InputType } from '@nestjs/graphql';
import { DateScalar } from '../../edge/scalars.js';

@InputType({
  description: 'That a conversation was held. There is deliberately no field for what was said.',
})
export class RecordConversationInput {
  @Field(() => ID, { description: 'With whom: whose component it is. Not oneself.' })
  personId!: string;

  @Field(() => ID, { description: 'The course.' })
  courseCode!: string;

  @Field(() => ID, { description: 'The component of its assessment that asks for a conversation.' })
  componentKey!: string;

  @Field(() => DateScalar, {
    description: 'The day, in London: not after today, nor before the person was enrolled.',
  })
  heldOn!: CalendarDate;
}

@InputType({ description: 'One’s own word that a conversation was held.' })
export class ConfirmConversationInput {
  @Field(() => ID, { description: 'The conversation.' })
  conversationId!: string;
}

@InputType({ description: 'A record that is taken back.' })
export class TakeBackConversationInput {
  @Field(() => ID, { description: 'The conversation.' })
  conversationId!: string;
}
