import { ReleasedMarks } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { ReleaseWork } from './release-work.js';
import type { Work, WorkId } from './work.js';
import { WorkRepository } from './work.repository.js';
import { outcomeOf } from './work-rules.js';

/**
 * Turns released marks into the outcome of a work, once every one of its responses is released (PRA-39). A work that waits for
 * nothing (taken back, voided or done) is left alone, so hearing twice changes nothing.
 */
@Injectable()
export class CompleteWork {
  constructor(
    private readonly work: UnitOfWork,
    private readonly works: WorkRepository,
    private readonly marks: ReleasedMarks,
    private readonly release: ReleaseWork,
  ) {}

  async execute(ctx: RequestContext, { workId }: { workId: WorkId }): Promise<Work> {
    return this.work.run(ctx, async (announce) => {
      const work = await this.works.load(ctx.force, workId);
      if (work.state !== 'SUBMITTED') return work;
      const marks = await this.marks.ofSource(ctx.force, { kind: 'work', id: workId });
      if (marks === null) return work;
      return this.release.execute(work, outcomeOf(marks, work.terms.passPercent), announce);
    });
  }
}
