import { PeopleReader } from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { isDuplicateKey, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { adjustmentGroupSaved } from '../events.js';
import type { AdjustmentGroup, AdjustmentGroupId } from './adjustment.js';
import { AdjustmentGroupRepository } from './adjustment-group.repository.js';
import { refusal } from './refusals.js';

const MOST_PEOPLE = 500;

export interface SaveAdjustmentGroupInput {
  /** 3–100 characters; the group of that name is changed when there is one. */
  readonly name: string;
  /** Everybody in it from now on: at most 500. */
  readonly personIds: readonly PersonId[];
}

/** Makes a group that shares adjustments, or says anew who is in it. The same again changes nothing. */
@Injectable()
export class SaveAdjustmentGroup {
  constructor(
    private readonly work: UnitOfWork,
    private readonly groups: AdjustmentGroupRepository,
    private readonly people: PeopleReader,
  ) {}

  async execute(ctx: RequestContext, input: SaveAdjustmentGroupInput): Promise<AdjustmentGroup> {
    try {
      return await this.save(ctx, input);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.save(ctx, input);
    }
  }

  private async save(ctx: RequestContext, input: SaveAdjustmentGroupInput): Promise<AdjustmentGroup> {
    const name = input.name.trim();
    const personIds = [...new Set(input.personIds)].sort();
    return this.work.run(ctx, async (announce) => {
      checkGroup(name, personIds);
      const known = await this.people.byIds(ctx.force, personIds);
      if (known.size < personIds.length) throw new Fault('NOT_FOUND');
      const before = await this.groups.byName(ctx.force, name);
      if (before !== null && before.personIds.join() === personIds.join()) return before;
      const fresh = { id: newId<AdjustmentGroupId>(), forceId: ctx.force.forceId, revision: 0 };
      const { id, forceId, revision } = before ?? fresh;
      const group = { id, forceId, name, personIds, revision: revision + 1 };

      await this.groups.save(group);

      const payload = { before: before?.personIds ?? [], after: personIds };
      announce(adjustmentGroupSaved({ groupId: group.id }, { payload }));
      return group;
    });
  }
}

/** ASM-83: throws when the name or the number of people cannot be. */
function checkGroup(name: string, personIds: readonly PersonId[]): void {
  if (name.length < 3 || name.length > 100) throw refusal('ADJUSTMENT_GROUP_MALFORMED', { field: 'name' });
  if (personIds.length > MOST_PEOPLE) throw refusal('ADJUSTMENT_GROUP_MALFORMED', { field: 'personIds' });
}
