import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { isDuplicateKey, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { type Conversation, type ConversationId, checkDay, sameAs } from './conversation.js';
import { ConversationRepository } from './conversation.repository.js';
import { ConversationGround } from './conversation-ground.js';
import { conversationRecorded } from './events.js';
import { refusal } from './refusals.js';

/** That a conversation was held. There is no field for what was said (PRA-26). */
export interface RecordConversationInput {
  /** With whom: whose component it is. */
  readonly personId: PersonId;
  readonly courseCode: string;
  readonly componentKey: string;
  /** The day, in London: not after today, nor before the person was enrolled. */
  readonly heldOn: CalendarDate;
}

/**
 * A supervisor records that they held a conversation with somebody (PRA-20 to PRA-22, PRA-24). It is done once the person confirms
 * it too. NOT_FOUND for whoever is not theirs, and for a component that asks for no conversation. The same again is the same answer.
 */
@Injectable()
export class RecordConversation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly conversations: ConversationRepository,
    private readonly ground: ConversationGround,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: RecordConversationInput): Promise<Conversation> {
    try {
      return await this.record(ctx, input);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.record(ctx, input);
    }
  }

  private async record(ctx: RequestContext, input: RecordConversationInput): Promise<Conversation> {
    const heldById = actingPerson(ctx);
    if (heldById === undefined) throw new Fault('FORBIDDEN');
    if (heldById === input.personId) throw refusal('CONVERSATION_WITH_ONESELF', { field: 'personId' });
    const { personId, courseCode, componentKey, heldOn } = input;
    return this.work.run(ctx, async (announce) => {
      found((await this.ground.isTheirs(ctx, { ...input, supervisorId: heldById })) ? personId : null);
      const enrolment = await this.ground.enrolment(ctx, input);
      const earlier = await this.conversations.ofEnrolment(ctx.force, enrolment.id, componentKey);
      const known = sameAs(earlier, { heldById, heldOn });
      if (known !== null) return known;
      const recordedAt = this.clock.now();
      checkDay(heldOn, { today: londonDate(recordedAt), enrolledOn: londonDate(enrolment.startedAt) });
      const { forceId, versionId, id: enrolmentId } = enrolment;
      const conversation: Conversation = {
        id: newId<ConversationId>(),
        ...{ forceId, personId, enrolmentId, courseCode, versionId, componentKey },
        ...{ number: earlier.length + 1, heldById, heldOn, state: 'RECORDED', recordedAt },
        ...{ confirmedAt: null, takenBackAt: null, takenBackById: null },
      };

      await this.conversations.add(conversation);

      const { id: conversationId } = conversation;
      const what = { conversationId, personId, heldById, courseCode, componentKey, heldOn };
      announce(conversationRecorded(what));
      return conversation;
    });
  }
}
