import type { SkillId } from '@app/framework';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { AddAward } from '../award/add-award.js';
import type { Award } from '../award/award.js';
import type { Certification } from '../certification/certification.js';
import { completed, datesOf, type HeldCycle } from '../certification/history.js';
import { ruleOn } from '../certification/rule.js';
import { CertificationFacts } from './facts.reader.js';
import { type Holding, type HoldingId, historyOf, newHolding } from './holding.js';
import { HoldingReader } from './holding.reader.js';
import { TendHolding } from './tend-holding.js';

/** A course's certification completed: by whom, on which day, as which cycle, on which version. */
export interface CompletedCourse {
  readonly personId: PersonId;
  readonly certification: Certification;
  readonly awardedOn: CalendarDate;
  readonly number: number;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly title: Words;
  readonly skills: readonly { readonly skillId: SkillId; readonly level: number }[];
  readonly today: CalendarDate;
}

/** Writes a completed cycle into a person's holding, with its award. Always in the transaction that decided it. */
@Injectable()
export class CompleteCycle {
  constructor(
    private readonly holdings: HoldingReader,
    private readonly facts: CertificationFacts,
    private readonly addAward: AddAward,
    private readonly tend: TendHolding,
  ) {}

  /** The award of a course's own certification, whose cycles the course's components decide. */
  async execute(ctx: RequestContext, input: CompletedCourse): Promise<Award> {
    const { personId, certification, awardedOn: day, today } = input;
    const { code, rules } = certification;
    const known = await this.holdings.of(ctx.force, personId, code);
    const holding = known ?? newHolding({ id: newId<HoldingId>(), personId, code });
    const leaves = await this.facts.leaves(ctx.force, personId);
    const held = completed(historyOf(holding), rules, { leaves, today, day });
    const cycle = { ...held, number: input.number };
    const { award, next } = await this.award(ctx, holding, { ...input, cycle, leaves });
    const lastValidDays = new Map([[award.id, award.lastValidDay]]);
    await this.tend.execute(ctx, next, { certification, leaves, today, lastValidDays });
    return award;
  }

  /** The award of one more cycle, and the holding with it. */
  async award(
    ctx: RequestContext,
    holding: Holding,
    of: Omit<CompletedCourse, 'personId' | 'awardedOn' | 'number'> & {
      cycle: HeldCycle;
      leaves: Parameters<typeof datesOf>[1]['leaves'];
    },
  ): Promise<{ award: Award; next: Holding }> {
    const { certification, cycle, leaves, today, title, skills, versionId, versionNumber } = of;
    const award = await this.addAward.execute(ctx, {
      ...{ personId: holding.personId, code: certification.code, title, skills, versionId, versionNumber },
      ...{ cycle: cycle.number, awardedOn: cycle.completedOn, grantedTo: cycle.expires },
      lastValidDay: datesOf(cycle, { leaves, today }).expires,
      ruleNumber: cycle.ruleNumber,
      needsAuthority: ruleOn(certification.rules, cycle.completedOn).needsAuthority,
    });
    const awarded = { ...cycle, awardId: award.id, windowToldOn: null, expiryToldOn: null };
    return { award, next: { ...holding, cycles: [...holding.cycles, awarded] } };
  }
}
