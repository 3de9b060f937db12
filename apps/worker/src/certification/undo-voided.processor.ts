import { attemptVoided } from '@app/assessment';
import { ReconsiderResult } from '@app/certification';
import { londonDate } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { groupMemberVoided, observationVoided, workVoided } from '@app/practicals';
import { Injectable } from '@nestjs/common';

interface Voided {
  readonly personId: string;
  readonly courseCode: string;
  readonly versionId: string;
  readonly componentKey: string;
  readonly attemptId?: string;
  readonly workId?: string;
  readonly observationId?: string;
  /** Of a group's member. */
  readonly sourceId?: string;
}

/** Work does not count any more: what was collected of it is undone, and an award that rests on it does not stand. */
@Injectable()
@Consumes({
  name: 'certification-undo-voided',
  events: [attemptVoided, workVoided, observationVoided, groupMemberVoided],
})
export class UndoVoidedProcessor implements EventConsumer<Voided> {
  constructor(private readonly reconsider: ReconsiderResult) {}

  async consume(ctx: RequestContext, { at, data }: ReceivedEvent<Voided>): Promise<void> {
    const sourceId = data.attemptId ?? data.workId ?? data.observationId ?? data.sourceId;
    if (sourceId === undefined) throw new Error('What was voided has no id');
    const { courseCode, versionId, componentKey } = data;
    const personId = data.personId as PersonId;
    await this.reconsider.execute(ctx, {
      ...{ personId, courseCode, versionId, componentKey, sourceId, on: londonDate(at), asOf: at },
      ...{ percent: null, passed: false, voided: true, reason: 'Work that the award rests on was voided.' },
    });
  }
}
