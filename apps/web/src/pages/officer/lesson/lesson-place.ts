import type { LessonPlaceQuery } from '../../../gql/graphql.js';

type MyCourse = LessonPlaceQuery['myCourse'];
type Activity = MyCourse['modules'][number]['activities'][number];

/** Where a lesson stands in its course, for the person who reads it. */
export interface Place {
  readonly enrolmentId: string;
  readonly versionId: string;
  readonly courseTitle: MyCourse['course']['title'];
  readonly moduleTitle: MyCourse['course']['title'];
  readonly completed: boolean;
  readonly answeredChecks: readonly string[];
  /** Addresses of the course, of this page and of the next thing to read. */
  readonly course: string;
  readonly self: string;
  readonly next: { readonly href: string; readonly title: Activity['title'] } | null;
}

/** The place of an activity; undefined when the person is not enrolled or the course has no such activity. */
export function placeOf({ course, enrolment, modules }: MyCourse, activityId: string): Place | undefined {
  const module = modules.find(({ activities }) => activities.some(({ id }) => id === activityId));
  const activity = module?.activities.find(({ id }) => id === activityId);
  if (enrolment === null || module === undefined || activity === undefined) return undefined;
  const root = `/courses/${encodeURIComponent(course.code)}`;
  const next = following(modules, activityId);
  return {
    enrolmentId: enrolment.id,
    versionId: enrolment.versionId,
    courseTitle: course.title,
    moduleTitle: module.title,
    completed: activity.completed,
    answeredChecks: activity.answeredChecks,
    course: root,
    self: `${root}/activities/${encodeURIComponent(activityId)}`,
    next:
      next === undefined
        ? null
        : { href: `${root}/activities/${encodeURIComponent(next.id)}`, title: next.title },
  };
}

function following(modules: MyCourse['modules'], activityId: string): Activity | undefined {
  const all = modules.flatMap(({ activities }) => activities);
  const here = all.findIndex(({ id }) => id === activityId);
  return all.slice(here + 1).find(({ kind }) => kind === 'LESSON' || kind === 'PRACTICE_QUIZ');
}
