import { ForceReader } from '@app/identity';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { PageArgs, page } from '../edge/paging.js';
import { ForceConnection, ForceType, forceTypeOf } from './force.type.js';

@Resolver(() => ForceType)
export class ForceResolver {
  constructor(private readonly reader: ForceReader) {}

  @Allow('identity.force.read')
  @Query(() => ForceConnection, { description: 'All forces by slug: national reference data.' })
  async forces(@Args() args: PageArgs) {
    return page(args, (request) => this.reader.page(request), forceTypeOf);
  }
}
