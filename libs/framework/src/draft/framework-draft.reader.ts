import { idOf, objectId } from '@app/platform/ids/ids.js';
import type { ListRequest } from '@app/platform/listing/listing.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { FrameworkDraft, FrameworkDraftId } from './framework-draft.js';
import { FrameworkDraftRepository } from './framework-draft.repository.js';
import { FRAMEWORK_DRAFT, type StoredDraft } from './framework-draft.schema.js';

/** One line of the list of drafts. */
export type DraftSummary = Pick<FrameworkDraft, 'id' | 'basedOn' | 'revision'>;

/** Drafts of the framework, for those who write them. */
@Injectable()
export class FrameworkDraftReader {
  constructor(
    @InjectModel(FRAMEWORK_DRAFT) private readonly drafts: Model<StoredDraft>,
    private readonly repository: FrameworkDraftRepository,
  ) {}

  /** A draft whole, or NOT_FOUND. */
  byId(id: FrameworkDraftId): Promise<FrameworkDraft> {
    return this.repository.load(id);
  }

  /** A page of the open drafts, the newest first; `after` is the id of the last of the page before. */
  async openPage({ limit, after }: ListRequest) {
    const rest = after === null ? {} : { _id: { $lt: objectId(after as FrameworkDraftId) } };
    const rows = await this.drafts
      .find({ publishedAs: null, ...rest }, { basedOn: 1, revision: 1 })
      .sort({ _id: -1 })
      .limit(limit)
      .lean();
    const totalCount = await this.drafts.countDocuments({ publishedAs: null });
    const summaries = rows.map(({ _id, basedOn, revision }): DraftSummary => {
      return { id: idOf<FrameworkDraftId>(_id), basedOn, revision };
    });
    return { rows: summaries, totalCount, keyOf: ({ id }: DraftSummary) => String(id) };
  }
}
