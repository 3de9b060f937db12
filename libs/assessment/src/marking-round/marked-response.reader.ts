import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { objectId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { candidateOf } from '../access.js';
import type { AttemptId } from '../attempt/attempt.js';
import { AttemptRepository } from '../attempt/attempt.repository.js';
import type { RubricLine } from '../item/item.js';
import { finalOf, type MarkedResponse, outOf, type ResponseId } from './response.js';
import { RESPONSE, responseOf, type StoredResponse } from './response.schema.js';
import type { CriterionPoints } from './rubric-mark.js';

/** What a candidate sees of one response of their own, once it is released: never who marked it, nor how often. */
export interface ReleasedResponse {
  readonly id: ResponseId;
  readonly courseCode: string;
  readonly componentKey: string;
  /** The attempt or the work that it was handed in with. */
  readonly sourceId: string;
  readonly prompt: Words;
  readonly rubric: readonly RubricLine[];
  readonly criteria: readonly CriterionPoints[];
  readonly awarded: number;
  readonly outOf: number;
  readonly comment: string | null;
  readonly releasedAt: Date;
}

/** Reads a candidate's own marked responses (ASM-123): nothing before release, nothing of an attempt whose results are not out. */
@Injectable()
export class MarkedResponseReader {
  constructor(
    @InjectModel(RESPONSE) private readonly responses: Model<StoredResponse>,
    private readonly attempts: AttemptRepository,
  ) {}

  /** A page of the acting person's released responses, oldest first, perhaps of one attempt or work. */
  async ofPerson(
    ctx: RequestContext,
    filter: { readonly sourceId: string | null },
    request: ListRequest,
  ): Promise<ListPage<ReleasedResponse>> {
    const personId: PersonId = candidateOf(ctx);
    const wanted = {
      forceId: objectId(ctx.force.forceId),
      personId: objectId(personId),
      releasedAt: { $ne: null },
      ...(filter.sourceId === null ? {} : { 'source.id': filter.sourceId }),
    };
    const stored = await this.responses.find(wanted).sort({ _id: 1 }).lean<StoredResponse[]>();
    const out: MarkedResponse[] = [];
    for (const response of stored.map(responseOf)) if (await this.isOut(ctx, response)) out.push(response);
    const after = request.after;
    const rows = out.filter(({ id }) => after === null || id > after).slice(0, request.limit);
    return { rows: rows.flatMap(releasedOf), totalCount: out.length, keyOf: ({ id }) => id };
  }

  /** ASM-42: an attempt's marks are shown with its result, not before. */
  private async isOut(ctx: RequestContext, { source }: MarkedResponse): Promise<boolean> {
    if (source.kind === 'work') return true;
    return (await this.attempts.byId(ctx.force, source.id as AttemptId))?.state === 'RELEASED';
  }
}

function releasedOf(response: MarkedResponse): ReleasedResponse[] {
  const final = finalOf(response);
  const { id, courseCode, componentKey, source, prompt, rubric, releasedAt } = response;
  if (final === null || releasedAt === null) return [];
  const { criteria, awarded, comment } = final;
  return [
    {
      ...{ id, courseCode, componentKey, sourceId: source.id, prompt, rubric },
      ...{ criteria, awarded, comment, outOf: outOf(response), releasedAt },
    },
  ];
}
