import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { EnrolmentReader } from '@app/progress';
import { Inject, Injectable } from '@nestjs/common';
import { componentAssessed } from '../events.js';
import { type Conversation, type ConversationId, moveConversation } from './conversation.js';
import { ConversationRepository } from './conversation.repository.js';
import { refusal } from './refusals.js';

/**
 * The person confirms that the conversation was held (PRA-25): with this second word the component is done, as of the day on
 * which it was held, and announced with no percent. Again is the same answer.
 */
@Injectable()
export class ConfirmConversation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly conversations: ConversationRepository,
    private readonly enrolments: EnrolmentReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(
    ctx: RequestContext,
    { conversationId }: { conversationId: ConversationId },
  ): Promise<Conversation> {
    const by = found(actingPerson(ctx));
    return this.work.run(ctx, async (announce) => {
      const before = await this.conversations.load(ctx.force, conversationId);
      if (before.heldById === by) throw refusal('CONVERSATION_OWN_RECORD', { field: 'conversationId' });
      found(before.personId === by ? before : null);
      if (before.state === 'CONFIRMED') return before;
      const { personId, enrolmentId, courseCode, componentKey, heldOn: on } = before;
      const confirmed = { ...moveConversation(before, 'CONFIRMED'), confirmedAt: this.clock.now() };
      const { versionId } = found(await this.enrolments.byId(ctx.force, enrolmentId));

      await this.conversations.save(before, confirmed);

      const done = { percent: null, passed: true };
      const sourceId = conversationId;
      announce(componentAssessed({ personId, courseCode, versionId, componentKey, sourceId, on, ...done }));
      return confirmed;
    });
  }
}
