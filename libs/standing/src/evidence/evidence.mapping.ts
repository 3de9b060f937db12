import { isSkillLevel, type SkillLevel } from '@app/framework';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { idOf } from '@app/platform/ids/ids.js';
import type { Evidence } from './evidence.js';
import type { StoredEvidence } from './evidence.schema.js';

/** A stored piece as the code holds it. */
export function evidenceOf(stored: StoredEvidence): Evidence {
  return {
    id: idOf(stored._id),
    forceId: idOf(stored.forceId),
    personId: idOf(stored.personId),
    skillId: stored.skillId,
    level: levelOf(stored.level),
    kind: stored.kind,
    title: stored.title,
    sourceId: stored.sourceId,
    certification: stored.certification ?? null,
    provenance: stored.provenance ?? null,
    from: stored.from as CalendarDate,
    lastValidDay: stored.lastValidDay as CalendarDate,
    recordedAt: stored.recordedAt,
    ended: stored.ended,
  };
}

function levelOf(level: number): SkillLevel {
  if (!isSkillLevel(level)) throw new RangeError(`Stored evidence at level ${level}`);
  return level;
}
