import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, ForceScope } from '@app/platform/context/request-context.js';
import { idOf, objectId, parseId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type AssignmentRule, type AssignmentRuleId, inForce, type RuleInForce } from './assignment-rule.js';
import {
  ASSIGNMENT_GUARD,
  ASSIGNMENT_RULE,
  type StoredAssignmentGuard,
  type StoredAssignmentRule,
} from './assignment-rule.schema.js';

/** CRT-68. The share, in per cent, where a force has set none. */
export const USUAL_GUARD = 20;

/** Reads one force's rules of assignment. */
@Injectable()
export class AssignmentRuleReader {
  constructor(
    @InjectModel(ASSIGNMENT_RULE) private readonly rules: Model<StoredAssignmentRule>,
    @InjectModel(ASSIGNMENT_GUARD) private readonly guards: Model<StoredAssignmentGuard>,
  ) {}

  /** The rule, if it is this force's. */
  async byId(scope: ForceScope, id: AssignmentRuleId): Promise<AssignmentRule | null> {
    const stored = await this.rules
      .findOne({ forceId: objectId(scope.forceId), _id: objectId(id) })
      .lean<StoredAssignmentRule>();
    return stored === null ? null : ruleOf(stored);
  }

  /** The rule of that title; null when there is none. */
  async titled(scope: ForceScope, title: string): Promise<AssignmentRule | null> {
    const stored = await this.rules
      .findOne({ forceId: objectId(scope.forceId), title })
      .lean<StoredAssignmentRule>();
    return stored === null ? null : ruleOf(stored);
  }

  /** Those of the rules that are this force's, by id. */
  async byIds(
    scope: ForceScope,
    ids: readonly AssignmentRuleId[],
  ): Promise<Map<AssignmentRuleId, AssignmentRule>> {
    const stored = await this.rules
      .find({ forceId: objectId(scope.forceId), _id: { $in: ids.map(objectId) } })
      .lean<StoredAssignmentRule[]>();
    return new Map(stored.map((each) => [idOf<AssignmentRuleId>(each._id), ruleOf(each)]));
  }

  /** The force's rules that are on or paused: some dozens. */
  async inForce(scope: ForceScope, today: CalendarDate): Promise<RuleInForce[]> {
    const stored = await this.rules
      .find({ forceId: objectId(scope.forceId), state: { $in: ['ON', 'PAUSED'] } })
      .lean<StoredAssignmentRule[]>();
    return stored.map((each) => inForce(ruleOf(each), today)).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** A page of the force's rules, oldest first. */
  async page(scope: ForceScope, { limit, after }: ListRequest): Promise<ListPage<AssignmentRule>> {
    const all = { forceId: objectId(scope.forceId) };
    const from = after === null ? undefined : parseId<AssignmentRuleId>(after);
    if (after !== null && from === undefined) throw new Fault('BAD_USER_INPUT', undefined, 'after');
    const filter = from === undefined ? all : { ...all, _id: { $gt: objectId(from) } };
    const stored = await this.rules.find(filter).sort({ _id: 1 }).limit(limit).lean<StoredAssignmentRule[]>();
    return {
      rows: stored.map(ruleOf),
      totalCount: await this.rules.countDocuments(all),
      keyOf: ({ id }) => id,
    };
  }

  /** Every force that has a rule which is on. */
  async forces(): Promise<ForceId[]> {
    const ids = await this.rules.distinct(
      'forceId',
      { state: 'ON' },
      acrossForces('the nightly evaluation visits each force that has a rule'),
    );
    return ids.map((id) => idOf<ForceId>(id));
  }

  /** CRT-68. The share of the force, in per cent, above which a second person confirms. */
  async guard(scope: ForceScope): Promise<number> {
    const stored = await this.guards
      .findOne({ forceId: objectId(scope.forceId) })
      .lean<StoredAssignmentGuard>();
    return stored?.percent ?? USUAL_GUARD;
  }
}

/** The rule as the code knows it. */
function ruleOf({ _id, forceId: _, ...rest }: StoredAssignmentRule): AssignmentRule {
  return { id: idOf<AssignmentRuleId>(_id), ...rest };
}
