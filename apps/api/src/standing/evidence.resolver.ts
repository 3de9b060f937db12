import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import {
  EndEvidence,
  type Evidence,
  type EvidenceId,
  EvidenceListReader,
  OutcomeReader,
  PeopleInReach,
  RecordFinding,
  standingPermissions,
} from '@app/standing';
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { connectionOf, page } from '../edge/paging.js';
import * as inputs from './evidence.inputs.js';
import * as types from './evidence.type.js';

const EvidencePieceConnection = connectionOf(types.EvidencePieceType);

/** Evidence of people: lists, findings, and how a piece ends. */
@Resolver(() => types.EvidencePieceType)
export class EvidenceResolver {
  constructor(
    private readonly list: EvidenceListReader,
    private readonly outcomes: OutcomeReader,
    private readonly reach: PeopleInReach,
    private readonly finding: RecordFinding,
    private readonly end: EndEvidence,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Query(() => EvidencePieceConnection, {
    description: 'One’s own evidence, whatever became of it, latest recorded first.',
  })
  @Allow('standing.standing.read-own')
  async myEvidence(@Ctx() ctx: RequestContext, @Args() args: types.EvidenceArgs) {
    return this.pageOf(ctx, found(actingPerson(ctx)), args);
  }

  @Query(() => EvidencePieceConnection, {
    description: 'The evidence of a person in one’s reach, whatever became of it, latest recorded first.',
  })
  @Allow('standing.standing.read-own')
  async evidenceOf(@Ctx() ctx: RequestContext, @Args() args: types.EvidenceOfArgs) {
    const personId = idArg<PersonId>(args.personId, 'personId');
    if (actingPerson(ctx) !== personId) await this.reach.check(ctx, standingPermissions.read, personId);
    return this.pageOf(ctx, personId, args);
  }

  @Query(() => [types.EvidenceOutcomeType], {
    description:
      'What a person in one’s reach earned in other forces: outcomes alone, and only while they are posted here. They count in no standing and no cover of this force.',
  })
  @Allow('standing.outcome.read')
  async outcomesElsewhere(
    @Ctx() ctx: RequestContext,
    @Args('personId', { type: () => ID, description: 'The person.' }) text: string,
  ): Promise<types.EvidenceOutcomeType[]> {
    const personId = idArg<PersonId>(text, 'personId');
    await this.reach.check(ctx, 'standing.outcome.read', personId);
    const outcomes = await this.outcomes.ofPerson(ctx.force, personId);
    return outcomes.map((outcome) => types.outcomeType(outcome, ctx.language));
  }

  @Mutation(() => inputs.RecordFindingResult, {
    description:
      'Records a finding against a person’s skill. It acts at once; the person may appeal. The same again is the same finding. Refusals: FINDING_OWN, EVIDENCE_IN_FUTURE, EVIDENCE_SKILL_UNKNOWN, EVIDENCE_LEVEL_WRONG, EVIDENCE_DIFFERS.',
  })
  @Allow('standing.finding.record')
  async recordFinding(
    @Ctx() ctx: RequestContext,
    @Args('input') { personId: text, lastValidDay, ...rest }: inputs.RecordFindingInput,
  ): Promise<types.EvidencePieceType> {
    const personId = idArg<PersonId>(text, 'personId');
    const input = { ...rest, personId, lastValidDay: lastValidDay ?? null };
    return this.shown(ctx, await this.finding.execute(ctx, input));
  }

  @Mutation(() => inputs.WithdrawEvidenceResult, {
    description:
      'Withdraws a piece of evidence, with a reason: what was known before stays. The same again is the same answer. Refusals: EVIDENCE_OWN, EVIDENCE_OF_AWARD, EVIDENCE_ALREADY_ENDED, EVIDENCE_REASON_MISSING.',
  })
  @Allow('standing.evidence.withdraw')
  async withdrawEvidence(
    @Ctx() ctx: RequestContext,
    @Args('input') { evidenceId: text, reason }: inputs.WithdrawEvidenceInput,
  ): Promise<types.EvidencePieceType> {
    const evidenceId = idArg<EvidenceId>(text, 'evidenceId');
    return this.shown(ctx, await this.end.withdraw(ctx, { evidenceId, reason }));
  }

  @Mutation(() => inputs.SupersedeEvidenceResult, {
    description:
      'Puts a correction in the place of a piece of evidence, with a reason; gives the correction. Refusals: EVIDENCE_OWN, EVIDENCE_OF_AWARD, EVIDENCE_RAISED, EVIDENCE_ALREADY_ENDED, EVIDENCE_DIFFERS, EVIDENCE_ENDS_BEFORE_IT_BEGINS.',
  })
  @Allow('standing.evidence.supersede')
  async supersedeEvidence(
    @Ctx() ctx: RequestContext,
    @Args('input') { evidenceId: text, lastValidDay, ...rest }: inputs.SupersedeEvidenceInput,
  ): Promise<types.EvidencePieceType> {
    const evidenceId = idArg<EvidenceId>(text, 'evidenceId');
    const input = { ...rest, evidenceId, lastValidDay: lastValidDay ?? null };
    return this.shown(ctx, await this.end.supersede(ctx, input));
  }

  private async pageOf(ctx: RequestContext, personId: PersonId, args: types.EvidenceArgs) {
    const { skillId, kind, state } = args;
    const wanted = {
      ...(skillId ? { skillId } : {}),
      ...(kind ? { kind } : {}),
      ...(state ? { state } : {}),
    };
    return page(
      args,
      (request) => this.list.page(ctx.force, personId, { ...request, ...wanted }),
      (piece) => this.shown(ctx, piece),
    );
  }

  private shown(ctx: RequestContext, piece: Evidence): types.EvidencePieceType {
    return types.evidencePieceType(piece, londonDate(this.clock.now()), ctx.language);
  }
}
