import { CourseReader, type PublishedVersion, type VersionId } from '@app/catalogue';
import { addDays, type CalendarDate, londonDate, startOfLondonDay } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Timetable } from '@app/platform/jobs/timetable.js';
import { type Announce, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { enrolmentMoved } from '../events.js';
import { cutOffDue } from '../jobs.js';
import type { Enrolment, EnrolmentId } from './enrolment.js';
import { EnrolmentRepository, type Reached } from './enrolment.repository.js';
import { tell } from './learning-step.js';
import { type Move, movedTo } from './version-move.js';

export interface MoveLearnersInput {
  readonly versionId: VersionId;
  readonly change: 'minor' | 'major' | 'legal' | 'cut-off';
  /** Of a major change: the last day on the version before. */
  readonly cutOff: CalendarDate | null;
}

const BATCH = 100;
const LEARNING = ['not_started', 'in_progress'] as const;

type Change = (enrolment: Enrolment) => Promise<Enrolment>;

/**
 * Brings a publication to those who are learning (PRG-11 to PRG-13), of every force, in batches: each batch is whole or
 * not at all, and a repeat finds nothing left to do. Whoever completed the course stays on what they completed.
 */
@Injectable()
export class MoveLearners {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: CourseReader,
    private readonly enrolments: EnrolmentRepository,
    private readonly timetable: Timetable,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Returns how many enrolments were moved or held. */
  async execute(ctx: RequestContext, input: MoveLearnersInput): Promise<number> {
    const to = found(await this.courses.version(input.versionId));
    const reach = { courseCode: to.code, before: to.number };
    if (input.change === 'major') return this.hold(ctx, to, input.cutOff);
    if (input.change === 'cut-off') {
      const newest = found(await this.courses.published(to.code));
      const today = londonDate(this.clock.now());
      const held = { ...reach, before: newest.number, states: LEARNING, held: today };
      return this.each(ctx, held, this.moving(newest, 'cut-off'));
    }
    const held = input.change === 'legal' ? 'any' : 'free';
    return this.each(ctx, { ...reach, states: LEARNING, held }, this.moving(to, input.change));
  }

  /** PRG-13. Who has begun may finish until the cut-off; who has not begins on the new version. */
  private async hold(
    ctx: RequestContext,
    to: PublishedVersion,
    cutOff: CalendarDate | null,
  ): Promise<number> {
    if (cutOff === null) throw new Error(`Major version ${to.id} has no cut-off`);
    const reach = { courseCode: to.code, before: to.number, held: 'free' } as const;
    const moved = await this.each(ctx, { ...reach, states: ['not_started'] }, this.moving(to, 'minor'));
    const holding: Change = async (enrolment) => this.enrolments.save({ ...enrolment, finishBy: cutOff });
    const held = await this.each(ctx, { ...reach, states: ['in_progress'] }, () => holding);
    const due = { key: `progress-cut-off-${to.id}`, dueAt: startOfLondonDay(addDays(cutOff, 1)) };
    await this.timetable.set(ctx, cutOffDue, { ...due, payload: { courseCode: to.code, versionId: to.id } });
    return moved + held;
  }

  private moving(to: PublishedVersion, move: Move): (announce: Announce) => Change {
    return (announce) => async (enrolment) => {
      const from = found(await this.courses.version(enrolment.versionId));
      const saved = await this.enrolments.save(movedTo(enrolment, { from, to, move, now: this.clock.now() }));
      const { id, personId, courseCode, forceId } = saved;
      const facts = { enrolmentId: id, personId, courseCode, fromVersionId: from.id, versionId: to.id };
      announce(enrolmentMoved({ ...facts, change: move === 'cut-off' ? 'major' : move }, { forceId }));
      tell(enrolment, saved, announce);
      return saved;
    };
  }

  private async each(
    ctx: RequestContext,
    of: Reached,
    change: (announce: Announce) => Change,
  ): Promise<number> {
    let count = 0;
    let after: EnrolmentId | null = null;
    for (;;) {
      const batch: Enrolment[] = await this.batch(ctx, { of, after }, change);
      count += batch.length;
      after = batch.at(-1)?.id ?? null;
      if (after === null) return count;
    }
  }

  private async batch(
    ctx: RequestContext,
    { of, after }: { of: Reached; after: EnrolmentId | null },
    change: (announce: Announce) => Change,
  ): Promise<Enrolment[]> {
    return this.work.run(ctx, async (announce) => {
      const reached = await this.enrolments.reached(of, { after, limit: BATCH });
      for (const enrolment of reached) await change(announce)(enrolment);
      return reached;
    });
  }
}
