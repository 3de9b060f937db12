import { CourseReader, type PublishedVersion } from '@app/catalogue';
import { AssignCertification, CollectOutcome } from '@app/certification';
import { RecordAbsence } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { newId } from '@app/platform/ids/ids.js';
import { InlineDriver } from '@app/platform/jobs/inline-driver.js';
import { inLanes } from '@app/platform/jobs/lanes.js';
import { found } from '@app/platform/refusal/fault.js';
import type { FixedClock } from '@app/platform/testing/fixed-clock.js';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { Classes } from './classes.js';
import { type Day, daysAfter, londonHour } from './days.js';
import type { Life } from './life.js';
import { plotOf, type Span } from './plot.js';
import { SimulatedForce, type SimulatedPerson } from './simulated-force.js';

/** The course that everybody of the simulated force is asked to hold. */
export const COURSE = 'OLH-101';
const WINDOW_MONTHS = 2;
/** How much goes on at once, as in a worker. */
const LANES = 16;

export interface SimulationPlan {
  readonly people: number;
  readonly seed: number;
  readonly span: Span;
  /** Told each simulated day. */
  readonly note: (day: Day) => void;
}

type Deed = () => Promise<unknown>;

/**
 * Lets a force live through its days on a clock that is moved by hand: at 00:30 what falls due with the day, at 08:00 the steps of
 * reminders, at 09:00 the digests and the bookings of the day’s class, at 14:00 what people do. Needs a loaded content pack.
 */
export class Simulation {
  readonly lives: Life[] = [];

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: FixedClock,
    private readonly plan: SimulationPlan,
  ) {}

  async run(): Promise<readonly Life[]> {
    const { span, people, seed, note } = this.plan;
    this.clock.set(londonHour(daysAfter(span.from, -1), 14));
    const force = await SimulatedForce.raise(this.app, { size: people, from: span.from });
    const version = found(await this.get(CourseReader).published(COURSE));
    const terms = { activeMonths: version.validityMonths, windowMonths: WINDOW_MONTHS };
    for (const [n, person] of force.people.entries())
      this.lives.push({ ...person, plot: plotOf(seed * 1_000_003 + n, span, terms) });
    const deeds = this.deedsOf(force, version);
    const classes = new Classes(this.app, force.ctx, this.lives, COURSE);
    await classes.begin();
    for (let day = span.from; day <= span.to; day = daysAfter(day, 1)) {
      note(day);
      for (const hour of [0.5, 8, 9]) await this.settle(day, hour);
      await classes.hold(day);
      this.clock.set(londonHour(day, 14));
      await inLanes(LANES, deeds.get(day) ?? [], async (deed) => {
        await deed();
      });
      await this.settle(day, 14);
    }
    return this.lives;
  }

  private async settle(day: Day, hour: number): Promise<void> {
    this.clock.set(londonHour(day, hour));
    await this.get(InlineDriver).drain({ lanes: LANES });
  }

  /** What everybody does, by day. */
  private deedsOf(force: SimulatedForce, version: PublishedVersion): Map<Day, Deed[]> {
    const deeds = new Map<Day, Deed[]>();
    const on = (day: Day, deed: Deed) => deeds.set(day, [...(deeds.get(day) ?? []), deed]);
    for (const { personId, plot } of this.lives) {
      const { assignedOn, dueOn, leave, cycles } = plot;
      const asked = { personId, code: COURSE, dueOn: calendarDateOf(dueOn) };
      on(assignedOn, () => this.get(AssignCertification).execute(force.ctx, asked));
      if (leave !== null)
        on(leave.from, () =>
          this.get(RecordAbsence).execute(force.ctx, {
            ...{
              personId,
              from: calendarDateOf(leave.from),
              to: calendarDateOf(leave.to),
              clockStopped: true,
            },
          }),
        );
      for (const { doneOn } of cycles) on(doneOn, () => this.complete(force, version, { personId, doneOn }));
    }
    return deeds;
  }

  private async complete(
    { ctx }: SimulatedForce,
    version: PublishedVersion,
    { personId, doneOn }: { personId: SimulatedPerson['personId']; doneOn: Day },
  ): Promise<void> {
    for (const { key: componentKey } of version.components)
      await this.get(CollectOutcome).execute(ctx, {
        ...{ personId, courseCode: COURSE, versionId: version.id, componentKey, sourceId: newId() },
        on: calendarDateOf(doneOn),
        ...{ percent: null, passed: true },
      });
  }

  private get<T>(type: Type<T>): T {
    return this.app.get<T>(type, { strict: false });
  }
}
