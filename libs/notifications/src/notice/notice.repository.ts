import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Notice, NoticeId } from './notice.js';
import { NOTICE, type StoredNotice } from './notice.schema.js';

/** Adds notices and marks them read. */
@Injectable()
export class NoticeRepository {
  constructor(@InjectModel(NOTICE) private readonly notices: Model<StoredNotice>) {}

  /** Adds a notice. The id is the delivery's, so a second one for the same delivery fails as a duplicate key. */
  async add(scope: ForceScope, notice: Notice): Promise<void> {
    await this.addAll(scope, [notice]);
  }

  /** As `add`, of several in one write. */
  async addAll(scope: ForceScope, notices: readonly Notice[]): Promise<void> {
    if (notices.length === 0) return;
    const forceId = objectId(scope.forceId);
    await this.notices.insertMany(
      notices.map(({ id, personId, ...fields }) => ({
        ...{ _id: objectId(id), forceId, personId: objectId(personId) },
        ...fields,
      })),
      { rawResult: true },
    );
  }

  /** The notice, if it is this person's in this force. */
  async ofPerson(scope: ForceScope, personId: PersonId, id: NoticeId): Promise<Notice | null> {
    const stored = await this.notices
      .findOne({ _id: objectId(id), forceId: objectId(scope.forceId), personId: objectId(personId) })
      .lean<StoredNotice>();
    return stored === null ? null : noticeOf(stored);
  }

  /** Sets when it was read. */
  async saveRead(scope: ForceScope, notice: Notice): Promise<void> {
    await this.notices.updateOne(
      { _id: objectId(notice.id), forceId: objectId(scope.forceId), readAt: null },
      { $set: { readAt: notice.readAt } },
    );
  }
}

/** A stored notice as the code holds it. */
export function noticeOf(stored: StoredNotice): Notice {
  const { at, subject, body, readAt } = stored;
  return {
    id: idOf<NoticeId>(stored._id),
    personId: idOf<PersonId>(stored.personId),
    at,
    subject,
    body,
    readAt,
  };
}
