import type { WorkVoid } from '@app/practicals';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../edge/scalars.js';

export const WorkVoidStateEnum = {
  PROPOSED: 'PROPOSED',
  CONFIRMED: 'CONFIRMED',
  REFUSED: 'REFUSED',
} as const;
registerEnumType(WorkVoidStateEnum, {
  name: 'WorkVoidState',
  description: 'Where a proposal to void a work stands.',
  valuesMap: {
    PROPOSED: { description: 'It waits for a second person.' },
    CONFIRMED: { description: 'The work does not count.' },
    REFUSED: { description: 'The work counts as before.' },
  },
});

@ObjectType('WorkVoid', {
  description: 'A proposal that a work shall not count. It shows nothing of what was written.',
})
export class WorkVoidType {
  @Field(() => ID, { description: 'The work.' })
  workId!: string;

  @Field(() => ID, { description: 'Whose it is.' })
  personId!: string;

  @Field(() => WorkVoidStateEnum, { description: 'Where it stands.' })
  state!: WorkVoid['state'];

  @Field({ description: 'Why: what the second person decides on.' })
  reason!: string;

  @Field(() => ID, { description: 'Who proposed it.' })
  proposedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was proposed.' })
  proposedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a second person decided; null while it waits.',
  })
  decidedAt!: Date | null;

  static of({ workId, personId, state, reason, proposedBy, proposedAt, decidedAt }: WorkVoid): WorkVoidType {
    const shown = { workId, personId, state, reason, proposedBy, proposedAt, decidedAt };
    return Object.assign(new WorkVoidType(), shown);
  }
}
