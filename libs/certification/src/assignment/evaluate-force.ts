import { PostingSweep } from '@app/identity';
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
      const postings = await this.sweep.of(ctx.force, personId, today);
      const units = postings.map(({ unitId }) => unitId);
      const ground = await this.grounds.ofUnits(ctx.force, today, units);
      return this.evaluateRange.execute(ctx, announce, {
        posted: { range: { only: personId }, postings },
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
    const today = londonDate(began);
    const ground = await this.grounds.ofForce(ctx.force, today);
    let all: Evaluated = { people: 0, changed: 0 };
    let after: PersonId | null = null;
    do {
      const from: PersonId | null = after;
      const part = await this.work.run(ctx, async (announce) => {
        const posted = await this.sweep.next(ctx.force, { after: from, limit: PART, on: today });
        const done = await this.evaluateRange.execute(ctx, announce, { posted, ground });
        return { upTo: posted.upTo, ...done };
      });
      all = { people: all.people + part.people, changed: all.changed + part.changed };
      after = part.upTo;
    } while (after !== null);
    await this.book.repository.applied(ctx.force, began);
    return all;
  }

  /** Every force that has a rule which is on. */
  async forces() {
    return this.book.reader.forces();
  }
}
