import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Work, WorkId } from './work.js';
import { WorkRepository } from './work.repository.js';
import { WorkGround } from './work-ground.js';
import { mayWrite } from './work-rules.js';

export interface StartWorkInput {
  readonly courseCode: string;
  readonly componentKey: string;
}

/**
 * Begins a work, or takes the one that is a draft up here: the window that had it writes no more (PRA-33). Refuses whoever is not
 * enrolled (PRA-30) and PRA-31. Nothing is announced: a draft decides nothing.
 */
@Injectable()
export class StartWork {
  constructor(
    private readonly work: UnitOfWork,
    private readonly works: WorkRepository,
    private readonly ground: WorkGround,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: StartWorkInput): Promise<Work> {
    return this.work.run(ctx, async () => {
      const { courseCode, componentKey } = input;
      const enrolment = await this.ground.enrolment(ctx, courseCode);
      const earlier = await this.works.ofEnrolment(ctx.force, enrolment.id, componentKey);
      const writer = newId();
      const draft = earlier.find(({ state }) => state === 'DRAFT');
      if (draft !== undefined) {
        await this.works.takeUp(draft, writer);
        return { ...draft, writer };
      }
      const startedAt = this.clock.now();
      const terms = await this.ground.terms(ctx, { enrolment, componentKey, at: startedAt });
      mayWrite(earlier, terms, startedAt);
      const { forceId, personId, versionId, id: enrolmentId } = enrolment;
      const work: Work = {
        id: newId<WorkId>(),
        ...{ forceId, personId, enrolmentId, courseCode, versionId, componentKey },
        ...{ number: earlier.length + 1, terms, state: 'DRAFT', writer, sequence: 0, parts: [], startedAt },
        ...{ savedAt: null, submittedAt: null, late: null, outcome: null, releasedAt: null },
      };
      await this.works.add(work);
      return work;
    });
  }
}
