import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { workDiscarded, workRedriven } from '../events.js';
import { type FailedWork, type FailedWorkPlace, mayBeRedriven, placeOf, reasonOf } from './failed-work.js';
import { FailedWorkRepository } from './failed-work.repository.js';

/** SCD-06. Has failed work tried anew. Again is the same answer. */
@Injectable()
export class RedriveWork {
  constructor(
    private readonly work: UnitOfWork,
    private readonly failed: FailedWorkRepository,
  ) {}

  /** Throws NOT_FOUND, and WORK_DISCARDED for what was given up. */
  async execute(ctx: RequestContext, input: { readonly workId: string }): Promise<FailedWork> {
    const place = placeIn(input.workId);
    return this.work.run(ctx, async (announce) => {
      const before = found(await this.failed.byPlace(place));
      if (!mayBeRedriven(before)) return before;
      await this.failed.redrive(place);
      announce(workRedriven({ workId: before.id }));
      return { ...before, state: 'REDRIVEN' };
    });
  }
}

export interface DiscardWorkInput {
  readonly workId: string;
  /** 3 to 500 characters. */
  readonly reason: string;
}

/** SCD-06. Gives failed work up, with a reason. Again is the same answer. */
@Injectable()
export class DiscardWork {
  constructor(
    private readonly work: UnitOfWork,
    private readonly failed: FailedWorkRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Throws NOT_FOUND, and DISCARD_REASON_MISSING. */
  async execute(ctx: RequestContext, input: DiscardWorkInput): Promise<FailedWork> {
    const place = placeIn(input.workId);
    const reason = reasonOf(input.reason);
    return this.work.run(ctx, async (announce) => {
      const before = found(await this.failed.byPlace(place));
      if (before.state !== 'FAILED') return before;
      await this.failed.discard(place, this.clock.now());
      announce(workDiscarded({ workId: before.id }, { payload: { reason } }));
      return { ...before, state: 'DISCARDED' };
    });
  }
}

function placeIn(workId: string): FailedWorkPlace {
  const place = placeOf(workId);
  if (place === null)
    throw new Fault('BAD_USER_INPUT', 'This is no id of failed work: take one from the list.', 'workId');
  return place;
}
