import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { ApplyAuthorityRule } from '@app/standing';
import { Injectable } from '@nestjs/common';
import type { Award } from '../award/award.js';
import { CertificationReader } from '../certification/certification.reader.js';
import { standingCycle } from '../certification/history.js';
import { CertificationFacts } from './facts.reader.js';
import { historyOf } from './holding.js';
import { HoldingReader } from './holding.reader.js';
import { TendHolding } from './tend-holding.js';

/** What the withdrawal of an award means for its cycle and for authority. Always in the transaction of the withdrawal. */
@Injectable()
export class EndCycle {
  constructor(
    private readonly holdings: HoldingReader,
    private readonly certifications: CertificationReader,
    private readonly facts: CertificationFacts,
    private readonly tend: TendHolding,
    private readonly applyAuthority: ApplyAuthorityRule,
  ) {}

  async execute(ctx: RequestContext, award: Award, on: CalendarDate): Promise<void> {
    const { personId, courseCode: code } = award;
    const holding = await this.holdings.of(ctx.force, personId, code);
    const certification = await this.certifications.byCode(code);
    const stood = holding === null ? null : standingCycle(historyOf(holding), on);
    if (holding !== null && certification !== null) {
      const leaves = await this.facts.leaves(ctx.force, personId);
      const cycles = holding.cycles.map((cycle) =>
        cycle.awardId === award.id ? { ...cycle, withdrawnOn: on } : cycle,
      );
      await this.tend.execute(ctx, { ...holding, cycles }, { certification, leaves, today: on });
    }
    // An award that another has replaced takes no authority away.
    if (stood !== null && stood.number !== award.cycle) return;
    const ground = 'award-withdrawn' as const;
    await this.applyAuthority.execute(ctx, {
      ...{ personId, certificationCode: code, ground, from: on, sourceId: award.id },
    });
  }
}
