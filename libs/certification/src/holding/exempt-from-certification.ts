import { PeopleReader } from '@app/identity';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { refusal } from '../certification/refusals.js';
import { certificationExempted } from '../events.js';
import { reasonOf, refuseOwn } from '../reason.js';
import { AskedHolding } from './assign-certification.js';
import type { Holding } from './holding.js';
import { HoldingRepository } from './holding.repository.js';

export interface ExemptFromCertificationInput {
  readonly personId: PersonId;
  readonly code: string;
  readonly from: CalendarDate;
  /** The last day, included; null without end. */
  readonly to: CalendarDate | null;
  /** Why. Personal: kept in the erasable payload of the journal and nowhere else. */
  readonly reason: string;
}

/** Says that for some days nobody asks a person to hold a certification. It makes nobody certified. */
@Injectable()
export class ExemptFromCertification {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PeopleReader,
    private readonly asked: AskedHolding,
    private readonly holdings: HoldingRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: ExemptFromCertificationInput): Promise<Holding> {
    const { personId, code, from, to } = input;
    const reason = reasonOf(input.reason);
    refuseOwn(ctx, personId);
    if (to !== null && to < from) throw refusal('EXEMPTION_PERIOD_WRONG', { field: 'to' });
    return this.work.run(ctx, async (announce) => {
      found(await this.people.byId(ctx.force, personId));
      const { holding } = await this.asked.of(ctx, { personId, code, today: londonDate(this.clock.now()) });
      if (holding.exemption?.from === from && holding.exemption.to === to) return holding;
      const exempted = { ...holding, exemption: { from, to } };
      await this.holdings.save(ctx.force, exempted);
      announce(certificationExempted({ personId, code, from, to }, { payload: { reason } }));
      return { ...exempted, revision: exempted.revision + 1 };
    });
  }
}
