import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId, parseId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Notice, NoticeId } from './notice.js';
import { noticeOf } from './notice.repository.js';
import { NOTICE, type StoredNotice } from './notice.schema.js';

/** Reads people's notices. */
@Injectable()
export class NoticeReader {
  constructor(@InjectModel(NOTICE) private readonly notices: Model<StoredNotice>) {}

  /** A page of a person's notices in a force, newest first. */
  async ofPerson(scope: ForceScope, personId: PersonId, request: ListRequest): Promise<ListPage<Notice>> {
    const all = { forceId: objectId(scope.forceId), personId: objectId(personId) };
    const last = request.after === null ? undefined : parseId<NoticeId>(request.after);
    const older = last === undefined ? {} : { _id: { $lt: objectId(last) } };
    const rows = await this.notices
      .find({ ...all, ...older })
      .sort({ _id: -1 })
      .limit(request.limit)
      .lean<StoredNotice[]>();
    const totalCount = await this.notices.countDocuments(all);
    return { rows: rows.map(noticeOf), totalCount, keyOf: ({ id }) => id };
  }
}
