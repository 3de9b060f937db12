import {
  addDays,
  type CalendarDate,
  instantInLondon,
  londonDate,
  startOfLondonDay,
} from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Timetable } from '@app/platform/jobs/timetable.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import type { Facts } from '@app/platform/refusal/refusal.js';
import { Inject, Injectable } from '@nestjs/common';
import { TellPerson, type Told } from '../delivery/tell-person.js';
import { reminderEscalated } from '../events.js';
import { dueKey, sendDigest } from '../jobs.js';
import { Line } from './line.js';
import { sessionKindOf, stepOf } from './plan.js';
import { PlanReminders } from './plan-reminders.js';
import { isOvertaken, type Step, type StepId } from './step.js';
import { StepRepository } from './step.repository.js';

/** The time of day of the digests, by London's clocks. */
const DIGEST_TIME = '09:00';

/** NTF-22. The day of the next digest. */
export function digestDayAfter(now: Date): CalendarDate {
  const today = londonDate(now);
  return now < instantInLondon(today, DIGEST_TIME) ? today : addDays(today, 1);
}

/** A step that goes up the line: into the digest of those above, one a day for each. */
@Injectable()
export class GoUp {
  constructor(
    private readonly work: UnitOfWork,
    private readonly line: Line,
    private readonly steps: StepRepository,
    private readonly timetable: Timetable,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, step: Step): Promise<void> {
    const now = this.clock.now();
    const day = digestDayAfter(now);
    const { personId } = step.thing;
    const recipients = await this.line.at(ctx, { personId, level: step.level, day: londonDate(now) });
    await this.steps.save(ctx.force, [{ ...step, state: 'told', recipients, digestDay: day }]);
    for (const recipient of recipients) await this.book(ctx, recipient, day);
    await this.work.run(ctx, async (announce) =>
      announce(
        reminderEscalated({
          ...{ stepId: step.id, personId, level: step.level, recipients, at: step.dueAt.toISOString() },
        }),
      ),
    );
  }

  private async book(ctx: RequestContext, personId: PersonId, day: CalendarDate): Promise<void> {
    const due = { dueAt: instantInLondon(day, DIGEST_TIME), payload: { personId, day } };
    await this.timetable.set(ctx, sendDigest, { key: dueKey.sendDigest(personId, day), ...due });
  }
}

export interface FireStepInput {
  readonly stepId: StepId;
}

/** A step that falls due, and in whose name it is told. */
interface Falling {
  readonly ctx: RequestContext;
  readonly step: Step;
}

/** A step falls due. It is looked at anew first: what has changed since supersedes it; what is told is recorded as of its due time. */
@Injectable()
export class FireStep {
  constructor(
    private readonly work: UnitOfWork,
    private readonly steps: StepRepository,
    private readonly plan: PlanReminders,
    private readonly tellPerson: TellPerson,
    private readonly goUp: GoUp,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { stepId }: FireStepInput): Promise<void> {
    await this.executeAll([{ ctx, stepId }]);
  }

  /** Steps of any people of one force, in one transaction. */
  async executeAll(due: readonly (FireStepInput & { readonly ctx: RequestContext })[]): Promise<void> {
    const [first] = due;
    if (first === undefined) return;
    const { ctx } = first;
    await this.work.run(ctx, async () => {
      const before = await this.steps.byIds(
        ctx.force,
        due.map(({ stepId }) => stepId),
      );
      const things = before.filter(({ state }) => state === 'waiting').map(({ thing }) => thing);
      await this.plan.executeAll(ctx, things);
      const stepsOf = await this.steps.ofThings(ctx.force, things);
      const falling = things.flatMap((thing) => stepsOf(thing));
      await this.fire(
        due.flatMap((each) =>
          falling
            .filter(({ id }) => id === each.stepId)
            .slice(0, 1)
            .map((step) => ({ ...each, step })),
        ),
        (step) => isOvertaken(step, stepsOf(step.thing), this.clock.now()),
      );
    });
  }

  private async fire(due: readonly Falling[], isLate: (step: Step) => boolean): Promise<void> {
    const now = this.clock.now();
    const waiting = due.filter(({ step }) => step.state === 'waiting' && step.dueAt <= now);
    const [late, timely] = [
      waiting.filter(({ step }) => isLate(step)),
      waiting.filter(({ step }) => !isLate(step)),
    ];
    const [up, own] = [
      timely.filter(({ step }) => step.level > 0),
      timely.filter(({ step }) => step.level === 0),
    ];
    for (const { ctx, step } of up) await this.goUp.execute(ctx, step);
    await this.tellPerson.executeAll(own.map(telling));
    const [first] = due;
    if (first === undefined) return;
    await this.steps.save(first.ctx.force, [
      ...late.map(({ step }) => ({ ...step, state: 'superseded', why: 'later-step' }) as const),
      ...own.map(({ step }) => ({ ...step, state: 'told' }) as const),
    ]);
  }
}

/** NTF-17. What a step says to the person themselves. */
function telling({ ctx, step }: Falling): Told {
  const { kind, thing, title: course, id: cycle, dueOn } = step;
  return {
    ...{ ctx, personId: thing.personId, message: stepOf(kind, step.step).message, cycle, course },
    ...{ channels: ['notice', 'mail'], facts: { dueOn: startOfLondonDay(dueOn), ...seatOf(step) } },
  };
}

/** NTF-46. Of a seat: whose booking, what it is in, and when that begins. */
function seatOf({ kind, thing, startsAt }: Step): Facts {
  const session = sessionKindOf(kind);
  return session === null || startsAt === null ? {} : { bookingId: thing.id, kind: session, startsAt };
}

/** NTF-22. Tells somebody up the line, once on a day, what is overdue among their people; nothing, when all of it was done meanwhile. */
@Injectable()
export class SendDigest {
  constructor(
    private readonly steps: StepRepository,
    private readonly tellPerson: TellPerson,
  ) {}

  async execute(
    ctx: RequestContext,
    { personId, day }: { personId: PersonId; day: CalendarDate },
  ): Promise<void> {
    const { length: count } = await this.steps.ofDigest(ctx.force, personId, day);
    if (count === 0) return;
    await this.tellPerson.execute(ctx, {
      ...{ personId, message: 'manager-digest', cycle: day, channels: ['notice', 'mail'], facts: { count } },
    });
  }
}
