import { may, mustBeAllowed } from '@app/identity';
import { actingPerson, type ForceScope, type RequestContext } from '@app/platform/context/request-context.js';
import { objectId, parseId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import {
  type AssessorSignature,
  involvedIn,
  type Observation,
  type ObservationId,
  type ObservationState,
} from './observation.js';
import { OBSERVATION, observationOf, type StoredObservation } from './observation.schema.js';
import { observationPermissions } from './permissions.js';

/** Reads observations for screens (PRA-16). */
@Injectable()
export class ObservationReader {
  constructor(@InjectModel(OBSERVATION) private readonly observations: Model<StoredObservation>) {}

  /** One's own, as the candidate; anybody else's is NOT_FOUND. */
  async ownById(ctx: RequestContext, id: ObservationId): Promise<Observation> {
    const observation = await this.byKey(ctx, id);
    return found(observation?.personId === actingPerson(ctx) ? observation : null);
  }

  /** A page of one's own as the candidate, newest first. */
  async ownPage(ctx: RequestContext, request: ListRequest): Promise<ListPage<Observation>> {
    return this.page({ ...scoped(ctx), personId: objectId(found(actingPerson(ctx))) }, -1, request);
  }

  /**
   * One that the caller may see, never their own: a training lead of the force every one; whoever had a hand in it; any assessor of
   * the force one that waits for its assessor's signature. Anything else is NOT_FOUND.
   */
  async byId(ctx: RequestContext, id: ObservationId): Promise<Observation> {
    const observation = await this.byKey(ctx, id);
    return found(observation !== null && sees(ctx, observation) ? observation : null);
  }

  /** A page of what the caller planned, is to observe, recorded or signed, newest first. */
  async deskPage(ctx: RequestContext, request: ListRequest): Promise<ListPage<Observation>> {
    const me = objectId(found(actingPerson(ctx)));
    return this.page({ ...scoped(ctx), involvedIds: me }, -1, request);
  }

  /** A page of the force's in one state, oldest first, without the caller's own. */
  async forcePage(
    ctx: RequestContext,
    state: ObservationState,
    request: ListRequest,
  ): Promise<ListPage<Observation>> {
    mustBeAllowed(ctx, observationPermissions.read, { forceWide: true });
    const me = actingPerson(ctx);
    const others = me === undefined ? {} : { personId: { $ne: objectId(me) } };
    return this.page({ ...scoped(ctx), state, ...others }, 1, request);
  }

  /** The assessors' signatures of observations by id, for a record of who judged whom. The caller has asked whether they may be seen. */
  async signaturesOf(scope: ForceScope, ids: readonly string[]): Promise<AssessorSignature[]> {
    const stored = await this.observations
      .find({ forceId: objectId(scope.forceId), key: { $in: ids } })
      .sort({ _id: 1 })
      .lean<StoredObservation[]>();
    return stored.flatMap(({ assessorSignature }) => assessorSignature ?? []);
  }

  private async byKey(ctx: RequestContext, id: ObservationId): Promise<Observation | null> {
    const stored = await this.observations.findOne({ ...scoped(ctx), key: id }).lean<StoredObservation>();
    return stored === null ? null : observationOf(stored);
  }

  private async page(
    wanted: QueryFilter<StoredObservation>,
    order: 1 | -1,
    { limit, after }: ListRequest,
  ): Promise<ListPage<Observation>> {
    const beyond = after === null ? {} : { _id: { [order === 1 ? '$gt' : '$lt']: cursorId(after) } };
    const stored = await this.observations
      .find({ ...wanted, ...beyond })
      .sort({ _id: order })
      .limit(limit)
      .lean<StoredObservation[]>();
    const totalCount = await this.observations.countDocuments(wanted);
    const keys = new Map(stored.map((each) => [each.key, each._id.toHexString()]));
    return { rows: stored.map(observationOf), totalCount, keyOf: ({ id }) => keys.get(id) ?? '' };
  }
}

function scoped(ctx: RequestContext) {
  return { forceId: objectId(ctx.force.forceId) };
}

/** PRA-16. */
function sees(ctx: RequestContext, observation: Observation): boolean {
  const me = actingPerson(ctx);
  if (me === undefined || me === observation.personId) return false;
  if (may(ctx, observationPermissions.read, { forceWide: true })) return true;
  if (involvedIn(observation).includes(me)) return true;
  return observation.state === 'RECORDED' && may(ctx, observationPermissions.sign);
}

/** A cursor that is none of ours is the caller's fault, not a bug. */
function cursorId(after: string) {
  const id = parseId<ObservationId>(after);
  if (id === undefined) throw new Fault('BAD_USER_INPUT', undefined, 'after');
  return objectId(id);
}
