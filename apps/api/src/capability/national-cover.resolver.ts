import { NationalCoverReader } from '@app/capability';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { Args, ArgsType, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { DateScalar } from '../edge/scalars.js';
import { WordsType, wordsOf } from '../edge/words.type.js';

@ArgsType()
class NationalCoverArgs {
  @Field(() => ID, {
    description: 'Key of a skill of the framework. Refused otherwise: COVER_SKILL_UNKNOWN.',
  })
  skillId!: string;

  @Field(() => Int, { description: 'The level or above, 1–4. Refused otherwise: COVER_LEVEL_WRONG.' })
  level!: number;

  @Field(() => DateScalar, {
    description: 'The first day of a month. Refused otherwise: COVER_DAY_NOT_PUBLISHED.',
  })
  on!: CalendarDate;
}

@ObjectType('ForceFigure', { description: 'One force as the College sees it: a figure, never names.' })
class ForceFigureType {
  @Field(() => ID, { description: 'Key of the force, such as `dyfed-powys`.' })
  slug!: string;

  @Field(() => WordsType, { description: 'Name of the force.' })
  name!: WordsType;

  @Field(() => Int, {
    nullable: true,
    description:
      'People in date, to the nearest five; null where it is not shown (fewer than five, or beside one that is).',
  })
  inDate!: number | null;
}

@ObjectType('NationalCover', {
  description: 'One skill at a level in every force, so that no small count can be read or worked out.',
})
class NationalCoverType {
  @Field(() => [ForceFigureType], { description: 'Every force, by its key.' })
  forces!: ForceFigureType[];

  @Field(() => Int, {
    nullable: true,
    description: 'All forces, to the nearest five; null where it is not shown.',
  })
  total!: number | null;
}

/** Cover across forces, for the College. */
@Resolver(() => NationalCoverType)
export class NationalCoverResolver {
  constructor(private readonly reader: NationalCoverReader) {}

  @Query(() => NationalCoverType, {
    description:
      'People in date in a skill by force on the first of a month: counts below five are not shown, others to the nearest five.',
  })
  @Allow('capability.national-cover.read')
  async nationalCover(@Args() args: NationalCoverArgs): Promise<NationalCoverType> {
    const { forces, total } = await this.reader.of(args);
    return {
      total,
      forces: forces.map(({ force, inDate }) => ({ slug: force.slug, name: wordsOf(force.name), inDate })),
    };
  }
}
