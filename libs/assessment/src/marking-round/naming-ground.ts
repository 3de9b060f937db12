import { CourseReader } from '@app/catalogue';
import { ForceReader, PeopleReader } from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { AssessorReader } from '@app/standing';
import { Injectable } from '@nestjs/common';
import { refusal } from './refusals.js';

/** Who is to be named, for which component. */
export interface NameMarkerInput {
  readonly personId: PersonId;
  readonly courseCode: string;
  readonly componentKey: string;
}

/** What must hold before somebody is named. */
@Injectable()
export class NamingGround {
  constructor(
    private readonly courses: CourseReader,
    private readonly people: PeopleReader,
    private readonly forces: ForceReader,
    private readonly assessors: AssessorReader,
  ) {}

  /** Refuses an unknown component (ASM-111) and whoever is no assessor (ASM-113); says whether this is the College. */
  async check(
    ctx: RequestContext,
    { personId, courseCode, componentKey }: NameMarkerInput,
  ): Promise<boolean> {
    found(await this.people.byId(ctx.force, personId));
    const course = found(await this.courses.published(courseCode));
    if (!course.components.some(({ key }) => key === componentKey))
      throw refusal('ROUND_COMPONENT_UNKNOWN', { field: 'componentKey' });
    const { holdsRole } = await this.assessors.of(ctx.force, personId);
    if (!holdsRole) throw refusal('NOT_AN_ASSESSOR', { field: 'personId' });
    return found(await this.forces.byId(ctx.force.forceId)).kind === 'college';
  }
}
