import { BookPlaces, CreateSitting, SaveAnswer, StartAttempt, SubmitAttempt } from '@app/assessment';
import {
  type ForceId,
  type PersonId,
  type RequestContext,
  scopeOf,
  systemContext,
} from '@app/platform/context/request-context.js';
import { InlineDriver } from '@app/platform/jobs/inline-driver.js';
import type { FixedClock } from '@app/platform/testing/fixed-clock.js';
import { Enrol } from '@app/progress';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { SubjectKnowledge } from '../story/subject-knowledge.js';
import type { MadeForce, MadePerson } from './build-demo.js';

const COURSE_CODE = 'OLH-101';
const DAY_MS = 24 * 60 * 60 * 1000;

/** A sitting of the past: how many days ago, and which of a force's officers sat, from one to before another. */
export interface PastSitting {
  readonly daysAgo: number;
  readonly from: number;
  readonly to: number;
}

const PAST_SITTINGS: readonly PastSitting[] = [
  { daysAgo: 350, from: 0, to: 4 },
  { daysAgo: 200, from: 4, to: 9 },
  { daysAgo: 40, from: 9, to: 12 },
];

/** Gives a force a past: officers who sat and passed on earlier days, so that cover has a shape from the first look. */
export class DemoHistory {
  private readonly knowledge: SubjectKnowledge;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: FixedClock,
    contentDirectory: string,
  ) {
    this.knowledge = new SubjectKnowledge(contentDirectory, COURSE_CODE);
  }

  /** Lets each past sitting happen at its own time, then puts the clock back to `now`. */
  async live(force: MadeForce, now: Date, sittings = PAST_SITTINGS): Promise<void> {
    for (const { daysAgo, from, to } of sittings) {
      await this.sitting(
        force.officers.slice(from, to),
        force.forceId,
        new Date(now.getTime() - daysAgo * DAY_MS),
      );
    }
    this.clock.set(now);
    await this.get(InlineDriver).drain();
  }

  private async sitting(officers: readonly MadePerson[], forceId: ForceId, day: Date): Promise<void> {
    this.clock.set(day);
    const opensAt = new Date(day.getTime() + 60_000);
    const closesAt = new Date(day.getTime() + 3 * 60 * 60_000);
    const personIds = officers.map(({ personId }) => personId);
    const system = systemContext('demonstration', forceId);
    for (const personId of personIds)
      await this.get(Enrol).execute(acting(personId, forceId), { courseCode: COURSE_CODE });
    const sitting = await this.get(CreateSitting).execute(system, {
      courseCode: COURSE_CODE,
      opensAt,
      closesAt,
      seats: officers.length,
      mode: 'ROOM',
      personIds,
    });
    await this.get(BookPlaces).execute(system, { sittingId: sitting.id, personIds });
    this.clock.set(opensAt);
    await this.get(InlineDriver).drain();
    for (const personId of personIds) await this.sit(acting(personId, forceId), sitting.id);
    this.clock.set(closesAt);
    await this.get(InlineDriver).drain();
  }

  private async sit(
    ctx: RequestContext,
    sittingId: Parameters<StartAttempt['execute']>[1]['sittingId'],
  ): Promise<void> {
    const attempt = await this.get(StartAttempt).execute(ctx, { sittingId });
    for (const item of attempt.paper) {
      const question = {
        ...item,
        id: item.itemId,
        type: item.type.toUpperCase().replace('-', '_'),
      };
      const answer = this.knowledge.answer(question as never);
      await this.get(SaveAnswer).execute(ctx, {
        attemptId: attempt.id,
        writer: attempt.writer,
        itemId: item.itemId,
        sequence: 1,
        answer,
      });
    }
    await this.get(SubmitAttempt).execute(ctx, { attemptId: attempt.id });
  }

  private get<T>(type: Type<T>): T {
    return this.app.get<T>(type, { strict: false });
  }
}

function acting(personId: PersonId, forceId: ForceId): RequestContext {
  return {
    actor: { kind: 'person', personId },
    force: scopeOf(forceId),
    requestId: 'demonstration',
    language: 'en',
    bundles: [{ bundle: 'officer', forceId, unitId: null }],
  };
}
