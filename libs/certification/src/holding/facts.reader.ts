import { AbsenceReader } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { StandingReader } from '@app/standing';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { AWARD, type StoredAward } from '../award/award.schema.js';
import type { Leave } from '../certification/expiry.js';
import type { Fact, Known } from '../certification/history.js';
import { CYCLE, type StoredCycle } from '../component/cycle.schema.js';

/** What is known of a person that certifications may ask for: awards, components, evidence, and leave that stops the clock. */
@Injectable()
export class CertificationFacts {
  constructor(
    @InjectModel(AWARD) private readonly awards: Model<StoredAward>,
    @InjectModel(CYCLE) private readonly cycles: Model<StoredCycle>,
    private readonly standing: StandingReader,
    private readonly absences: AbsenceReader,
  ) {}

  /** All of it, as known today. */
  async of(scope: ForceScope, personId: PersonId, today: CalendarDate): Promise<Known> {
    const whose = { forceId: objectId(scope.forceId), personId: objectId(personId) };
    const awards = await this.awards.find({ ...whose, withdrawn: null }).lean<StoredAward[]>();
    const cycles = await this.cycles.find(whose).lean<StoredCycle[]>();
    const observed = await this.evidence(scope, personId);
    const components = cycles.flatMap(componentsOf);
    const facts = [...awards.flatMap(awardFacts), ...components, ...observed];
    return { facts, leaves: await this.leaves(scope, personId), today };
  }

  /** Leave that stops the clock. */
  async leaves(scope: ForceScope, personId: PersonId): Promise<Leave[]> {
    const absences = await this.absences.ofPerson(scope, personId);
    return absences.filter(({ clockStopped }) => clockStopped).map(({ from, to }) => ({ from, to }));
  }

  private async evidence(scope: ForceScope, personId: PersonId): Promise<Fact[]> {
    const pieces = (await this.standing.evidenceOfPeople(scope, [personId])).get(personId) ?? [];
    return pieces.flatMap(({ kind, skillId, level, from, lastValidDay, ended }) =>
      ended === null && (kind === 'observed' || kind === 'external')
        ? [{ kind, key: skillId, level, on: from, until: lastValidDay }]
        : [],
    );
  }
}

/** An award is work in its course, and a certification held. */
function awardFacts({ courseCode: key, awardedOn, lastValidDay }: StoredAward): Fact[] {
  const days = { on: awardedOn as CalendarDate, until: lastValidDay as CalendarDate };
  return (['course', 'certification'] as const).map((kind) => ({ kind, key, level: null, ...days }));
}

function componentsOf({ courseCode, outcomes }: StoredCycle): Fact[] {
  const passes = outcomes.filter(({ passed, counts }) => passed && counts);
  return passes.map(({ componentKey, on }) => ({
    ...{ kind: 'component' as const, key: `${courseCode}/${componentKey}`, level: null },
    ...{ on: on as CalendarDate, until: null },
  }));
}
