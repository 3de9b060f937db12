import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { ClaimId, ClaimState, EvidenceClaim } from './claim.js';
import { CLAIM, type StoredClaim } from './claim.schema.js';

/** Which claims a list is of. `personIds`: only of these people; left out: of the whole force. */
export interface ClaimsWanted extends ListRequest {
  readonly personIds?: readonly PersonId[];
  readonly state?: ClaimState;
}

/** Stores claims: added once, moved on once. */
@Injectable()
export class ClaimRepository {
  constructor(@InjectModel(CLAIM) private readonly claims: Model<StoredClaim>) {}

  /** The claim, if it is this force's. */
  async byId(scope: ForceScope, id: ClaimId): Promise<EvidenceClaim | null> {
    const stored = await this.claims
      .findOne({ _id: objectId(id), forceId: objectId(scope.forceId) })
      .lean<StoredClaim>();
    return stored === null ? null : claimOf(stored);
  }

  /** The claim of that key that is open or was accepted. */
  async live(scope: ForceScope, key: string): Promise<EvidenceClaim | null> {
    const stored = await this.claims
      .findOne({ forceId: objectId(scope.forceId), key, state: { $in: ['open', 'accepted'] } })
      .lean<StoredClaim>();
    return stored === null ? null : claimOf(stored);
  }

  /** Adds a claim. A key that is live fails as a duplicate key. */
  async add(claim: EvidenceClaim): Promise<void> {
    const { id, ...fields } = claim;
    await this.claims.create([
      {
        ...fields,
        _id: objectId(id),
        forceId: objectId(claim.forceId),
        personId: objectId(claim.personId),
        by: objectId(claim.by),
      },
    ]);
  }

  /** Moves an open claim to its end. CONFLICT when somebody else did. */
  async end(claim: EvidenceClaim): Promise<void> {
    const { state, decision, answer, evidenceId } = claim;
    const moved = await this.claims.updateOne(
      { _id: objectId(claim.id), forceId: objectId(claim.forceId), state: 'open' },
      { $set: { state, decision, answer, evidenceId } },
    );
    if (moved.matchedCount === 0) throw new Fault('CONFLICT');
  }

  /** A page of claims, newest first. */
  async page(scope: ForceScope, wanted: ClaimsWanted): Promise<ListPage<EvidenceClaim>> {
    const { personIds, state } = wanted;
    const whole = {
      forceId: objectId(scope.forceId),
      ...(personIds === undefined ? {} : { personId: { $in: personIds.map(objectId) } }),
      ...(state === undefined ? {} : { state }),
    };
    const before = wanted.after === null ? {} : { _id: { $lt: objectId(wanted.after as ClaimId) } };
    const rows = await this.claims
      .find({ ...whole, ...before })
      .sort({ _id: -1 })
      .limit(wanted.limit)
      .lean<StoredClaim[]>();
    const totalCount = await this.claims.countDocuments(whole);
    return { rows: rows.map(claimOf), totalCount, keyOf: ({ id }) => id };
  }
}

function claimOf({ _id, ...stored }: StoredClaim): EvidenceClaim {
  return {
    ...stored,
    id: idOf(_id),
    forceId: idOf(stored.forceId),
    personId: idOf(stored.personId),
    by: idOf(stored.by),
  };
}
