import { FrameworkVersionReader } from '@app/framework';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { found } from '@app/platform/refusal/fault.js';
import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { PageArgs, page } from '../edge/paging.js';
import { DateScalar } from '../edge/scalars.js';
import { FrameworkVersionConnection, FrameworkVersionType } from './draft.type.js';

@ObjectType('FrameworkFieldChange', { description: 'One field before and after, in writing.' })
export class FieldChangeType {
  @Field({ description: 'The field; in a profile, the key of the skill needed.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'What it said; null where it was not there.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What it says; null where it is not there.' })
  after!: string | null;
}

@ObjectType('FrameworkChange', { description: 'One entry that differs between two versions.' })
export class EntryChangeType {
  @Field({ description: 'What it is: area, skill, profile or relation.' })
  of!: string;

  @Field({ description: 'Its key; a relation in writing.' })
  key!: string;

  @Field({ description: 'added, removed, changed, moved (to another area) or replaced (by others).' })
  kind!: string;

  @Field(() => [FieldChangeType], { description: 'Each field that differs.' })
  fields!: FieldChangeType[];
}

@ObjectType('FrameworkComparison', { description: 'What differs between two versions.' })
export class FrameworkComparisonType {
  @Field(() => [EntryChangeType], { description: 'Areas, skills, profiles, relations; each by key.' })
  changes!: EntryChangeType[];

  @Field(() => [ID], { description: 'Roles whose profile differs, or needs a skill that differs.' })
  touchedRoles!: string[];
}

/** Published versions of the framework, for everybody who has signed in. */
@Resolver()
export class FrameworkVersionResolver {
  constructor(private readonly versions: FrameworkVersionReader) {}

  @Query(() => FrameworkVersionConnection, { description: 'The published versions, the newest first.' })
  @Allow('framework.skill.read')
  async frameworkVersions(@Args() args: PageArgs) {
    return page(
      args,
      (request) => this.versions.page(request),
      (version) => ({ ...version }),
    );
  }

  @Query(() => FrameworkVersionType, { description: 'The version in force on a day.' })
  @Allow('framework.skill.read')
  async frameworkInForce(@Args('on', { type: () => DateScalar, description: 'The day.' }) on: CalendarDate) {
    return found(await this.versions.inForce(on));
  }

  @Query(() => FrameworkComparisonType, { description: 'What differs between two published versions.' })
  @Allow('framework.skill.read')
  async compareFrameworks(
    @Args('before', { type: () => Int, description: 'Number of a version.' }) before: number,
    @Args('after', { type: () => Int, description: 'Number of another.' }) after: number,
  ) {
    return found(await this.versions.compare(before, after));
  }
}
