import { LawReader, RoleProfileReader, SkillReader } from '@app/framework';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { found } from '@app/platform/refusal/fault.js';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { PageArgs, page } from '../edge/paging.js';
import { LawEntryConnection, LawEntryType, lawEntryType } from './law-entry.type.js';
import { RoleProfileConnection, roleProfileType } from './role-profile.type.js';
import { SkillConnection, skillType } from './skill.type.js';

/** The national framework and the law register, for everybody who has signed in. */
@Resolver()
export class FrameworkResolver {
  constructor(
    private readonly skillReader: SkillReader,
    private readonly profiles: RoleProfileReader,
    private readonly laws: LawReader,
  ) {}

  @Query(() => SkillConnection, { description: 'The skills of the framework in use, by key.' })
  @Allow('framework.skill.read')
  async skills(@Args() args: PageArgs) {
    const all = await this.skillReader.all();
    return page(args, async (request) => partOf(all, ({ id }) => id, request), skillType);
  }

  @Query(() => RoleProfileConnection, { description: 'What each role needs, by role.' })
  @Allow('framework.skill.read')
  async roleProfiles(@Args() args: PageArgs) {
    const all = await this.profiles.all();
    return page(args, async (request) => partOf(all, ({ roleId }) => roleId, request), roleProfileType);
  }

  @Query(() => LawEntryConnection, { description: 'The law register, by key.' })
  @Allow('framework.law.read')
  async law(@Args() args: PageArgs) {
    return page(args, (request) => this.laws.page(request), lawEntryType);
  }

  @Query(() => LawEntryType, { description: 'One entry of the law register.' })
  @Allow('framework.law.read')
  async lawEntry(@Args('id', { type: () => ID, description: 'Its key.' }) id: string) {
    return lawEntryType(found(await this.laws.byId(id)));
  }
}

/** A page of a short list that is held whole. */
function partOf<T>(all: readonly T[], keyOf: (row: T) => string, { limit, after }: ListRequest): ListPage<T> {
  const sorted = all.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const rows = sorted.filter((row) => after === null || keyOf(row) > after).slice(0, limit);
  return { rows, totalCount: all.length, keyOf };
}
