import {
  CreateFrameworkDraft,
  DiscardFrameworkDraft,
  type FrameworkDraftId,
  FrameworkDraftReader,
  PublishFramework,
} from '@app/framework';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { PageArgs, page } from '../edge/paging.js';
import {
  CreateFrameworkDraftInput,
  DiscardFrameworkDraftInput,
  draftRead,
  PublishFrameworkInput,
} from './draft.input.js';
import {
  CreateFrameworkDraftResult,
  DiscardFrameworkDraftResult,
  FrameworkDraftConnection,
  FrameworkDraftType,
  frameworkDraftType,
  PublishFrameworkResult,
} from './draft.type.js';

/** Drafts of the framework, from the first day to publication: the College’s. */
@Resolver()
export class FrameworkDraftResolver {
  constructor(
    private readonly drafts: FrameworkDraftReader,
    private readonly create: CreateFrameworkDraft,
    private readonly publish: PublishFramework,
    private readonly discard: DiscardFrameworkDraft,
  ) {}

  @Query(() => FrameworkDraftConnection, {
    description: 'The open drafts of the framework, the newest first.',
  })
  @Allow('framework.draft.read')
  async frameworkDrafts(@Args() args: PageArgs) {
    return page(
      args,
      (request) => this.drafts.openPage(request),
      (draft) => ({ ...draft }),
    );
  }

  @Query(() => FrameworkDraftType, { description: 'A draft of the framework, whole.' })
  @Allow('framework.draft.read')
  async frameworkDraft(@Args('id', { type: () => ID, description: 'The draft.' }) id: string) {
    return frameworkDraftType(await this.drafts.byId(idArg<FrameworkDraftId>(id, 'id')));
  }

  @Mutation(() => CreateFrameworkDraftResult, { description: 'Begins a draft from a published version.' })
  @Allow('framework.draft.create')
  async createFrameworkDraft(@Ctx() ctx: RequestContext, @Args('input') input: CreateFrameworkDraftInput) {
    return done(await this.create.execute(ctx, { fromVersion: input.fromVersion }));
  }

  @Mutation(() => PublishFrameworkResult, {
    description: 'Makes a draft the next version, in force from a day; by somebody who did not write in it.',
  })
  @Allow('framework.version.publish')
  async publishFramework(@Ctx() ctx: RequestContext, @Args('input') input: PublishFrameworkInput) {
    const { effectiveFrom, note } = input;
    return done(await this.publish.execute(ctx, { ...draftRead(input), effectiveFrom, note }));
  }

  @Mutation(() => DiscardFrameworkDraftResult, { description: 'Deletes a draft that was not published.' })
  @Allow('framework.draft.discard')
  async discardFrameworkDraft(@Ctx() ctx: RequestContext, @Args('input') input: DiscardFrameworkDraftInput) {
    return done(await this.discard.execute(ctx, draftRead(input)));
  }
}

const done = frameworkDraftType;
