import { Injectable } from '@nestjs/common';
import { AdjustmentRepository } from './adjustment.repository.js';
import { AdjustmentGroupRepository } from './adjustment-group.repository.js';
import { AdjustmentReasonRepository } from './adjustment-reason.repository.js';

/** Where adjustments, their reasons and their groups are kept: three collections, never read together. */
@Injectable()
export class AdjustmentFiles {
  constructor(
    readonly adjustments: AdjustmentRepository,
    readonly reasons: AdjustmentReasonRepository,
    readonly groups: AdjustmentGroupRepository,
  ) {}
}
