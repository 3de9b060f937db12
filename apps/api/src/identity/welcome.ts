import { AccessReader, type SignedIn } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import { scopeOf } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import type { GraphqlContext } from '../edge/graphql-context.js';
import { type SignedInType, signedInTypeOf } from './session.type.js';

/** Lets the rest of a request that signed somebody in be theirs: `me` is read with what they may do now. */
@Injectable()
export class Welcome {
  constructor(
    private readonly access: AccessReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The tokens, with the request's context turned into that of the person who signed in. */
  async back(gql: GraphqlContext, done: SignedIn): Promise<SignedInType> {
    const { personId, forceId, language } = done.claims;
    const access = await this.access.of(personId, forceId, this.clock.now());
    const ctx = {
      actor: { kind: 'person', personId } as const,
      force: scopeOf(forceId),
      requestId: gql.ctx?.requestId ?? gql.request.id,
      language,
      bundles: access?.bundles ?? [],
    };
    gql.ctx = ctx;
    return signedInTypeOf(done, ctx);
  }
}
