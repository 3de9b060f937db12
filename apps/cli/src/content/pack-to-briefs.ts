import type { BriefContent } from '@app/practicals';
import type { Brief, Course } from './pack-schema.js';

/** The briefs of a course as practicals wants them. */
export function briefsOf(course: Course): BriefContent[] {
  return course.briefs.map((brief) => briefOf(course, brief));
}

/** One brief, with what its course says where it is silent. */
export function briefOf({ code, assessment }: Course, brief: Brief): BriefContent {
  const { form, title, instructions, notes, sharedPercent, validityMonths, level } = brief;
  return {
    ...{ courseCode: code, componentKey: brief.component, form, title, instructions, notes },
    tasks: brief.tasks.map(({ key, prompt, rubric, shared }) => ({ key, prompt, rubric, shared })),
    criteria: brief.criteria.map(({ key, text, critical }) => ({ key, text, critical })),
    parts: brief.parts.map(({ key, title: name, text, candidate }) => ({
      key,
      title: name,
      text,
      candidate,
    })),
    sharedPercent,
    passPercent: brief.passPercent ?? assessment.passPercent,
    maxAttempts: brief.attempts ?? assessment.attempts,
    coolDownHours: brief.coolDownHours ?? assessment.coolDownHours,
    ...{ validityMonths, skillId: brief.skill, level },
  };
}
