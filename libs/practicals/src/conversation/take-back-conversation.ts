import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { type Conversation, type ConversationId, moveConversation } from './conversation.js';
import { ConversationRepository } from './conversation.repository.js';
import { conversationTakenBack } from './events.js';

/** Either of the two takes the record back before both have confirmed it (PRA-27). Again is the same answer. */
@Injectable()
export class TakeBackConversation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly conversations: ConversationRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(
    ctx: RequestContext,
    { conversationId }: { conversationId: ConversationId },
  ): Promise<Conversation> {
    const by = found(actingPerson(ctx));
    return this.work.run(ctx, async (announce) => {
      const before = await this.conversations.load(ctx.force, conversationId);
      const { personId, heldById, courseCode, componentKey } = before;
      found(by === personId || by === heldById ? before : null);
      if (before.state === 'TAKEN_BACK') return before;
      const moved = moveConversation(before, 'TAKEN_BACK');
      const takenBack: Conversation = { ...moved, takenBackAt: this.clock.now(), takenBackById: by };

      await this.conversations.save(before, takenBack);

      announce(conversationTakenBack({ conversationId, personId, heldById, courseCode, componentKey }));
      return takenBack;
    });
  }
}
