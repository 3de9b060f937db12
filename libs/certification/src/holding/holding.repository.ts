import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Holding } from './holding.js';
import { HOLDING, type StoredHolding } from './holding.schema.js';

/** Saves how people stand in certifications. */
@Injectable()
export class HoldingRepository {
  constructor(@InjectModel(HOLDING) private readonly holdings: Model<StoredHolding>) {}

  /** Saves a holding as it was changed since its revision; at revision 0 it is new. */
  async save(scope: ForceScope, holding: Holding): Promise<void> {
    const key = {
      forceId: objectId(scope.forceId),
      personId: objectId(holding.personId),
      code: holding.code,
    };
    const { assignment, exemption, due, revision } = holding;
    const state = { assignment, exemption, due, cycles: [...holding.cycles], revision: revision + 1 };
    if (revision === 0) {
      await this.holdings.create([{ _id: objectId(holding.id), ...key, ...state }]);
      return;
    }
    const saved = await this.holdings.updateOne({ ...key, revision }, { $set: state });
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
  }

  /** Saves whether and by when people are to hold something, many at a time; nothing else of their records. */
  async saveAsked(scope: ForceScope, holdings: readonly Holding[]): Promise<void> {
    const forceId = objectId(scope.forceId);
    const fresh = holdings.filter(({ revision }) => revision === 0);
    if (fresh.length > 0)
      await this.holdings.insertMany(
        fresh.map(({ id, personId, cycles, ...rest }) => ({
          ...{ ...rest, _id: objectId(id), forceId, personId: objectId(personId) },
          ...{ cycles: [...cycles], revision: 1 },
        })),
        { lean: true, rawResult: true },
      );
    const known = holdings.filter(({ revision }) => revision > 0);
    if (known.length === 0) return;
    const saved = await this.holdings.bulkWrite(
      known.map(({ id, assignment, revision }) => ({
        updateOne: {
          filter: { _id: objectId(id), forceId, revision },
          update: { $set: { assignment, revision: revision + 1 } },
        },
      })),
    );
    if (saved.matchedCount !== known.length) throw new Fault('CONFLICT');
  }
}
