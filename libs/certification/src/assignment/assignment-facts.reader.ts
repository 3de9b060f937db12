import type { SkillId } from '@app/framework';
import { AbsenceReader, type PeopleRange, type PostingInBrief, within } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { type Evidence, levelAt, StandingReader } from '@app/standing';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { AWARD, type StoredAward } from '../award/award.schema.js';
import type { AssignmentGround } from './assignment-ground.js';
import type { PersonFacts, PostingFacts } from './audience.js';

/** Some of a force's people, and their postings that hold today. */
export interface PeoplePosted {
  readonly range: PeopleRange;
  readonly postings: readonly PostingInBrief[];
}

/**
 * What audiences ask of people, a range at a time: some reads in the order of an index, however many people there are, and none of
 * what no rule asks about.
 */
@Injectable()
export class AssignmentFacts {
  constructor(
    @InjectModel(AWARD) private readonly awards: Model<StoredAward>,
    private readonly absences: AbsenceReader,
    private readonly standing: StandingReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Everybody of the range of whom anything is known, and those besides whom the caller knows. */
  async of(
    scope: ForceScope,
    { range, postings }: PeoplePosted,
    { ground, besides }: { ground: AssignmentGround; besides: Iterable<PersonId> },
  ): Promise<PersonFacts[]> {
    const leaves = await this.absences.stoppedIn(scope, range);
    const evidence = await this.standing.evidenceIn(scope, range, ground.skillIds);
    const expiries = await this.expiries(scope, range, ground.codes);
    const posted = Map.groupBy(postings, ({ personId }) => personId);
    return [...new Set([...posted.keys(), ...expiries.keys(), ...besides])].map((personId) => ({
      personId,
      postings: (posted.get(personId) ?? []).map((each) => postingFacts(each, ground)),
      leaves: leaves.get(personId) ?? [],
      levels: this.levels(evidence.get(personId) ?? [], ground),
      expiries: expiries.get(personId) ?? NO_EXPIRIES,
    }));
  }

  /** Last valid days of awards that stand, by person and certification. */
  private async expiries(
    scope: ForceScope,
    range: PeopleRange,
    codes: readonly string[],
  ): Promise<Map<PersonId, Map<string, CalendarDate>>> {
    if (codes.length === 0) return new Map();
    const stored = await this.awards
      .find(
        { forceId: objectId(scope.forceId), ...within(range), courseCode: { $in: [...codes] } },
        { personId: 1, courseCode: 1, lastValidDay: 1, withdrawn: 1, _id: 0 },
      )
      .lean<StoredAward[]>();
    const all = new Map<PersonId, Map<string, CalendarDate>>();
    for (const { personId, courseCode, lastValidDay, withdrawn } of stored) {
      if (withdrawn != null) continue;
      const of = all.get(idOf<PersonId>(personId)) ?? new Map<string, CalendarDate>();
      const known = of.get(courseCode);
      if (known === undefined || known < lastValidDay) of.set(courseCode, lastValidDay as CalendarDate);
      all.set(idOf<PersonId>(personId), of);
    }
    return all;
  }

  private levels(evidence: readonly Evidence[], { today }: AssignmentGround): Map<SkillId, number> {
    const bySkill = Map.groupBy(evidence, ({ skillId }) => skillId);
    const now = this.clock.now();
    return new Map([...bySkill].map(([skillId, pieces]) => [skillId, levelAt(pieces, today, now)]));
  }
}

const NO_EXPIRIES: ReadonlyMap<string, CalendarDate> = new Map();

function postingFacts(
  { unitId, rankId, roleId, from }: PostingInBrief,
  ground: AssignmentGround,
): PostingFacts {
  return { unitId, unitPath: ground.paths.get(unitId) ?? [unitId], rankId, roleId, from };
}
