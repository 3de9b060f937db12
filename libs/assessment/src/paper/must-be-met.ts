import type { Refusal } from '@app/platform/refusal/refusal.js';
import type { BankItem } from '../item/item.js';
import { refusal as common } from '../refusals.js';
import type { PaperRules } from './blueprint.js';
import type { Solve } from './integer-problem.js';
import { refusal } from './refusals.js';
import { type Requirement, type Shortage, shortageOf } from './verdict.js';

/** ASM-07, ASM-71: throws, naming what cannot be held together and what would mend it, when the bank cannot meet the rules. */
export async function mustBeMet(rules: PaperRules, items: readonly BankItem[], solve: Solve): Promise<void> {
  const shortage = await shortageOf(rules, items, solve);
  if (shortage !== null) throw refusalOf(shortage);
}

/** A shortage as a refusal, with its sentence in both languages. */
export function refusalOf(shortage: Shortage): Refusal {
  if (shortage.kind === 'fixed')
    return refusal('BLUEPRINT_FIXED_UNDRAWABLE', {
      facts: { keys: shortage.keys.join(', ') },
      field: 'fixed',
    });
  return common('BLUEPRINT_SHORT', { facts: factsOf(shortage), field: 'quotas' });
}

/** A conflict as the facts of a sentence. `added` is −1 where no new item would mend it. */
export function factsOf({ conflict, needed, available, mend }: Extract<Shortage, { kind: 'conflict' }>) {
  const added = mend?.reduce((total, { count }) => total + count, 0) ?? -1;
  const how = (mend ?? []).map(({ demand, count }) => `${count} × ${demand.name}`).join('; ');
  return { quota: conflict.map(nameOf).join(' + '), needed, available, added, mend: how };
}

/** A requirement in words: a quota's selectors, or the key of a fixed item. */
export function nameOf(requirement: Requirement): string {
  return requirement.kind === 'demand' ? requirement.demand.name : requirement.itemKey;
}
