import { type RoleGrant, RoleGrantReader } from '@app/identity';
import { type CalendarDate, holdsOn, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import { StandingReader } from '../standing/standing.reader.js';
import { type AssessorNeed, type AssessorStanding, assessorStandingAt } from './assessor.js';

/** A person as an assessor at this moment. */
export interface Assessor {
  readonly personId: PersonId;
  /** Whether they hold the role of assessor on the day in the force that was asked. */
  readonly holdsRole: boolean;
  readonly inSkill: (need: AssessorNeed) => AssessorStanding;
}

/**
 * Who may judge others, and in what, at this moment, or as known now on the day of what they judged: role and evidence of one force,
 * since both belong to it. The College's assessors are asked of the College's scope, where their evidence is kept as anybody's is.
 */
@Injectable()
export class AssessorReader {
  constructor(
    private readonly standing: StandingReader,
    private readonly grants: RoleGrantReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One person as an assessor (STD-10): today, or on the day that is given. */
  async of(scope: ForceScope, personId: PersonId, day?: CalendarDate): Promise<Assessor> {
    const [assessor] = await this.ofPeople(scope, [personId], day);
    if (assessor === undefined) throw new Error('An assessor was asked for and none came');
    return assessor;
  }

  /** Several people as assessors, in the order in which they were given. */
  async ofPeople(scope: ForceScope, personIds: readonly PersonId[], day?: CalendarDate): Promise<Assessor[]> {
    const evidence = await this.standing.evidenceOfPeople(scope, personIds);
    const grants = await this.grants.ofPeople(scope, personIds);
    const knownAt = this.clock.now();
    const on = day ?? londonDate(knownAt);
    const holds = (grant: RoleGrant) => grant.bundle === 'assessor' && holdsOn(grant, on);
    return personIds.map((personId) => ({
      personId,
      holdsRole: grants.get(personId)?.some(holds) ?? false,
      inSkill: (need) => assessorStandingAt(evidence.get(personId) ?? [], need, { on, knownAt }),
    }));
  }
}
