import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { EnrolmentReader } from '@app/progress';
import { Inject, Injectable } from '@nestjs/common';
import { checkedContent, checkTimes, marksOf, type SheetInput } from './check-sheet.js';
import type { Observation } from './observation.js';
import { ObservationGround } from './observation-ground.js';
import { digestOf, type Sheet, type SheetContent } from './sheet.js';

/** What a sheet says, in order, and its digest. Refuses PRA-06, PRA-07 and PRA-08. */
export function checkedSheet(
  { id, personId, courseCode, componentKey, terms }: Observation,
  given: SheetInput,
  recordedBy: PersonId,
): { content: SheetContent; digest: string } {
  const content = checkedContent(given, terms, { recordedBy, candidateId: personId });
  const subject = { id, personId, courseCode, componentKey, briefId: terms.briefId };
  return { content, digest: digestOf(subject, content) };
}

/** Takes a sheet in: checks it against the server's clock, and keeps the time of its receipt beside the client's (PRA-07). */
@Injectable()
export class TakeSheet {
  constructor(
    private readonly ground: ObservationGround,
    private readonly enrolments: EnrolmentReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(
    ctx: RequestContext,
    { plan, enrolmentId }: Observation,
    { content, digest, sentAt }: { content: SheetContent; digest: string; sentAt: Date },
  ): Promise<Sheet> {
    const receivedAt = this.clock.now();
    const { startedAt } = found(await this.enrolments.byId(ctx.force, enrolmentId));
    checkTimes(content, { now: receivedAt, notBefore: plan?.madeAt ?? startedAt });
    await this.ground.mustKnow(
      ctx,
      content.players.flatMap(({ personId }) => personId ?? []),
    );
    return { ...content, sentAt, receivedAt, marks: marksOf(content, { sentAt, receivedAt }, plan), digest };
  }
}
