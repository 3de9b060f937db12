import {
  RemoveSkill,
  RemoveSkillArea,
  SaveSkill,
  SaveSkillArea,
  SetNationalProfile,
  SetSkillRelations,
} from '@app/framework';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import type { WordsInput } from '../edge/words.input.js';
import {
  draftRead,
  RemoveSkillAreaInput,
  RemoveSkillInput,
  relationsOf,
  SaveSkillAreaInput,
  SaveSkillInput,
  SetNationalProfileInput,
  SetSkillRelationsInput,
} from './draft.input.js';
import {
  frameworkDraftType,
  RemoveSkillAreaResult,
  RemoveSkillResult,
  SaveSkillAreaResult,
  SaveSkillResult,
  SetNationalProfileResult,
  SetSkillRelationsResult,
} from './draft.type.js';

/** What is written in a draft of the framework. Each writing leaves a draft sound, and again changes nothing. */
@Resolver()
export class DraftContentResolver {
  constructor(
    private readonly saveArea: SaveSkillArea,
    private readonly removeArea: RemoveSkillArea,
    private readonly save: SaveSkill,
    private readonly remove: RemoveSkill,
    private readonly relate: SetSkillRelations,
    private readonly setProfile: SetNationalProfile,
  ) {}

  @Mutation(() => SaveSkillAreaResult, { description: 'Adds an area to a draft, or changes it.' })
  @Allow('framework.draft.write')
  async saveSkillArea(@Ctx() ctx: RequestContext, @Args('input') input: SaveSkillAreaInput) {
    const { areaId, levels } = input;
    const area = { areaId, name: words(input.name), levels };
    return frameworkDraftType(await this.saveArea.execute(ctx, { ...draftRead(input), ...area }));
  }

  @Mutation(() => RemoveSkillAreaResult, { description: 'Takes an area without skills out of a draft.' })
  @Allow('framework.draft.write')
  async removeSkillArea(@Ctx() ctx: RequestContext, @Args('input') input: RemoveSkillAreaInput) {
    const { areaId } = input;
    return frameworkDraftType(await this.removeArea.execute(ctx, { ...draftRead(input), areaId }));
  }

  @Mutation(() => SaveSkillResult, { description: 'Adds a skill to a draft, changes, moves or retires it.' })
  @Allow('framework.draft.write')
  async saveSkill(@Ctx() ctx: RequestContext, @Args('input') input: SaveSkillInput) {
    const { skillId, areaId, fade, validityMonths, levels, from = null, to = null, replacedBy } = input;
    const saved = await this.save.execute(ctx, {
      ...draftRead(input),
      ...{ skillId, areaId, fade, validityMonths, levels, from, to, replacedBy },
      ...{ name: words(input.name), description: words(input.description) },
    });
    return frameworkDraftType(saved);
  }

  @Mutation(() => RemoveSkillResult, { description: 'Takes a skill out of the draft that added it.' })
  @Allow('framework.draft.write')
  async removeSkill(@Ctx() ctx: RequestContext, @Args('input') input: RemoveSkillInput) {
    const { skillId } = input;
    return frameworkDraftType(await this.remove.execute(ctx, { ...draftRead(input), skillId }));
  }

  @Mutation(() => SetSkillRelationsResult, { description: 'Gives a draft its relations, all at once.' })
  @Allow('framework.draft.write')
  async setSkillRelations(@Ctx() ctx: RequestContext, @Args('input') input: SetSkillRelationsInput) {
    const relations = relationsOf(input);
    return frameworkDraftType(await this.relate.execute(ctx, { ...draftRead(input), relations }));
  }

  @Mutation(() => SetNationalProfileResult, { description: 'Says in a draft what a role needs everywhere.' })
  @Allow('framework.draft.write')
  async setNationalProfile(@Ctx() ctx: RequestContext, @Args('input') input: SetNationalProfileInput) {
    const requirements = input.requirements.map(({ skillId, level, essential }) => ({
      skillId,
      level,
      essential,
    }));
    const profile = { roleId: input.roleId, requirements };
    return frameworkDraftType(await this.setProfile.execute(ctx, { ...draftRead(input), ...profile }));
  }
}

function words({ en, cy = null }: WordsInput) {
  return { en, cy };
}
