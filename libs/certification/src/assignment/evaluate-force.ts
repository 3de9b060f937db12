import { type PeopleRange, PostingSweep } from '@app/identity';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { type Announce, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { ApplyAssignments } from './apply-assignments.js';
import { AssignmentReader } from './assignment.reader.js';
import { AssignmentFacts, type PeoplePosted } from './assignment-facts.reader.js';
import { type AssignmentGround, Grounds } from './assignment-ground.js';
import { AssignmentRuleReader } from './assignment-rule.reader.js';
import { AssignmentRuleRepository } from './assignment-rule.repository.js';
import { evaluate } from './evaluate.js';

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
    private readonly facts: AssignmentFacts,
    private readonly assignments: AssignmentReader,
    private readonly apply: ApplyAssignments,
  ) {}

  async execute(
    ctx: RequestContext,
    announce: Announce,
    { posted, ground }: { posted: PeoplePosted; ground: AssignmentGround },
  ): Promise<Evaluated> {
    const there = await this.assignments.inRange(ctx.force, posted.range);
    if (ground.rules.length === 0 && there.size === 0) return { people: 0, changed: 0 };
    const people = await this.facts.of(ctx.force, posted, { ground, besides: there.keys() });
    const changes = people.flatMap((person) => evaluate(person, there.get(person.personId) ?? [], ground));
    await this.apply.execute(ctx, announce, { changes, today: ground.today });
    return { people: people.length, changed: changes.length };
  }
}

/** CRT-67. Looks at one person anew: their posting, leave, award or evidence changed. */
@Injectable()
export class EvaluatePerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sweep: PostingSweep,
    private readonly grounds: Grounds,
    private readonly evaluateRange: EvaluateRange,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { personId }: { personId: PersonId }): Promise<Evaluated> {
    return this.work.run(ctx, async (announce) => {
      const today = londonDate(this.clock.now());
      const range = { only: personId };
      const postings = await this.sweep.of(ctx.force, range, today);
      const units = postings.map(({ unitId }) => unitId);
      const ground = await this.grounds.ofUnits(ctx.force, today, units);
      return this.evaluateRange.execute(ctx, announce, {
        posted: { range, postings },
        ground,
      });
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
    return this.work.run(ctx, async (announce) => {
      const postings = await this.sweep.of(ctx.force, range, ground.today);
      return this.evaluateRange.execute(ctx, announce, { posted: { range, postings }, ground });
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
