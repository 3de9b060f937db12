import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { mustBeAllowed } from '../access/may.js';
import { unitRenamed } from '../events.js';
import { refusal } from '../refusals.js';
import { type Unit, type UnitId, unitName } from './unit.js';
import { UnitRepository } from './unit.repository.js';

/** A unit's new name. */
export interface RenameUnitInput {
  readonly unitId: UnitId;
  readonly name: string;
}

/** Gives a unit another name; its place and everything that refers to it stay. */
@Injectable()
export class RenameUnit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly units: UnitRepository,
  ) {}

  async execute(ctx: RequestContext, input: RenameUnitInput): Promise<Unit> {
    const name = unitName(input.name);
    return this.work.run(ctx, async (announce) => {
      const unit = found(await this.units.byId(ctx.force, input.unitId));
      const sibling = await this.units.sibling(ctx.force, unit.parentId, name);

      mustBeAllowed(ctx, 'identity.unit.rename', { unitId: unit.id });
      if (unit.name === name) return unit;
      if (sibling !== null && sibling.id !== unit.id) throw refusal('UNIT_NAME_TAKEN', { field: 'name' });

      await this.units.rename(ctx.force, unit.id, name);
      announce(unitRenamed({ unitId: unit.id, parentId: unit.parentId }));
      return { ...unit, name };
    });
  }
}
