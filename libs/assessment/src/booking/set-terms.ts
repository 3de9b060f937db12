import { mustBeAllowed, type UnitId, UnitReader } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { sessionPermissions } from '../session/permissions.js';
import { again } from './again.js';
import { limitSet, termsSet } from './events.js';
import { type AbstractionLimit, LimitRepository } from './limit.repository.js';
import { refusal } from './refusals.js';
import { type BookingTerms, TermsRepository } from './terms.repository.js';

const LONGEST_OFFER = 168;

/** ASM-201. Says who approves bookings in the force and how long offers stand; for leads of the whole force. The same again changes nothing. */
@Injectable()
export class SetBookingTerms {
  constructor(
    private readonly work: UnitOfWork,
    private readonly terms: TermsRepository,
  ) {}

  async execute(ctx: RequestContext, wanted: BookingTerms): Promise<BookingTerms> {
    mustBeAllowed(ctx, sessionPermissions.setTerms, { forceWide: true });
    const { approval, offerHours } = wanted;
    if (!Number.isInteger(offerHours) || offerHours < 1 || offerHours > LONGEST_OFFER)
      throw refusal('TERMS_OUT_OF_RANGE', { field: 'offerHours' });
    return again(() =>
      this.work.run(ctx, async (announce) => {
        const before = await this.terms.of(ctx.force);
        if (before.approval === approval && before.offerHours === offerHours) return before;
        await this.terms.save(ctx.force, wanted);
        announce(termsSet({ approval, offerHours }, { payload: { before } }));
        return { approval, offerHours };
      }),
    );
  }
}

export interface SetAbstractionLimitInput {
  /** The unit and all below it; null for each unit without a limit of its own. */
  readonly unitId: UnitId | null;
  /** 0 to 100; null takes the limit away. */
  readonly percent: number | null;
}

/** ASM-197. Sets or takes away how much of a unit may be away; bookings that there are stay. The same again changes nothing. */
@Injectable()
export class SetAbstractionLimit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly limits: LimitRepository,
    private readonly units: UnitReader,
  ) {}

  async execute(
    ctx: RequestContext,
    { unitId, percent }: SetAbstractionLimitInput,
  ): Promise<AbstractionLimit[]> {
    if (unitId !== null) found(await this.units.byId(ctx.force, unitId));
    mustBeAllowed(ctx, sessionPermissions.setLimit, unitId === null ? { forceWide: true } : { unitId });
    if (percent !== null && (!Number.isInteger(percent) || percent < 0 || percent > 100))
      throw refusal('LIMIT_OUT_OF_RANGE', { field: 'percent' });
    return again(() =>
      this.work.run(ctx, async (announce) => {
        const before = await this.limits.all(ctx.force);
        const known = before.find((limit) => limit.unitId === unitId)?.percent ?? null;
        if (known === percent) return before;
        await this.limits.save(ctx.force, unitId, percent);
        announce(limitSet({ unitId, percent }, { payload: { before: known } }));
        return this.limits.all(ctx.force);
      }),
    );
  }
}
