import { AbsenceReader, PeopleReader, PostingReader, statusIn } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Timetable } from '@app/platform/jobs/timetable.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { dueKey, fireStep } from '../jobs.js';
import type { Days } from './duty.js';
import { brought, type NothingDue, type Step, type ThingRef, type WhyNot, wantedSteps } from './step.js';
import { StepRepository } from './step.repository.js';
import { Things } from './things.js';

/** What is known of the person whom steps are for. */
@Injectable()
export class PersonDays {
  constructor(
    private readonly people: PeopleReader,
    private readonly absences: AbsenceReader,
    private readonly postings: PostingReader,
  ) {}

  /** Their days; or that they are suspended here, or not held at all. */
  async of(ctx: RequestContext, personId: PersonId): Promise<Days | NothingDue> {
    const person = await this.people.byId(ctx.force, personId);
    if (person === null) return 'not-asked';
    if (statusIn(person, ctx.force.forceId) === 'suspended') return 'suspended';
    const absences = await this.absences.ofPerson(ctx.force, personId);
    return { absences, postings: await this.postings.ofPerson(ctx.force, personId) };
  }
}

/** Saves steps, and puts each on the timetable or takes it off. */
@Injectable()
export class StepBook {
  constructor(
    readonly steps: StepRepository,
    private readonly timetable: Timetable,
  ) {}

  async enter(ctx: RequestContext, step: Step): Promise<void> {
    const key = dueKey.fireStep(step.id);
    if (step.state === 'waiting')
      await this.timetable.set(ctx, fireStep, { key, dueAt: step.dueAt, payload: { stepId: step.id } });
    else await this.timetable.cancel(key);
  }

  async change(ctx: RequestContext, step: Step): Promise<void> {
    await this.steps.save(ctx.force, step);
    await this.enter(ctx, step);
  }
}

/**
 * Brings the steps of one thing for one person to what the facts now want: adds, moves, supersedes, brings back. It looks at what
 * is, so repeats and the order of events make no difference (NTF-19).
 */
@Injectable()
export class PlanReminders {
  constructor(
    private readonly work: UnitOfWork,
    private readonly things: Things,
    private readonly person: PersonDays,
    private readonly book: StepBook,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One thing. */
  async execute(ctx: RequestContext, ref: ThingRef): Promise<void> {
    await this.work.run(ctx, async () => {
      const thing = await this.things.read(ctx, ref);
      const days = await this.person.of(ctx, ref.personId);
      const there = await this.book.steps.ofThing(ctx.force, ref);
      const none = typeof days === 'string' ? days : typeof thing === 'string' ? thing : null;
      const wanted = typeof days === 'string' || typeof thing === 'string' ? [] : wantedSteps(thing, days);
      const exemption = typeof thing === 'string' ? null : thing.exemption;
      const { added, changed } = brought(there, wanted, { now: this.clock.now(), none, exemption });
      for (const step of await this.book.steps.add(ctx.force, ref, added))
        if (step.state === 'waiting') await this.book.enter(ctx, step);
      for (const step of changed) await this.book.change(ctx, step);
    });
  }

  /** Everything that a person was ever to be reminded of: their days or their standing here changed. */
  async executeForPerson(ctx: RequestContext, personId: PersonId): Promise<void> {
    const things = new Map(
      (await this.book.steps.ofPerson(ctx.force, personId)).map(({ thing }) => [
        `${thing.type}/${thing.id}`,
        thing,
      ]),
    );
    for (const thing of things.values()) await this.execute(ctx, thing);
  }
}

/** Somebody acts, so nobody up the line need be told of that course any more. */
@Injectable()
export class StopChain {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: StepBook,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** NTF-23. Steps up the line that wait are superseded once the due day is past. */
  async execute(
    ctx: RequestContext,
    {
      personId,
      courseCode,
      why,
    }: { personId: PersonId; courseCode: string; why: Extract<WhyNot, 'progress' | 'booked'> },
  ): Promise<void> {
    await this.work.run(ctx, async () => {
      const steps = (await this.book.steps.ofPerson(ctx.force, personId)).filter(
        (step) => step.courseCode === courseCode,
      );
      const now = this.clock.now();
      for (const step of steps) {
        const isLate = steps.some(
          (other) =>
            other.step === 'overdue' &&
            other.cycle === step.cycle &&
            other.kind === step.kind &&
            other.dueAt <= now,
        );
        if (step.state === 'waiting' && step.level > 0 && isLate)
          await this.book.change(ctx, { ...step, state: 'superseded', why });
      }
    });
  }
}
