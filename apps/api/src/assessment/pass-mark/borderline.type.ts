import type { BorderlineAttempt, BorderlineCount, BorderlineCounts } from '@app/assessment';
import type { PersonId } from '@app/platform/context/request-context.js';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../edge/scalars.js';
import { PassMarkType } from './pass-mark.type.js';

@ObjectType('BorderlineForceCount', { description: 'The borderline of one force. Null: one to four.' })
export class BorderlineForceCountType {
  @Field(() => ID, { description: 'The force.' })
  forceId!: string;

  @Field(() => Int, { nullable: true, description: 'Passed, within one standard error.' })
  passed!: number | null;

  @Field(() => Int, { nullable: true, description: 'Not passed, within one standard error.' })
  failed!: number | null;

  static of(count: BorderlineCount): BorderlineForceCountType {
    return Object.assign(new BorderlineForceCountType(), count);
  }
}

@ObjectType('BorderlineCounts', {
  description:
    'Attempts that ended within one standard error of the pass mark, counted. Null: one to four, or a sum that would tell of so few.',
})
export class BorderlineCountsType {
  @Field(() => PassMarkType, { description: 'The pass mark.' })
  passMark!: PassMarkType;

  @Field(() => Int, { nullable: true, description: 'Passed.' })
  passed!: number | null;

  @Field(() => Int, { nullable: true, description: 'Not passed.' })
  failed!: number | null;

  @Field(() => [BorderlineForceCountType], { description: 'By force.' })
  byForce!: BorderlineForceCountType[];

  static of({ passMark, byForce, ...counts }: BorderlineCounts): BorderlineCountsType {
    return Object.assign(new BorderlineCountsType(), {
      ...counts,
      passMark: PassMarkType.of(passMark),
      byForce: byForce.map((count) => BorderlineForceCountType.of(count)),
    });
  }
}

@ObjectType('BorderlineAttempt', { description: 'One of the force’s own people on the borderline.' })
export class BorderlineAttemptType {
  @Field(() => ID, { description: 'The attempt.' })
  attemptId!: string;

  /** Whose it is; the field `person` is resolved from it. */
  personId!: PersonId;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  finishedAt!: Date | null;

  @Field(() => Float, { description: 'To the hundredth of a per cent.' })
  percent!: number;

  @Field({ description: 'Whether it passed.' })
  passed!: boolean;

  static of(attempt: BorderlineAttempt): BorderlineAttemptType {
    return Object.assign(new BorderlineAttemptType(), attempt);
  }
}
