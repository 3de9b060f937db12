import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import type { Adjustment, AdjustmentId, AdjustmentState } from './adjustment.js';
import { ADJUSTMENT, adjustmentOf, type StoredAdjustment } from './adjustment.schema.js';

/** Reads adjustments for screens. Reasons are not here: ReadAdjustmentReason is the only way to them. */
@Injectable()
export class AdjustmentReader {
  constructor(@InjectModel(ADJUSTMENT) private readonly adjustments: Model<StoredAdjustment>) {}

  /** A person's own, granted or not, latest first; at most 200. */
  async ofPerson(scope: ForceScope, personId: PersonId): Promise<Adjustment[]> {
    const stored = await this.adjustments
      .find({ forceId: objectId(scope.forceId), personId: objectId(personId) })
      .sort({ _id: -1 })
      .limit(200)
      .lean();
    return stored.map(adjustmentOf);
  }

  /** A page of the force's adjustments in a state, perhaps of one person only, in the order of asking. */
  async page(
    scope: ForceScope,
    filter: { state: AdjustmentState; personId: PersonId | null },
    request: ListRequest,
  ): Promise<ListPage<Adjustment>> {
    const wanted: QueryFilter<StoredAdjustment> = {
      forceId: objectId(scope.forceId),
      state: filter.state,
      ...(filter.personId === null ? {} : { personId: objectId(filter.personId) }),
    };
    const from = request.after === null ? {} : { _id: { $gt: objectId(request.after as AdjustmentId) } };
    const rows = await this.adjustments
      .find({ ...wanted, ...from })
      .sort({ _id: 1 })
      .limit(request.limit)
      .lean();
    const totalCount = await this.adjustments.countDocuments(wanted);
    return { rows: rows.map(adjustmentOf), totalCount, keyOf: ({ id }) => id };
  }
}
