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
import { Inject, Injectable } from '@nestjs/common';
import { TellPerson } from '../delivery/tell-person.js';
import { reminderEscalated } from '../events.js';
import { dueKey, sendDigest } from '../jobs.js';
import { Line } from './line.js';
import { stepOf } from './plan.js';
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
    await this.steps.save(ctx.force, { ...step, state: 'told', recipients, digestDay: day });
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

  async execute(ctx: RequestContext, { stepId }: { readonly stepId: StepId }): Promise<void> {
    await this.work.run(ctx, async () => {
      const before = await this.steps.byId(ctx.force, stepId);
      if (before === null || before.state !== 'waiting') return;
      await this.plan.execute(ctx, before.thing);
      const all = await this.steps.ofThing(ctx.force, before.thing);
      const step = all.find(({ id }) => id === stepId);
      const now = this.clock.now();
      if (step === undefined || step.state !== 'waiting' || step.dueAt > now) return;
      if (isOvertaken(step, all, now))
        await this.steps.save(ctx.force, { ...step, state: 'superseded', why: 'later-step' });
      else if (step.level > 0) await this.goUp.execute(ctx, step);
      else await this.tell(ctx, step);
    });
  }

  private async tell(ctx: RequestContext, step: Step): Promise<void> {
    const { kind, thing, title: course, id: cycle } = step;
    await this.tellPerson.execute(ctx, {
      ...{ personId: thing.personId, message: stepOf(kind, step.step).message, cycle, course },
      ...{ channels: ['notice', 'mail'], facts: { dueOn: startOfLondonDay(step.dueOn) } },
    });
    await this.steps.save(ctx.force, { ...step, state: 'told' });
  }
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
