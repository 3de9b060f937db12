import type { Id } from '@app/platform/ids/ids.js';
import type { DifficultyBand, ItemType } from '../item/item.js';
import { refusal } from '../refusals.js';

/** The most items of one paper, the most quotas, and the most groups of exclusions. */
const MOST_ITEMS = 200;
const MOST_QUOTAS = 60;
const MOST_GROUPS = 200;

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
  /** Only items of this band; an item without a band answers to no such quota. */
  readonly difficulty?: DifficultyBand | undefined;
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
  /** For how many days after its release an outcome may be appealed against, 1–365; absent: 20 (ASM-152). */
  readonly appealDays?: number | undefined;
}

export const USUAL_POLICY: AssessmentPolicy = { atDeadline: 'SUBMIT', graceMinutes: 0, release: 'AT_ONCE' };

/** Why a blueprint is known to be short: an item left the bank all the same. Gone when the blueprint can be met again. */
export interface KnownShort {
  readonly since: Date;
  /** The item that left, or the stimulus whose items did. */
  readonly itemKey: string;
  /** Why it was retired and could not wait, in 3–500 characters; null when it is being corrected. */
  readonly reason: string | null;
}

/** What a paper must hold. All that a draw depends on, beside the items, the person and the seed. */
export interface PaperRules {
  /** How many items a paper has. */
  readonly count: number;
  /** Each item fills at most one quota; what the quotas leave of `count` is drawn from the whole scope. */
  readonly quotas: readonly Quota[];
  /** The skills in scope, each up to the level that the course teaches: items above it stay in the bank. */
  readonly scope: readonly { readonly skillId: string; readonly maxLevel: number }[];
  /** Keys of items that stand on every paper. Each fills a place of a quota, or of the rest. */
  readonly fixed: readonly string[];
  /** Groups of item keys of which at most one stands on a paper, since one gives another away. Groups may overlap. */
  readonly exclusions: readonly (readonly string[])[];
}

/**
 * What the papers of one component draw. Items that share a stimulus are drawn together or not at all, whatever the
 * blueprint says. A blueprint is met when some choice of the bank's items holds every rule at once; whether it is, the
 * bank decides anew each time (`verdictOf`), so nothing here says so, save `short`, which is a warning for people.
 */
export interface Blueprint extends PaperRules {
  readonly id: BlueprintId;
  readonly courseCode: string;
  readonly componentKey: string;
  readonly policy: AssessmentPolicy;
  readonly short: KnownShort | null;
  readonly revision: number;
}

/** A blueprint as somebody asks for it. */
export type BlueprintDraft = Omit<Blueprint, 'id' | 'revision' | 'short'>;

/** ASM-08: throws when a blueprint contradicts itself, whatever the bank holds. */
export function checkBlueprint(blueprint: BlueprintDraft): void {
  const { count, quotas, policy } = blueprint;
  const needed = quotas.reduce((total, quota) => total + quota.count, 0);
  if (!isCount(count)) throw contradicts('a paper holds 1 to 200 items');
  if (quotas.length > MOST_QUOTAS) throw contradicts(`a blueprint has at most ${MOST_QUOTAS} quotas`);
  for (const quota of quotas) checkQuota(quota);
  if (needed > count) throw contradicts(`the quotas ask for ${needed} items and the paper holds ${count}`);
  checkScope(blueprint.scope);
  checkFixed(blueprint);
  checkExclusions(blueprint);
  if ((policy.atDeadline === 'GRACE') !== policy.graceMinutes > 0)
    throw contradicts('minutes of grace belong to GRACE, and to it alone');
  const { appealDays = 1 } = policy;
  if (!Number.isInteger(appealDays) || appealDays < 1 || appealDays > 365)
    throw contradicts('outcomes may be appealed against for 1 to 365 days');
}

function checkQuota(quota: Quota): void {
  const { minLevel = 1, maxLevel = 4 } = quota;
  if (!isCount(quota.count)) throw contradicts('a quota asks for 1 item or more');
  if (![minLevel, maxLevel].every(isLevel) || minLevel > maxLevel)
    throw contradicts('levels go from 1 to 4, the lower first');
  if (quota.types?.length === 0) throw contradicts('a quota with types names at least one');
  if (quota.types?.includes('practical') === true) throw contradicts('practical items are drawn by no paper');
}

function checkScope(scope: Blueprint['scope']): void {
  if (scope.length === 0) throw contradicts('the scope names at least one skill');
  if (!scope.every(({ maxLevel }) => isLevel(maxLevel)))
    throw contradicts('a scope reaches to a level of 1 to 4');
}

function checkFixed({ count, fixed, exclusions }: BlueprintDraft): void {
  if (new Set(fixed).size < fixed.length) throw contradicts('an item is fixed once');
  if (fixed.length > count) throw contradicts(`${fixed.length} items are fixed and the paper holds ${count}`);
  for (const group of exclusions) {
    const both = group.filter((key) => fixed.includes(key));
    if (both.length > 1) throw contradicts(`${both.join(' and ')} are fixed, and exclude each other`);
  }
}

function checkExclusions({ exclusions }: BlueprintDraft): void {
  if (exclusions.length > MOST_GROUPS)
    throw contradicts(`a blueprint has at most ${MOST_GROUPS} groups of exclusions`);
  for (const group of exclusions) {
    if (group.length < 2 || new Set(group).size < group.length)
      throw contradicts('a group of exclusions names two items or more, each once');
  }
}

function isCount(count: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= MOST_ITEMS;
}

function isLevel(level: number): boolean {
  return Number.isInteger(level) && level >= 1 && level <= 4;
}

function contradicts(what: string) {
  return refusal('BLUEPRINT_MALFORMED', { facts: { what } });
}
