import type { SkillId } from '@app/framework';
import { type PeopleRange, within } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Evidence, EvidenceId } from '../evidence/evidence.js';
import { evidenceOf } from '../evidence/evidence.mapping.js';
import { EVIDENCE, type StoredEvidence } from '../evidence/evidence.schema.js';
import { type Standing, standingAt } from './standing.js';

/** Which day is asked about, and as known when; now when `knownAt` is left out. */
export interface AsAt {
  readonly asAt: CalendarDate;
  readonly knownAt?: Date;
}

/** Standing of people, worked out of evidence at each reading. */
@Injectable()
export class StandingReader {
  constructor(
    @InjectModel(EVIDENCE) private readonly evidence: Model<StoredEvidence>,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A person's standing in one skill; level 0 with no reasons when there is no evidence. */
  async of(
    scope: ForceScope,
    whose: { personId: PersonId; skillId: SkillId },
    when: AsAt,
  ): Promise<Standing> {
    const pieces = await this.evidenceOf(scope, whose.personId, whose.skillId);
    return standingAt(pieces, when.asAt, when.knownAt ?? this.clock.now());
  }

  /** A person's standing in every skill that they have evidence of, in the order of the skills' keys. */
  async ofPerson(scope: ForceScope, personId: PersonId, when: AsAt): Promise<ReadonlyMap<SkillId, Standing>> {
    const bySkill = Map.groupBy(await this.evidenceOf(scope, personId), ({ skillId }) => skillId);
    const knownAt = when.knownAt ?? this.clock.now();
    return new Map(
      [...bySkill].map(([skillId, pieces]) => [skillId, standingAt(pieces, when.asAt, knownAt)]),
    );
  }

  /** A person's evidence, of one skill or of all, in the order of skills. */
  async evidenceOf(scope: ForceScope, personId: PersonId, skillId?: SkillId): Promise<Evidence[]> {
    const ofSkill = skillId === undefined ? {} : { skillId };
    const rows = await this.evidence
      .find({ forceId: objectId(scope.forceId), personId: objectId(personId), ...ofSkill })
      .sort({ skillId: 1 })
      .lean<StoredEvidence[]>();
    return rows.map(evidenceOf);
  }

  /** All evidence of several people, by person. */
  async evidenceOfPeople(
    scope: ForceScope,
    personIds: readonly PersonId[],
  ): Promise<ReadonlyMap<PersonId, Evidence[]>> {
    const rows = await this.evidence
      .find({ forceId: objectId(scope.forceId), personId: { $in: personIds.map(objectId) } })
      .lean<StoredEvidence[]>();
    return Map.groupBy(rows.map(evidenceOf), ({ personId }) => personId);
  }

  /** The evidence that some people have of some skills, by person. */
  async evidenceIn(
    scope: ForceScope,
    range: PeopleRange,
    skillIds: readonly SkillId[],
  ): Promise<ReadonlyMap<PersonId, Evidence[]>> {
    if (skillIds.length === 0) return new Map();
    const rows = await this.evidence
      .find({ forceId: objectId(scope.forceId), ...within(range), skillId: { $in: [...skillIds] } })
      .lean<StoredEvidence[]>();
    return Map.groupBy(rows.map(evidenceOf), ({ personId }) => personId);
  }

  /** A force's evidence in the order of arrival, for rebuilding read models: at most `limit` after the given id. */
  async pageOfForce(
    scope: ForceScope,
    request: { limit: number; after: EvidenceId | null },
  ): Promise<Evidence[]> {
    const after = request.after === null ? {} : { _id: { $gt: objectId(request.after) } };
    const rows = await this.evidence
      .find({ forceId: objectId(scope.forceId), ...after })
      .sort({ _id: 1 })
      .limit(request.limit)
      .lean<StoredEvidence[]>();
    return rows.map(evidenceOf);
  }
}
