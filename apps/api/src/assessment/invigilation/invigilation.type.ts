import type { CandidateNow, Incident, StartCode, VoidProposal } from '@app/assessment';
import type { PersonId } from '@app/platform/context/request-context.js';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../edge/scalars.js';
import { PaperFormatType } from '../attempt-clock.type.js';
import { AttemptStateEnum } from '../attempt-state.type.js';
import { SittingType } from '../sitting.type.js';

export const IncidentKindEnum = {
  TECHNICAL: 'TECHNICAL',
  CONNECTION: 'CONNECTION',
  DISTURBANCE: 'DISTURBANCE',
  ILLNESS: 'ILLNESS',
  LATE_ARRIVAL: 'LATE_ARRIVAL',
  EVACUATION: 'EVACUATION',
  SUSPECTED_MISCONDUCT: 'SUSPECTED_MISCONDUCT',
  OTHER: 'OTHER',
} as const;
registerEnumType(IncidentKindEnum, {
  name: 'IncidentKind',
  description: 'What kind of thing happened in a sitting.',
  valuesMap: {
    TECHNICAL: { description: 'A device or the system failed.' },
    CONNECTION: { description: 'The connection was lost.' },
    DISTURBANCE: { description: 'Noise or another disturbance.' },
    ILLNESS: { description: 'A candidate was taken ill; never more than that.' },
    LATE_ARRIVAL: { description: 'A candidate came late.' },
    EVACUATION: { description: 'The room was cleared.' },
    SUSPECTED_MISCONDUCT: { description: 'Something that must be looked into.' },
    OTHER: { description: 'Anything else.' },
  },
});

export const VoidStateEnum = { PROPOSED: 'PROPOSED', CONFIRMED: 'CONFIRMED', REFUSED: 'REFUSED' } as const;
registerEnumType(VoidStateEnum, {
  name: 'VoidState',
  description: 'Where a proposal to void an attempt stands.',
  valuesMap: {
    PROPOSED: { description: 'It waits for a second person.' },
    CONFIRMED: { description: 'The attempt does not count.' },
    REFUSED: { description: 'The attempt counts as before.' },
  },
});

@ObjectType('StartCode', { description: 'The code that lets attempts start in an invigilated sitting.' })
export class StartCodeType {
  @Field({ description: 'Six letters and digits, to be read out or shown in the room.' })
  code!: string;

  @Field(() => DateTimeScalar, {
    description: 'When the next one is shown; this one counts for five minutes longer.',
  })
  nextAt!: Date;

  static of(startCode: StartCode): StartCodeType {
    return Object.assign(new StartCodeType(), startCode);
  }
}

@ObjectType('Incident', {
  description: 'One line of a sitting’s incident log: never changed, never removed.',
})
export class IncidentType {
  @Field(() => ID, { description: 'Names it for ever.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The attempt it is about; null for the whole sitting.' })
  attemptId!: string | null;

  @Field(() => IncidentKindEnum, { description: 'What kind of thing happened.' })
  kind!: Incident['kind'];

  @Field({ description: 'What happened.' })
  note!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;

  static of(incident: Incident): IncidentType {
    return Object.assign(new IncidentType(), incident);
  }
}

@ObjectType('Candidate', {
  description: 'Somebody with a place, as an invigilator sees them: never an answer, never a mark.',
})
export class CandidateType {
  /** Whose it is; the field `name` is resolved from it. */
  personId!: PersonId;

  @Field(() => ID, { nullable: true, description: 'Their latest attempt here; null before they start.' })
  attemptId!: string | null;

  @Field(() => AttemptStateEnum, { nullable: true, description: 'Where it stands; null before they start.' })
  state!: CandidateNow['state'];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they started.' })
  startedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When their time is up.' })
  deadline!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes of writing time left, rounded up; null unless it runs.',
  })
  minutesLeft!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a rest under way ends at the latest.' })
  restingUntil!: Date | null;

  @Field({ description: 'Whether a recall waits for a supervisor’s word.' })
  recallWaits!: boolean;

  @Field(() => PaperFormatType, {
    nullable: true,
    description: 'How their paper is to be presented: never why.',
  })
  format!: PaperFormatType | null;

  static of(candidate: CandidateNow): CandidateType {
    return Object.assign(new CandidateType(), candidate);
  }
}

@ObjectType('Invigilation', { description: 'A sitting as its invigilators see it.' })
export class InvigilationType {
  @Field(() => SittingType, { description: 'The sitting.' })
  sitting!: SittingType;

  @Field(() => StartCodeType, { description: 'The start code of this moment.' })
  startCode!: StartCodeType;

  @Field(() => DateTimeScalar, { description: 'The server’s clock at this answer.' })
  serverTime!: Date;
}

@ObjectType('VoidProposal', { description: 'A proposal that an attempt shall not count.' })
export class VoidProposalType {
  @Field(() => ID, { description: 'The attempt.' })
  attemptId!: string;

  @Field(() => VoidStateEnum, { description: 'Where it stands.' })
  state!: VoidProposal['state'];

  @Field({ description: 'Why: the candidate reads it once it is confirmed.' })
  reason!: string;

  @Field({ description: 'Whether it is for misconduct: the attempt then stays used up.' })
  isMisconduct!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was proposed.' })
  proposedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a second person decided; null while it waits.',
  })
  decidedAt!: Date | null;

  static of(proposal: VoidProposal): VoidProposalType {
    return Object.assign(new VoidProposalType(), proposal);
  }
}
