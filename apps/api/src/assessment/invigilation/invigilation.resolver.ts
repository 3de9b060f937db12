import {
  AssignInvigilators,
  type AttemptId,
  InvigilationReader,
  RecordIncident,
  RotateStartCode,
  type SittingId,
} from '@app/assessment';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg, optionalIdArg } from '../../edge/ids.js';
import { resultOf } from '../../edge/refused.js';
import { PaperFormatType } from '../attempt-clock.type.js';
import { SittingType } from '../sitting.type.js';
import { AssignInvigilatorsInput, RecordIncidentInput, RotateStartCodeInput } from './invigilation.input.js';
import { CandidateType, IncidentType, InvigilationType, StartCodeType } from './invigilation.type.js';

const AssignInvigilatorsResult = resultOf('AssignInvigilators', SittingType);
const RotateStartCodeResult = resultOf('RotateStartCode', StartCodeType);
const RecordIncidentResult = resultOf('RecordIncident', IncidentType);

/** An invigilated sitting: who invigilates it, its start code, who sits, what happened. */
@Resolver(() => InvigilationType)
export class InvigilationResolver {
  constructor(
    private readonly reader: InvigilationReader,
    private readonly assign: AssignInvigilators,
    private readonly rotate: RotateStartCode,
    private readonly record: RecordIncident,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Allow('assessment.sitting.invigilate')
  @Query(() => [SittingType], {
    description: 'The sittings that one invigilates, latest first; at most 100.',
  })
  async myInvigilations(@Ctx() ctx: RequestContext): Promise<SittingType[]> {
    const now = this.clock.now();
    return (await this.reader.mine(ctx)).map((sitting) => SittingType.of(sitting, now));
  }

  @Allow('assessment.sitting.invigilate')
  @Query(() => InvigilationType, {
    description: 'A sitting that one invigilates, with its start code. Nobody else’s.',
  })
  async invigilation(
    @Ctx() ctx: RequestContext,
    @Args('sittingId', { type: () => ID, description: 'The sitting.' }) id: string,
  ): Promise<InvigilationType> {
    const { sitting, startCode } = await this.reader.of(ctx, idArg<SittingId>(id, 'sittingId'));
    const serverTime = this.clock.now();
    return Object.assign(new InvigilationType(), {
      sitting: SittingType.of(sitting, serverTime),
      startCode: StartCodeType.of(startCode),
      serverTime,
    });
  }

  @ResolveField(() => [CandidateType], { description: 'Everybody with a place, and how far they are.' })
  async candidates(
    @Ctx() ctx: RequestContext,
    @Parent() { sitting }: InvigilationType,
  ): Promise<CandidateType[]> {
    const candidates = await this.reader.candidates(ctx, sitting.id as SittingId);
    return candidates.map((candidate) => {
      const format = candidate.format === null ? null : PaperFormatType.of(candidate.format);
      return Object.assign(CandidateType.of(candidate), { format });
    });
  }

  @ResolveField(() => [IncidentType], { description: 'The incident log, in the order of the happenings.' })
  async incidents(
    @Ctx() ctx: RequestContext,
    @Parent() { sitting }: InvigilationType,
  ): Promise<IncidentType[]> {
    const log = await this.reader.log(ctx, sitting.id as SittingId);
    return log.map((incident) => IncidentType.of(incident));
  }

  @Allow('assessment.invigilators.assign')
  @Mutation(() => AssignInvigilatorsResult, {
    description:
      'Says who invigilates a sitting. Refused: SITTING_NOT_INVIGILATED, NOT_AN_INVIGILATOR, INVIGILATOR_SITS, SITTING_CLOSED, SITTING_CANCELLED. The same again changes nothing.',
  })
  async assignInvigilators(
    @Ctx() ctx: RequestContext,
    @Args('input') input: AssignInvigilatorsInput,
  ): Promise<SittingType> {
    const sitting = await this.assign.execute(ctx, {
      sittingId: idArg(input.sittingId, 'sittingId'),
      personIds: input.personIds.map((id) => idArg<PersonId>(id, 'personIds')),
    });
    return SittingType.of(sitting, this.clock.now());
  }

  @Allow('assessment.sitting.invigilate')
  @Mutation(() => RotateStartCodeResult, {
    description:
      'Changes the start code of a sitting that one invigilates at once: codes of before count no more.',
  })
  async rotateStartCode(
    @Ctx() ctx: RequestContext,
    @Args('input') input: RotateStartCodeInput,
  ): Promise<StartCodeType> {
    return StartCodeType.of(
      await this.rotate.execute(ctx, { sittingId: idArg(input.sittingId, 'sittingId') }),
    );
  }

  @Allow('assessment.sitting.invigilate')
  @Mutation(() => RecordIncidentResult, {
    description:
      'Adds a line to the incident log of a sitting that one invigilates. Refused: INCIDENT_MALFORMED. The very same line again is one.',
  })
  async recordIncident(
    @Ctx() ctx: RequestContext,
    @Args('input') input: RecordIncidentInput,
  ): Promise<IncidentType> {
    const incident = await this.record.execute(ctx, {
      sittingId: idArg(input.sittingId, 'sittingId'),
      attemptId: optionalIdArg<AttemptId>(input.attemptId, 'attemptId'),
      kind: input.kind,
      note: input.note,
      at: input.at,
    });
    return IncidentType.of(incident);
  }
}
