import { CONFIG, type Config } from '@app/platform/config/config.js';
import { Inject, Injectable } from '@nestjs/common';
import type { BankItem } from '../item/item.js';
import { ItemRepository } from '../item/item.repository.js';
import { refusal } from '../refusals.js';
import type { Blueprint } from './blueprint.js';
import { BlueprintRepository } from './blueprint.repository.js';
import { mustBeMet } from './must-be-met.js';
import { Solver } from './solver.js';
import { keepWhole } from './units.js';
import { canBeMet } from './verdict.js';

/** A component's blueprint, and what its papers may draw in this installation. */
export interface PaperSource {
  readonly blueprint: Blueprint;
  readonly items: readonly BankItem[];
}

/** Where certifying papers are drawn from: without sample items, except in the demonstration (ASM-05). */
@Injectable()
export class Bank {
  constructor(
    private readonly blueprints: BlueprintRepository,
    private readonly items: ItemRepository,
    private readonly solver: Solver,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether this installation is the demonstration. */
  get isDemonstration(): boolean {
    return this.config.LANTERN_MODE === 'demonstration';
  }

  /** Whether a sitting may be shorter than its paper's limit (ASM-11): never in production. */
  get shortWindows(): boolean {
    return this.config.LANTERN_SHORT_SITTINGS === 'allowed';
  }

  /** The source of a component's papers. Refuses ASM-09 without a blueprint. */
  async sourceOf(courseCode: string, componentKey: string): Promise<PaperSource> {
    const blueprint = await this.blueprints.of(courseCode, componentKey);
    if (blueprint === null) throw refusal('BLUEPRINT_MISSING', { facts: { courseCode, componentKey } });
    return { blueprint, items: this.allowed(await this.items.bank(courseCode)) };
  }

  /** Throws when no paper can be drawn: ASM-05 when only samples could fill it, ASM-07 when nothing could. */
  async mustSuffice(courseCode: string, componentKey: string): Promise<void> {
    const { blueprint, items } = await this.sourceOf(courseCode, componentKey);
    const { solve } = this.solver;
    if (await canBeMet(blueprint, items, solve)) return;
    await mustBeMet(blueprint, await this.items.bank(courseCode), solve);
    throw refusal('SITTING_NEEDS_SAMPLES', { facts: { courseCode } });
  }

  /** Those that certifying papers may hold here; a set with a sample in it is none of them. */
  allowed(items: readonly BankItem[]): BankItem[] {
    return keepWhole(items, (item) => !item.sample || this.isDemonstration);
  }
}
