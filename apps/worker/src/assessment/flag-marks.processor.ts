import { FlagMarks, type FlagMarksInput } from '@app/assessment';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { type EvidenceId, evidenceRecorded, evidenceWithdrawn } from '@app/standing';
import { Injectable } from '@nestjs/common';

type Recorded = Parameters<typeof evidenceRecorded>[0];
type Withdrawn = Parameters<typeof evidenceWithdrawn>[0];

/** A marker's standing may have been lost: flag what rests on it. */
@Injectable()
@Consumes({ name: 'assessment-flag-marks', events: [evidenceRecorded, evidenceWithdrawn] })
export class FlagMarksProcessor implements EventConsumer<Recorded | Withdrawn> {
  constructor(private readonly flagMarks: FlagMarks) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Recorded | Withdrawn>): Promise<void> {
    const lost = lossOf(data);
    if (lost !== null) await this.flagMarks.execute(ctx, lost);
  }
}

/** A finding that was recorded, or other evidence that was withdrawn; what was superseded is still held. */
function lossOf(data: Recorded | Withdrawn): FlagMarksInput | null {
  const evidenceId = data.evidenceId as EvidenceId;
  if ('how' in data)
    return data.how === 'withdrawn' && !data.negative ? { why: 'evidence-withdrawn', evidenceId } : null;
  if (!data.negative) return null;
  const marker = { personId: data.personId as PersonId, forceId: data.forceId as ForceId };
  const { skillId, level } = data;
  return { why: 'finding', evidenceId, marker, skillId, level, from: calendarDateOf(data.from) };
}
