import type { RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { mustBeAllowed } from '../access/may.js';
import { unitCreated } from '../events.js';
import { refusal } from '../refusals.js';
import { oncePerThing } from '../second-arrival.js';
import { type Unit, type UnitId, type UnitKind, unitFitsUnder, unitName } from './unit.js';
import { UnitRepository } from './unit.repository.js';

/** A new unit of the force; without a parent it stands at the top. */
export interface CreateUnitInput {
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentId: UnitId | null;
}

/** Creates a unit. Creating the same one again gives the one that is there. */
@Injectable()
export class CreateUnit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly units: UnitRepository,
  ) {}

  async execute(ctx: RequestContext, input: CreateUnitInput): Promise<Unit> {
    const name = unitName(input.name);
    mustBeAllowed(
      ctx,
      'identity.unit.create',
      input.parentId === null ? { forceWide: true } : { unitId: input.parentId },
    );
    return oncePerThing(() =>
      this.work.run(ctx, async (announce) => {
        const { parentId, kind } = input;
        const parent = parentId === null ? null : found(await this.units.byId(ctx.force, parentId));
        const sibling = await this.units.sibling(ctx.force, parentId, name);

        if (sibling?.kind === kind && sibling.name === name) return sibling;
        if (sibling !== null) throw refusal('UNIT_NAME_TAKEN', { field: 'name' });
        unitFitsUnder(kind, parent);
        const id = newId<UnitId>();
        const path = [...(parent?.path ?? []), id];
        const unit: Unit = { id, forceId: ctx.force.forceId, name, kind, parentId, path };

        await this.units.add(unit);
        announce(unitCreated({ unitId: id, parentId }));
        return unit;
      }),
    );
  }
}
