import { PlanReminders } from '@app/notifications';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { courseCompleted, dueDateSet, enrolmentStarted } from '@app/progress';
import { Injectable } from '@nestjs/common';

type Told = Pick<Parameters<typeof dueDateSet>[0], 'enrolmentId' | 'personId'>;

/** An enrolment began, ended or has another due date: its reminders follow. */
@Injectable()
@Consumes({
  name: 'notifications-plan-course-reminders',
  events: [enrolmentStarted, dueDateSet, courseCompleted],
  queue: 'events',
})
export class PlanCourseRemindersProcessor implements EventConsumer<Told> {
  constructor(private readonly planReminders: PlanReminders) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Told>): Promise<void> {
    const { enrolmentId: id } = data;
    await this.planReminders.execute(ctx, { type: 'enrolment', id, personId: data.personId as PersonId });
  }
}
