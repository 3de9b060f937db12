import { Clock } from '@app/platform/clock/clock.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { SittingId } from '../sitting/sitting.js';
import type { AttemptState, AttemptSummary } from './attempt.js';
import { ATTEMPT, headOf, type StoredAttempt } from './attempt.schema.js';
import { summaryOf } from './attempt-rules.js';

const SUMMARY = {
  paper: 0,
  answers: 0,
  history: 0,
  itemIds: 0,
  revisions: 0,
  'marks.items': 0,
} as const;

/** Reads attempts for screens. An attempt whose time is up reads as closed, whether or not anybody has closed it yet. */
@Injectable()
export class AttemptReader {
  constructor(
    @InjectModel(ATTEMPT) private readonly attempts: Model<StoredAttempt>,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A person's attempts at a course in this force, earliest first. Marks only of those released. */
  async ofPerson(scope: ForceScope, personId: PersonId, courseCode: string): Promise<AttemptSummary[]> {
    const now = this.clock.now();
    const stored = await this.attempts
      .find({ forceId: objectId(scope.forceId), personId: objectId(personId), courseCode }, SUMMARY)
      .sort({ startedAt: 1 })
      .lean();
    return stored.map((attempt) => summaryOf(headOf(attempt), now));
  }

  /** The state of each person's latest attempt in a sitting, for those of the people who have started one. */
  async statesInSitting(
    scope: ForceScope,
    sittingId: SittingId,
    personIds: readonly PersonId[],
  ): Promise<Map<PersonId, AttemptState>> {
    const now = this.clock.now();
    const stored = await this.attempts
      .find(
        {
          forceId: objectId(scope.forceId),
          sittingId: objectId(sittingId),
          personId: { $in: personIds.map(objectId) },
        },
        SUMMARY,
      )
      .sort({ personId: 1, number: 1 })
      .lean();
    return new Map(
      stored.map((attempt) => [idOf<PersonId>(attempt.personId), summaryOf(headOf(attempt), now).state]),
    );
  }
}
