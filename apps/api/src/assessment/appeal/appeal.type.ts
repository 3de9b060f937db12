import type { Appeal, AppealEvidence, AppealRemedy, SavedOnce } from '@app/assessment';
import type { PersonId } from '@app/platform/context/request-context.js';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../edge/paging.js';
import { DateTimeScalar } from '../../edge/scalars.js';
import { WordsType, wordsOf } from '../../edge/words.type.js';
import { Answer } from '../answer.type.js';
import { AttemptStateEnum } from '../attempt-state.type.js';
import { IncidentType } from '../invigilation/invigilation.type.js';
import { MarkCriterionType } from '../marking-round/marking-task.type.js';
import { PaperItemType } from '../paper-item.type.js';
import { ShownMarksType } from '../regrade/regrade.type.js';

export const AppealKindEnum = { APPEAL: 'APPEAL', EXTENUATING: 'EXTENUATING' } as const;
registerEnumType(AppealKindEnum, {
  name: 'AppealKind',
  description: 'What is asked.',
  valuesMap: {
    APPEAL: { description: 'The outcome is thought to be wrong.' },
    EXTENUATING: { description: 'Something out of the candidate’s hands went against them.' },
  },
});

export const AppealStateEnum = {
  ASKED: 'ASKED',
  WITHDRAWN: 'WITHDRAWN',
  UPHELD: 'UPHELD',
  NOT_UPHELD: 'NOT_UPHELD',
} as const;
registerEnumType(AppealStateEnum, {
  name: 'AppealState',
  description: 'Where an appeal stands.',
  valuesMap: {
    ASKED: { description: 'It waits for a decision.' },
    WITHDRAWN: { description: 'The candidate took it back.' },
    UPHELD: { description: 'Something follows from it.' },
    NOT_UPHELD: { description: 'The outcome stays.' },
  },
});

export const AppealRemedyEnum = {
  REGRADE: 'REGRADE',
  REMARK: 'REMARK',
  FRESH_ATTEMPT: 'FRESH_ATTEMPT',
} as const;
registerEnumType(AppealRemedyEnum, {
  name: 'AppealRemedy',
  description: 'What upholding leads to.',
  valuesMap: {
    REGRADE: { description: 'The College is asked to mend a faulty question.' },
    REMARK: { description: 'Somebody uninvolved marks the written answers again.' },
    FRESH_ATTEMPT: { description: 'One attempt more than the course allows.' },
  },
});

@ObjectType('Appeal', { description: 'A candidate’s asking for an outcome to be looked at again.' })
export class AppealType {
  @Field(() => ID, { description: 'Names it for ever.' })
  id!: string;

  @Field(() => ID, { description: 'The attempt.' })
  attemptId!: string;

  @Field(() => ID, { description: 'The course.' })
  courseCode!: string;

  @Field(() => AppealKindEnum, { description: 'What is asked.' })
  kind!: Appeal['kind'];

  @Field(() => AppealStateEnum, { description: 'Where it stands.' })
  state!: Appeal['state'];

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  askedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Before this instant it is to be decided.' })
  decideBy!: Date;

  @Field({ description: 'Whether it was not decided in time.' })
  isOverdue!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided; null while it is not.' })
  decidedAt!: Date | null;

  @Field(() => AppealRemedyEnum, { nullable: true, description: 'What follows; null unless upheld.' })
  remedy!: AppealRemedy | null;

  @Field(() => ID, { nullable: true, description: 'Of REGRADE: the regrade that the College then proposed.' })
  regradeId!: string | null;

  /** Whose it is. */
  personId!: PersonId;

  static of(appeal: Appeal): AppealType {
    const { id, attemptId, courseCode, kind, state, askedAt, decideBy, overdueAt } = appeal;
    const { decidedAt, remedy, regradeId, personId } = appeal;
    return Object.assign(new AppealType(), {
      ...{ id, attemptId, courseCode, kind, state, askedAt, decideBy, isOverdue: overdueAt !== null },
      ...{ decidedAt, remedy, regradeId, personId },
    });
  }
}

@ObjectType('AppealWithWords', { description: 'One’s own appeal, with what was said.' })
export class OwnAppealType {
  @Field(() => AppealType, { description: 'The appeal.' })
  appeal!: AppealType;

  @Field(() => String, { nullable: true, description: 'What one said; null once it was erased.' })
  statement!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was decided so; null while it is not.' })
  reasons!: string | null;
}

@ObjectType('WaitingAppeal', { description: 'An appeal of the force that waits for a decision.' })
export class WaitingAppealType extends AppealType {
  static override of(appeal: Appeal): WaitingAppealType {
    return Object.assign(new WaitingAppealType(), AppealType.of(appeal));
  }
}

export const WaitingAppealConnection = connectionOf(WaitingAppealType);

@ObjectType('SavedOnce', { description: 'One save, as it was acknowledged. Never changed, never removed.' })
export class SavedOnceType {
  @Field(() => Int, {
    nullable: true,
    description: 'The question’s place in the paper, from 1; null when a recall took it out.',
  })
  place!: number | null;

  @Field(() => ID, { description: 'The question.' })
  itemId!: string;

  @Field(() => Int, { description: 'The client’s count.' })
  sequence!: number;

  @Field(() => Answer, { description: 'The answer.' })
  answer!: Answer;

  @Field(() => DateTimeScalar, { description: 'When, by the server’s clock.' })
  at!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'What the client’s clock said, when it told.' })
  clientAt!: Date | null;

  static of({ value, ...save }: SavedOnce): SavedOnceType {
    return Object.assign(new SavedOnceType(), { ...save, answer: Answer.of(value) });
  }
}

@ObjectType('AttemptPause', { description: 'A stretch in which the clock stood.' })
export class AttemptPauseType {
  @Field({ description: '`REST` or `RECALL`.' })
  kind!: string;

  @Field(() => DateTimeScalar, { description: 'From when.' })
  from!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when.' })
  until!: Date;
}

@ObjectType('RemarkableResponse', { description: 'A written answer that an appeal may have marked again.' })
export class RemarkableResponseType {
  @Field(() => ID, { description: 'What remarkResponse wants.' })
  id!: string;

  @Field(() => WordsType, { description: 'The question.' })
  prompt!: WordsType;

  @Field(() => String, { nullable: true, description: 'What was written.' })
  text!: string | null;

  @Field(() => [MarkCriterionType], { description: 'What it is marked by.' })
  rubric!: MarkCriterionType[];
}

@ObjectType('AppealEvidence', {
  description: 'What an appeal is decided on. No key, and never why anybody needs an adjustment.',
})
export class AppealEvidenceType {
  @Field(() => AppealType, { description: 'The appeal.' })
  appeal!: AppealType;

  @Field(() => String, { nullable: true, description: 'What the candidate says.' })
  statement!: string | null;

  @Field(() => AttemptStateEnum, { description: 'Where the attempt stands.' })
  state!: AppealEvidence['attempt']['state'];

  @Field(() => WordsType, {
    description: 'The time allowed, and what adjustments came to: “90 minutes (60 + 50%)”.',
  })
  timeAllowed!: WordsType;

  @Field(() => DateTimeScalar, { description: 'When it started.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When its time was up.' })
  deadline!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  finishedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '`person` or `time`.' })
  finishedBy!: string | null;

  @Field(() => ShownMarksType, { nullable: true, description: 'Its marks; null until they may be known.' })
  marks!: ShownMarksType | null;

  @Field(() => [AttemptPauseType], { description: 'When the clock stood.' })
  pauses!: AttemptPauseType[];

  @Field(() => [PaperItemType], { description: 'The paper, as the candidate had it.' })
  paper!: PaperItemType[];

  @Field(() => [SavedOnceType], { description: 'Every acknowledged save, first to last.' })
  saves!: SavedOnceType[];

  @Field(() => [IncidentType], {
    description: 'What the sitting’s log says of this attempt, or of the whole sitting.',
  })
  incidents!: IncidentType[];

  @Field(() => [RemarkableResponseType], { description: 'What people marked.' })
  responses!: RemarkableResponseType[];

  static of(evidence: AppealEvidence): AppealEvidenceType {
    const { attempt, statement, saves, incidents, responses } = evidence;
    const { state, startedAt, deadline, finishedAt, finishedBy, marks, pauses, paper } = attempt;
    return Object.assign(new AppealEvidenceType(), {
      ...{ statement, state, startedAt, deadline, finishedAt, finishedBy, pauses },
      appeal: AppealType.of(evidence.appeal),
      timeAllowed: wordsOf(evidence.timeAllowed),
      marks: marks === null || state !== 'RELEASED' ? null : ShownMarksType.of(marks),
      paper: paper.map((item, place) => PaperItemType.of(item, place)),
      saves: saves.map((save) => SavedOnceType.of(save)),
      incidents: incidents.map((incident) => IncidentType.of(incident)),
      responses: responses.map(({ id, prompt, text, rubric }) =>
        Object.assign(new RemarkableResponseType(), {
          ...{ id, text, prompt: wordsOf(prompt), rubric: MarkCriterionType.all(rubric) },
        }),
      ),
    });
  }
}
