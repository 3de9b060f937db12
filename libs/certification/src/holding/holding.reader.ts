import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Holding, HoldingId } from './holding.js';
import { HOLDING, type StoredHolding } from './holding.schema.js';

/** Reads how the people of one force stand in certifications. */
@Injectable()
export class HoldingReader {
  constructor(@InjectModel(HOLDING) private readonly holdings: Model<StoredHolding>) {}

  /** A person's record of a certification; null when they have none. */
  async of(scope: ForceScope, personId: PersonId, code: string): Promise<Holding | null> {
    const stored = await this.holdings
      .findOne({ forceId: objectId(scope.forceId), personId: objectId(personId), code })
      .lean<StoredHolding>();
    return stored === null ? null : holdingOf(stored);
  }

  /** The records that some people have of some certifications. */
  async ofPeople(
    scope: ForceScope,
    personIds: readonly PersonId[],
    codes: readonly string[],
  ): Promise<Holding[]> {
    const stored = await this.holdings
      .find({
        forceId: objectId(scope.forceId),
        personId: { $in: personIds.map(objectId) },
        code: { $in: [...codes] },
      })
      .lean<StoredHolding[]>();
    return stored.map(holdingOf);
  }

  /** All of a person's records, by code. */
  async ofPerson(scope: ForceScope, personId: PersonId): Promise<Holding[]> {
    return this.allOfPeople(scope, [personId]);
  }

  /** All records of several people, by code. */
  async allOfPeople(scope: ForceScope, personIds: readonly PersonId[]): Promise<Holding[]> {
    const stored = await this.holdings
      .find({ forceId: objectId(scope.forceId), personId: { $in: personIds.map(objectId) } })
      .sort({ code: 1 })
      .lean<StoredHolding[]>();
    return stored.map(holdingOf);
  }
}

function holdingOf(stored: StoredHolding): Holding {
  const { code, assignment, exemption, cycles, due, revision } = stored;
  return {
    id: idOf<HoldingId>(stored._id),
    personId: idOf<PersonId>(stored.personId),
    ...{ code, assignment, exemption, cycles, due, revision },
  };
}
