import type { ForceScope, PersonId, RequestContext } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { objectId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { candidateOf } from '../access.js';
import type { AttemptId } from '../attempt/attempt.js';
import { AttemptRepository } from '../attempt/attempt.repository.js';
import type { RubricLine } from '../item/item.js';
import { finalOf, type MarkedResponse, outOf, type ResponseId } from './response.js';
import { ResponseRepository } from './response.repository.js';
import { RESPONSE, responseOf, type StoredResponse } from './response.schema.js';
import type { CriterionPoints } from './rubric-mark.js';

/** What a candidate sees of one response of their own, once it is released: never who marked it, nor how often. */
export interface ReleasedResponse {
  readonly id: ResponseId;
  readonly courseCode: string;
  readonly componentKey: string;
  /** The attempt, the work, the group or one’s membership of it that it was handed in with. */
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
    private readonly repository: ResponseRepository,
  ) {}

  /** A page of the acting person's released responses, oldest first, perhaps of one attempt, work or group. */
  async ofPerson(
    ctx: RequestContext,
    filter: { readonly sourceId: string | null },
    request: ListRequest,
  ): Promise<ListPage<ReleasedResponse>> {
    const personId: PersonId = candidateOf(ctx);
    const stored = [];
    for (const wanted of releasedTo(ctx.force, personId, filter.sourceId))
      stored.push(...(await this.responses.find(wanted).lean<StoredResponse[]>()));
    stored.sort((one, other) => one._id.toHexString().localeCompare(other._id.toHexString()));
    const out: MarkedResponse[] = [];
    for (const response of stored.map(responseOf)) if (await this.isOut(ctx, response)) out.push(response);
    const after = request.after;
    const rows = out.filter(({ id }) => after === null || id > after).slice(0, request.limit);
    return { rows: rows.flatMap(releasedOf), totalCount: out.length, keyOf: ({ id }) => id };
  }

  /** ASM-42: an attempt's marks are shown with its result, not before; a group's (ASM-123) once all of them are released. */
  private async isOut(ctx: RequestContext, { source, togetherId }: MarkedResponse): Promise<boolean> {
    if (togetherId !== null) return this.repository.isAllOut(ctx.force, togetherId);
    if (source.kind === 'work') return true;
    return (await this.attempts.byId(ctx.force, source.id as AttemptId))?.state === 'RELEASED';
  }
}

/**
 * One's own, and what one handed in together with others: two reads, each by an index of its own. A group is named by itself, or
 * by one's membership of it.
 */
function releasedTo(
  scope: ForceScope,
  personId: PersonId,
  sourceId: string | null,
): QueryFilter<StoredResponse>[] {
  const released = { forceId: objectId(scope.forceId), releasedAt: { $ne: null } };
  const of = sourceId === null ? {} : { $or: [{ 'source.id': sourceId }, { togetherId: sourceId }] };
  return [
    { ...released, personId: objectId(personId), ...of },
    { ...released, 'source.kind': 'group-shared', alsoOfIds: personId, ...of },
  ];
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
