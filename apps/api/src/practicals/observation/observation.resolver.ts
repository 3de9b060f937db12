import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import {
  CancelObservation,
  CorrectObservation,
  PlanObservation,
  RecordObservation,
  SignObservation,
} from '@app/practicals';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg, optionalIdArg } from '../../edge/ids.js';
import { resultOf } from '../../edge/refused.js';
import {
  CancelObservationInput,
  CorrectObservationInput,
  PlanObservationInput,
  RecordObservationInput,
  SignObservationInput,
  sheetInputOf,
} from './observation.input.js';
import { ObservationType } from './observation.type.js';

const PlanObservationResult = resultOf('PlanObservation', ObservationType);
const CancelObservationResult = resultOf('CancelObservation', ObservationType);
const RecordObservationResult = resultOf('RecordObservation', ObservationType);
const CorrectObservationResult = resultOf('CorrectObservation', ObservationType);
const SignObservationResult = resultOf('SignObservation', ObservationType);

/** What assessors do: plan, record with connection or without, correct and sign. */
@Resolver(() => ObservationType)
export class ObservationResolver {
  constructor(
    private readonly plan: PlanObservation,
    private readonly cancel: CancelObservation,
    private readonly record: RecordObservation,
    private readonly correct: CorrectObservation,
    private readonly sign: SignObservation,
  ) {}

  @Allow('practicals.observation.plan')
  @Mutation(() => PlanObservationResult, {
    description:
      'Plans an observation. Refused: OBSERVATION_NOT_ENROLLED, OBSERVATION_OPEN, OBSERVATION_ALREADY_PASSED, OBSERVATION_ATTEMPTS_USED, OBSERVATION_COOLING_DOWN, OBSERVATION_PLAN_PAST, OBSERVATION_CONFLICT, OBSERVATION_NO_ROLE, OBSERVATION_NOT_IN_DATE. The same plan again is the same observation.',
  })
  async planObservation(
    @Ctx() ctx: RequestContext,
    @Args('input') input: PlanObservationInput,
  ): Promise<ObservationType> {
    const { courseCode, componentKey, startsAt } = input;
    const planned = await this.plan.execute(ctx, {
      ...{ courseCode, componentKey, startsAt },
      personId: idArg<PersonId>(input.personId, 'personId'),
      assessorId: optionalIdArg<PersonId>(input.assessorId, 'assessorId'),
    });
    return ObservationType.of(planned);
  }

  @Allow('practicals.observation.cancel')
  @Mutation(() => CancelObservationResult, {
    description: 'Calls a plan off. Refused: OBSERVATION_STATE. Again is the same answer.',
  })
  async cancelObservation(
    @Ctx() ctx: RequestContext,
    @Args('input') { observationId }: CancelObservationInput,
  ): Promise<ObservationType> {
    const input = { observationId: idArg<never>(observationId, 'observationId') };
    return ObservationType.of(await this.cancel.execute(ctx, input));
  }

  @Allow('practicals.observation.record')
  @Mutation(() => RecordObservationResult, {
    description:
      'Takes a whole sheet, however long after the observing; it counts for nothing before it is signed. Refused: OBSERVATION_NOT_ENROLLED, OBSERVATION_BRIEF_OTHER, OBSERVATION_OTHER_SHEET, OBSERVATION_CRITERION_UNKNOWN, OBSERVATION_CRITERION_TWICE, OBSERVATION_CRITERION_MISSING, OBSERVATION_TIMES, OBSERVATION_TIME_FUTURE, OBSERVATION_TIME_EARLY, OBSERVATION_PLAYERS, OBSERVATION_CONFLICT. The same sheet again is the same answer.',
  })
  async recordObservation(
    @Ctx() ctx: RequestContext,
    @Args('input') input: RecordObservationInput,
  ): Promise<ObservationType> {
    const { courseCode, componentKey, sheet } = input;
    const recorded = await this.record.execute(ctx, {
      ...{ courseCode, componentKey, sheet: sheetInputOf(sheet) },
      observationId: idArg<never>(input.observationId, 'observationId'),
      personId: idArg<PersonId>(input.personId, 'personId'),
      briefId: idArg<never>(input.briefId, 'briefId'),
    });
    return ObservationType.of(recorded);
  }

  @Allow('practicals.observation.correct')
  @Mutation(() => CorrectObservationResult, {
    description:
      'Puts another sheet in the place of the one there is, which is kept; signatures go with it. Refused: OBSERVATION_STATE, OBSERVATION_SHEET_CHANGED, OBSERVATION_REASON_MISSING and what recordObservation says of sheets. The same correction again is the same answer.',
  })
  async correctObservation(
    @Ctx() ctx: RequestContext,
    @Args('input') { observationId, digest, sheet, reason }: CorrectObservationInput,
  ): Promise<ObservationType> {
    const id = idArg<never>(observationId, 'observationId');
    const input = { observationId: id, digest, sheet: sheetInputOf(sheet), reason };
    return ObservationType.of(await this.correct.execute(ctx, input));
  }

  @Allow('practicals.observation.sign')
  @Mutation(() => SignObservationResult, {
    description:
      'An assessor who was there signs a sheet. Refused, with the sheet kept: OBSERVATION_CONFLICT, OBSERVATION_NO_ROLE, OBSERVATION_NOT_IN_DATE, OBSERVATION_NOT_PRESENT, OBSERVATION_SHEET_CHANGED, OBSERVATION_STATE, OBSERVATION_OPEN, OBSERVATION_ALREADY_PASSED, OBSERVATION_ATTEMPTS_USED, OBSERVATION_COOLING_DOWN. The same signature again is the same answer.',
  })
  async signObservation(
    @Ctx() ctx: RequestContext,
    @Args('input') { observationId, digest, wasPresent }: SignObservationInput,
  ): Promise<ObservationType> {
    const input = { observationId: idArg<never>(observationId, 'observationId'), digest, wasPresent };
    return ObservationType.of(await this.sign.execute(ctx, input));
  }
}
