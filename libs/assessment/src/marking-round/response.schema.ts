import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { RubricLine } from '../item/item.js';
import type { MarkingRoundId } from './marking-round.js';
import type { FinalMark, MarkedResponse, ResponseId, ResponseSource, ResponseState } from './response.js';

export const RESPONSE = 'MarkedResponse';

/** A response as the database holds it. */
export interface StoredResponse {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  candidateCode: string;
  courseCode: string;
  componentKey: string;
  source: ResponseSource;
  skillId: string;
  level: number;
  prompt: Words;
  rubric: readonly RubricLine[];
  text: string | null;
  fileIds: readonly string[];
  excludedIds: readonly PersonId[];
  /** Absent of what was handed in before there were group cases. */
  alsoOfIds?: readonly PersonId[];
  togetherId?: string | null;
  submittedAt: Date;
  state: ResponseState;
  roundId: Types.ObjectId | null;
  marksNeeded: number;
  unfilled: number;
  sampled: boolean;
  finals: readonly FinalMark[];
  releasedAt: Date | null;
  revision: number;
}

const { Mixed, ObjectId } = Schema.Types;

export const responseSchema = new Schema<StoredResponse>(
  {
    forceId: { type: ObjectId, required: true, immutable: true },
    personId: { type: ObjectId, required: true, immutable: true },
    candidateCode: { type: String, required: true, immutable: true },
    courseCode: { type: String, required: true, immutable: true },
    componentKey: { type: String, required: true, immutable: true },
    source: { type: Mixed, required: true, immutable: true },
    skillId: { type: String, required: true, immutable: true },
    level: { type: Number, required: true, immutable: true },
    prompt: { type: Mixed, required: true, immutable: true },
    rubric: { type: Mixed, required: true, immutable: true },
    text: { type: String, default: null, immutable: true },
    fileIds: { type: [String], default: [], immutable: true },
    excludedIds: { type: [String], default: [], immutable: true },
    alsoOfIds: { type: [String], default: [], immutable: true },
    togetherId: { type: String, default: null, immutable: true },
    submittedAt: { type: Date, required: true, immutable: true },
    state: { type: String, required: true },
    roundId: { type: ObjectId, default: null },
    marksNeeded: { type: Number, required: true },
    unfilled: { type: Number, required: true, min: 0 },
    sampled: { type: Boolean, required: true },
    finals: { type: Mixed, default: [] },
    releasedAt: { type: Date, default: null },
    revision: { type: Number, required: true },
  },
  { versionKey: false, minimize: false, collection: 'responses' },
);
// ResponseRepository.bySource and .ofSource; unique, so that an answer handed in twice is one response.
responseSchema.index(
  { forceId: 1, 'source.kind': 1, 'source.id': 1, 'source.itemId': 1 },
  { unique: true, name: 'one response per source' },
);
// ResponseRepository.unfilled: what of a component waits for a round or for markers.
responseSchema.index({ forceId: 1, courseCode: 1, componentKey: 1, unfilled: 1 });
// ResponseRepository.inState, RoundReader.progress and .responses.
responseSchema.index({ forceId: 1, roundId: 1, state: 1, _id: 1 });
// MarkedResponseReader.ofPerson: a candidate's own.
responseSchema.index({ forceId: 1, personId: 1, releasedAt: 1 });
// MarkedResponseReader.ofPerson: what somebody handed in together with others.
responseSchema.index(
  { forceId: 1, alsoOfIds: 1, releasedAt: 1 },
  { partialFilterExpression: { 'source.kind': 'group-shared' }, name: 'shared with' },
);
// ResponseRepository.isAllOut: what of a group is not released yet.
responseSchema.index(
  { forceId: 1, togetherId: 1, state: 1 },
  { partialFilterExpression: { togetherId: { $gt: '' } }, name: 'released together' },
);
tenant(responseSchema);

/** The response as the code knows it. */
export function responseOf(stored: StoredResponse): MarkedResponse {
  const { _id, forceId, personId, roundId, alsoOfIds = [], togetherId = null, ...rest } = stored;
  return {
    ...rest,
    ...{ alsoOfIds, togetherId },
    id: idOf<ResponseId>(_id),
    forceId: idOf<ForceId>(forceId),
    personId: idOf<PersonId>(personId),
    roundId: roundId === null ? null : idOf<MarkingRoundId>(roundId),
  };
}

/** The response as the database holds it. */
export function storedResponse(response: MarkedResponse): StoredResponse {
  const { id, forceId, personId, roundId, ...rest } = response;
  return {
    ...rest,
    _id: objectId(id),
    forceId: objectId(forceId),
    personId: objectId(personId),
    roundId: roundId === null ? null : objectId(roundId),
  };
}
