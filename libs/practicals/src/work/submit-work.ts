import { type ResponseToMark, SubmitForMarking } from '@app/assessment';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { workSubmitted } from './events.js';
import { ReleaseWork } from './release-work.js';
import { moveWork, type Work, type WorkId } from './work.js';
import { WorkRepository } from './work.repository.js';
import { authorOf, WorkGround } from './work-ground.js';
import { isUngraded, lateFrom, mayWrite, wholeParts } from './work-rules.js';

/**
 * Hands one's own work in: each of its tasks goes to markers in the same transaction. Refuses an empty part (PRA-35), whoever is
 * enrolled no more (PRA-30) and PRA-31. Where nothing is graded it is done at once. Handed in again is the same answer.
 */
@Injectable()
export class SubmitWork {
  constructor(
    private readonly work: UnitOfWork,
    private readonly works: WorkRepository,
    private readonly ground: WorkGround,
    private readonly marking: SubmitForMarking,
    private readonly release: ReleaseWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { workId }: { workId: WorkId }): Promise<Work> {
    return this.work.run(ctx, async (announce) => {
      const before = await this.works.loadOwn(ctx.force, workId, authorOf(ctx));
      if (before.submittedAt !== null && before.state !== 'WITHDRAWN' && before.state !== 'VOIDED')
        return before;
      const submitted = await this.submitted(ctx, before);

      await this.works.save(before, submitted);
      if (!isUngraded(submitted.terms)) await this.marking.execute(ctx, responsesOf(submitted));

      const { personId, courseCode, versionId, componentKey, late } = submitted;
      announce(workSubmitted({ workId, personId, courseCode, versionId, componentKey, late: late === true }));
      if (!isUngraded(submitted.terms)) return submitted;
      return this.release.execute(submitted, { percent: null, passed: true }, announce);
    });
  }

  private async submitted(ctx: RequestContext, before: Work): Promise<Work> {
    const moved = moveWork(before, 'SUBMITTED');
    const now = this.clock.now();
    const enrolment = await this.ground.enrolment(ctx, before.courseCode);
    const all = await this.works.ofEnrolment(ctx.force, enrolment.id, before.componentKey);
    const others = all.filter(({ id }) => id !== before.id);
    mayWrite(others, before.terms, now);
    const from = lateFrom(before.startedAt, before.terms);
    const parts = wholeParts(before.terms.tasks, before.parts);
    return { ...moved, parts, submittedAt: now, late: from !== null && now >= from };
  }
}

/** What markers get: one response for each task that has a rubric. */
function responsesOf(work: Work): ResponseToMark[] {
  const { personId, courseCode, componentKey, terms } = work;
  const { skillId, level } = terms;
  return terms.tasks.flatMap(({ key, prompt, rubric }) => {
    const part = work.parts.find((each) => each.key === key);
    if (rubric.length === 0 || part === undefined) return [];
    const source = { kind: 'work', id: work.id, itemId: key, itemVersionId: null } as const;
    const { text, fileIds } = part;
    return [{ personId, courseCode, componentKey, source, skillId, level, prompt, rubric, text, fileIds }];
  });
}
