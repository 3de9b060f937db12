import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../edge/paging.js';
import { PersonType } from '../identity/person.type.js';

@ObjectType('CoveringPerson', { description: 'Somebody who is counted as in date, and on what evidence.' })
export class CoveringPersonType {
  @Field(() => PersonType, { description: 'Who.' })
  person!: PersonType;

  @Field(() => Int, { description: 'The level that they are in date at, 1–4.' })
  level!: number;

  @Field(() => [ID], { description: 'The pieces of evidence that count, newest first.' })
  evidenceIds!: string[];
}

export const CoveringPersonConnection = connectionOf(CoveringPersonType);

@ObjectType('SinglePoint', {
  description: 'A skill at a level that exactly one person of a unit holds in date.',
})
export class SinglePointType {
  @Field(() => ID, { description: 'Key of the skill.' })
  skillId!: string;

  @Field(() => Int, { description: 'The level or above, 1–4.' })
  level!: number;

  @Field(() => PersonType, { description: 'Who alone holds it.' })
  person!: PersonType;
}

@ObjectType('UnitShare', { description: 'How many of a skill’s holders are posted to one unit.' })
export class UnitShareType {
  @Field(() => ID, { description: 'The unit itself, without those below it.' })
  unitId!: string;

  @Field(() => Int, { description: 'Holders posted to it.' })
  people!: number;
}

@ObjectType('CoverConcentration', { description: 'How a skill is spread over units.' })
export class CoverConcentrationType {
  @Field(() => Int, { description: 'Holders, each once.' })
  people!: number;

  @Field(() => [UnitShareType], { description: 'The units of holders, the most first.' })
  units!: UnitShareType[];

  @Field(() => Float, {
    description:
      'Herfindahl–Hirschman index of the units’ shares: 1 when one unit has all, 0 when nobody holds it.',
  })
  index!: number;
}

@ObjectType('CoverOutlook', { description: 'One need on a later day, with and without renewals.' })
export class CoverOutlookType {
  @Field(() => Int, { description: 'In date on the first day.' })
  now!: number;

  @Field(() => Int, { description: 'In date on the later day by what is recorded.' })
  ifNobodyRenews!: number;

  @Field(() => Int, {
    description: 'In date on the later day if everybody renews who is in date now and stays.',
  })
  ifAllRenew!: number;

  @Field(() => Int, { description: 'In date now, and no longer posted there on the later day.' })
  leavers!: number;
}
