import { AbsenceReader, PeopleReader, PostingReader, statusIn } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Timetable } from '@app/platform/jobs/timetable.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { dueKey, fireStep } from '../jobs.js';
import type { Days } from './duty.js';
import {
  brought,
  type Changes,
  type NothingDue,
  type Step,
  type ThingNow,
  type ThingRef,
  thingKey,
  type WhyNot,
  wantedSteps,
} from './step.js';
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

  /** The days of each; or that they are suspended here, or not held at all. One read of each kind. */
  async of(
    { force }: RequestContext,
    personIds: readonly PersonId[],
  ): Promise<(personId: PersonId) => Days | NothingDue> {
    const people = await this.people.byIds(force, personIds);
    const absences = await this.absences.ofPeople(force, personIds);
    const postings = await this.postings.ofPeople(force, personIds);
    return (personId) => {
      const person = people.get(personId);
      if (person === undefined) return 'not-asked';
      if (statusIn(person, force.forceId) === 'suspended') return 'suspended';
      return { absences: absences.get(personId) ?? [], postings: postings.get(personId) ?? [] };
    };
  }
}

/** Saves steps, and puts each on the timetable or takes it off. */
@Injectable()
export class StepBook {
  constructor(
    readonly steps: StepRepository,
    private readonly timetable: Timetable,
  ) {}

  /** Adds steps. */
  async add(ctx: RequestContext, added: Parameters<StepRepository['add']>[1]): Promise<void> {
    await this.enter(ctx, await this.steps.add(ctx.force, added));
  }

  /** Saves changed steps. One that was not and is not waited for needs nothing of the timetable. */
  async change(ctx: RequestContext, steps: readonly Step[]): Promise<void> {
    await this.steps.save(ctx.force, steps);
    await this.enter(ctx, steps);
    await this.timetable.cancelAll(
      steps.filter(({ state }) => state !== 'waiting').map(({ id }) => dueKey.fireStep(id)),
    );
  }

  private async enter(ctx: RequestContext, steps: readonly Step[]): Promise<void> {
    const waiting = steps.filter(({ state }) => state === 'waiting');
    const dues = waiting.map(({ id: stepId, dueAt }) => ({
      ...{ key: dueKey.fireStep(stepId), dueAt, payload: { stepId } },
    }));
    await this.timetable.setAll(ctx, fireStep, dues);
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
    await this.executeAll(ctx, [ref]);
  }

  /** Things of any people of one force: one read and one write of each kind, however many they are. */
  async executeAll(ctx: RequestContext, refs: readonly ThingRef[]): Promise<void> {
    const once = [...new Map(refs.map((ref) => [thingKey(ref), ref])).values()];
    if (once.length === 0) return;
    await this.work.run(ctx, async () => {
      const thingOf = await this.things.read(ctx, once);
      const daysOf = await this.person.of(ctx, [...new Set(once.map(({ personId }) => personId))]);
      const stepsOf = await this.book.steps.ofThings(ctx.force, once);
      const changes = once.map((ref) => {
        const { added, changed } = this.changesOf(stepsOf(ref), thingOf(ref), daysOf(ref.personId));
        return { added: added.map((each) => ({ ...each, thing: ref })), changed };
      });
      await this.book.add(
        ctx,
        changes.flatMap(({ added }) => added),
      );
      await this.book.change(
        ctx,
        changes.flatMap(({ changed }) => changed),
      );
    });
  }

  /** Everything that a person was ever to be reminded of: their days or their standing here changed. */
  async executeForPerson(ctx: RequestContext, personId: PersonId): Promise<void> {
    const steps = await this.book.steps.ofPerson(ctx.force, personId);
    await this.executeAll(
      ctx,
      steps.map(({ thing }) => thing),
    );
  }

  private changesOf(there: readonly Step[], thing: ThingNow | NothingDue, days: Days | NothingDue): Changes {
    const none = typeof days === 'string' ? days : typeof thing === 'string' ? thing : null;
    const wanted = typeof days === 'string' || typeof thing === 'string' ? [] : wantedSteps(thing, days);
    const exemption = typeof thing === 'string' ? null : thing.exemption;
    return brought(there, wanted, { now: this.clock.now(), none, exemption });
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
      const stopped = steps.filter((step) => {
        const isLate = steps.some(
          (other) =>
            other.step === 'overdue' &&
            other.cycle === step.cycle &&
            other.kind === step.kind &&
            other.dueAt <= now,
        );
        return step.state === 'waiting' && step.level > 0 && isLate;
      });
      await this.book.change(
        ctx,
        stopped.map((step) => ({ ...step, state: 'superseded', why })),
      );
    });
  }
}
