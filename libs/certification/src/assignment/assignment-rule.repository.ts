import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { AssignmentRule } from './assignment-rule.js';
import {
  ASSIGNMENT_GUARD,
  ASSIGNMENT_RULE,
  type StoredAssignmentGuard,
  type StoredAssignmentRule,
} from './assignment-rule.schema.js';

/** Saves rules of assignment. */
@Injectable()
export class AssignmentRuleRepository {
  constructor(
    @InjectModel(ASSIGNMENT_RULE) private readonly rules: Model<StoredAssignmentRule>,
    @InjectModel(ASSIGNMENT_GUARD) private readonly guards: Model<StoredAssignmentGuard>,
  ) {}

  /** Saves a rule as it was changed since its revision, and gives it the next; at revision 0 it is new. */
  async save(scope: ForceScope, rule: AssignmentRule): Promise<AssignmentRule> {
    const { id, revision, ...rest } = rule;
    const next = {
      ...rest,
      versions: [...rest.versions],
      leftOut: [...rest.leftOut],
      revision: revision + 1,
    };
    const key = { _id: objectId(id), forceId: objectId(scope.forceId) };
    if (revision === 0) await this.rules.create([{ ...key, ...next }]);
    else {
      const saved = await this.rules.updateOne({ ...key, revision }, { $set: next });
      if (saved.matchedCount === 0) throw new Fault('CONFLICT');
    }
    return { ...rule, revision: revision + 1 };
  }

  /** Notes that the force was evaluated by its rules as they stood at an instant. */
  async applied(scope: ForceScope, began: Date): Promise<void> {
    await this.rules.updateMany(
      { forceId: objectId(scope.forceId), steeredAt: { $lte: began } },
      { $set: { appliedAt: began } },
    );
  }

  /** Sets the force's share. */
  async setGuard(scope: ForceScope, percent: number): Promise<void> {
    await this.guards.updateOne(
      { forceId: objectId(scope.forceId) },
      { $set: { percent } },
      { upsert: true },
    );
  }
}
