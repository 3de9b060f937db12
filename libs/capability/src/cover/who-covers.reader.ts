import type { SkillId } from '@app/framework';
import { UnitReader } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { type EvidenceId, StandingReader, standingAt } from '@app/standing';
import { Inject, Injectable } from '@nestjs/common';
import { dayOf } from './day.js';
import { ProfileRepository } from './profile.repository.js';
import { StateRepository } from './state.repository.js';
import { countsAt, type Whereabouts } from './who.js';

/** Who is asked for: in date in a skill at a level or above on a day, posted to a unit or below it. */
export interface WhoCoversRequest extends Whereabouts {
  readonly skillId: SkillId;
  /** 1–4. */
  readonly level: number;
  readonly on: CalendarDate;
}

/** Somebody who is counted, and the evidence for it. */
export interface CoveringPerson {
  readonly personId: PersonId;
  /** 1–4. */
  readonly level: number;
  readonly evidenceIds: readonly EvidenceId[];
}

/** Who the people behind a count are: those of the profiles that the count was made of, so that both always agree. */
@Injectable()
export class WhoCoversReader {
  constructor(
    private readonly states: StateRepository,
    private readonly profiles: ProfileRepository,
    private readonly units: UnitReader,
    private readonly standing: StandingReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A page of them in the order of their ids. Reads the profiles of the unit, and the evidence of the page alone. */
  async page(
    scope: ForceScope,
    request: WhoCoversRequest,
    { limit, after }: ListRequest,
  ): Promise<ListPage<CoveringPerson>> {
    const all = await this.all(scope, request);
    const rest = all.filter(({ personId }) => after === null || personId > after).slice(0, limit);
    const evidence = await this.standing.evidenceOfPeople(
      scope,
      rest.map(({ personId }) => personId),
    );
    const now = this.clock.now();
    const rows = rest.map(({ personId, level }) => {
      const own = (evidence.get(personId) ?? []).filter(({ skillId }) => skillId === request.skillId);
      const because = standingAt(own, request.on, now).because.filter(({ counts }) => counts);
      return { personId, level, evidenceIds: because.map(({ evidence: piece }) => piece.id) };
    });
    return { rows, totalCount: all.length, keyOf: ({ personId }) => personId };
  }

  /** All of them, in the order of their ids, without their evidence. */
  async all(scope: ForceScope, request: WhoCoversRequest): Promise<{ personId: PersonId; level: number }[]> {
    const { generation } = await this.states.of(scope);
    const unitIds = await this.units.subtreeIds(scope, request.unitId);
    const day = dayOf(request.on);
    const found = new Map<PersonId, number>();
    for await (const batch of this.profiles.inUnits(scope, generation, unitIds)) {
      for (const { personId, profile } of batch) {
        const level = countsAt(profile, request, day);
        if (level >= request.level) found.set(personId, level);
      }
    }
    return [...found]
      .map(([personId, level]) => ({ personId, level }))
      .sort((a, b) => (a.personId < b.personId ? -1 : 1));
  }
}
