import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { ApplyAuthorityRule } from '@app/standing';
import { Injectable } from '@nestjs/common';
import { CertificationReader } from '../certification/certification.reader.js';
import { datesOf, standingCycle } from '../certification/history.js';
import { ruleNumbered } from '../certification/rule.js';
import { CertificationFacts } from './facts.reader.js';
import { historyOf } from './holding.js';
import { HoldingReader } from './holding.reader.js';

export interface ActOnFailedTestInput {
  readonly personId: PersonId;
  readonly courseCode: string;
  readonly componentKey: string;
  /** The London day of the test. */
  readonly on: CalendarDate;
  /** The attempt or the observation: it is acted on once. */
  readonly sourceId: string;
}

/** Suspends a holder's authority under each certification whose rule calls the failed component a proficiency test. */
@Injectable()
export class ActOnFailedTest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly holdings: HoldingReader,
    private readonly certifications: CertificationReader,
    private readonly facts: CertificationFacts,
    private readonly applyAuthority: ApplyAuthorityRule,
  ) {}

  async execute(
    ctx: RequestContext,
    { personId, on, sourceId, ...test }: ActOnFailedTestInput,
  ): Promise<void> {
    const key = `${test.courseCode}/${test.componentKey}`;
    await this.work.run(ctx, async () => {
      const holdings = await this.holdings.ofPerson(ctx.force, personId);
      const rules = await this.certifications.byCodes(holdings.map(({ code }) => code));
      const leaves = await this.facts.leaves(ctx.force, personId);
      for (const holding of holdings) {
        const cycle = standingCycle(historyOf(holding), on);
        const certification = rules.get(holding.code);
        if (cycle === null || certification === undefined) continue;
        const isTest = ruleNumbered(certification.rules, cycle.ruleNumber).proficiencyTests.includes(key);
        if (!isTest || on > datesOf(cycle, { leaves, today: on }).expires) continue;
        const ground = 'failed-proficiency-test' as const;
        await this.applyAuthority.execute(ctx, {
          ...{ personId, certificationCode: holding.code, ground, from: on, sourceId },
        });
      }
    });
  }
}
