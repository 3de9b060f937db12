import type { ForceCount, Regrade, RegradeLine, ShownCounts, ShownMarks } from '@app/assessment';
import type { PersonId } from '@app/platform/context/request-context.js';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../edge/paging.js';
import { DateTimeScalar } from '../../edge/scalars.js';
import { Answer } from '../answer.type.js';
import {
  AwardStakeEnum,
  CrossingEnum,
  FallChoiceEnum,
  LineOutcomeEnum,
  RegradeStateEnum,
  RemedyEnum,
} from './regrade-words.type.js';

@ObjectType('RegradeForceCount', {
  description: 'What a regrade means for one force. Null: one to four people.',
})
export class RegradeForceCountType {
  @Field(() => ID, { description: 'The force.' })
  forceId!: string;

  @Field(() => Int, { nullable: true, description: 'Whose mark changes.' })
  changed!: number | null;

  @Field(() => Int, { nullable: true, description: 'Who then passes, and did not.' })
  rises!: number | null;

  @Field(() => Int, { nullable: true, description: 'Who passed, and then does not.' })
  falls!: number | null;

  @Field(() => Int, { nullable: true, description: 'Awards given or withdrawn.' })
  awards!: number | null;

  static of(count: ForceCount): RegradeForceCountType {
    return Object.assign(new RegradeForceCountType(), count);
  }
}

@ObjectType('RegradeCounts', {
  description:
    'What a regrade means, counted; never a name. Null: one to four people, or a sum that would tell of so few.',
})
export class RegradeCountsType {
  @Field(() => Int, { nullable: true, description: 'Whose mark changes.' })
  changed!: number | null;

  @Field(() => Int, { nullable: true, description: 'Who then passes, and did not.' })
  rises!: number | null;

  @Field(() => Int, { nullable: true, description: 'Who passed, and then does not.' })
  falls!: number | null;

  @Field(() => Int, { nullable: true, description: 'Awards given or withdrawn.' })
  awards!: number | null;

  @Field(() => [RegradeForceCountType], { description: 'By force.' })
  byForce!: RegradeForceCountType[];

  static of({ byForce, ...counts }: ShownCounts): RegradeCountsType {
    const forces = byForce.map((count) => RegradeForceCountType.of(count));
    return Object.assign(new RegradeCountsType(), { ...counts, byForce: forces });
  }
}

@ObjectType('Regrade', { description: 'A faulty item version, and what is done about it.' })
export class RegradeType {
  @Field(() => ID, { description: 'Names it for ever.' })
  id!: string;

  @Field(() => ID, { description: 'The course.' })
  courseCode!: string;

  @Field(() => ID, { description: 'The item’s key.' })
  itemKey!: string;

  @Field(() => Int, { description: 'Which version of it is faulty.' })
  versionNumber!: number;

  @Field(() => RemedyEnum, { description: 'What is done about it.' })
  remedy!: Regrade['remedy']['kind'];

  @Field({ description: 'What is wrong with it.' })
  reason!: string;

  @Field(() => RegradeStateEnum, { description: 'Where it stands.' })
  state!: Regrade['state'];

  @Field(() => Int, { description: 'Which dry run the list is of: approve and apply name it.' })
  run!: number;

  @Field(() => Int, { description: 'How much of the present work is done, in per cent.' })
  progress!: number;

  @Field(() => FallChoiceEnum, { nullable: true, description: 'Null until it is applied.' })
  falls!: Regrade['falls'];

  @Field(() => DateTimeScalar, { description: 'When it was proposed.' })
  proposedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when whatever is marked is marked by the corrected key.',
  })
  inForceAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When every line had been dealt with.' })
  finishedAt!: Date | null;

  /** What further fields are resolved from. */
  readonly source!: Regrade;

  static of(regrade: Regrade): RegradeType {
    const { id, courseCode, itemKey, versionNumber, reason, state, run, falls, done, total } = regrade;
    const { proposedAt, inForceAt, finishedAt, remedy } = regrade;
    return Object.assign(new RegradeType(), {
      ...{ id, courseCode, itemKey, versionNumber, reason, state, run, falls },
      ...{ proposedAt, inForceAt, finishedAt, remedy: remedy.kind, source: regrade },
      progress: total === 0 ? 100 : Math.min(100, Math.floor((100 * done) / total)),
    });
  }
}

export const RegradeConnection = connectionOf(RegradeType);

@ObjectType('RegradeDetail', { description: 'A regrade as the College sees it: counts, never a name.' })
export class RegradeDetailType {
  @Field(() => RegradeType, { description: 'The regrade.' })
  regrade!: RegradeType;

  @Field(() => Answer, { nullable: true, description: 'The answer of ACCEPT and RESCORE.' })
  answer!: Answer | null;

  @Field(() => RegradeCountsType, { description: 'What its list means.' })
  counts!: RegradeCountsType;

  @Field({ description: 'Whether another person has approved exactly the falls of this list.' })
  fallsApproved!: boolean;
}

@ObjectType('ShownMarks', { description: 'The marks of a paper, without its items.' })
export class ShownMarksType {
  @Field(() => Float, { description: 'Points reached.' })
  score!: number;

  @Field(() => Float, { description: 'Points possible.' })
  outOf!: number;

  @Field(() => Int, { description: 'Whole percent, rounded down.' })
  percent!: number;

  @Field({ description: 'Whether the pass mark is reached.' })
  passed!: boolean;

  static of({ score, outOf, percent, passed }: ShownMarks): ShownMarksType {
    return Object.assign(new ShownMarksType(), { score, outOf, percent, passed });
  }
}

@ObjectType('RegradeLine', { description: 'One of the force’s own people whose mark a regrade changes.' })
export class RegradeLineType {
  @Field(() => ID, { description: 'The attempt.' })
  attemptId!: string;

  /** Whose it is; the field `person` is resolved from it. */
  personId!: PersonId;

  @Field(() => ShownMarksType, { description: 'The mark as it was.' })
  before!: ShownMarksType;

  @Field(() => ShownMarksType, { description: 'The mark as it would be, or is.' })
  after!: ShownMarksType;

  @Field(() => CrossingEnum, {
    nullable: true,
    description: 'Null when it stays on its side of the pass mark.',
  })
  crosses!: RegradeLine['crosses'];

  @Field(() => AwardStakeEnum, { nullable: true, description: 'Null when no award is touched.' })
  award!: 'GIVE' | 'WITHDRAW' | null;

  @Field(() => ID, { nullable: true, description: 'The award that is withdrawn.' })
  awardId!: string | null;

  @Field(() => LineOutcomeEnum, { nullable: true, description: 'Null until it is applied.' })
  outcome!: RegradeLine['outcome'];

  static of(line: RegradeLine): RegradeLineType {
    const { attemptId, personId, crosses, stake, outcome } = line;
    return Object.assign(new RegradeLineType(), {
      ...{ attemptId, personId, crosses, outcome },
      ...{ before: ShownMarksType.of(line.before), after: ShownMarksType.of(line.after) },
      ...{ award: stake?.would ?? null, awardId: stake?.awardId ?? null },
    });
  }
}

export const RegradeLineConnection = connectionOf(RegradeLineType);

@ObjectType('RegradeAsked', {
  description: 'An item version of which an upheld appeal says that it is faulty.',
})
export class RegradeAskedType {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => Int, { description: 'Which version.' })
  versionNumber!: number;
}
