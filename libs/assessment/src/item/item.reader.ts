import { idOf } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import type { ItemState, ItemVersion } from './item.js';
import { ITEM, ITEM_VERSION, itemVersionOf, type StoredItem, type StoredItemVersion } from './item.schema.js';
import type { StimulusVersion } from './item-content.js';
import { type StimulusRef, StimulusRepository } from './stimulus.repository.js';
import type { InCourse } from './stimulus.schema.js';

/** An item with its current version, key and all: for authors and reviewers. */
export interface ItemWhole {
  readonly key: string;
  readonly courseCode: string;
  readonly state: ItemState;
  /** On how many papers it has been. */
  readonly exposure: number;
  readonly version: ItemVersion;
}

/** Plain reads of the bank, keys included: who may see them is the edge's question. */
@Injectable()
export class ItemReader {
  constructor(
    @InjectModel(ITEM) private readonly items: Model<StoredItem>,
    @InjectModel(ITEM_VERSION) private readonly versions: Model<StoredItemVersion>,
    private readonly stimuli: StimulusRepository,
  ) {}

  /** The item of that key; null when there is none. */
  async byKey(key: string): Promise<ItemWhole | null> {
    const stored = await this.items.find({ key }).lean();
    const [item] = await this.whole(stored);
    return item ?? null;
  }

  /** A page of a course's items by key, perhaps of one state only. */
  async page(
    filter: { courseCode: string; state: ItemState | null },
    request: ListRequest,
  ): Promise<ListPage<ItemWhole>> {
    const wanted: QueryFilter<StoredItem> = {
      courseCode: filter.courseCode,
      ...(filter.state === null ? {} : { state: filter.state }),
    };
    const after = request.after === null ? {} : { key: { $gt: request.after } };
    const stored = await this.items
      .find({ ...wanted, ...after })
      .sort({ key: 1 })
      .limit(request.limit)
      .lean();
    const totalCount = await this.items.countDocuments(wanted);
    return { rows: await this.whole(stored), totalCount, keyOf: ({ key }) => key };
  }

  /** The current stimuli of a course. */
  async stimuliOf(courseCode: string): Promise<(StimulusVersion & InCourse)[]> {
    return this.stimuli.ofCourse(courseCode);
  }

  /** Stimuli as papers show them: in the versions that they were drawn with. */
  async stimulusVersions(refs: readonly StimulusRef[]): Promise<StimulusVersion[]> {
    return this.stimuli.versions(refs);
  }

  private async whole(stored: readonly StoredItem[]): Promise<ItemWhole[]> {
    const ids = stored.map(({ versionId }) => versionId);
    const versions = await this.versions.find({ _id: { $in: ids } }).lean();
    const byId = new Map(versions.map((version) => [idOf(version._id), itemVersionOf(version)]));
    return stored.flatMap(({ key, courseCode, state, exposure, versionId, reviewerIds }) => {
      const version = byId.get(idOf(versionId));
      // Who reviewed it is known to the item: the version was there before its review.
      return version === undefined
        ? []
        : [{ key, courseCode, state, exposure, version: { ...version, reviewerIds } }];
    });
  }
}
