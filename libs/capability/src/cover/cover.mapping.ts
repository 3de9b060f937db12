import type { UnitId } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import type { Cell, Entry } from './contribution.js';
import type { StoredEntry } from './cover.schema.js';
import type { Step } from './steps.js';

type StoredCell = Omit<StoredEntry, 'spans'>;

/** A cell as the database holds it. */
export function storedCell({ unitId, roleId, need, supervised }: Cell): StoredCell {
  return {
    unitId: unitId === null ? null : objectId(unitId),
    roleId,
    skillId: need?.skillId ?? null,
    level: need?.level ?? null,
    supervised: supervised ?? false,
  };
}

/** A cell as the code holds it. */
export function cellOf({ unitId, roleId, skillId, level, supervised }: StoredCell): Cell {
  const need = skillId === null || level === null ? null : { skillId, level };
  const apart = supervised === true ? { supervised } : {};
  return { unitId: unitId === null ? null : idOf<UnitId>(unitId), roleId, need, ...apart };
}

/** A stored entry of a contribution as the code holds it. */
export function entryOf(stored: StoredEntry): Entry {
  const spans = stored.spans.map(({ from, to }) => ({
    from: from as CalendarDate,
    to: to as CalendarDate | null,
  }));
  return { cell: cellOf(stored), spans };
}

/** Stored steps as the code holds them. */
export function stepsOf(stored: readonly { on: string; change: number }[]): Step[] {
  return stored.map(({ on, change }) => ({ on: on as CalendarDate, change }));
}
