import { addDays, type CalendarDate, startOfLondonDay } from '@app/platform/clock/calendar.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Timetable } from '@app/platform/jobs/timetable.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { ApplyAuthorityRule } from '@app/standing';
import { Injectable } from '@nestjs/common';
import type { AwardId } from '../award/award.js';
import { MoveAward } from '../award/move-award.js';
import type { Certification } from '../certification/certification.js';
import { type CycleDates, datesOf, type Known, standingCycle } from '../certification/history.js';
import { awardExpired, windowOpened } from '../events.js';
import { dueKey, expireHolding, openWindow } from '../jobs.js';
import { type AwardedCycle, type Holding, historyOf } from './holding.js';
import { HoldingRepository } from './holding.repository.js';

export type Circumstances = Omit<Known, 'facts'> & {
  readonly certification: Certification;
  /** The holding as stored, where there may be nothing to save. */
  readonly stored?: Holding;
  /** Until when awards stand, as read in this transaction: one that stands right is not read again. */
  readonly lastValidDays?: ReadonlyMap<AwardId, string>;
};

/** A cycle that stands, its dates, and the day that is looked at. */
type Turning = { readonly cycle: AwardedCycle; readonly dates: CycleDates } & Circumstances;

/**
 * Brings what follows from a holding up to date and saves it: the award's last valid day, what is told of window and expiry,
 * the authority that lapses with the award, and the two rows of the timetable. What it says is dated by the day it fell on,
 * not by the day somebody looked. Always in the transaction of the change.
 */
@Injectable()
export class TendHolding {
  constructor(
    private readonly work: UnitOfWork,
    private readonly holdings: HoldingRepository,
    private readonly moveAward: MoveAward,
    private readonly applyAuthority: ApplyAuthorityRule,
    private readonly timetable: Timetable,
  ) {}

  async execute(ctx: RequestContext, holding: Holding, given: Circumstances): Promise<Holding> {
    const cycle = standingCycle(historyOf(holding), given.today) as AwardedCycle | null;
    const dates = cycle === null ? null : datesOf(cycle, given);
    const told =
      cycle === null || dates === null ? holding : await this.tell(ctx, holding, { cycle, dates, ...given });
    const tended = { ...told, due: await this.schedule(ctx, { holding, dates, today: given.today }) };
    if (JSON.stringify(tended) === JSON.stringify(given.stored)) return tended;
    await this.holdings.save(ctx.force, tended);
    return { ...tended, revision: tended.revision + 1 };
  }

  private async tell(ctx: RequestContext, holding: Holding, at: Turning): Promise<Holding> {
    const { cycle, dates, today } = at;
    const { awardId } = cycle;
    if (at.lastValidDays?.get(awardId) !== dates.expires)
      await this.moveAward.execute(ctx, { awardId, lastValidDay: dates.expires });
    const isOver = today > dates.expires;
    const opened = isOver ? cycle : await this.tellOfWindow(ctx, holding, at);
    const turned = isOver ? await this.tellOfExpiry(ctx, holding, at) : { ...opened, expiryToldOn: null };
    return { ...holding, cycles: holding.cycles.map((each) => (each === cycle ? turned : each)) };
  }

  private async tellOfWindow(ctx: RequestContext, of: Holding, at: Turning): Promise<AwardedCycle> {
    const { cycle, dates, today } = at;
    const on = dates.windowOpens;
    if (on === null || today < on || cycle.windowToldOn !== null) return cycle;
    await this.work.run(ctx, async (announce) => announce(windowOpened({ ...turnOf(of, at), on })));
    return { ...cycle, windowToldOn: on };
  }

  /** Leave may bring an award back: its next end is another fact, on another day, and lapses authority anew. */
  private async tellOfExpiry(ctx: RequestContext, of: Holding, at: Turning): Promise<AwardedCycle> {
    const { cycle, dates } = at;
    if (cycle.expiryToldOn !== null) return cycle;
    const on = addDays(dates.expires, 1);
    await this.work.run(ctx, async (announce) => announce(awardExpired({ ...turnOf(of, at), on })));
    const lapse = { ground: 'award-ran-out' as const, from: on, sourceId: `${cycle.awardId}/${on}` };
    await this.applyAuthority.execute(ctx, { personId: of.personId, certificationCode: of.code, ...lapse });
    return { ...cycle, expiryToldOn: on };
  }

  private async schedule(
    ctx: RequestContext,
    { holding, dates, today }: { holding: Holding; dates: CycleDates | null; today: CalendarDate },
  ): Promise<Holding['due']> {
    const later = (day: CalendarDate | null | undefined) => (day != null && day > today ? day : null);
    const due = {
      window: later(dates?.windowOpens),
      expiry: later(dates === null ? null : addDays(dates.expires, 1)),
    };
    const payload = { personId: holding.personId, code: holding.code };
    const rows = [
      { job: openWindow, key: dueKey.openWindow(holding.id), was: holding.due.window, is: due.window },
      { job: expireHolding, key: dueKey.expireHolding(holding.id), was: holding.due.expiry, is: due.expiry },
    ];
    for (const { job, key, was, is } of rows) {
      if (was === is) continue;
      if (is === null) await this.timetable.cancel(key);
      else await this.timetable.set(ctx, job, { key, dueAt: startOfLondonDay(is), payload });
    }
    return due;
  }
}

/** What a turn of a cycle tells. */
function turnOf({ personId, code }: Holding, { cycle, dates }: Turning) {
  return { personId, code, awardId: cycle.awardId, cycle: cycle.number, expires: dates.expires };
}
