import { CertificationReader, ruleOn } from '@app/certification';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import type { FileId } from '@app/platform/files/file.js';
import { found } from '@app/platform/refusal/fault.js';
import {
  ApplyPast,
  CancelPast,
  CheckPast,
  type CourseMapping,
  type PastImportId,
  PastReader,
  SavePastMapping,
  UndoPast,
} from '@app/standing';
import { Inject, Injectable } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import * as inputs from './past.inputs.js';
import { PastImportType, pastImportTypeOf } from './past.type.js';

/** Reads what a mapping means: its certifications as they are today. */
@Injectable()
export class PastMappings {
  constructor(
    private readonly save: SavePastMapping,
    private readonly reader: PastReader,
    private readonly certifications: CertificationReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Saves a mapping. NOT_FOUND where a certification is not there. */
  async execute(ctx: RequestContext, input: inputs.SavePastMappingInput): Promise<inputs.PastMappingType> {
    const courses: CourseMapping[] = [];
    for (const course of input.courses) courses.push(await this.courseOf(course));
    const columns = input.columns ? inputs.columnsOf(input.columns) : null;
    await this.save.execute(ctx, { columns, courses });
    return inputs.pastMappingTypeOf(await this.reader.mapping(ctx.force));
  }

  private async courseOf(input: inputs.MappedCourseInput): Promise<CourseMapping> {
    const { course, certificationCode, months } = input;
    const skills = input.skills as CourseMapping['skills'];
    if (certificationCode === null || certificationCode === undefined)
      return { course, certification: null, skills, months: months ?? null };
    const { code, rules } = found(await this.certifications.byCode(certificationCode));
    const { needsAuthority } = ruleOn(rules, londonDate(this.clock.now()));
    return { course, certification: { code, needsAuthority }, skills, months: months ?? null };
  }
}

/** Bringing a force's past in, stopping it and undoing it. */
@Resolver(() => PastImportType)
export class PastActsResolver {
  constructor(
    private readonly mappings: PastMappings,
    private readonly check: CheckPast,
    private readonly apply: ApplyPast,
    private readonly cancel: CancelPast,
    private readonly undo: UndoPast,
  ) {}

  @Mutation(() => inputs.SavePastMappingResult, {
    description:
      'Saves what your force’s files look like and what its courses show. What waited for it becomes evidence. Refusals: PAST_MAPPING_TOO_LARGE, PAST_MAPPING_NOT_VALID, EVIDENCE_SKILL_UNKNOWN, EVIDENCE_LEVEL_WRONG.',
  })
  @Allow('standing.past.map')
  async savePastMapping(@Ctx() ctx: RequestContext, @Args('input') input: inputs.SavePastMappingInput) {
    return this.mappings.execute(ctx, input);
  }

  @Mutation(() => inputs.CheckPastResult, {
    description:
      'Submits a file of past training to be checked: a dry run. The same file again gives its import. Refusals: PAST_SOURCE_MISSING, PAST_COLUMNS_MISSING.',
  })
  @Allow('standing.past.check')
  async checkPast(@Ctx() ctx: RequestContext, @Args('input') input: inputs.CheckPastInput) {
    const { source, confidence } = input;
    const fileId = idArg<FileId>(input.fileId, 'fileId');
    return pastImportTypeOf(await this.check.execute(ctx, { fileId, source, confidence }));
  }

  @Mutation(() => inputs.ApplyPastResult, {
    description:
      'Submits a checked import to be applied; rows with errors are left out. Refusals: PAST_NOT_CHECKED, PAST_ENDED.',
  })
  @Allow('standing.past.apply')
  async applyPast(@Ctx() ctx: RequestContext, @Args('input') input: inputs.ApplyPastInput) {
    const importId = idArg<PastImportId>(input.pastImportId, 'pastImportId');
    return pastImportTypeOf(await this.apply.execute(ctx, { importId }));
  }

  @Mutation(() => inputs.CancelPastResult, {
    description: 'Stops an import at its next batch. What was applied stays, until it is undone.',
  })
  @Allow('standing.past.apply')
  async cancelPast(@Ctx() ctx: RequestContext, @Args('input') input: inputs.CancelPastInput) {
    const importId = idArg<PastImportId>(input.pastImportId, 'pastImportId');
    return pastImportTypeOf(await this.cancel.execute(ctx, { importId }));
  }

  @Mutation(() => inputs.UndoPastResult, {
    description:
      'Withdraws all that an import brought, with the reason; later evidence stays. Refusals: PAST_NOT_APPLIED, EVIDENCE_REASON_MISSING.',
  })
  @Allow('standing.past.undo')
  async undoPast(@Ctx() ctx: RequestContext, @Args('input') input: inputs.UndoPastInput) {
    const importId = idArg<PastImportId>(input.pastImportId, 'pastImportId');
    return pastImportTypeOf(await this.undo.execute(ctx, { importId, reason: input.reason }));
  }
}
