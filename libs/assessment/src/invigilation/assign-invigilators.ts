import { RoleGrantReader } from '@app/identity';
import { holdsOn, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { assessmentPermissions, mustReachCohort } from '../access.js';
import { invigilatorsAssigned } from '../events.js';
import { PlaceRepository } from '../sitting/place.repository.js';
import { type Sitting, type SittingId, takesBookings } from '../sitting/sitting.js';
import { SittingRepository } from '../sitting/sitting.repository.js';
import { InvigilationRepository } from './invigilation.repository.js';
import { refusal } from './refusals.js';

export interface AssignInvigilatorsInput {
  readonly sittingId: SittingId;
  /** Everybody who invigilates it from now on: 1 to 50 holders of the role. */
  readonly personIds: readonly PersonId[];
}

/**
 * Says who invigilates a sitting. Refuses people without the role or with a place in it (ASM-96), a sitting that is not
 * invigilated, and one that is over (ASM-14, ASM-15). The same again changes nothing.
 */
@Injectable()
export class AssignInvigilators {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sittings: SittingRepository,
    private readonly places: PlaceRepository,
    private readonly invigilations: InvigilationRepository,
    private readonly grants: RoleGrantReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: AssignInvigilatorsInput): Promise<Sitting> {
    const { sittingId } = input;
    const personIds = [...new Set(input.personIds)].sort();
    return this.work.run(ctx, async (announce) => {
      const sitting = await this.sittings.load(ctx.force, sittingId);
      mustReachCohort(ctx, assessmentPermissions.assignInvigilators, sitting.cohort);
      takesBookings(sitting, this.clock.now());
      if (!sitting.invigilated) throw refusal('SITTING_NOT_INVIGILATED');
      if (personIds.length < 1 || personIds.length > 50 || !(await this.allHoldTheRole(ctx, personIds)))
        throw refusal('NOT_AN_INVIGILATOR', { field: 'personIds' });
      const sitters = await this.places.holders(ctx.force, sittingId, personIds);
      if (sitters.size > 0) throw refusal('INVIGILATOR_SITS', { field: 'personIds' });
      const before = await this.invigilations.of(ctx.force, sittingId);
      if (before?.invigilatorIds.join() === personIds.join()) return sitting;

      await this.invigilations.assign(ctx.force, sittingId, personIds);

      announce(invigilatorsAssigned({ sittingId, personIds }));
      return sitting;
    });
  }

  /** Whether each holds the role in this force today. Somebody of another force holds nothing here. */
  private async allHoldTheRole(ctx: RequestContext, personIds: readonly PersonId[]): Promise<boolean> {
    const today = londonDate(this.clock.now());
    const grants = await this.grants.ofPeople(ctx.force, personIds);
    return personIds.every((personId) =>
      (grants.get(personId) ?? []).some((grant) => grant.bundle === 'invigilator' && holdsOn(grant, today)),
    );
  }
}
