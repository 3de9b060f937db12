import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { mustBeAllowed } from '../access/may.js';
import { postingEnded } from '../events.js';
import { endsAfterItBegins, type Posting, type PostingId, postingIsNotOver } from './posting.js';
import { PostingRepository } from './posting.repository.js';
import { factsOf } from './posting-facts.js';

/** A posting's last day, which still counts. */
export interface EndPostingInput {
  readonly postingId: PostingId;
  readonly to: CalendarDate;
}

/** Gives a posting its last day, or another one while that day has not passed. */
@Injectable()
export class EndPosting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly postings: PostingRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: EndPostingInput): Promise<Posting> {
    return this.work.run(ctx, async (announce) => {
      const posting = found(await this.postings.byId(ctx.force, input.postingId));

      mustBeAllowed(ctx, 'identity.posting.end', { unitId: posting.unitId });
      if (posting.to === input.to) return posting;
      endsAfterItBegins({ from: posting.from, to: input.to });
      postingIsNotOver(posting, londonDate(this.clock.now()));
      const ended: Posting = { ...posting, to: input.to };

      await this.postings.saveAll([ended]);
      announce(postingEnded(factsOf(ended)));
      return { ...ended, revision: posting.revision + 1 };
    });
  }
}
