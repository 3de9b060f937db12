import { Injectable } from '@nestjs/common';
import { BriefReader } from '../brief/brief.reader.js';
import { type WorkBrief, WorkBriefs } from './work-brief.js';

/** The briefs of works, as the brief folder keeps them. */
@Injectable()
export class BriefsOfWorks extends WorkBriefs {
  constructor(private readonly briefs: BriefReader) {
    super();
  }

  async current(courseCode: string, componentKey: string): Promise<WorkBrief | null> {
    const brief = await this.briefs.current(courseCode, componentKey);
    if (brief?.form !== 'work') return null;
    const { id: briefId, skillId, level, passPercent, maxAttempts, coolDownHours } = brief;
    const tasks = brief.tasks.map(({ key, prompt, rubric }) => ({ key, prompt, rubric }));
    return { briefId, tasks, skillId, level, passPercent, maxAttempts, coolDownHours };
  }
}
