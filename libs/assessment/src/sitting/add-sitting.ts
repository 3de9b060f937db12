import type { RequestContext } from '@app/platform/context/request-context.js';
import { Timetable } from '@app/platform/jobs/timetable.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { sittingCreated } from '../events.js';
import { closeSitting, dueKey, openSitting, remindSitting } from '../jobs.js';
import type { Sitting } from './sitting.js';
import { SittingRepository } from './sitting.repository.js';

/** The saving half of CreateSitting: the sitting and its due rows, in one transaction. */
@Injectable()
export class AddSitting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sittings: SittingRepository,
    private readonly timetable: Timetable,
  ) {}

  /** The sitting that the same request made before; null when it is new. */
  async before(ctx: RequestContext, requestKey: string): Promise<Sitting | null> {
    return this.sittings.byRequest(ctx.force, requestKey);
  }

  async execute(ctx: RequestContext, added: { sitting: Sitting; requestKey: string }): Promise<Sitting> {
    const { sitting, requestKey } = added;
    return this.work.run(ctx, async (announce) => {
      await this.sittings.add(sitting, requestKey);
      await this.setDue(ctx, sitting);
      announce(sittingCreated({ sittingId: sitting.id, courseCode: sitting.courseCode }));
      return sitting;
    });
  }

  private async setDue(ctx: RequestContext, sitting: Sitting): Promise<void> {
    const payload = { sittingId: sitting.id as string };
    const { opensAt, closesAt, reminderAt } = sitting;
    const { id } = sitting;
    await this.timetable.set(ctx, openSitting, { key: dueKey.openSitting(id), dueAt: opensAt, payload });
    await this.timetable.set(ctx, closeSitting, { key: dueKey.closeSitting(id), dueAt: closesAt, payload });
    if (reminderAt === null) return;
    await this.timetable.set(ctx, remindSitting, {
      key: dueKey.remindSitting(id),
      dueAt: reminderAt,
      payload,
    });
  }
}
