import { EndPosting, type PostingId, PostPerson, RecordAbsence, type UnitId } from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg, optionalIdArg } from '../edge/ids.js';
import {
  absenceTypeOf,
  EndPostingInput,
  PostingType,
  PostPersonInput,
  postingTypeOf,
  RecordAbsenceInput,
} from './posting.type.js';
import { EndPostingResult, PostPersonResult, RecordAbsenceResult } from './results.js';

@Resolver(() => PostingType)
export class PostingResolver {
  constructor(
    private readonly post: PostPerson,
    private readonly end: EndPosting,
    private readonly absence: RecordAbsence,
  ) {}

  @Allow('identity.person.post')
  @Mutation(() => PostPersonResult, {
    description:
      'Posts a person to a unit. Refusals: RANK_UNKNOWN, ROLE_UNKNOWN, DATES_REVERSED, HOURS_OUT_OF_RANGE, LINE_MANAGER_SELF, POSTING_ALREADY_THERE.',
  })
  async postPerson(@Ctx() ctx: RequestContext, @Args('input') input: PostPersonInput) {
    const { rankId, roleId, from, to, shiftPattern, contractedHours, expectedEnd } = input;
    const posting = await this.post.execute(ctx, {
      ...{ rankId, roleId, from },
      to: to ?? null,
      shiftPattern: shiftPattern ?? null,
      contractedHours: contractedHours ?? null,
      expectedEnd: expectedEnd ?? null,
      personId: idArg<PersonId>(input.personId, 'personId'),
      unitId: idArg<UnitId>(input.unitId, 'unitId'),
      lineManagerId: optionalIdArg<PersonId>(input.lineManagerId, 'lineManagerId'),
    });
    return postingTypeOf(posting);
  }

  @Allow('identity.posting.end')
  @Mutation(() => EndPostingResult, {
    description: 'Gives a posting its last day. Refusals: DATES_REVERSED, POSTING_ALREADY_OVER.',
  })
  async endPosting(@Ctx() ctx: RequestContext, @Args('input') input: EndPostingInput) {
    const postingId = idArg<PostingId>(input.postingId, 'postingId');
    return postingTypeOf(await this.end.execute(ctx, { postingId, to: input.to }));
  }

  @Allow('identity.absence.record')
  @Mutation(() => RecordAbsenceResult, {
    description: 'Records or amends an absence. Refusals: DATES_REVERSED, ABSENCE_OVERLAPS.',
  })
  async recordAbsence(@Ctx() ctx: RequestContext, @Args('input') input: RecordAbsenceInput) {
    const personId = idArg<PersonId>(input.personId, 'personId');
    const { from, to, clockStopped } = input;
    return absenceTypeOf(await this.absence.execute(ctx, { personId, from, to: to ?? null, clockStopped }));
  }
}
