import { PostingSweep, type UnitId } from '@app/identity';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import { type Assignment } from './assignment.js';
import { AssignmentReader } from './assignment.reader.js';
import { AssignmentFacts } from './assignment-facts.reader.js';
import { type AssignmentGround, Grounds } from './assignment-ground.js';
import type { AssignmentRule } from './assignment-rule.js';
import type { PersonFacts } from './audience.js';
import { caughtNow, dueNow, tooShort } from './evaluate.js';

const PART = 2000;
const MOST_UNITS = 10;

/** What a rule would do if it were switched on now (CRT-70). */
export interface RulePreview {
  /** People of the force who are posted today, or known to certification. */
  readonly people: number;
  /** Whom the rule catches. */
  readonly caught: number;
  /** Of those, whom no rule asks for this certification yet. */
  readonly newly: number;
  /** Of those caught, who have too little time: nobody asks them until somebody decides. */
  readonly tooShort: number;
  /** Where most of those newly caught are posted, at most ten. */
  readonly units: readonly { readonly unitId: UnitId; readonly newly: number }[];
}

/** Works out what a rule would do, without doing it. */
@Injectable()
export class PreviewAssignmentRule {
  constructor(
    private readonly sweep: PostingSweep,
    private readonly grounds: Grounds,
    private readonly facts: AssignmentFacts,
    private readonly assignments: AssignmentReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, rule: AssignmentRule): Promise<RulePreview> {
    const today = londonDate(this.clock.now());
    const ground = await this.grounds.ofForce(ctx.force, today, rule);
    const tally = { people: 0, caught: 0, newly: 0, tooShort: 0, units: new Map<UnitId, number>() };
    let after: PersonId | null = null;
    do {
      const posted = await this.sweep.next(ctx.force, { after, limit: PART, on: today });
      const there = await this.assignments.inRange(ctx.force, posted.range);
      const people = await this.facts.of(ctx.force, posted, { ground, besides: [] });
      tally.people += people.length;
      for (const person of people) {
        const seen = outlook(person, there.get(person.personId) ?? [], ground);
        if (seen === null) continue;
        tally.caught += 1;
        if (seen.isShort) tally.tooShort += 1;
        if (!seen.isNew) continue;
        tally.newly += 1;
        if (seen.unitId !== null) tally.units.set(seen.unitId, (tally.units.get(seen.unitId) ?? 0) + 1);
      }
      after = posted.upTo;
    } while (after !== null);
    const units = [...tally.units].sort(([, a], [, b]) => b - a).slice(0, MOST_UNITS);
    return { ...tally, units: units.map(([unitId, newly]) => ({ unitId, newly })) };
  }
}

/** What the one rule of the ground would mean for somebody; null: it does not catch them. */
function outlook(person: PersonFacts, there: readonly Assignment[], ground: AssignmentGround) {
  const [rule] = ground.rules;
  const { today } = ground;
  const caught = rule === undefined ? null : caughtNow(rule, person, ground);
  if (rule === undefined || caught === null) return null;
  const known = there.find(({ code }) => code === rule.code);
  const origin = known?.origins.find(({ ruleId, endedOn }) => ruleId === rule.id && endedOn === null);
  const dueOn = dueNow(rule, person, { caught, on: origin?.on ?? today, today });
  const isShort = origin === undefined && tooShort(rule, dueOn, today) !== null;
  return { unitId: caught.unitId, isShort, isNew: origin === undefined && known?.state !== 'assigned' };
}
