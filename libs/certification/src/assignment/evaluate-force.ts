import { type PeopleRange, PostingSweep } from '@app/identity';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { ApplyAssignments } from './apply-assignments.js';
import { AssignmentReader } from './assignment.reader.js';
import { AssignmentFacts, type PeoplePosted } from './assignment-facts.reader.js';
import { type AssignmentGround, Grounds } from './assignment-ground.js';
import { AssignmentRuleReader } from './assignment-rule.reader.js';
import { AssignmentRuleRepository } from './assignment-rule.repository.js';
import { type AssignmentChange, evaluate } from './evaluate.js';

/** How many postings one transaction looks at: memory stays flat, and what else is written waits for nothing long. */
const PART = 1000;
/** How many parts are under way at once: while the database works on one, this process works on another. */
const LANES = 3;

/** What an evaluation saw and did. */
export interface Evaluated {
  readonly people: number;
  /** Assignments that changed. */
  readonly changed: number;
}

/** Looks at some people by the rules and writes what changes: the one way, for one person and for a force. */
@Injectable()
export class EvaluateRange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly facts: AssignmentFacts,
    private readonly assignments: AssignmentReader,
    private readonly applying: ApplyAssignments,
  ) {}

  /** What changes, of how many people. */
  async decide(
    { force }: RequestContext,
    posted: PeoplePosted,
    ground: AssignmentGround,
  ): Promise<{ people: number; changes: readonly AssignmentChange[] }> {
    const there = await this.assignments.inRange(force, posted.range);
    if (ground.rules.length === 0 && there.size === 0) return { people: 0, changes: [] };
    const people = await this.facts.of(force, posted, { ground, besides: there.keys() });
    const changes = people.flatMap((person) => evaluate(person, there.get(person.personId) ?? [], ground));
    return { people: people.length, changes };
  }

  /** Writes what changes, and tells it in that name. */
  async apply(ctx: RequestContext, changes: readonly AssignmentChange[], today: CalendarDate): Promise<void> {
    await this.work.run(ctx, async (announce) => this.applying.execute(ctx, announce, { changes, today }));
  }
}

/** A person to look at, and in whose name what changes is told. */
export interface PersonToEvaluate {
  readonly ctx: RequestContext;
  readonly personId: PersonId;
}

/** CRT-67. Looks at people of one force anew: their posting, leave, award or evidence changed. */
@Injectable()
export class EvaluatePeople {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sweep: PostingSweep,
    private readonly grounds: Grounds,
    private readonly evaluateRange: EvaluateRange,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(wanted: readonly PersonToEvaluate[]): Promise<Evaluated> {
    const [first] = wanted;
    if (first === undefined) return { people: 0, changed: 0 };
    const names = new Map(wanted.map(({ personId, ctx }) => [personId, ctx]));
    return this.work.run(first.ctx, async () => {
      const today = londonDate(this.clock.now());
      const range = { only: [...names.keys()] };
      const postings = await this.sweep.of(first.ctx.force, range, today);
      const units = postings.map(({ unitId }) => unitId);
      const ground = await this.grounds.ofUnits(first.ctx.force, today, units);
      const { people, changes } = await this.evaluateRange.decide(first.ctx, { range, postings }, ground);
      for (const [personId, own] of Map.groupBy(changes, ({ after }) => after.personId))
        await this.evaluateRange.apply(names.get(personId) ?? first.ctx, own, today);
      return { people, changed: changes.length };
    });
  }
}

/** Rules, to read and to save. */
@Injectable()
export class RuleBook {
  constructor(
    readonly reader: AssignmentRuleReader,
    readonly repository: AssignmentRuleRepository,
  ) {}
}

/** CRT-67. Looks at everybody of a force anew, part by part. One that broke off is begun again and finds most of it done. */
@Injectable()
export class EvaluateForce {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sweep: PostingSweep,
    private readonly grounds: Grounds,
    private readonly evaluateRange: EvaluateRange,
    private readonly book: RuleBook,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext): Promise<Evaluated> {
    const began = this.clock.now();
    const ground = await this.grounds.ofForce(ctx.force, londonDate(began));
    const ranges = this.sweep.ranges(ctx.force, PART);
    const all = { people: 0, changed: 0 };
    const lane = async () => {
      for await (const range of shared(ranges)) {
        const part = await this.part(ctx, range, ground);
        all.people += part.people;
        all.changed += part.changed;
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    await this.book.repository.applied(ctx.force, began);
    return all;
  }

  private async part(ctx: RequestContext, range: PeopleRange, ground: AssignmentGround): Promise<Evaluated> {
    return this.work.run(ctx, async () => {
      const postings = await this.sweep.of(ctx.force, range, ground.today);
      const { people, changes } = await this.evaluateRange.decide(ctx, { range, postings }, ground);
      await this.evaluateRange.apply(ctx, changes, ground.today);
      return { people, changed: changes.length };
    });
  }

  /** Every force that has a rule which is on. */
  async forces() {
    return this.book.reader.forces();
  }
}

/** The rest of a list that several take from; who stops taking leaves it to the others. */
async function* shared<T>(list: AsyncGenerator<T>): AsyncGenerator<T> {
  for (let next = await list.next(); next.done !== true; next = await list.next()) yield next.value;
}
