import type { MarksRevision } from '@app/assessment';
import { Field, ObjectType, Parent, ResolveField, Resolver, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../edge/scalars.js';
import { AttemptType } from '../attempt.type.js';
import { ShownMarksType } from './regrade.type.js';

const RevisionGroundEnum = { REGRADE: 'REGRADE', APPEAL: 'APPEAL' } as const;
registerEnumType(RevisionGroundEnum, {
  name: 'RevisionGround',
  description: 'Why a mark was changed.',
  valuesMap: {
    REGRADE: { description: 'A question was faulty.' },
    APPEAL: { description: 'An appeal had answers marked again.' },
  },
});

@ObjectType('MarksRevision', { description: 'A change of an outcome, with both marks.' })
class MarksRevisionType {
  @Field(() => RevisionGroundEnum, { description: 'Why.' })
  ground!: 'REGRADE' | 'APPEAL';

  @Field(() => ShownMarksType, { description: 'As it was.' })
  before!: ShownMarksType;

  @Field(() => ShownMarksType, { description: 'As it is since.' })
  after!: ShownMarksType;

  @Field(() => DateTimeScalar, { description: 'When it was changed.' })
  at!: Date;

  static of({ ground, before, after, at }: MarksRevision): MarksRevisionType {
    return Object.assign(new MarksRevisionType(), {
      ground: ground.kind === 'regrade' ? 'REGRADE' : 'APPEAL',
      ...{ before: ShownMarksType.of(before), after: ShownMarksType.of(after), at },
    });
  }
}

/** What corrections add to one's own attempt. */
@Resolver(() => AttemptType)
export class AttemptRevisedResolver {
  @ResolveField(() => [MarksRevisionType], {
    description: 'How its outcome was changed after it was known, first to last; empty before its release.',
  })
  revisions(@Parent() { source }: AttemptType): MarksRevisionType[] {
    if (source.state !== 'RELEASED') return [];
    return source.revisions.map((revision) => MarksRevisionType.of(revision));
  }
}
