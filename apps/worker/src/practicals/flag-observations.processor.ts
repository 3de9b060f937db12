import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { FlagObservations } from '@app/practicals';
import { type EvidenceId, evidenceRecorded, evidenceWithdrawn } from '@app/standing';
import { Injectable } from '@nestjs/common';

type Recorded = Parameters<typeof evidenceRecorded>[0];
type Withdrawn = Parameters<typeof evidenceWithdrawn>[0];

/** An assessor's standing may have been lost: flag what rests on it. What was superseded is still held. */
@Injectable()
@Consumes({ name: 'practicals-flag-observations', events: [evidenceRecorded, evidenceWithdrawn] })
export class FlagObservationsProcessor implements EventConsumer<Recorded | Withdrawn> {
  constructor(private readonly flag: FlagObservations) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Recorded | Withdrawn>): Promise<void> {
    const evidenceId = data.evidenceId as EvidenceId;
    if ('how' in data) {
      const isLost = data.how === 'withdrawn' && !data.negative;
      if (isLost) await this.flag.execute(ctx, { why: 'evidence-withdrawn', evidenceId });
      return;
    }
    if (!data.negative) return;
    const marker = { personId: data.personId as PersonId, forceId: data.forceId as ForceId };
    const { skillId, level } = data;
    const from = calendarDateOf(data.from);
    await this.flag.execute(ctx, { why: 'finding', evidenceId, marker, skillId, level, from });
  }
}
