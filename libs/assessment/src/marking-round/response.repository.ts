import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { MarkingRoundId } from './marking-round.js';
import type { MarkedResponse, ResponseId, ResponseSource, ResponseState } from './response.js';
import { RESPONSE, responseOf, type StoredResponse, storedResponse } from './response.schema.js';

/** Every state before a response is released or withdrawn. */
const WAITING: readonly ResponseState[] = [
  'NOT_MARKED',
  'IN_MARKING',
  'MARKING_COMPLETED',
  'IN_REVIEW',
  'READY_FOR_RELEASE',
];

/** What of a component waits. */
export interface Waiting {
  readonly courseCode: string;
  readonly componentKey: string;
}

/** Loads responses for writing and saves them. Markers reach them through their tasks alone. */
@Injectable()
export class ResponseRepository {
  constructor(@InjectModel(RESPONSE) private readonly responses: Model<StoredResponse>) {}

  /** The response, or NOT_FOUND when this force has none such. */
  async load(scope: ForceScope, id: ResponseId): Promise<MarkedResponse> {
    return responseOf(
      found(await this.responses.findOne({ _id: objectId(id), forceId: objectId(scope.forceId) }).lean()),
    );
  }

  /** Those of the responses that this force has. */
  async byIds(scope: ForceScope, ids: readonly ResponseId[]): Promise<MarkedResponse[]> {
    const filter = { forceId: objectId(scope.forceId), _id: { $in: ids.map(objectId) } };
    return (await this.responses.find(filter).lean<StoredResponse[]>()).map(responseOf);
  }

  /** Everything that one attempt or work handed in. */
  async ofSource(scope: ForceScope, source: Pick<ResponseSource, 'kind' | 'id'>): Promise<MarkedResponse[]> {
    const stored = await this.responses
      .find({ forceId: objectId(scope.forceId), 'source.kind': source.kind, 'source.id': source.id })
      .sort({ 'source.itemId': 1 })
      .lean<StoredResponse[]>();
    return stored.map(responseOf);
  }

  /** Whether nothing that was handed in together waits for its release any more. */
  async isAllOut(scope: ForceScope, togetherId: string): Promise<boolean> {
    const waits = { $in: WAITING };
    const filter = { forceId: objectId(scope.forceId), togetherId, state: waits };
    return (await this.responses.findOne(filter, { _id: 1 }).lean()) === null;
  }

  /** What of a component lacks a round or a marker, oldest first. */
  async unfilled(scope: ForceScope, { courseCode, componentKey }: Waiting): Promise<MarkedResponse[]> {
    const stored = await this.responses
      .find({ forceId: objectId(scope.forceId), courseCode, componentKey, unfilled: { $gt: 0 } })
      .sort({ _id: 1 })
      .lean<StoredResponse[]>();
    return stored.map(responseOf);
  }

  /** At most so many of a round's responses in that state, oldest first. */
  async inState(
    scope: ForceScope,
    of: { roundId: MarkingRoundId; state: ResponseState; limit: number },
  ): Promise<MarkedResponse[]> {
    const stored = await this.responses
      .find({ forceId: objectId(scope.forceId), roundId: objectId(of.roundId), state: of.state })
      .sort({ _id: 1 })
      .limit(of.limit)
      .lean<StoredResponse[]>();
    return stored.map(responseOf);
  }

  /** Adds responses. A second one of a source is a duplicate-key error. */
  async add(responses: readonly MarkedResponse[]): Promise<void> {
    await this.responses.insertMany(responses.map(storedResponse), { lean: true, rawResult: true });
  }

  /** Saves what moves of a response. CONFLICT when somebody else changed it meanwhile. */
  async save(response: MarkedResponse): Promise<void> {
    await this.saveAll([response]);
  }

  /** Saves what moves of several responses, each as it was read or not at all. */
  async saveAll(responses: readonly MarkedResponse[]): Promise<void> {
    if (responses.length === 0) return;
    const saved = await this.responses.bulkWrite(
      responses.map((response) => {
        const { _id, forceId, roundId, state, marksNeeded, unfilled, sampled, finals, releasedAt, revision } =
          storedResponse(response);
        const change = { roundId, state, marksNeeded, unfilled, sampled, finals, releasedAt };
        return {
          updateOne: {
            filter: { _id, forceId, revision },
            update: { $set: { ...change, revision: revision + 1 } },
          },
        };
      }),
    );
    if (saved.matchedCount !== responses.length) throw new Fault('CONFLICT');
  }
}
