import {
  awardExpired,
  awardGranted,
  awardMoved,
  awardWithdrawn,
  certificationAssigned,
  certificationExempted,
  certificationUnassigned,
  windowOpened,
} from '@app/certification';
import { PlanReminders } from '@app/notifications';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type Delivered, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

type Told = { personId: string; code?: string; courseCode?: string };

/** Something turned in a certification: its reminders follow what is, not what was said. */
@Injectable()
@Consumes({
  name: 'notifications-plan-certification-reminders',
  events: [
    ...[certificationAssigned, certificationUnassigned, certificationExempted, windowOpened, awardExpired],
    ...[awardGranted, awardMoved, awardWithdrawn],
  ],
  queue: 'events',
})
export class PlanCertificationRemindersProcessor implements EventConsumer<Told> {
  constructor(private readonly planReminders: PlanReminders) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Told>): Promise<void> {
    await this.planReminders.execute(ctx, thingOf(data));
  }

  async consumeAll(deliveries: readonly Delivered<Told>[]): Promise<void> {
    const [first] = deliveries;
    const things = deliveries.map(({ event }) => thingOf(event.data));
    if (first !== undefined) await this.planReminders.executeAll(first.ctx, things);
  }
}

function thingOf({ personId, code, courseCode }: Told): Parameters<PlanReminders['execute']>[1] {
  return { type: 'certification', id: code ?? courseCode ?? '', personId: personId as PersonId };
}
