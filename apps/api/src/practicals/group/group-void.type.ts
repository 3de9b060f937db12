import type { PersonId } from '@app/platform/context/request-context.js';
import type { Membership } from '@app/practicals';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../edge/scalars.js';
import { GroupVoidStateEnum } from './group-state.type.js';

@ObjectType('GroupVoid', { description: 'Whether the result of one member of a group counts. Never a mark.' })
export class GroupVoidType {
  @Field(() => ID, { description: 'The group.' })
  groupId!: string;

  @Field(() => ID, { description: 'The course.' })
  courseCode!: string;

  @Field(() => ID, { description: 'The component of its assessment.' })
  componentKey!: string;

  @Field(() => GroupVoidStateEnum, { description: 'What was decided, or that it waits.' })
  state!: keyof typeof GroupVoidStateEnum;

  @Field(() => String, { nullable: true, description: 'Why, while it waits; null once decided.' })
  reason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was proposed; null once decided.' })
  proposedAt!: Date | null;

  /** Which member: the field `person` names them. */
  personId!: PersonId;

  static of(membership: Membership): GroupVoidType {
    const { groupId, courseCode, componentKey, personId, proposal, voidedAt } = membership;
    return Object.assign(new GroupVoidType(), {
      ...{ groupId, courseCode, componentKey, personId },
      state: proposal !== null ? 'PROPOSED' : voidedAt !== null ? 'CONFIRMED' : 'REFUSED',
      ...{ reason: proposal?.reason ?? null, proposedAt: proposal?.at ?? null },
    });
  }
}
