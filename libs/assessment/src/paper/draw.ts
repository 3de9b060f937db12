import type { PersonId } from '@app/platform/context/request-context.js';
import type { BankItem } from '../item/item.js';
import { refusal } from '../refusals.js';
import type { Blueprint, Quota } from './blueprint.js';
import { type Demand, fillQuotas, type Shortfall } from './fill-quotas.js';
import { type Seed, SeededRandom } from './random.js';

/** An item as one draw sees it. Kept with the attempt, so that the draw can be replayed bit for bit. */
export interface Candidate {
  readonly item: BankItem;
  /** When this person last had it on a paper, in epoch milliseconds; null when never. */
  readonly lastSeen: number | null;
}

/** Whether papers of this blueprint may hold the item at all: for papers, ready, no practical, in scope, not above its level (ASM-05). */
export function isInScope(blueprint: Pick<Blueprint, 'scope'>, item: BankItem): boolean {
  if (item.use !== 'paper' || item.state !== 'ready' || item.type === 'practical') return false;
  return blueprint.scope.some(({ skillId, maxLevel }) => skillId === item.skillId && item.level <= maxLevel);
}

/** ASM-06: whether this person may draw it: not if they wrote or reviewed it. */
export function isDrawableBy(personId: PersonId, item: BankItem): boolean {
  return !item.authorIds.includes(personId) && !item.reviewerIds.includes(personId);
}

/** Whether an item answers to every selector of the quota. Without `types` it must be one that a machine marks. */
export function answersTo(quota: Quota, item: BankItem): boolean {
  return (
    (quota.skillId === undefined || quota.skillId === item.skillId) &&
    item.level >= (quota.minLevel ?? 1) &&
    item.level <= (quota.maxLevel ?? 4) &&
    (quota.types === undefined ? item.type !== 'written' : quota.types.includes(item.type)) &&
    (quota.tag === undefined || item.tags.includes(quota.tag))
  );
}

/** What of the items could not be drawn, or null: the exact answer, by maximum flow. */
export function shortfallOf(blueprint: DrawRules, items: readonly BankItem[]): Shortfall | null {
  return fillQuotas(demandsOf(blueprint, items), items.length).shortfall;
}

/** ASM-07: throws, naming the short quota, when the bank cannot meet the blueprint. */
export function canBeMet(blueprint: DrawRules, items: readonly BankItem[]): void {
  const short = shortfallOf(blueprint, items);
  if (short === null) return;
  const quota = short.demands.map((index) => quotaName(blueprint.quotas[index])).join(' + ');
  throw refusal('BLUEPRINT_SHORT', { facts: { quota, needed: short.needed, available: short.available } });
}

type DrawRules = Pick<Blueprint, 'count' | 'quotas' | 'scope'>;

/**
 * Draws one paper (ASM-27): items never seen by this person first, then those least recently seen, then those least
 * exposed, equals in the seed's order; always as many of the preferred as any paper that meets the quotas could hold.
 * The result stands in the paper's order. The same blueprint, candidates and seed give the same paper.
 */
export function drawPaper(
  blueprint: DrawRules,
  candidates: readonly Candidate[],
  random: SeededRandom,
): BankItem[] {
  const byKey = [...candidates].sort((a, b) => (a.item.key < b.item.key ? -1 : 1));
  const preferred = random.shuffled(byKey).sort(byPreference);
  const items = preferred.map(({ item }) => item);
  const { servant, shortfall } = fillQuotas(demandsOf(blueprint, items), items.length);
  if (shortfall !== null) throw refusal('PAPER_SHORT');
  return random.shuffled(items.filter((_, place) => servant.has(place)));
}

/** The generator of a draw. */
export function randomOf(seed: Seed): SeededRandom {
  return new SeededRandom(seed);
}

function byPreference(a: Candidate, b: Candidate): number {
  const seen = (a.lastSeen ?? Number.NEGATIVE_INFINITY) - (b.lastSeen ?? Number.NEGATIVE_INFINITY);
  if (a.lastSeen !== b.lastSeen) return seen < 0 ? -1 : 1;
  return a.item.exposure - b.item.exposure;
}

function demandsOf(blueprint: DrawRules, items: readonly BankItem[]): Demand[] {
  const serves = (test: (item: BankItem) => boolean) => (place: number) => {
    const item = items[place];
    return item !== undefined && isInScope(blueprint, item) && test(item);
  };
  const quotas = blueprint.quotas.map((quota) => ({
    count: quota.count,
    servedBy: serves((item) => answersTo(quota, item)),
  }));
  const rest = blueprint.count - quotas.reduce((total, { count }) => total + count, 0);
  return rest > 0 ? [...quotas, { count: rest, servedBy: serves(({ type }) => type !== 'written') }] : quotas;
}

/** A quota as its selectors say it: `OLH-02, level 1–2`. */
export function quotaName(quota: Quota | undefined): string {
  if (quota === undefined) return 'the rest of the paper';
  const levels = [quota.minLevel ?? 1, quota.maxLevel ?? 4];
  const parts = [
    quota.skillId,
    levels[0] === levels[1] ? `level ${levels[0]}` : `level ${levels.join('–')}`,
    quota.types?.join(' or '),
    quota.tag === undefined ? undefined : `tag ${quota.tag}`,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}
