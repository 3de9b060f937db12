import type { PersonId } from '@app/platform/context/request-context.js';
import type { BankItem } from '../item/item.js';
import type { PaperRules, Quota } from './blueprint.js';

/** What a paper asks for: a quota, or, as the last, whatever of the paper the quotas leave (`quota` is then null). */
export interface Demand {
  readonly quota: Quota | null;
  readonly count: number;
  /** Selectors in words: `OLH-02, level 1–2`. */
  readonly name: string;
}

/** Whether papers of this blueprint may hold the item at all: for papers, ready, no practical, in scope, not above its level (ASM-05). */
export function isInScope(rules: Pick<PaperRules, 'scope'>, item: BankItem): boolean {
  if (item.use !== 'paper' || item.state !== 'ready' || item.type === 'practical') return false;
  return rules.scope.some(({ skillId, maxLevel }) => skillId === item.skillId && item.level <= maxLevel);
}

/** ASM-06: whether this person may draw it: not if they wrote or reviewed it. */
export function isDrawableBy(personId: PersonId, item: BankItem): boolean {
  return !item.authorIds.includes(personId) && !item.reviewerIds.includes(personId);
}

/** The demands of a blueprint, in its order; the rest of the paper last, when there is one. */
export function demandsOf(rules: PaperRules): Demand[] {
  const quotas = rules.quotas.map((quota) => ({ quota, count: quota.count, name: quotaName(quota) }));
  const rest = rules.count - quotas.reduce((total, { count }) => total + count, 0);
  return rest > 0 ? [...quotas, { quota: null, count: rest, name: REST }] : quotas;
}

/** Whether an item may fill a place of the demand. Without `types` it must be one that a machine marks. */
export function serves(item: BankItem, { quota }: Demand): boolean {
  return answersTo(quota ?? { count: 1 }, item);
}

/** Whether an item answers to every selector of the quota. */
export function answersTo(quota: Quota, item: BankItem): boolean {
  const { skillId = item.skillId, difficulty = item.difficulty, tag } = quota;
  const isTagged = tag === undefined || item.tags.includes(tag);
  return isTagged && skillId === item.skillId && difficulty === item.difficulty && isOfSort(quota, item);
}

function isOfSort({ types, minLevel = 1, maxLevel = 4 }: Quota, item: BankItem): boolean {
  const isOfType = types === undefined ? isMachineMarked(item) : types.includes(item.type);
  return isOfType && minLevel <= item.level && item.level <= maxLevel;
}

/** Asked for by name only, since a person has to mark them. */
const BY_A_PERSON: readonly string[] = ['written', 'file-response', 'practical'];

function isMachineMarked({ type }: BankItem): boolean {
  return !BY_A_PERSON.includes(type);
}

const REST = 'the rest of the paper';

function quotaName(quota: Quota): string {
  const levels = [quota.minLevel ?? 1, quota.maxLevel ?? 4];
  const parts = [
    quota.skillId,
    levels[0] === levels[1] ? `level ${levels[0]}` : `level ${levels.join('–')}`,
    quota.types?.join(' or '),
    quota.tag === undefined ? undefined : `tag ${quota.tag}`,
    quota.difficulty,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}
