import type { ForceScope } from '@app/platform/context/request-context.js';
import { newId, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type StoredTerms, TERMS } from './booking.schema.js';

/** How bookings go in a force: who approves them, and how many hours an offer stands. */
export type BookingTerms = Pick<StoredTerms, 'approval' | 'offerHours'>;

const USUAL: BookingTerms = { approval: 'NONE', offerHours: 24 };

/** Loads and saves the terms of a force. */
@Injectable()
export class TermsRepository {
  constructor(@InjectModel(TERMS) private readonly terms: Model<StoredTerms>) {}

  /** The force's own, or the usual ones: nobody approves, and offers stand for 24 hours. */
  async of(scope: ForceScope): Promise<BookingTerms> {
    const stored = await this.terms.findOne({ forceId: objectId(scope.forceId) }).lean<StoredTerms>();
    return stored === null ? USUAL : { approval: stored.approval, offerHours: stored.offerHours };
  }

  /** Saves them. */
  async save(scope: ForceScope, { approval, offerHours }: BookingTerms): Promise<void> {
    await this.terms.updateOne(
      { forceId: objectId(scope.forceId) },
      { $set: { approval, offerHours }, $setOnInsert: { _id: objectId(newId<never>()) } },
      { upsert: true },
    );
  }
}
