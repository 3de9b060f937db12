import { PublicationGate } from '@app/catalogue';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ItemRepository } from '../item/item.repository.js';
import { BlueprintRepository } from './blueprint.repository.js';
import { mustBeMet } from './must-be-met.js';
import { PAPER } from './paper-component.js';
import { Solver } from './solver.js';

/** ASM-76: no course is published whose papers could not be drawn. A paper without a blueprint yet is no reason: it cannot be sat. */
@Injectable()
export class GuardPublication implements OnModuleInit {
  constructor(
    private readonly gate: PublicationGate,
    private readonly blueprints: BlueprintRepository,
    private readonly items: ItemRepository,
    private readonly solver: Solver,
  ) {}

  onModuleInit(): void {
    this.gate.add((_ctx: RequestContext, { code, content }) => {
      const papers = content.components.filter(({ kind }) => kind === PAPER).map(({ key }) => key);
      return this.mustBeDrawable(code, papers);
    });
  }

  /** Throws ASM-07 or ASM-71 for the first of the papers that has a blueprint and cannot be drawn. */
  async mustBeDrawable(courseCode: string, papers: readonly string[]): Promise<void> {
    const blueprints = await this.blueprints.ofCourse(courseCode);
    const asked = blueprints.filter(({ componentKey }) => papers.includes(componentKey));
    if (asked.length === 0) return;
    const bank = await this.items.bank(courseCode);
    for (const blueprint of asked) await mustBeMet(blueprint, bank, this.solver.solve);
  }
}
