import { LinesOfPeople } from '@app/identity';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { type ForceId, type PersonId, scopeOf } from '@app/platform/context/request-context.js';
import { type Assessor, AssessorReader, type AssessorStanding } from '@app/standing';
import { Inject, Injectable } from '@nestjs/common';
import { AdjustersOfPeople } from '../adjustment/adjusters-of-people.reader.js';
import { candidatesOf, hasConflict } from './conflict.js';
import { MarkerRepository } from './marker.repository.js';
import type { Marker, MarkingRound } from './marking-round.js';
import type { MarkingTask } from './marking-task.js';
import { refusal } from './refusals.js';
import type { MarkedResponse } from './response.js';

/** The markers of a round at this moment, and which of them may mark a response. */
export interface MarkersNow {
  readonly markers: ReadonlyMap<PersonId, Marker>;
  readonly eligible: (response: MarkedResponse) => PersonId[];
}

/** Whether somebody has a conflict with a response: by their line (ASM-115), or by its candidate’s adjustments (ASM-128). */
type Conflict = (judgeId: PersonId, response: MarkedResponse) => boolean;

/** Who may judge what at this moment: named, in the role, in date in the skill, and without a conflict (ASM-113, 115, 116, 128). */
@Injectable()
export class WhoMayMark {
  constructor(
    private readonly markers: MarkerRepository,
    private readonly assessors: AssessorReader,
    private readonly lines: LinesOfPeople,
    private readonly adjusters: AdjustersOfPeople,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The markers of a round, and which of them may mark each of these responses. */
  async now(round: MarkingRound, responses: readonly MarkedResponse[]): Promise<MarkersNow> {
    const markers = await this.named(round);
    const assessors = await this.assessorsOf([...markers.values()]);
    const conflict = await this.conflicts(round.forceId, [...markers.keys()], responses);
    return { markers, eligible: eligibleBy(assessors, conflict) };
  }

  /** The standing under which a task's marker may mark at this moment; refuses otherwise. */
  async mustBeLegitimate(task: MarkingTask, response: MarkedResponse): Promise<AssessorStanding> {
    const { courseCode, componentKey, skillId, level } = response;
    const scope = scopeOf(task.markerForceId);
    const marker = await this.markers.byKey(scope, { courseCode, componentKey, personId: task.markerId });
    if (marker === null || marker.endedAt !== null) throw refusal('TASK_ENDED');
    await this.mustHaveNoConflict(task.markerId, response);
    const assessor = await this.assessors.of(scope, task.markerId);
    if (!assessor.holdsRole) throw refusal('ASSESSOR_ROLE_ENDED');
    const standing = assessor.inSkill({ skillId, level });
    if (!standing.isInDate) throw refusal('ASSESSOR_NOT_IN_DATE', { facts: { skill: skillId, level } });
    return standing;
  }

  /** ASM-115, ASM-128: refuses whoever may not judge this candidate, marker or moderator. */
  async mustHaveNoConflict(judge: PersonId, response: MarkedResponse): Promise<void> {
    const conflict = await this.conflicts(response.forceId, [judge], [response]);
    if (conflict(judge, response)) throw refusal('MARKER_CONFLICT');
  }

  /** Those of a force's responses with which the judge has no conflict. */
  async without(judge: PersonId, responses: readonly MarkedResponse[]): Promise<MarkedResponse[]> {
    const [first] = responses;
    if (first === undefined) return [];
    const conflict = await this.conflicts(first.forceId, [judge], responses);
    return responses.filter((response) => !conflict(judge, response));
  }

  /** The conflicts between judges and candidates, in the candidates' force today. */
  private async conflicts(
    forceId: ForceId,
    judgeIds: readonly PersonId[],
    responses: readonly MarkedResponse[],
  ): Promise<Conflict> {
    const candidates = responses.flatMap(candidatesOf);
    const today = londonDate(this.clock.now());
    const lines = await this.lines.above(scopeOf(forceId), [...candidates, ...judgeIds], today);
    const adjusters = await this.adjusters.of(scopeOf(forceId), candidates);
    return (judgeId, response) =>
      hasConflict(lines, judgeId, response) ||
      candidatesOf(response).some((personId) => adjusters.get(personId)?.has(judgeId) === true);
  }

  private async named(round: MarkingRound): Promise<ReadonlyMap<PersonId, Marker>> {
    const { panel } = round.terms;
    const college = panel === 'FORCE' ? [] : await this.markers.ofCollege(round);
    const own = panel === 'COLLEGE' ? [] : await this.markers.ofForce(scopeOf(round.forceId), round);
    return new Map([...college, ...own].map((marker) => [marker.personId, marker]));
  }

  private async assessorsOf(markers: readonly Marker[]): Promise<Assessor[]> {
    const assessors: Assessor[] = [];
    for (const [forceId, ofForce] of Map.groupBy(markers, (marker) => marker.forceId)) {
      const ids = ofForce.map(({ personId }) => personId);
      assessors.push(...(await this.assessors.ofPeople(scopeOf(forceId), ids)));
    }
    return assessors;
  }
}

function eligibleBy(assessors: readonly Assessor[], conflict: Conflict): MarkersNow['eligible'] {
  const inRole = assessors.filter(({ holdsRole }) => holdsRole);
  const inDate = new Map<string, Assessor[]>();
  return (response) => {
    const { skillId, level } = response;
    const key = `${skillId} ${level}`;
    const legitimate =
      inDate.get(key) ?? inRole.filter(({ inSkill }) => inSkill({ skillId, level }).isInDate);
    inDate.set(key, legitimate);
    return legitimate.map(({ personId }) => personId).filter((personId) => !conflict(personId, response));
  };
}
