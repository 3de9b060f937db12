import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { profileRaiseEnded } from '../events.js';
import type { ProfileRaise, ProfileRaiseId } from './profile-raise.js';
import { ProfileRaiseRepository } from './profile-raise.repository.js';
import { refusal } from './refusals.js';

export interface EndProfileRaiseInput {
  readonly raiseId: ProfileRaiseId;
  /** The revision that was read. */
  readonly revision: number;
  /** The last day on which it holds: today or later, and not before its first. */
  readonly to: CalendarDate;
}

/** Gives a force's raise its last day (FRM-33). What held until then stays as it was; the same again changes nothing. */
@Injectable()
export class EndProfileRaise {
  constructor(
    private readonly work: UnitOfWork,
    private readonly raises: ProfileRaiseRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { raiseId, revision, to }: EndProfileRaiseInput): Promise<ProfileRaise> {
    return this.work.run(ctx, async (announce) => {
      const raise = await this.raises.load(ctx.force, raiseId);
      if (raise.to === to) return raise;
      if (raise.revision !== revision) throw new Fault('CONFLICT');
      const tooLate = raise.to !== null && to > raise.to;
      if (to < raise.from || to < londonDate(this.clock.now()) || tooLate)
        throw refusal('PROFILE_RAISE_DATES', { field: 'to' });
      await this.raises.end(ctx.force, { ...raise, to });
      announce(profileRaiseEnded({ raiseId, to }));
      return { ...raise, to, revision: revision + 1 };
    });
  }
}
