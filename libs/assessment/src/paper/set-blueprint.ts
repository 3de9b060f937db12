import { isDeepStrictEqual } from 'node:util';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { ItemRepository } from '../item/item.repository.js';
import { type AssessmentPolicy, type Blueprint, checkBlueprint, USUAL_POLICY } from './blueprint.js';
import { BlueprintRepository } from './blueprint.repository.js';
import { canBeMet } from './draw.js';

/** What a component's papers shall draw. `policy` is the usual one when left out. */
export interface SetBlueprintInput
  extends Pick<Blueprint, 'courseCode' | 'componentKey' | 'count' | 'quotas' | 'scope'> {
  readonly policy?: AssessmentPolicy | undefined;
}

/**
 * Says what the papers of a component draw. Refuses one that contradicts itself (ASM-08) or that the bank cannot meet,
 * naming the short quota (ASM-07). The same blueprint again changes nothing.
 */
@Injectable()
export class SetBlueprint {
  constructor(
    private readonly work: UnitOfWork,
    private readonly blueprints: BlueprintRepository,
    private readonly items: ItemRepository,
  ) {}

  async execute(ctx: RequestContext, input: SetBlueprintInput): Promise<{ changed: boolean }> {
    return this.work.run(ctx, async () => {
      const known = await this.blueprints.of(input.courseCode, input.componentKey);
      const bank = await this.items.bank(input.courseCode);
      const { courseCode, componentKey, count, quotas, scope } = input;
      const next = { courseCode, componentKey, count, quotas, scope, policy: input.policy ?? USUAL_POLICY };

      checkBlueprint(next);
      canBeMet(next, bank);
      if (known !== null && isSame(known, next)) return { changed: false };

      await this.blueprints.save({ ...next, revision: (known?.revision ?? 0) + 1 });
      return { changed: true };
    });
  }
}

function isSame(known: Blueprint, next: Omit<Blueprint, 'id' | 'revision'>): boolean {
  const plain = (value: object): unknown => JSON.parse(JSON.stringify(value));
  const { courseCode, componentKey, count, quotas, scope, policy } = known;
  return isDeepStrictEqual(plain({ courseCode, componentKey, count, quotas, scope, policy }), plain(next));
}
