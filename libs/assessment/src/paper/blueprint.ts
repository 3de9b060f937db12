import type { Id } from '@app/platform/ids/ids.js';
import type { ItemType } from '../item/item.js';
import { refusal } from '../refusals.js';

/** The most items of one paper. */
const MOST_ITEMS = 200;

export type BlueprintId = Id<'Blueprint'>;

/** So many items that answer to every selector given. A selector left out selects nothing away. */
export interface Quota {
  /** 1 or more. */
  readonly count: number;
  readonly skillId?: string | undefined;
  /** 1–4, both ends included. */
  readonly minLevel?: number | undefined;
  readonly maxLevel?: number | undefined;
  /** Left out: every type that a machine marks. Written items must be asked for by name. */
  readonly types?: readonly ItemType[] | undefined;
  readonly tag?: string | undefined;
}

/** What happens when time is up (BEHAVIOURS 1.2) and when results may be seen. */
export interface AssessmentPolicy {
  /**
   * `SUBMIT`: what was saved is handed in. `GRACE`: for `graceMinutes` more it may be handed in but not answered, else it
   * is abandoned. `ABANDON`: what was not handed in by the deadline is not counted.
   */
  readonly atDeadline: 'SUBMIT' | 'GRACE' | 'ABANDON';
  /** 0 unless GRACE. */
  readonly graceMinutes: number;
  /** `AT_ONCE`: with the marks. `BY_HAND`: when a training lead releases the sitting's results. */
  readonly release: 'AT_ONCE' | 'BY_HAND';
}

export const USUAL_POLICY: AssessmentPolicy = { atDeadline: 'SUBMIT', graceMinutes: 0, release: 'AT_ONCE' };

/** What the papers of one component draw. */
export interface Blueprint {
  readonly id: BlueprintId;
  readonly courseCode: string;
  readonly componentKey: string;
  /** How many items a paper has. */
  readonly count: number;
  /** Each item fills at most one quota; what the quotas leave of `count` is drawn from the whole scope. */
  readonly quotas: readonly Quota[];
  /** The skills in scope, each up to the level that the course teaches: items above it stay in the bank. */
  readonly scope: readonly { readonly skillId: string; readonly maxLevel: number }[];
  readonly policy: AssessmentPolicy;
  readonly revision: number;
}

/** ASM-08: throws when a blueprint contradicts itself, whatever the bank holds. */
export function checkBlueprint(blueprint: Omit<Blueprint, 'id' | 'revision'>): void {
  const { count, quotas, policy } = blueprint;
  const needed = quotas.reduce((total, quota) => total + quota.count, 0);
  if (!isCount(count)) throw contradicts('a paper holds 1 to 200 items');
  if (!quotas.every((quota) => isCount(quota.count))) throw contradicts('a quota asks for 1 item or more');
  if (needed > count) throw contradicts(`the quotas ask for ${needed} items and the paper holds ${count}`);
  if (quotas.some(({ types }) => types?.includes('practical') === true))
    throw contradicts('practical items are drawn by no paper');
  if ((policy.atDeadline === 'GRACE') !== policy.graceMinutes > 0)
    throw contradicts('minutes of grace belong to GRACE, and to it alone');
}

function isCount(count: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= MOST_ITEMS;
}

function contradicts(what: string) {
  return refusal('BLUEPRINT_MALFORMED', { facts: { what } });
}
