import {
  ApplyRoster,
  CheckRoster,
  PeopleReader,
  RequestRosterUpload,
  type RosterImportId,
  RosterReader,
  Sessions,
  type UploadId,
} from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx, Gql, type GraphqlContext } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { PersonType, personTypeOf } from './person.type.js';
import { ApplyRosterResult, CheckRosterResult, RequestRosterUploadResult } from './results.js';
import {
  ApplyRosterInput,
  CheckRosterInput,
  RequestRosterUploadInput,
  RosterErrorType,
  RosterImportType,
  rosterErrorTypeOf,
  rosterImportTypeOf,
} from './roster.type.js';
import { sessionOf } from './session-of.js';

const MOST_SHOWN = 1000;

@Resolver(() => RosterImportType)
export class RosterResolver {
  constructor(
    private readonly reader: RosterReader,
    private readonly people: PeopleReader,
    private readonly sessions: Sessions,
    private readonly request: RequestRosterUpload,
    private readonly check: CheckRoster,
    private readonly apply: ApplyRoster,
  ) {}

  @Allow('identity.roster.read')
  @Query(() => RosterImportType, { description: 'A roster import of your force, with its progress.' })
  async rosterImport(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string) {
    return rosterImportTypeOf(found(await this.reader.byId(ctx.force, idArg<RosterImportId>(id, 'id'))));
  }

  @ResolveField(() => [RosterErrorType], { description: 'The first errors by line; at most 1,000 are kept.' })
  async errors(
    @Parent() roster: RosterImportType,
    @Ctx() ctx: RequestContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 100, description: '1–1000.' })
    first: number,
  ) {
    if (first < 1 || first > MOST_SHOWN)
      throw new Fault('BAD_USER_INPUT', `Ask for 1 to ${MOST_SHOWN} errors at a time.`, 'first');
    const errors = await this.reader.errors(ctx.force, roster.id as RosterImportId, first);
    return errors.map((error) => rosterErrorTypeOf(error, ctx.language));
  }

  @ResolveField(() => [PersonType], { description: 'Whom a whole roster leaves out; the first of them.' })
  async leavers(
    @Parent() roster: RosterImportType,
    @Ctx() ctx: RequestContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 100, description: '1–1000.' })
    first: number,
  ) {
    if (first < 1 || first > MOST_SHOWN)
      throw new Fault('BAD_USER_INPUT', `Ask for 1 to ${MOST_SHOWN} people at a time.`, 'first');
    const { leavers } = found(await this.reader.byId(ctx.force, roster.id as RosterImportId));
    const people = await this.people.byIds(ctx.force, leavers.slice(0, first));
    return [...people.values()].map((person) => personTypeOf(person, ctx.force.forceId));
  }

  @Allow('identity.roster.upload')
  @Mutation(() => RequestRosterUploadResult, {
    description: 'Gives an address for the bytes of a roster. Refusals: FILE_NAME_NOT_VALID.',
  })
  async requestRosterUpload(
    @Ctx() ctx: RequestContext,
    @Gql() gql: GraphqlContext,
    @Args('input') input: RequestRosterUploadInput,
  ) {
    const sessionId = await sessionOf(gql.request, this.sessions);
    const { id, token } = await this.request.execute(ctx, { fileName: input.fileName, sessionId });
    return { id, url: `/files/uploads/${token}` };
  }

  @Allow('identity.roster.check')
  @Mutation(() => CheckRosterResult, {
    description:
      'Submits an uploaded roster to be checked: a dry run. The same file again gives its import. Refusals: UPLOAD_EMPTY.',
  })
  async checkRoster(@Ctx() ctx: RequestContext, @Args('input') input: CheckRosterInput) {
    const uploadId = idArg<UploadId>(input.uploadId, 'uploadId');
    return rosterImportTypeOf(await this.check.execute(ctx, { uploadId, isWhole: input.isWhole ?? false }));
  }

  @Allow('identity.roster.apply')
  @Mutation(() => ApplyRosterResult, {
    description:
      'Submits a checked roster to be applied; rows with errors are left out. Refusals: ROSTER_NOT_CHECKED, ROSTER_FAILED, ROSTER_LEAVES_MANY_OUT, ROSTER_NEEDS_SECOND_PERSON.',
  })
  async applyRoster(@Ctx() ctx: RequestContext, @Args('input') input: ApplyRosterInput) {
    const importId = idArg<RosterImportId>(input.importId, 'importId');
    return rosterImportTypeOf(
      await this.apply.execute(ctx, { importId, confirmedLeavers: input.confirmedLeavers ?? null }),
    );
  }
}
