import { type CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type PeopleRange, within } from '../person/people-range.js';
import type { Absence, AbsenceId } from './absence.js';
import { ABSENCE, type StoredAbsence } from './absence.schema.js';

/** Reads absences of one force's people. */
@Injectable()
export class AbsenceReader {
  constructor(@InjectModel(ABSENCE) private readonly absences: Model<StoredAbsence>) {}

  /** A person's absences in this force, earliest first. */
  async ofPerson(scope: ForceScope, personId: PersonId): Promise<Absence[]> {
    return (await this.ofPeople(scope, [personId])).get(personId) ?? [];
  }

  /** The absences of several people in this force, by person, earliest first. */
  async ofPeople(scope: ForceScope, personIds: readonly PersonId[]): Promise<Map<PersonId, Absence[]>> {
    const stored = await this.absences
      .find({ forceId: objectId(scope.forceId), personId: { $in: personIds.map(objectId) } })
      .sort({ from: 1 })
      .lean();
    return Map.groupBy(stored.map(absenceOf), (absence) => absence.personId);
  }

  /** The absences of these people that stop the clock, by person. */
  async stoppedIn(
    scope: ForceScope,
    range: PeopleRange,
  ): Promise<Map<PersonId, { from: CalendarDate; to: CalendarDate | null }[]>> {
    const stored = await this.absences
      .find(
        { forceId: objectId(scope.forceId), ...within(range), clockStopped: true },
        { personId: 1, from: 1, to: 1, _id: 0 },
      )
      .lean<StoredAbsence[]>();
    const byPerson = Map.groupBy(stored, ({ personId }) => idOf<PersonId>(personId));
    return new Map(
      [...byPerson].map(([personId, all]) => [
        personId,
        all.map(({ from, to }) => ({ from: from as CalendarDate, to: to as CalendarDate | null })),
      ]),
    );
  }

  /** Every absence recorded by the force. */
  async inForce(scope: ForceScope): Promise<Absence[]> {
    const stored = await this.absences.find({ forceId: objectId(scope.forceId) }).lean();
    return stored.map(absenceOf);
  }
}

/** The absence as the code knows it. */
export function absenceOf(stored: StoredAbsence): Absence {
  return {
    id: idOf<AbsenceId>(stored._id),
    forceId: idOf<ForceId>(stored.forceId),
    personId: idOf<PersonId>(stored.personId),
    from: stored.from as CalendarDate,
    to: stored.to as CalendarDate | null,
    clockStopped: stored.clockStopped,
  };
}
