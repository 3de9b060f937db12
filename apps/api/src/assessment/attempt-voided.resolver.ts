import { VoidReader } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx } from '../edge/graphql-context.js';
import { AttemptType } from './attempt.type.js';

/** What voiding adds to one's own attempt. */
@Resolver(() => AttemptType)
export class AttemptVoidedResolver {
  constructor(private readonly voids: VoidReader) {}

  @ResolveField(() => String, {
    nullable: true,
    description: 'Why it was voided, as two people have said; null unless it was.',
  })
  async voidedBecause(@Ctx() ctx: RequestContext, @Parent() attempt: AttemptType): Promise<string | null> {
    return this.voids.reasonOf(ctx.force, attempt.source);
  }
}
