import { SkillReader } from '@app/framework';
import { mustBeAllowed } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { pastMappingSaved } from '../events.js';
import { type CourseMapping, mustBeMappable, type PastColumns } from './past-mapping.js';
import { PastMappingRepository } from './past-mapping.repository.js';

/** What a force's files look like, and what its courses show. */
export interface SavePastMappingInput {
  /** Null: as saved before. */
  readonly columns: PastColumns | null;
  /** Courses that are not named stay as they are. */
  readonly courses: readonly CourseMapping[];
}

/** Saves a force's mapping. What came in before and waited for it becomes evidence; what is evidence already stays as it is. */
@Injectable()
export class SavePastMapping {
  constructor(
    private readonly work: UnitOfWork,
    private readonly mappings: PastMappingRepository,
    private readonly skills: SkillReader,
  ) {}

  async execute(ctx: RequestContext, input: SavePastMappingInput): Promise<void> {
    mustBeAllowed(ctx, 'standing.past.map', { forceWide: true });
    const skills = new Set((await this.skills.all()).map(({ id }) => id));
    mustBeMappable(input.courses, skills);
    await this.work.run(ctx, async (announce) => {
      await this.mappings.save(ctx.force, input.columns, input.courses);
      announce(pastMappingSaved({ courses: input.courses.length, columns: input.columns !== null }));
    });
  }
}
