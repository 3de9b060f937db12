import { mustBeAllowed } from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { objectId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { candidateOf } from '../access.js';
import type { RubricLine } from '../item/item.js';
import { ImpartialModerator } from './impartial-moderator.js';
import type { Mark } from './mark.js';
import type { Marker, MarkingRound, MarkingRoundId } from './marking-round.js';
import { MARKING_ROUND, roundOf, type StoredMarkingRound } from './marking-round.schema.js';
import { markingPermissions } from './permissions.js';
import type { FinalMark, MarkedResponse, ResponseId, ResponseState } from './response.js';
import { RESPONSE, responseOf, type StoredResponse } from './response.schema.js';
import { figuresOf, type RoundAgreement } from './round-figures.js';
import { RoundSources } from './round-sources.js';

export type { RoundAgreement } from './round-figures.js';

/** How far a round is. */
export interface RoundProgress {
  /** How many responses stand in each state. */
  readonly states: Readonly<Record<ResponseState, number>>;
  /** Marks for which no marker was found: name more markers. */
  readonly unfilled: number;
  /** What lies on each desk, marked or to be marked. */
  readonly desks: readonly { readonly markerId: PersonId; readonly allocated: number }[];
  /** The force's own markers of the component. */
  readonly markers: readonly Marker[];
}

/** What a moderator sees of a response: the code, never the person; both marks, since somebody must compare them. */
export interface ResponseInReview {
  readonly id: ResponseId;
  readonly candidateCode: string;
  readonly state: ResponseState;
  readonly prompt: Words;
  readonly rubric: readonly RubricLine[];
  readonly text: string | null;
  readonly fileIds: readonly string[];
  readonly marks: readonly Mark[];
  readonly finals: readonly FinalMark[];
}

/** Reads rounds of one force for those who run and moderate them. */
@Injectable()
export class RoundReader {
  constructor(
    @InjectModel(MARKING_ROUND) private readonly rounds: Model<StoredMarkingRound>,
    @InjectModel(RESPONSE) private readonly responses: Model<StoredResponse>,
    private readonly sources: RoundSources,
    private readonly impartial: ImpartialModerator,
  ) {}

  /** The round, or NOT_FOUND. */
  async byId(ctx: RequestContext, id: MarkingRoundId): Promise<MarkingRound> {
    mustBeAllowed(ctx, markingPermissions.readRound, { forceWide: true });
    return this.sources.rounds.load(ctx.force, id);
  }

  /** A page of the force's rounds, in the order of their opening. */
  async page(ctx: RequestContext, request: ListRequest): Promise<ListPage<MarkingRound>> {
    mustBeAllowed(ctx, markingPermissions.readRound, { forceWide: true });
    const wanted = { forceId: objectId(ctx.force.forceId) };
    const after = request.after === null ? {} : { _id: { $gt: objectId(request.after as MarkingRoundId) } };
    const stored = await this.rounds
      .find({ ...wanted, ...after })
      .sort({ _id: 1 })
      .limit(request.limit)
      .lean<StoredMarkingRound[]>();
    const totalCount = await this.rounds.countDocuments(wanted);
    return { rows: stored.map(roundOf), totalCount, keyOf: ({ id }) => id };
  }

  /** How far the round is. */
  async progress(ctx: RequestContext, round: MarkingRound): Promise<RoundProgress> {
    const counted = await this.responses.aggregate<{ _id: ResponseState; count: number; unfilled: number }>([
      { $match: { forceId: objectId(round.forceId), roundId: objectId(round.id) } },
      { $group: { _id: '$state', count: { $sum: 1 }, unfilled: { $sum: '$unfilled' } } },
    ]);
    const loads = await this.sources.tasks.loads(ctx.force, round.id);
    return {
      states: { ...NONE, ...Object.fromEntries(counted.map(({ _id, count }) => [_id, count])) },
      unfilled: counted.reduce((total, { unfilled }) => total + unfilled, 0),
      desks: [...loads].map(([markerId, allocated]) => ({ markerId, allocated })),
      markers: await this.sources.markers.ofForce(ctx.force, round),
    };
  }

  /** ASM-126: how far the round's markers agree: for its moderator. */
  async agreement(ctx: RequestContext, round: MarkingRound): Promise<RoundAgreement> {
    mustBeAllowed(ctx, markingPermissions.moderate, { forceWide: true });
    return figuresOf(await this.sources.marks.liveOfRound(ctx.force, round.id));
  }

  /**
   * A page of the round's responses in a state with all their marks: for its moderator, who sees neither what they have marked
   * themselves nor anybody in their line (ASM-118, ASM-122).
   */
  async responsesOf(
    ctx: RequestContext,
    of: { readonly round: MarkingRound; readonly state: ResponseState },
    request: ListRequest,
  ): Promise<ListPage<ResponseInReview>> {
    mustBeAllowed(ctx, markingPermissions.moderate, { forceWide: true });
    const wanted = {
      forceId: objectId(of.round.forceId),
      roundId: objectId(of.round.id),
      state: of.state,
    };
    const after = request.after === null ? {} : { _id: { $gt: objectId(request.after as ResponseId) } };
    const stored = await this.responses
      .find({ ...wanted, ...after })
      .sort({ _id: 1 })
      .lean<StoredResponse[]>();
    const theirs = await this.impartial.among(ctx, candidateOf(ctx), stored.map(responseOf));
    const rows = theirs.slice(0, request.limit);
    const marks = await this.sources.marks.ofResponses(
      ctx.force,
      rows.map(({ id }) => id),
    );
    const byResponse = Map.groupBy(marks, ({ responseId }) => responseId);
    return {
      rows: rows.map((response) => inReview(response, byResponse.get(response.id) ?? [])),
      totalCount: await this.responses.countDocuments(wanted),
      keyOf: ({ id }) => id,
    };
  }
}

const NONE: Record<ResponseState, number> = {
  ...{ NOT_MARKED: 0, IN_MARKING: 0, MARKING_COMPLETED: 0 },
  ...{ IN_REVIEW: 0, READY_FOR_RELEASE: 0, RELEASED: 0, WITHDRAWN: 0 },
};

function inReview(response: MarkedResponse, marks: readonly Mark[]): ResponseInReview {
  const { id, candidateCode, state, prompt, rubric, text, fileIds, finals } = response;
  return { id, candidateCode, state, prompt, rubric, text, fileIds, finals, marks };
}
