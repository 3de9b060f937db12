import { type ExtractId, ExtractRecords, MakeExtract, VerifyExtract } from '@app/capability';
import { mustBeAllowed } from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx, Gql, type GraphqlContext } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { PageArgs, page } from '../../edge/paging.js';
import { FileAddresses } from '../../files/file-addresses.js';
import {
  ExtractConnection,
  ExtractType,
  ExtractVerificationType,
  extractType,
  MakeExtractInput,
  MakeExtractResult,
  VerifyExtractArgs,
  verificationType,
} from './extract.type.js';

const ADDRESS = 'Where to fetch it: good for five minutes and for this session alone.';

/** Signed extracts, for those who answer to a court; and their verification, for whoever holds one. */
@Resolver(() => ExtractType)
export class ExtractResolver {
  constructor(
    private readonly make: MakeExtract,
    private readonly verify: VerifyExtract,
    private readonly records: ExtractRecords,
    private readonly addresses: FileAddresses,
  ) {}

  @Mutation(() => MakeExtractResult, {
    description:
      'Makes a signed extract, which the journal records as a sensitive read. Refusals: EXTRACT_OF_THE_FUTURE, EXTRACT_LEVEL_WRONG, EXTRACT_REASON_MISSING.',
  })
  @Allow('capability.extract.make')
  async makeExtract(
    @Ctx() ctx: RequestContext,
    @Args('input') input: MakeExtractInput,
  ): Promise<ExtractType> {
    const personId = idArg<PersonId>(input.personId, 'personId');
    const { skillId, level, asAt, knownAt = null, reason } = input;
    return extractType(await this.make.execute(ctx, { personId, skillId, level, asAt, knownAt, reason }));
  }

  @Query(() => ExtractConnection, { description: 'The extracts that the force has made, newest first.' })
  @Allow('capability.extract.read')
  async extracts(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    mustBeAllowed(ctx, 'capability.extract.read', { forceWide: true });
    return page(args, (request) => this.records.page(ctx.force, request), extractType);
  }

  @Query(() => ExtractType, { description: 'One extract of the force.' })
  @Allow('capability.extract.read')
  async extract(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ExtractType> {
    mustBeAllowed(ctx, 'capability.extract.read', { forceWide: true });
    return extractType(found(await this.records.byId(ctx.force, idArg<ExtractId>(id, 'id'))));
  }

  @Query(() => ExtractVerificationType, {
    description: 'Whether a document stands: for whoever holds it, by its number and code together.',
  })
  @Allow('public')
  async verifyExtract(@Args() args: VerifyExtractArgs): Promise<ExtractVerificationType> {
    return verificationType(await this.verify.execute(args));
  }

  @ResolveField(() => String, { description: `The sealed JSON. ${ADDRESS}` })
  async jsonAddress(@Parent() { source }: ExtractType, @Gql() { request }: GraphqlContext): Promise<string> {
    return this.addresses.addressOf(request, source.jsonFileId);
  }

  @ResolveField(() => String, { description: `The tagged PDF, with the sealed JSON inside. ${ADDRESS}` })
  async pdfAddress(@Parent() { source }: ExtractType, @Gql() { request }: GraphqlContext): Promise<string> {
    return this.addresses.addressOf(request, source.pdfFileId);
  }
}
