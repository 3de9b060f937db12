import type { SkillId, SkillLevel } from '@app/framework';
import { ForceReader, PeopleReader, PostingReader } from '@app/identity';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { ForceId, ForceScope, PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type AuthorityState, authorityOn } from '../authority/authority.js';
import { recordOf } from '../authority/authority.reader.js';
import { AUTHORITY, type StoredAuthority } from '../authority/authority.schema.js';
import type { Evidence } from './evidence.js';
import { evidenceOf } from './evidence.mapping.js';
import { EVIDENCE, type StoredEvidence } from './evidence.schema.js';

/** What another force's record comes to: nothing of how, by whom, from what or why. */
export interface Outcome {
  readonly forceName: Words;
  readonly skillId: SkillId;
  /** Null where it was not an award. */
  readonly certificationCode: string | null;
  readonly level: SkillLevel;
  readonly from: CalendarDate;
  readonly lastValidDay: CalendarDate;
  readonly isInDate: boolean;
  /** Under its certification, as that force recorded it; null where it recorded none. */
  readonly authority: AuthorityState | null;
}

/**
 * STD-59. What a force may know of what its person earned elsewhere. A record belongs for ever to the force where it was earned;
 * standing and cover of the receiving force count none of this.
 */
@Injectable()
export class OutcomeReader {
  constructor(
    @InjectModel(EVIDENCE) private readonly evidence: Model<StoredEvidence>,
    @InjectModel(AUTHORITY) private readonly authority: Model<StoredAuthority>,
    private readonly people: PeopleReader,
    private readonly postings: PostingReader,
    private readonly forces: ForceReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The outcomes of other forces while the person is posted to this one; none before and none after. */
  async ofPerson(scope: ForceScope, personId: PersonId): Promise<Outcome[]> {
    const today = londonDate(this.clock.now());
    const person = await this.people.byId(scope, personId);
    if (person === null || (await this.postings.ofPerson(scope, personId, today)).length === 0) return [];
    const others = person.forceIds.filter((forceId) => forceId !== scope.forceId).map(objectId);
    if (others.length === 0) return [];
    const theirs = { forceId: { $in: others }, personId: objectId(personId) };
    const stored = await this.evidence
      .find({ ...theirs, kind: { $ne: 'negative' }, ended: null })
      .sort({ skillId: 1, from: -1 })
      .lean<StoredEvidence[]>();
    const records = (await this.authority.find(theirs).lean<StoredAuthority[]>()).map(recordOf);
    const names = await this.namesOf(others.map((id) => idOf<ForceId>(id)));
    return stored.map(evidenceOf).map((piece) => ({
      ...outcomeOf(piece, today),
      forceName: names.get(piece.forceId) ?? NO_NAME,
      authority:
        authorityOn(
          records.filter(
            ({ forceId, certificationCode }) =>
              forceId === piece.forceId && certificationCode === piece.certification?.code,
          ),
          today,
        )?.state ?? null,
    }));
  }

  private async namesOf(ids: readonly ForceId[]): Promise<Map<ForceId, Words>> {
    const names = new Map<ForceId, Words>();
    for (const id of ids) {
      const force = await this.forces.byId(id);
      if (force !== null) names.set(id, force.name);
    }
    return names;
  }
}

const NO_NAME: Words = { en: '', cy: null, cyState: 'absent' };

function outcomeOf({ skillId, level, from, lastValidDay, certification }: Evidence, today: CalendarDate) {
  const isInDate = from <= today && today <= lastValidDay;
  return { skillId, level, from, lastValidDay, isInDate, certificationCode: certification?.code ?? null };
}
