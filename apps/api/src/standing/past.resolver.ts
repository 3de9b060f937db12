import { PeopleReader } from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { type Encoding, encodingWords, type PastImportId, PastReader } from '@app/standing';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { connectionOf, PageArgs, page } from '../edge/paging.js';
import { PastMappingType, pastMappingTypeOf } from './past.inputs.js';
import {
  PastErrorType,
  PastImportType,
  PastRecordType,
  pastErrorTypeOf,
  pastImportTypeOf,
  UnknownCourseType,
} from './past.type.js';

const MOST_SHOWN = 1000;
const PastImportConnection = connectionOf(PastImportType);

/** What a force has brought in of its past. */
@Resolver(() => PastImportType)
export class PastResolver {
  constructor(
    private readonly reader: PastReader,
    private readonly people: PeopleReader,
  ) {}

  @Query(() => PastImportType, { description: 'An import of your force’s past, with its progress.' })
  @Allow('standing.past.read')
  async pastImport(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The import.' }) id: string,
  ): Promise<PastImportType> {
    return pastImportTypeOf(found(await this.reader.byId(ctx.force, idArg<PastImportId>(id, 'id'))));
  }

  @Query(() => PastImportConnection, { description: 'The imports of your force’s past, newest first.' })
  @Allow('standing.past.read')
  async pastImports(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    return page(args, (request) => this.reader.page(ctx.force, request), pastImportTypeOf);
  }

  @Query(() => PastMappingType, {
    description: 'What your force’s files look like and what its courses show.',
  })
  @Allow('standing.past.read')
  async pastMapping(@Ctx() ctx: RequestContext): Promise<PastMappingType> {
    return pastMappingTypeOf(await this.reader.mapping(ctx.force));
  }

  @Query(() => [UnknownCourseType], {
    description: 'Courses of the past that nobody has mapped, most rows first.',
  })
  @Allow('standing.past.read')
  async unknownPastCourses(
    @Ctx() ctx: RequestContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 100, description: '1–1000.' })
    first: number,
  ): Promise<UnknownCourseType[]> {
    return this.reader.unknownCourses(ctx.force, atMost(first));
  }

  @Query(() => [PastRecordType], { description: 'A person’s past as it was written, latest first.' })
  @Allow('standing.past.read')
  async pastOf(
    @Ctx() ctx: RequestContext,
    @Args('personId', { type: () => ID, description: 'The person.' }) text: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 100, description: '1–1000.' })
    first: number,
  ): Promise<PastRecordType[]> {
    const personId = idArg<PersonId>(text, 'personId');
    found(await this.people.byId(ctx.force, personId));
    return this.reader.ofPerson(ctx.force, personId, atMost(first));
  }

  @ResolveField(() => [PastErrorType], { description: 'The first errors by line; at most 1,000 are kept.' })
  async errors(
    @Parent() past: PastImportType,
    @Ctx() ctx: RequestContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 100, description: '1–1000.' })
    first: number,
  ): Promise<PastErrorType[]> {
    const errors = await this.reader.errors(ctx.force, past.id as PastImportId, atMost(first));
    return errors.map((error) => pastErrorTypeOf(error, ctx.language));
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'How the file was read, and what to look at where that was a guess; null before its check.',
  })
  readAs(@Parent() { encoding }: PastImportType, @Ctx() ctx: RequestContext): string | null {
    return encoding === null ? null : encodingWords(encoding as Encoding, ctx.language);
  }

  @ResolveField(() => String, {
    description:
      'Errors and unknown courses as CSV in both languages, with formulas in its cells made harmless.',
  })
  async report(@Parent() past: PastImportType, @Ctx() ctx: RequestContext): Promise<string> {
    return this.reader.report(ctx.force, found(await this.reader.byId(ctx.force, past.id as PastImportId)));
  }
}

function atMost(first: number): number {
  if (first >= 1 && first <= MOST_SHOWN) return first;
  throw new Fault('BAD_USER_INPUT', `Ask for 1 to ${MOST_SHOWN} at a time.`, 'first');
}
