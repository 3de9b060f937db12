import { PeopleReader, reachOf } from '@app/identity';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import type { ListPage } from '@app/platform/listing/listing.js';
import { Inject, Injectable } from '@nestjs/common';
import type { EvidenceClaim } from './claim.js';
import { ClaimRepository, type ClaimsWanted } from './claim.repository.js';
import { type Issuer, IssuerRepository } from './issuer.repository.js';

/** Reads claims: one's own, and those of the people in one's reach. */
@Injectable()
export class ClaimReader {
  constructor(
    private readonly claims: ClaimRepository,
    private readonly issuersOf: IssuerRepository,
    private readonly people: PeopleReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What one person put forward or had put forward about them, newest first. */
  async own(ctx: RequestContext, personId: PersonId, wanted: ClaimsWanted): Promise<ListPage<EvidenceClaim>> {
    return this.claims.page(ctx.force, { ...wanted, personIds: [personId] });
  }

  /** What is about the people in the reader's reach, newest first. */
  async desk(ctx: RequestContext, wanted: ClaimsWanted): Promise<ListPage<EvidenceClaim>> {
    const reach = reachOf(ctx, 'standing.claim.read');
    if (reach === 'force') return this.claims.page(ctx.force, wanted);
    const today = londonDate(this.clock.now());
    const personIds = await this.people.idsInUnits(ctx.force, reach, today);
    return this.claims.page(ctx.force, { ...wanted, personIds });
  }

  /** The force's register of issuers, by key. */
  async issuers(ctx: RequestContext): Promise<Issuer[]> {
    return this.issuersOf.all(ctx.force);
  }
}
