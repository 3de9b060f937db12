import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { adjustmentReasonViewed } from '../events.js';
import type { AdjustmentId } from './adjustment.js';
import { AdjustmentConflicts } from './adjustment-conflicts.js';
import { AdjustmentFiles } from './adjustment-files.js';
import type { GivenReason } from './adjustment-reason.repository.js';

/** The one way to the reasons of an adjustment (ASM-87): by an officer free of the person, and on record each time. */
@Injectable()
export class ReadAdjustmentReason {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: AdjustmentFiles,
    private readonly conflicts: AdjustmentConflicts,
  ) {}

  async execute(ctx: RequestContext, input: { adjustmentId: AdjustmentId }): Promise<GivenReason[]> {
    const { adjustmentId } = input;
    return this.work.run(ctx, async (announce) => {
      const { personId, groupId } = await this.files.adjustments.load(ctx.force, adjustmentId);
      const people =
        personId === null
          ? found(await this.files.groups.byId(ctx.force, found(groupId))).personIds
          : [personId];
      for (const person of people) await this.conflicts.mustBeFree(ctx, person);
      const reader = actingPerson(ctx);
      if (reader !== undefined) await this.files.reasons.noteRead(ctx.force, adjustmentId, reader);
      announce(adjustmentReasonViewed({ adjustmentId, personId }));
      return this.files.reasons.of(ctx.force, adjustmentId);
    });
  }
}
