import { PeopleReader } from '@app/identity';
import { addDays, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { reasonOf } from '../reason.js';
import { ApplyAssignments } from './apply-assignments.js';
import { type Assignment, type ExceptionAnswer, type Origin, settled } from './assignment.js';
import { AssignmentReader } from './assignment.reader.js';
import { exceptionDecided, personLeftOut } from './assignment-events.js';
import { type AssignmentRule, type AssignmentRuleId, versionOf } from './assignment-rule.js';
import { EvaluatePeople, RuleBook } from './evaluate-force.js';
import { refusal } from './refusals.js';

/** How many people a rule leaves out at most. */
const MOST_LEFT_OUT = 1000;
/** CRT-66. A realistic date is the minimum time and so many days from today. */
const GRACE_DAYS = 7;

/** Somebody under one rule. */
export interface PersonUnderRule {
  readonly ruleId: AssignmentRuleId;
  readonly personId: PersonId;
}

/** A rule, and a person whom its force holds and who is not the one who decides. */
@Injectable()
export class PersonsOfRule {
  constructor(
    readonly book: RuleBook,
    private readonly people: PeopleReader,
  ) {}

  async rule(ctx: RequestContext, { ruleId, personId }: PersonUnderRule): Promise<AssignmentRule> {
    const rule = found(await this.book.reader.byId(ctx.force, ruleId));
    found(await this.people.byId(ctx.force, personId));
    if (actingPerson(ctx) === personId) throw refusal('ASSIGNMENT_OWN', { field: 'personId' });
    if (rule.state === 'OFF') throw refusal('ASSIGNMENT_RULE_IS_OFF');
    return rule;
  }
}

/** CRT-69. Leaves somebody out of a rule, or lets them in again; they are looked at anew at once. The same again changes nothing. */
@Injectable()
export class LeaveOut {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: PersonsOfRule,
    private readonly evaluatePeople: EvaluatePeople,
  ) {}

  async execute(
    ctx: RequestContext,
    { isOut, reason: text, ...who }: PersonUnderRule & { isOut: boolean; reason: string },
  ): Promise<AssignmentRule> {
    const reason = reasonOf(text);
    return this.work.run(ctx, async (announce) => {
      const rule = await this.persons.rule(ctx, who);
      const { ruleId, personId } = who;
      if (rule.leftOut.includes(personId) === isOut) return rule;
      const others = rule.leftOut.filter((each) => each !== personId);
      if (isOut && others.length >= MOST_LEFT_OUT)
        throw refusal('ASSIGNMENT_LEFT_OUT_TOO_MANY', { facts: { most: MOST_LEFT_OUT } });
      const leftOut = isOut ? [...others, personId] : others;
      const saved = await this.persons.book.repository.save(ctx.force, { ...rule, leftOut });
      announce(personLeftOut({ ruleId, personId, isOut }, { payload: { reason } }));
      await this.evaluatePeople.execute([{ ctx, personId }]);
      return saved;
    });
  }
}

/** CRT-66. Decides what is asked of somebody who has too little time. It is remembered, and may be decided anew. */
@Injectable()
export class DecideException {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: PersonsOfRule,
    private readonly assignments: AssignmentReader,
    private readonly apply: ApplyAssignments,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(
    ctx: RequestContext,
    { answer, reason: text, ...who }: PersonUnderRule & { answer: ExceptionAnswer; reason: string },
  ): Promise<Assignment> {
    const reason = reasonOf(text);
    return this.work.run(ctx, async (announce) => {
      const rule = await this.persons.rule(ctx, who);
      const { ruleId, personId } = who;
      const before = await this.assignments.of(ctx.force, personId, rule.code);
      const origin = before?.origins.find((each) => each.ruleId === ruleId && each.endedOn === null);
      if (before == null || origin === undefined || origin.exception === null)
        throw refusal('ASSIGNMENT_NOTHING_TO_DECIDE');
      if (origin.exception.answer === answer) return before;
      const today = londonDate(this.clock.now());
      const dueOn =
        answer === 'REALISTIC_DATE' ? addDays(today, versionOf(rule).minimumDays + GRACE_DAYS) : null;
      const exception = { ...origin.exception, answer, dueOn, by: actingPerson(ctx) ?? null };
      const decided: Origin = { ...origin, exception };
      const after = settled(
        before,
        before.origins.map((each) => (each === origin ? decided : each)),
      );
      announce(exceptionDecided({ ruleId, personId, answer }, { payload: { reason } }));
      await this.apply.execute(ctx, announce, { changes: [{ before, after }], today });
      return { ...after, revision: after.revision + 1 };
    });
  }
}
