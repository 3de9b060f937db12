import type { RequestContext } from '@app/platform/context/request-context.js';
import { actingPerson } from '@app/platform/context/request-context.js';
import { Fault } from '@app/platform/refusal/fault.js';
import type { Enrolment } from './enrolment/enrolment.js';

/** Who may do what with enrolments. */
export const progressPermissions = {
  enrol: 'progress.course.enrol',
  learn: 'progress.activity.learn',
  readOwn: 'progress.enrolment.read-own',
  enrolPeople: 'progress.people.enrol',
  read: 'progress.enrolment.read',
} as const;

/** Only the person learns in their own enrolment. Somebody else's is as if it did not exist. */
export function own(ctx: RequestContext, enrolment: Enrolment | null): Enrolment {
  if (enrolment === null || enrolment.personId !== actingPerson(ctx)) throw new Fault('NOT_FOUND');
  return enrolment;
}

/** The acting person; a job or a visitor cannot learn. */
export function learner(ctx: RequestContext) {
  const personId = actingPerson(ctx);
  if (personId === undefined) throw new Fault('UNAUTHENTICATED');
  return personId;
}
