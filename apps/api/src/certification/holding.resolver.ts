import {
  AssignCertification,
  CertificationFacts,
  CertificationReader,
  ExemptFromCertification,
  type Holding,
  HoldingReader,
  historyOf,
  positionOf,
  UnassignCertification,
} from '@app/certification';
import { PeopleReader, PostingReader, reachOf } from '@app/identity';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import {
  AssignCertificationInput,
  AssignCertificationResult,
  ExemptFromCertificationInput,
  ExemptFromCertificationResult,
  HoldingType,
  holdingType,
  UnassignCertificationInput,
  UnassignCertificationResult,
} from './holding.type.js';

/** Works out how people stand today, for screens. */
@Injectable()
export class HoldingScreen {
  constructor(
    private readonly holdings: HoldingReader,
    private readonly certifications: CertificationReader,
    private readonly facts: CertificationFacts,
    private readonly people: PeopleReader,
    private readonly postings: PostingReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Every certification that a person holds, held, or is asked to hold. */
  async ofPerson(ctx: RequestContext, personId: PersonId): Promise<HoldingType[]> {
    const holdings = await this.holdings.ofPerson(ctx.force, personId);
    if (holdings.length === 0) return [];
    const certifications = await this.certifications.byCodes(holdings.map(({ code }) => code));
    const known = await this.facts.of(ctx.force, personId, londonDate(this.clock.now()));
    return holdings.flatMap((holding) => {
      const certification = certifications.get(holding.code);
      if (certification === undefined) return [];
      const position = positionOf(historyOf(holding), certification.rules, known);
      return [holdingType(holding, { certification, position, language: ctx.language })];
    });
  }

  /** One of them. */
  async one(ctx: RequestContext, { personId, code }: Holding): Promise<HoldingType> {
    return found((await this.ofPerson(ctx, personId)).find((each) => each.code === code));
  }

  /** Not found unless the person is in the reach of the permission. */
  async mustReach(ctx: RequestContext, permission: string, personId: PersonId): Promise<void> {
    found(await this.people.byId(ctx.force, personId));
    const reach = reachOf(ctx, permission);
    if (reach === 'force') return;
    const postings = await this.postings.ofPerson(ctx.force, personId, londonDate(this.clock.now()));
    found(postings.some(({ unitId }) => reach.includes(unitId)) ? personId : null);
  }
}

/** How people stand in certifications, and who is asked to hold them. */
@Resolver(() => HoldingType)
export class HoldingResolver {
  constructor(
    private readonly screen: HoldingScreen,
    private readonly assign: AssignCertification,
    private readonly unassign: UnassignCertification,
    private readonly exempt: ExemptFromCertification,
  ) {}

  @Query(() => [HoldingType], {
    description: 'One’s own certifications today: state, dates, and what to do next.',
  })
  @Allow('certification.holding.read-own')
  async myCertifications(@Ctx() ctx: RequestContext): Promise<HoldingType[]> {
    return this.screen.ofPerson(ctx, found(actingPerson(ctx)));
  }

  @Query(() => [HoldingType], {
    description: 'The certifications of a person in one’s reach today, with every cycle.',
  })
  @Allow('certification.holding.read')
  async certificationsOf(
    @Ctx() ctx: RequestContext,
    @Args('personId', { type: () => ID, description: 'The person.' }) text: string,
  ): Promise<HoldingType[]> {
    const personId = idArg<PersonId>(text, 'personId');
    await this.screen.mustReach(ctx, 'certification.holding.read', personId);
    return this.screen.ofPerson(ctx, personId);
  }

  @Mutation(() => AssignCertificationResult, {
    description: 'Asks of a person that they hold a certification. Assigned again, everything is as it was.',
  })
  @Allow('certification.holding.assign')
  async assignCertification(
    @Ctx() ctx: RequestContext,
    @Args('input') { personId: text, code, dueOn }: AssignCertificationInput,
  ): Promise<HoldingType> {
    const personId = idArg<PersonId>(text, 'personId');
    await this.screen.mustReach(ctx, 'certification.holding.assign', personId);
    return this.screen.one(ctx, await this.assign.execute(ctx, { personId, code, dueOn: dueOn ?? null }));
  }

  @Mutation(() => UnassignCertificationResult, {
    description: 'Ends the asking. Cycles and awards stay as they are.',
  })
  @Allow('certification.holding.unassign')
  async unassignCertification(
    @Ctx() ctx: RequestContext,
    @Args('input') { personId: text, code }: UnassignCertificationInput,
  ): Promise<HoldingType> {
    const personId = idArg<PersonId>(text, 'personId');
    await this.screen.mustReach(ctx, 'certification.holding.unassign', personId);
    return this.screen.one(ctx, await this.unassign.execute(ctx, { personId, code }));
  }

  @Mutation(() => ExemptFromCertificationResult, {
    description: 'For some days nobody asks a person to hold a certification. It certifies nobody.',
  })
  @Allow('certification.holding.exempt')
  async exemptFromCertification(
    @Ctx() ctx: RequestContext,
    @Args('input') { personId: text, to, ...rest }: ExemptFromCertificationInput,
  ): Promise<HoldingType> {
    const personId = idArg<PersonId>(text, 'personId');
    await this.screen.mustReach(ctx, 'certification.holding.exempt', personId);
    return this.screen.one(ctx, await this.exempt.execute(ctx, { ...rest, personId, to: to ?? null }));
  }
}
