import { Clock } from '@app/platform/clock/clock.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Absence } from './absence.js';
import { absenceOf } from './absence.reader.js';
import { ABSENCE, type StoredAbsence } from './absence.schema.js';

/** Loads absences for writing, and saves them. */
@Injectable()
export class AbsenceRepository {
  constructor(
    @InjectModel(ABSENCE) private readonly absences: Model<StoredAbsence>,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The person's absences in this force. */
  async ofPerson(scope: ForceScope, personId: PersonId): Promise<Absence[]> {
    const stored = await this.absences
      .find({ forceId: objectId(scope.forceId), personId: objectId(personId) })
      .lean();
    return stored.map(absenceOf);
  }

  /** Adds the absence, or replaces the one of the same first day. */
  async save(absence: Absence): Promise<void> {
    await this.absences.updateOne(
      {
        forceId: objectId(absence.forceId),
        personId: objectId(absence.personId),
        from: absence.from,
      },
      {
        $set: { to: absence.to, clockStopped: absence.clockStopped },
        $setOnInsert: { _id: objectId(absence.id) },
        $push: { known: { at: this.clock.now(), to: absence.to } },
      },
      { upsert: true },
    );
  }
}
