import { type AppealId, AppealReader } from '@app/assessment';
import { type Bundle, RoleGrantReader } from '@app/identity';
import { addDays, instantInLondon, londonDate, startOfLondonDay } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Timetable } from '@app/platform/jobs/timetable.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { TellPerson } from '../delivery/tell-person.js';
import { dueKey, remindOfAppeal } from '../jobs.js';

/** Those who decide appeals. */
const DECIDERS: readonly Bundle[] = ['training-lead', 'moderator'];
const DAYS_BEFORE = 7;

/** NTF-27. Puts the reminder of an appeal on the timetable: 08:00, seven days before its last day. */
@Injectable()
export class PlanAppealReminder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly appeals: AppealReader,
    private readonly timetable: Timetable,
  ) {}

  async execute(ctx: RequestContext, { appealId }: { readonly appealId: AppealId }): Promise<void> {
    const { decideBy } = await this.appeals.byId(ctx.force, appealId);
    const dueAt = instantInLondon(addDays(londonDate(decideBy), -1 - DAYS_BEFORE), '08:00');
    await this.work.run(ctx, async () =>
      this.timetable.set(ctx, remindOfAppeal, {
        ...{ key: dueKey.remindOfAppeal(appealId), dueAt, payload: { appealId } },
      }),
    );
  }
}

/** NTF-27. Tells those who decide appeals of one that waits, if it still does; never the candidate whose it is. */
@Injectable()
export class TellOfAppeal {
  constructor(
    private readonly appeals: AppealReader,
    private readonly roles: RoleGrantReader,
    private readonly tellPerson: TellPerson,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(
    ctx: RequestContext,
    { appealId, message }: { appealId: AppealId; message: 'appeal-due' | 'appeal-overdue' },
  ): Promise<void> {
    const appeal = await this.appeals.byId(ctx.force, appealId);
    if (appeal.state !== 'ASKED') return;
    const dueOn = startOfLondonDay(addDays(londonDate(appeal.decideBy), -1));
    const facts = { course: appeal.courseCode, dueOn };
    for (const personId of await this.roles.holdersOf(ctx.force, DECIDERS, londonDate(this.clock.now()))) {
      if (personId === appeal.personId) continue;
      const occasion = { message, cycle: appealId, channels: ['notice', 'mail'] } as const;
      await this.tellPerson.execute(ctx, { personId, ...occasion, facts });
    }
  }
}
