import { type CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Force } from './force.js';
import { FORCE, type StoredForce } from './force.schema.js';

/** Reads forces: national reference data, the same for everyone. */
@Injectable()
export class ForceReader {
  constructor(@InjectModel(FORCE) private readonly forces: Model<StoredForce>) {}

  /** The force of that slug. */
  async bySlug(slug: string): Promise<Force | null> {
    const stored = await this.forces.findOne({ slug: { $eq: slug } }).lean();
    return stored === null ? null : forceOf(stored);
  }

  /** The force of that id. */
  async byId(id: ForceId): Promise<Force | null> {
    const stored = await this.forces.findById(objectId(id)).lean();
    return stored === null ? null : forceOf(stored);
  }

  /** A page of all forces by slug. */
  async page(request: ListRequest): Promise<ListPage<Force>> {
    const filter = request.after === null ? {} : { slug: { $gt: request.after } };
    const rows = await this.forces.find(filter).sort({ slug: 1 }).limit(request.limit).lean();
    const totalCount = await this.forces.estimatedDocumentCount();
    return { rows: rows.map(forceOf), totalCount, keyOf: (force) => force.slug };
  }
}

/** The force as the code knows it. */
export function forceOf(stored: StoredForce): Force {
  return {
    id: idOf<ForceId>(stored._id),
    slug: stored.slug,
    name: stored.name,
    shortCode: stored.shortCode,
    kind: stored.kind,
    bilingual: stored.bilingual,
    effectiveFrom: stored.effectiveFrom as CalendarDate | null,
    effectiveTo: stored.effectiveTo as CalendarDate | null,
    mergedInto: stored.mergedInto === null ? null : idOf<ForceId>(stored.mergedInto),
  };
}
