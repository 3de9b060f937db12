import { PeopleReader, reachOf, type UnitId, UnitReader } from '@app/identity';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { EnrolmentReader, progressPermissions } from '@app/progress';
import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { optionalIdArg } from '../edge/ids.js';
import { page } from '../edge/paging.js';
import { EnrolmentsArgs } from './enrolment.input.js';
import { EnrolmentConnection, EnrolmentType, enrolmentType } from './enrolment.type.js';

/** Enrolments of a force's people, for those who answer for them. */
@Resolver(() => EnrolmentType)
export class EnrolmentsResolver {
  constructor(
    private readonly reader: EnrolmentReader,
    private readonly units: UnitReader,
    private readonly people: PeopleReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Query(() => EnrolmentConnection, {
    description: 'Enrolments of the people in one’s reach, oldest first. Status only: no answers, no marks.',
  })
  @Allow('progress.enrolment.read')
  async enrolments(@Ctx() ctx: RequestContext, @Args() args: EnrolmentsArgs) {
    const personIds = await this.peopleWanted(ctx, optionalIdArg<UnitId>(args.unitId, 'unitId'));
    const filter = { courseCode: args.courseCode ?? null, personIds };
    return page(args, (request) => this.reader.page(ctx.force, filter, request), enrolmentType);
  }

  /** Null: everybody of the force. */
  private async peopleWanted(ctx: RequestContext, unitId: UnitId | null): Promise<PersonId[] | null> {
    const reach = reachOf(ctx, progressPermissions.read);
    if (unitId === null) return reach === 'force' ? null : this.postedTo(ctx, reach);
    const subtree = await this.units.subtreeIds(ctx.force, unitId);
    const isMine = reach === 'force' || reach.includes(unitId);
    if (subtree.length === 0 || !isMine) throw new Fault('NOT_FOUND', undefined, 'unitId');
    return this.postedTo(ctx, subtree);
  }

  private async postedTo(ctx: RequestContext, unitIds: readonly UnitId[]): Promise<PersonId[]> {
    return this.people.idsInUnits(ctx.force, unitIds, londonDate(this.clock.now()));
  }
}
