import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { SittingId } from '../sitting/sitting.js';
import type { Attempt, AttemptId } from './attempt.js';
import {
  ATTEMPT,
  answerable,
  attemptOf,
  headOf,
  type StoredAttempt,
  storedAttempt,
} from './attempt.schema.js';
import type { AttemptHead } from './attempt-rules.js';

const PAPER = { history: 0, itemIds: 0 } as const;
const HEAD = { paper: 0, answers: 0, history: 0, itemIds: 0, revisions: 0 } as const;

/** Whose go at what: what there is one running attempt of. */
export interface Seat {
  readonly personId: PersonId;
  readonly courseCode: string;
  readonly componentKey: string;
}

/** Loads attempts for writing and saves them. Saving an answer is AnswerRepository's. */
@Injectable()
export class AttemptRepository {
  constructor(@InjectModel(ATTEMPT) private readonly attempts: Model<StoredAttempt>) {}

  /** The attempt, if this force has it. */
  async byId(scope: ForceScope, attemptId: AttemptId): Promise<Attempt | null> {
    const stored = await this.attempts
      .findOne({ _id: objectId(attemptId), forceId: objectId(scope.forceId) }, PAPER)
      .lean();
    return stored === null ? null : attemptOf(stored);
  }

  /** The attempt that the person has open, or that a recall has suspended; null when there is none. */
  async open(scope: ForceScope, seat: Seat): Promise<Attempt | null> {
    const { personId, courseCode, componentKey } = seat;
    const stored = await this.attempts
      .findOne(
        {
          forceId: objectId(scope.forceId),
          personId: objectId(personId),
          courseCode,
          componentKey,
          state: { $in: ['OPEN', 'SUSPENDED'] },
        },
        PAPER,
      )
      .lean();
    return stored === null ? null : attemptOf(stored);
  }

  /** Every attempt of an enrolment at a component, first to last. */
  async ofEnrolment(scope: ForceScope, enrolmentId: string, componentKey: string): Promise<AttemptHead[]> {
    const stored = await this.attempts
      .find({ forceId: objectId(scope.forceId), enrolmentId, componentKey }, HEAD)
      .sort({ number: 1 })
      .lean();
    return stored.map((attempt) => headOf(attempt));
  }

  /** Every attempt of a sitting. */
  async ofSitting(scope: ForceScope, sittingId: SittingId): Promise<AttemptHead[]> {
    const stored = await this.attempts
      .find({ forceId: objectId(scope.forceId), sittingId: objectId(sittingId) }, HEAD)
      .sort({ personId: 1, number: 1 })
      .lean();
    return stored.map((attempt) => headOf(attempt));
  }

  /** Whether anybody's attempt of this sitting is open. */
  async isAnyOpen(scope: ForceScope, sittingId: SittingId): Promise<boolean> {
    const filter = {
      forceId: objectId(scope.forceId),
      sittingId: objectId(sittingId),
      state: 'OPEN' as const,
    };
    return (await this.attempts.exists(filter)) !== null;
  }

  /** Whether the person has started in this sitting. */
  async hasStarted(scope: ForceScope, sittingId: SittingId, personId: PersonId): Promise<boolean> {
    const filter = {
      forceId: objectId(scope.forceId),
      sittingId: objectId(sittingId),
      personId: objectId(personId),
    };
    return (await this.attempts.exists(filter)) !== null;
  }

  /** Adds an attempt. A second open one, or a second of that number, is a duplicate-key error. */
  async add(attempt: Attempt): Promise<void> {
    await this.attempts.create([storedAttempt(attempt)]);
  }

  /**
   * Saves the end of an attempt, if it is still open and its time is still what was read: whoever comes second changes
   * nothing, and time granted meanwhile is honoured.
   */
  async saveEnd(attempt: Attempt): Promise<boolean> {
    const { state, finishedAt, finishedBy, marks, releasedAt, pauses, rest, recall } = attempt;
    const clock = { pauses, rest, restUntil: rest.until, recall };
    const saved = await this.attempts.updateOne(
      {
        _id: objectId(attempt.id),
        forceId: objectId(attempt.forceId),
        state: { $in: ['OPEN', 'SUSPENDED'] },
        deadline: attempt.deadline,
      },
      { $set: { state, finishedAt, finishedBy, marks, releasedAt, ...clock } },
    );
    return saved.modifiedCount === 1;
  }

  /**
   * Saves what moves the clock of an attempt that is not over: rests, recalls, granted time. False, and nothing changed,
   * when its state or time is not what was read. Answers are another's to write, and stay.
   */
  async saveClock(before: Attempt, after: Attempt): Promise<boolean> {
    const { state, deadline, endsAt, rest, recall, pauses, terms } = after;
    const saved = await this.attempts.updateOne(
      { ...at(before), state: before.state, deadline: before.deadline, endsAt: before.endsAt },
      { $set: { state, deadline, endsAt, rest, restUntil: rest.until, recall, pauses, terms } },
    );
    return saved.matchedCount === 1;
  }

  /** Saves the paper that the remainder of a recalled attempt runs on; only of a suspended one, which nobody answers. */
  async savePaper(attempt: Attempt): Promise<void> {
    const { paper, voidedItemIds, lockedItemIds, writer } = attempt;
    await this.attempts.updateOne(
      { ...at(attempt), state: 'SUSPENDED' },
      { $set: { paper, voidedItemIds, lockedItemIds, writer, itemIds: answerable(attempt) } },
    );
  }

  /** Saves marks that people completed, of an attempt that still waits for them. */
  async saveMarks(before: Attempt, after: Attempt): Promise<void> {
    const { state, marks, releasedAt } = after;
    const saved = await this.attempts.updateOne(
      { ...at(before), state: before.state },
      { $set: { state, marks, releasedAt } },
    );
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
  }

  /** Voids an attempt in the state it was read in. False when it has moved meanwhile. */
  async saveVoid(before: Attempt, after: Attempt): Promise<boolean> {
    const { state, voided, finishedAt, finishedBy } = after;
    const saved = await this.attempts.updateOne(
      { ...at(before), state: before.state },
      { $set: { state, voided, finishedAt, finishedBy, restUntil: null } },
    );
    return saved.modifiedCount === 1;
  }

  /** A person's attempts that are open or suspended, at whatever. */
  async running(scope: ForceScope, personId: PersonId): Promise<Attempt[]> {
    const stored = await this.attempts
      .find(
        {
          forceId: objectId(scope.forceId),
          personId: objectId(personId),
          state: { $in: ['OPEN', 'SUSPENDED'] },
        },
        PAPER,
      )
      .lean();
    return stored.map((attempt) => attemptOf(attempt));
  }

  /** Gives the open attempt a new writer key; null when it is not the person's, or not open any more. */
  async rotateWriter(
    scope: ForceScope,
    attemptId: AttemptId,
    by: { personId: PersonId; writer: string; now: Date },
  ): Promise<Attempt | null> {
    const stored = await this.attempts
      .findOneAndUpdate(
        {
          _id: objectId(attemptId),
          forceId: objectId(scope.forceId),
          personId: objectId(by.personId),
          state: 'OPEN',
          endsAt: { $gt: by.now },
        },
        { $set: { writer: by.writer } },
        { returnDocument: 'after', projection: PAPER },
      )
      .lean();
    return stored === null ? null : attemptOf(stored);
  }

  /** Takes the writer key of every open attempt of a person away: nobody writes until it is resumed. */
  async revokeWriters(scope: ForceScope, personId: PersonId, writer: string): Promise<void> {
    await this.attempts.updateMany(
      { forceId: objectId(scope.forceId), personId: objectId(personId), state: 'OPEN' },
      { $set: { writer } },
    );
  }

  /** Lets the candidates of a sitting see those results that are marked. Returns which. */
  async release(scope: ForceScope, sittingId: SittingId, now: Date): Promise<AttemptHead[]> {
    const marked = {
      forceId: objectId(scope.forceId),
      sittingId: objectId(sittingId),
      state: 'MARKED' as const,
    };
    const stored = await this.attempts.find(marked, HEAD).lean();
    await this.attempts.updateMany(
      { ...marked, _id: { $in: stored.map(({ _id }) => _id) } },
      { $set: { state: 'RELEASED', releasedAt: now } },
    );
    return stored.map((attempt) => ({
      ...headOf(attempt),
      state: 'RELEASED',
      releasedAt: now,
      id: idOf<AttemptId>(attempt._id),
    }));
  }
}

function at(attempt: Pick<Attempt, 'id' | 'forceId'>) {
  return { _id: objectId(attempt.id), forceId: objectId(attempt.forceId) };
}
