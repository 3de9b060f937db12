import { mustBeAllowed } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { issuerSaved } from '../events.js';
import { refusal } from '../refusals.js';
import { textOf } from './claim.js';
import { type Issuer, IssuerRepository } from './issuer.repository.js';

/** Writes a body into the force's register of issuers, or closes it there. The same again changes nothing. */
@Injectable()
export class SaveIssuer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly issuers: IssuerRepository,
  ) {}

  async execute(ctx: RequestContext, input: Issuer): Promise<Issuer> {
    mustBeAllowed(ctx, 'standing.issuer.save', { forceWide: true });
    const { key, isClosed } = input;
    if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(key)) throw refusal('ISSUER_KEY_WRONG', { field: 'key' });
    const issuer: Issuer = { key, name: textOf(input.name, 'name', 200), isClosed };
    return this.work.run(ctx, async (announce) => {
      const known = await this.issuers.byKey(ctx.force, key);
      if (known?.name === issuer.name && known.isClosed === isClosed) return known;
      await this.issuers.save(ctx.force, issuer);
      announce(issuerSaved({ key, isClosed }));
      return issuer;
    });
  }
}
