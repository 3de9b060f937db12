import type { ForceId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import { refusal } from '../refusals.js';

export type UnitId = Id<'Unit'>;
export type UnitKind = 'command' | 'district' | 'team';

const ORDER: Record<UnitKind, number> = { command: 0, district: 1, team: 2 };
const DEEPEST = 12;

/**
 * A unit is a node of one force's organisation tree. Its path holds the ids from the root down to itself, so that
 * "everyone below" is one indexed read. Units are never deleted and never move: postings and cover refer to them.
 */
export interface Unit {
  readonly id: UnitId;
  readonly forceId: ForceId;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentId: UnitId | null;
  readonly path: readonly UnitId[];
}

/** The name as it is kept: trimmed, one space between words. Refuses an empty, overlong or slashed one (IDN-02). */
export function unitName(text: string): string {
  const name = text.trim().replace(/\s+/g, ' ').normalize('NFC');
  if (name.length === 0 || name.length > 100 || name.includes('/'))
    throw refusal('UNIT_NAME_NOT_VALID', { field: 'name' });
  return name;
}

/** What makes two names the same name among siblings. */
export function unitNameKey(name: string): string {
  return name.toLocaleLowerCase('en-GB');
}

/** Refuses a unit above its parent's kind (IDN-04), or too deep in the tree (IDN-05). */
export function unitFitsUnder(kind: UnitKind, parent: Pick<Unit, 'kind' | 'path'> | null): void {
  if (parent === null) return;
  if (ORDER[kind] < ORDER[parent.kind]) throw refusal('UNIT_KIND_MISPLACED', { field: 'kind' });
  if (parent.path.length >= DEEPEST)
    throw refusal('UNIT_TOO_DEEP', { field: 'parentId', facts: { deepest: DEEPEST } });
}
