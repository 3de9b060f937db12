import type { Force } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../edge/paging.js';
import { DateScalar } from '../edge/scalars.js';
import { WordsType, wordsOf } from '../edge/words.type.js';

@ObjectType('Force', { description: 'A police force or another body, the College of Policing included.' })
export class ForceType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field({ description: 'Its stable key: `dyfed-powys`.' })
  slug!: string;

  @Field(() => WordsType, { description: 'Its name.' })
  name!: WordsType;

  @Field({ description: 'A few letters for narrow columns; not an official code.' })
  shortCode!: string;

  @Field({
    description:
      'What sort of body: territorial, territorial-other, special, agency, crown-dependency, service-police or college.',
  })
  kind!: string;

  @Field({ description: 'Whether its people are owed every text in Welsh as well as English.' })
  bilingual!: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'Its first day; null where nobody has given one.' })
  effectiveFrom!: CalendarDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'Its last day; null while there is no end.' })
  effectiveTo!: CalendarDate | null;
}

export const ForceConnection = connectionOf(ForceType);

/** A force as the API shows it. */
export function forceTypeOf(force: Force): ForceType {
  const { id, slug, shortCode, kind, bilingual, effectiveFrom, effectiveTo } = force;
  return { id, slug, name: wordsOf(force.name), shortCode, kind, bilingual, effectiveFrom, effectiveTo };
}
