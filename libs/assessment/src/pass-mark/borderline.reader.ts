import type { ForceId, ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, PipelineStage } from 'mongoose';
import type { AttemptId } from '../attempt/attempt.js';
import { ATTEMPT, type StoredAttempt } from '../attempt/attempt.schema.js';
import { suppressed, suppressedTotal } from '../regrade/suppress.js';
import type { PassMark } from './pass-mark.js';
import { PassMarkReader } from './pass-mark.reader.js';

/** How many of a force's attempts ended within one standard error of the pass mark. Null: one to four, which is not told. */
export interface BorderlineCount {
  readonly forceId: ForceId;
  readonly passed: number | null;
  readonly failed: number | null;
}

/** The borderline of a component, counted. Null counts are below five, or would tell one that is. */
export interface BorderlineCounts {
  readonly passMark: PassMark;
  readonly passed: number | null;
  readonly failed: number | null;
  readonly byForce: readonly BorderlineCount[];
}

/** One attempt on the borderline, for its own force. */
export interface BorderlineAttempt {
  readonly attemptId: AttemptId;
  readonly personId: PersonId;
  readonly finishedAt: Date | null;
  /** To the hundredth. */
  readonly percent: number;
  readonly passed: boolean;
}

interface Row {
  readonly _id: StoredAttempt['_id'];
  readonly forceId: StoredAttempt['forceId'];
  readonly personId: StoredAttempt['personId'];
  readonly finishedAt: Date | null;
  readonly exact: number;
  readonly passed: boolean;
}

const MOST_ROWS = 500;

/**
 * ASM-165: marked attempts that started under the present pass mark and ended within one standard error of it, either way. Only
 * released ones: before that nobody outside marking knows a mark.
 */
@Injectable()
export class BorderlineReader {
  constructor(
    @InjectModel(ATTEMPT) private readonly attempts: Model<StoredAttempt>,
    private readonly passMarks: PassMarkReader,
  ) {}

  /** The College's view; null while no panel has led to a pass mark. */
  async counts(courseCode: string, componentKey: string): Promise<BorderlineCounts | null> {
    const passMark = await this.passMarks.latest(courseCode, componentKey);
    if (passMark === null) return null;
    const rows = await this.attempts
      .aggregate<{ _id: StoredAttempt['forceId']; passed: number; failed: number }>([
        ...within(passMark, {}),
        {
          $group: {
            _id: '$forceId',
            passed: { $sum: { $cond: ['$passed', 1, 0] } },
            failed: { $sum: { $cond: ['$passed', 0, 1] } },
          },
        },
        { $sort: { _id: 1 } },
      ])
      .option(acrossForces('the College counts; counts below five are not told'));
    return {
      passMark,
      passed: suppressedTotal(rows.map(({ passed }) => passed)),
      failed: suppressedTotal(rows.map(({ failed }) => failed)),
      byForce: rows.map(({ _id, passed, failed }) => ({
        forceId: idOf<ForceId>(_id),
        passed: suppressed(passed),
        failed: suppressed(failed),
      })),
    };
  }

  /** A force's own people on the borderline, nearest below the mark first to furthest above; at most 500. */
  async ofForce(scope: ForceScope, courseCode: string, componentKey: string): Promise<BorderlineAttempt[]> {
    const passMark = await this.passMarks.latest(courseCode, componentKey);
    if (passMark === null) return [];
    const rows = await this.attempts.aggregate<Row>([
      ...within(passMark, { forceId: objectId(scope.forceId) }),
      { $sort: { exact: 1, _id: 1 } },
      { $limit: MOST_ROWS },
    ]);
    return rows.map((row) => ({
      attemptId: idOf<AttemptId>(row._id),
      personId: idOf<PersonId>(row.personId),
      finishedAt: row.finishedAt,
      percent: Math.round(row.exact * 100) / 100,
      passed: row.passed,
    }));
  }
}

/** The stages that leave only what is within one standard error of the mark that the attempt was held to. */
function within(passMark: PassMark, more: Record<string, unknown>): PipelineStage[] {
  const { courseCode, componentKey, setAt, percent, standardError } = passMark;
  return [
    {
      $match: {
        ...{ ...more, courseCode, componentKey, state: 'RELEASED' },
        ...{ startedAt: { $gte: setAt }, 'terms.passPercent': percent },
      },
    },
    {
      $project: {
        ...{ forceId: 1, personId: 1, finishedAt: 1, passed: '$marks.passed' },
        exact: {
          $cond: [
            { $gt: ['$marks.outOf', 0] },
            { $multiply: [{ $divide: ['$marks.score', '$marks.outOf'] }, 100] },
            0,
          ],
        },
      },
    },
    { $match: { exact: { $gte: percent - standardError, $lte: percent + standardError } } },
  ];
}
