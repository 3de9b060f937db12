import { addMonths, type CalendarDate, londonDate, startOfLondonDay } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { CertificationReader } from '../certification/certification.reader.js';
import { datesOf, standingCycle } from '../certification/history.js';
import { refusal } from '../certification/refusals.js';
import { ruleNumbered } from '../certification/rule.js';
import { awardExtended } from '../events.js';
import { CertificationFacts } from '../holding/facts.reader.js';
import { type AwardedCycle, historyOf } from '../holding/holding.js';
import { HoldingReader } from '../holding/holding.reader.js';
import { TendHolding } from '../holding/tend-holding.js';
import { reasonOf, refuseOwn } from '../reason.js';
import type { Award, AwardId } from './award.js';
import { AwardReader } from './award.reader.js';

export interface ExtendAwardInput {
  readonly awardId: AwardId;
  /** The new last valid day, included. */
  readonly until: CalendarDate;
  /** Why. Personal: kept in the erasable payload of the journal and nowhere else. */
  readonly reason: string;
}

/** What the decision about an extension looks at. */
@Injectable()
export class ExtensionGround {
  constructor(
    private readonly holdings: HoldingReader,
    private readonly certifications: CertificationReader,
    private readonly facts: CertificationFacts,
  ) {}

  async of(ctx: RequestContext, { personId, courseCode: code }: Award, today: CalendarDate) {
    const holding = await this.holdings.of(ctx.force, personId, code);
    const certification = await this.certifications.byCode(code);
    // An award from before there were holdings has run its course: there is nothing to move.
    if (holding === null || certification === null) throw refusal('AWARD_NOT_CURRENT');
    const leaves = await this.facts.leaves(ctx.force, personId);
    const cycle = standingCycle(historyOf(holding), today) as AwardedCycle | null;
    return { holding, certification, leaves, cycle };
  }
}

/** Moves the last valid day of an award in date. The next cycle is counted as if it had not. The same again changes nothing. */
@Injectable()
export class ExtendAward {
  constructor(
    private readonly work: UnitOfWork,
    private readonly awards: AwardReader,
    private readonly ground: ExtensionGround,
    private readonly tend: TendHolding,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { awardId, until, reason: text }: ExtendAwardInput): Promise<Award> {
    const reason = reasonOf(text);
    return this.work.run(ctx, async (announce) => {
      const award = found(await this.awards.byId(ctx.force, awardId));
      refuseOwn(ctx, award.personId);
      const today = londonDate(this.clock.now());
      const { holding, certification, leaves, cycle } = await this.ground.of(ctx, award, today);
      if (cycle?.extension?.until === until) return award;
      const { activeMonths } = ruleNumbered(certification.rules, award.ruleNumber);
      const extended = extend(cycle, { awardId, until, leaves, today, activeMonths });

      const cycles = holding.cycles.map((each) => (each === cycle ? extended : each));
      await this.tend.execute(ctx, { ...holding, cycles }, { certification, leaves, today });

      const { personId, courseCode: code } = award;
      announce(awardExtended({ awardId, personId, code, until }, { payload: { reason } }));
      return found(await this.awards.byId(ctx.force, awardId));
    });
  }
}

/** CRT-44. The cycle with its extension: later than now, and by less than the validity, so that renewing stays worth its while. */
function extend(
  cycle: AwardedCycle | null,
  asked: {
    awardId: AwardId;
    until: CalendarDate;
    leaves: Parameters<typeof datesOf>[1]['leaves'];
    today: CalendarDate;
    activeMonths: number;
  },
): AwardedCycle {
  const { awardId, until, today } = asked;
  const dates = cycle === null ? null : datesOf(cycle, asked);
  if (cycle === null || dates === null || cycle.awardId !== awardId || today > dates.expires)
    throw refusal('AWARD_NOT_CURRENT');
  if (until <= dates.expires) throw refusal('EXTENSION_TOO_SHORT', { field: 'until' });
  const limit = addMonths(dates.baseline, asked.activeMonths);
  if (until >= limit)
    throw refusal('EXTENSION_TOO_LONG', { facts: { limit: startOfLondonDay(limit) }, field: 'until' });
  return { ...cycle, extension: { on: today, until } };
}
