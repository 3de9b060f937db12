import {
  type AppealId,
  AppealReader,
  DecideAppeal,
  type ItemId,
  ReadAppealEvidence,
  RemarkResponse,
  type ResponseId,
} from '@app/assessment';
import { PeopleReader } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Done } from '../../edge/done.type.js';
import { Ctx, Gql, type GraphqlContext } from '../../edge/graphql-context.js';
import { idArg, optionalIdArg } from '../../edge/ids.js';
import { PageArgs, page } from '../../edge/paging.js';
import { resultOf } from '../../edge/refused.js';
import { peopleLoader } from '../../identity/loaders.js';
import { PersonType, personTypeOf } from '../../identity/person.type.js';
import { DecideAppealInput, RemarkResponseInput } from './appeal.input.js';
import { AppealEvidenceType, AppealType, WaitingAppealConnection, WaitingAppealType } from './appeal.type.js';

const DecideAppealResult = resultOf('DecideAppeal', AppealType);
const RemarkResponseResult = resultOf('RemarkResponse', Done);

/** Deciding on appeals: by whoever had no part in the attempt. */
@Resolver(() => WaitingAppealType)
export class AppealDeskResolver {
  constructor(
    private readonly reader: AppealReader,
    private readonly evidence: ReadAppealEvidence,
    private readonly decide: DecideAppeal,
    private readonly remark: RemarkResponse,
    private readonly people: PeopleReader,
  ) {}

  @Allow('assessment.appeal.decide')
  @Query(() => WaitingAppealConnection, {
    description: 'The force’s appeals that wait, those that fall due first, first; never one’s own.',
  })
  async appealsWaiting(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    return page(args, this.reader.waiting.bind(this.reader, ctx), (appeal) => WaitingAppealType.of(appeal));
  }

  @Allow('assessment.appeal-evidence.read')
  @Query(() => AppealEvidenceType, {
    description:
      'What an appeal is decided on: every acknowledged save, the log, what adjustments came to. Each reading is on record. Whoever had a part in the attempt gets the error REFUSED, with refusal APPEAL_INVOLVED.',
  })
  async appealEvidence(
    @Ctx() ctx: RequestContext,
    @Args('appealId', { type: () => ID, description: 'The appeal.' }) appealId: string,
  ): Promise<AppealEvidenceType> {
    const evidence = await this.evidence.execute(ctx, { appealId: idArg<AppealId>(appealId, 'appealId') });
    return AppealEvidenceType.of(evidence);
  }

  @Allow('assessment.appeal.decide')
  @Mutation(() => DecideAppealResult, {
    description:
      'Decides, once, with reasons that the candidate reads. Refused: APPEAL_INVOLVED, APPEAL_ENDED, APPEAL_WORDS_MISSING, APPEAL_ITEM_MISSING, APPEAL_NOTHING_TO_REMARK. The same decision again is the same answer.',
  })
  async decideAppeal(
    @Ctx() ctx: RequestContext,
    @Args('input') input: DecideAppealInput,
  ): Promise<AppealType> {
    const { remedy = null, reasons } = input;
    const appealId = idArg<AppealId>(input.appealId, 'appealId');
    const itemId = optionalIdArg<ItemId>(input.itemId, 'itemId');
    return AppealType.of(await this.decide.execute(ctx, { appealId, remedy, itemId, reasons }));
  }

  @Allow('assessment.response.remark')
  @Mutation(() => RemarkResponseResult, {
    description:
      'Marks a written answer again, as an appeal was decided; the attempt keeps both marks. Refused: APPEAL_INVOLVED, REMARK_NOT_DECIDED, REMARK_WOULD_FAIL, ASSESSOR_NOT_IN_DATE, CRITERION_UNKNOWN, CRITERION_MISSING, CRITERION_TWICE, POINTS_OUT_OF_RANGE, COMMENT_TOO_LONG.',
  })
  async remarkResponse(@Ctx() ctx: RequestContext, @Args('input') input: RemarkResponseInput): Promise<Done> {
    const { criteria, comment } = input;
    const appealId = idArg<AppealId>(input.appealId, 'appealId');
    const responseId = idArg<ResponseId>(input.responseId, 'responseId');
    await this.remark.execute(ctx, { appealId, responseId, criteria, comment });
    return { ok: true };
  }

  @ResolveField(() => PersonType, { description: 'Whose it is.' })
  async person(@Gql() gql: GraphqlContext, @Parent() appeal: WaitingAppealType): Promise<PersonType> {
    const person = found(await peopleLoader(gql, this.people).load(appeal.personId));
    return personTypeOf(person, found(gql.ctx).force.forceId);
  }
}
