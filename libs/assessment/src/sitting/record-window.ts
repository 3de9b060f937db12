import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { sittingClosed, sittingOpened, sittingReminded } from '../events.js';
import { canMove, moveSitting, type Sitting, type SittingId, type SittingState } from './sitting.js';
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

  /** Of several sittings of one force, each in the name it comes with. */
  async executeAll(records: readonly { ctx: RequestContext; input: RecordWindowInput }[]): Promise<void> {
    const [first] = records;
    if (first === undefined) return;
    await this.work.run(first.ctx, async () => {
      const sittings = await this.sittings.loadAll(
        first.ctx.force,
        records.map(({ input }) => input.sittingId),
      );
      const moved: { sitting: Sitting; from: SittingState }[] = [];
      for (const { ctx, input } of records) {
        const sitting = found(sittings.get(input.sittingId));
        const to = states[input.what];
        if (to === null ? sitting.state === 'CANCELLED' : !canMove(sitting.state, to)) continue;
        if (to !== null) moved.push({ sitting: moveSitting(sitting, to), from: sitting.state });
        await this.work.run(ctx, async (announce) => announce(told(sitting, input)));
      }
      await this.sittings.saveStates(moved);
    });
  }
}

function told({ id, courseCode }: Sitting, { what, dueAt }: RecordWindowInput) {
  return kinds[what]({ sittingId: id, courseCode, at: dueAt.toISOString() });
}
