import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { AssessorReader } from '@app/standing';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import type { Attempt, PaperMarks } from '../attempt/attempt.js';
import { totalled } from '../marking/mark-paper.js';
import { refusal as markingRefusal } from '../marking-round/refusals.js';
import { type FinalMark, finalOf, type MarkedResponse, type ResponseId } from '../marking-round/response.js';
import { ResponseRepository } from '../marking-round/response.repository.js';
import {
  type CriterionPoints,
  checkedComment,
  checkedCriteria,
  isSameMark,
  totalOf,
} from '../marking-round/rubric-mark.js';
import { ReviseMarks } from '../regrade/revise-marks.js';
import type { AppealId } from './appeal.js';
import { AppealFiles } from './appeal-files.js';
import { DecisionGround } from './decide-appeal.js';
import { responseRemarked } from './events.js';
import { refusal } from './refusals.js';

export interface RemarkResponseInput {
  readonly appealId: AppealId;
  readonly responseId: ResponseId;
  readonly criteria: readonly CriterionPoints[];
  /** What the candidate reads with the mark. */
  readonly comment?: string | null | undefined;
}

/** What a re-mark rests on. */
@Injectable()
export class RemarkGround {
  constructor(
    private readonly files: AppealFiles,
    private readonly ground: DecisionGround,
    private readonly responses: ResponseRepository,
    private readonly assessors: AssessorReader,
  ) {}

  /** The attempt and its response. Refuses an appeal that decided no re-mark, whoever had a part, and whoever is not in date. */
  async of(ctx: RequestContext, { appealId, responseId }: RemarkResponseInput) {
    const appeal = await this.files.appeals.load(ctx.force, appealId);
    const attempt = await this.ground.attemptFor(ctx, appeal);
    const response = await this.responses.load(ctx.force, responseId);
    const isOf = response.source.kind === 'attempt-item' && response.source.id === attempt.id;
    if (!isOf) throw new Fault('NOT_FOUND');
    const isDecided = appeal.state === 'UPHELD' && appeal.remedy === 'REMARK';
    if (!isDecided || attempt.state !== 'RELEASED' || attempt.marks === null)
      throw refusal('REMARK_NOT_DECIDED');
    const { skillId, level } = response;
    const { inSkill } = await this.assessors.of(ctx.force, candidateOf(ctx));
    if (!inSkill({ skillId, level }).isInDate)
      throw markingRefusal('ASSESSOR_NOT_IN_DATE', { facts: { skill: skillId, level } });
    return { attempt, marks: attempt.marks, response };
  }

  /** Adds the final mark that counts from now on; the others stay. */
  async save(response: MarkedResponse, final: FinalMark): Promise<void> {
    await this.responses.save({ ...response, finals: [...response.finals, final] });
  }
}

/**
 * Marks a written answer again, as an appeal was decided: by somebody uninvolved who is in date in the skill (ASM-157). The attempt keeps
 * both marks. It never takes a pass away. The same mark again is the same answer.
 */
@Injectable()
export class RemarkResponse {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ground: RemarkGround,
    private readonly reviseMarks: ReviseMarks,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: RemarkResponseInput): Promise<void> {
    const moderatorId = candidateOf(ctx);
    await this.work.run(ctx, async (announce) => {
      const { attempt, marks, response } = await this.ground.of(ctx, input);
      const final = this.finalMark(response, input, moderatorId);
      const before = finalOf(response);
      if (before?.moderatorId === moderatorId && isSameMark(before.criteria, final.criteria)) return;
      const after = withMark(attempt, marks, { itemId: response.source.itemId, final });
      if (marks.passed && !after.passed) throw refusal('REMARK_WOULD_FAIL');
      const { appealId, responseId } = input;
      const ground = { kind: 'appeal', appealId, responseId } as const;
      const revision = { before: marks, after, ground, by: moderatorId, approvedBy: null, at: final.at };

      await this.ground.save(response, final);
      if (!(await this.reviseMarks.execute(attempt, revision, announce))) throw new Fault('CONFLICT');

      const what = { appealId, responseId, awarded: final.awarded };
      announce(responseRemarked(what, { payload: { before, after: final } }));
    });
  }

  private finalMark(response: MarkedResponse, input: RemarkResponseInput, moderatorId: PersonId): FinalMark {
    const criteria = checkedCriteria(response.rubric, input.criteria);
    const comment = checkedComment(input.comment);
    return {
      by: 'moderator',
      criteria,
      awarded: totalOf(criteria),
      comment,
      moderatorId,
      at: this.clock.now(),
    };
  }
}

function withMark(
  { terms }: Attempt,
  marks: PaperMarks,
  { itemId, final }: { itemId: string | null; final: FinalMark },
): PaperMarks {
  const items = marks.items.map((mark) =>
    mark.itemId === itemId
      ? { ...mark, awarded: final.awarded, correct: final.awarded === mark.outOf }
      : mark,
  );
  return totalled(items, terms.passPercent);
}
