import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { AttemptId } from '../attempt/attempt.js';
import type { ItemVersionId } from '../item/item.js';
import type { Appeal, AppealId } from './appeal.js';

export const APPEAL = 'Appeal';
export const APPEAL_WORDS = 'AppealWords';

type IdField = 'id' | 'forceId' | 'personId' | 'attemptId' | 'itemVersionId';

/** An appeal as the database holds it. */
export interface StoredAppeal extends Omit<Appeal, IdField> {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  attemptId: Types.ObjectId;
  itemVersionId: Types.ObjectId | null;
}

/** What was said about an appeal, apart from it: personal, and erasable without touching what happened. */
export interface StoredAppealWords {
  /** The appeal's id. */
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  statement: string;
  reasons: string | null;
}

const { ObjectId } = Schema.Types;

export const appealSchema = new Schema<StoredAppeal>(
  {
    forceId: { type: ObjectId, required: true },
    personId: { type: ObjectId, required: true },
    attemptId: { type: ObjectId, required: true },
    enrolmentId: { type: String, required: true },
    courseCode: { type: String, required: true },
    componentKey: { type: String, required: true },
    kind: { type: String, required: true },
    state: { type: String, required: true },
    askedAt: { type: Date, required: true },
    decideBy: { type: Date, required: true },
    overdueAt: { type: Date, default: null },
    decidedBy: { type: String, default: null },
    decidedAt: { type: Date, default: null },
    remedy: { type: String, default: null },
    itemVersionId: { type: ObjectId, default: null },
    regradeId: { type: String, default: null },
    revision: { type: Number, required: true },
  },
  { versionKey: false, collection: 'appeals' },
);
// AppealRepository.add: unique, so that one appeal waits for an attempt.
appealSchema.index(
  { forceId: 1, attemptId: 1 },
  { unique: true, partialFilterExpression: { state: 'ASKED' }, name: 'one appeal waits' },
);
// AppealRepository.ofAttempt, AppealReader.ofPerson: newest first.
appealSchema.index({ forceId: 1, personId: 1, attemptId: 1, _id: -1 });
// AppealReader.waiting: those that fall due first, first.
appealSchema.index({ forceId: 1, state: 1, decideBy: 1, _id: 1 });
// AppealRepository.freshAttempts: counted at each start.
appealSchema.index({ forceId: 1, enrolmentId: 1, componentKey: 1, remedy: 1 });
// AppealRepository.link and RegradesAsked, across forces: which item versions are thought to be faulty.
appealSchema.index(
  { courseCode: 1, itemVersionId: 1, regradeId: 1 },
  { partialFilterExpression: { remedy: 'REGRADE' }, name: 'regrades asked for' },
);
tenant(appealSchema);

export const appealWordsSchema = new Schema<StoredAppealWords>(
  {
    forceId: { type: ObjectId, required: true },
    statement: { type: String, required: true },
    reasons: { type: String, default: null },
  },
  { versionKey: false, collection: 'appealWords' },
);
tenant(appealWordsSchema);

/** The appeal as the code knows it. */
export function appealOf(stored: StoredAppeal): Appeal {
  const { _id, forceId, personId, attemptId, itemVersionId, ...rest } = stored;
  return {
    ...rest,
    id: idOf<AppealId>(_id),
    forceId: idOf<ForceId>(forceId),
    personId: idOf<PersonId>(personId),
    attemptId: idOf<AttemptId>(attemptId),
    itemVersionId: itemVersionId === null ? null : idOf<ItemVersionId>(itemVersionId),
  };
}

/** The appeal as the database holds it. */
export function storedAppeal(appeal: Appeal): StoredAppeal {
  const { id, forceId, personId, attemptId, itemVersionId, ...rest } = appeal;
  return {
    ...rest,
    _id: objectId(id),
    forceId: objectId(forceId),
    personId: objectId(personId),
    attemptId: objectId(attemptId),
    itemVersionId: itemVersionId === null ? null : objectId(itemVersionId),
  };
}
