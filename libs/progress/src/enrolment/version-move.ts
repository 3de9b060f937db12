import { activitiesOf, changedBlocks, type PublishedVersion } from '@app/catalogue';
import type { Enrolment, TakenBack } from './enrolment.js';
import { settled } from './learning.js';

/** How a publication reaches an enrolment. `cut-off`: the last day for the version before has passed. */
export type Move = 'minor' | 'legal' | 'cut-off';

/** The version that an enrolment is pinned to, the one that it moves to, and when. */
export interface VersionMove {
  readonly from: PublishedVersion;
  readonly to: PublishedVersion;
  readonly move: Move;
  readonly now: Date;
}

/**
 * PRG-11, PRG-12. The enrolment pinned to the newer version. Progress is kept by the stable ids of activities and blocks.
 * After a minor change all of it is kept that still has its place; after a legal change, or when a cut-off has passed,
 * an activity with a changed block has to be done again, and a changed check answered again. What is taken back stays on
 * record.
 */
export function movedTo(enrolment: Enrolment, { from, to, move, now }: VersionMove): Enrolment {
  const redo = move === 'minor' ? new Set<string>() : new Set(changedBlocks(from, to));
  const redoActivities = new Set([...redo].map((key) => key.slice(0, key.lastIndexOf('/'))));
  const there = new Set(activitiesOf(to).map(({ id }) => id));
  const isTakenBack = (activityId: string) => redoActivities.has(activityId);
  const takenBack: TakenBack[] = [
    ...enrolment.activities
      .filter(({ id, completedAt }) => completedAt !== null && isTakenBack(id))
      .map(({ id }) => ({ versionId: from.id, activityId: id, blockId: null, at: now })),
    ...enrolment.checks
      .filter(({ activityId, blockId }) => redo.has(`${activityId}/${blockId}`))
      .map(({ activityId, blockId }) => ({ versionId: from.id, activityId, blockId, at: now })),
  ];
  const moved = {
    ...enrolment,
    courseTitle: to.title,
    versionId: to.id,
    versionNumber: to.number,
    finishBy: null,
    resumeAt: enrolment.resumeAt !== null && there.has(enrolment.resumeAt) ? enrolment.resumeAt : null,
    activities: enrolment.activities.map((known) =>
      isTakenBack(known.id) ? { ...known, completedAt: null } : known,
    ),
    checks: enrolment.checks.filter(({ activityId, blockId }) => !redo.has(`${activityId}/${blockId}`)),
    takenBack: [...enrolment.takenBack, ...takenBack],
  };
  return settled(moved, to, now);
}
