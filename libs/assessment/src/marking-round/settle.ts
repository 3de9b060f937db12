import type { PersonId } from '@app/platform/context/request-context.js';
import { differ, type Mark } from './mark.js';
import type { MarkingRound } from './marking-round.js';
import { type FinalMark, type MarkedResponse, moveResponse } from './response.js';
import { meanOf, totalOf } from './rubric-mark.js';

/**
 * ASM-121: where a response stands once a mark was given. Marks missing: in marking. Two that differ beyond the tolerance, or a
 * single one of the moderator's sample: in review. Two that agree: completed, until the moderator accepts them. A single
 * one besides: it is the final mark.
 */
export function settle(
  response: MarkedResponse,
  marks: readonly Mark[],
  round: MarkingRound,
): MarkedResponse {
  const live = marks.filter(({ withdrawnAt }) => withdrawnAt === null);
  const [one, other] = live;
  const inMarking = response.state === 'NOT_MARKED' ? moveResponse(response, 'IN_MARKING') : response;
  if (one === undefined || live.length < response.marksNeeded) return moveResponse(inMarking, 'IN_MARKING');
  if (live.some(({ flags }) => flags.length > 0)) return moveResponse(inMarking, 'IN_REVIEW');
  if (other !== undefined) {
    const isApart = differ(one, other, round.terms.tolerance);
    return moveResponse(inMarking, isApart ? 'IN_REVIEW' : 'MARKING_COMPLETED');
  }
  if (response.sampled) return moveResponse(inMarking, 'IN_REVIEW');
  const { criteria, comment, givenAt } = one;
  return withFinal(inMarking, { by: 'single', criteria, comment, moderatorId: null, at: givenAt });
}

/** ASM-122: the response with the mean of its two marks, as the moderator accepts it. Both comments stand under each other. */
export function agreed(
  response: MarkedResponse,
  marks: readonly Mark[],
  by: { moderatorId: PersonId | null; at: Date },
): MarkedResponse {
  const [one, other] = marks.filter(({ withdrawnAt }) => withdrawnAt === null);
  if (one === undefined || other === undefined) throw new Error(`Response ${response.id} has not two marks`);
  const comments = [one.comment, other.comment].filter((comment) => comment !== null);
  return withFinal(response, {
    ...{ by: 'agreed', criteria: meanOf(one.criteria, other.criteria), ...by },
    comment: comments.length === 0 ? null : comments.join('\n\n'),
  });
}

/** The response with one more final mark, ready for release. */
export function withFinal(response: MarkedResponse, final: Omit<FinalMark, 'awarded'>): MarkedResponse {
  const ready = moveResponse(response, 'READY_FOR_RELEASE');
  return { ...ready, finals: [...response.finals, { ...final, awarded: totalOf(final.criteria) }] };
}
