import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { sittingClosed, sittingOpened, sittingReminded } from '../events.js';
import { canMove, moveSitting, type SittingId } from './sitting.js';
import { SittingRepository } from './sitting.repository.js';

/** What of a sitting's timetable has come. */
export interface RecordWindowInput {
  readonly sittingId: SittingId;
  readonly what: 'opened' | 'closed' | 'reminded';
  /** The instant at which it was due: the one that is recorded, however late somebody got round to it. */
  readonly dueAt: Date;
}

const kinds = { opened: sittingOpened, closed: sittingClosed, reminded: sittingReminded } as const;
const states = { opened: 'OPEN', closed: 'CLOSED', reminded: null } as const;

/** Records opening, closing and reminder of a sitting as of their due time. What has happened already happens no more. */
@Injectable()
export class RecordWindow {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sittings: SittingRepository,
  ) {}

  async execute(ctx: RequestContext, input: RecordWindowInput): Promise<void> {
    const { sittingId, what, dueAt } = input;
    await this.work.run(ctx, async (announce) => {
      const sitting = await this.sittings.load(ctx.force, sittingId);
      const to = states[what];
      if (to === null ? sitting.state === 'CANCELLED' : !canMove(sitting.state, to)) return;

      if (to !== null) await this.sittings.saveState(moveSitting(sitting, to), sitting.state);

      announce(kinds[what]({ sittingId, courseCode: sitting.courseCode, at: dueAt.toISOString() }));
    });
  }
}
