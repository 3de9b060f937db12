import { Clock } from '@app/platform/clock/clock.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { personOf } from './people.reader.js';
import { type Person, sortKeyOf } from './person.js';
import { PERSON, type StoredPerson } from './person.schema.js';

/** Loads people for writing, and saves them. */
@Injectable()
export class PersonRepository {
  constructor(
    @InjectModel(PERSON) private readonly people: Model<StoredPerson>,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The person, if this force holds them. */
  async byId(scope: ForceScope, personId: PersonId): Promise<Person | null> {
    const stored = await this.people
      .findOne({ forceIds: objectId(scope.forceId), _id: objectId(personId) })
      .lean();
    return stored === null ? null : personOf(stored);
  }

  /** The account, whoever holds it: for the person's own sign-in, language and password only. */
  async account(personId: PersonId): Promise<Person | null> {
    const stored = await this.people
      .findOne({ _id: objectId(personId) }, null, acrossForces('an account is the person’s own'))
      .lean();
    return stored === null ? null : personOf(stored);
  }

  /** The account of that address, whoever holds it. */
  async byEmail(email: string): Promise<Person | null> {
    return (await this.byEmails([email]))[0] ?? null;
  }

  /** The accounts of those addresses, whoever holds them. */
  async byEmails(emails: readonly string[]): Promise<Person[]> {
    const stored = await this.people
      .find({ email: { $in: [...emails] } }, null, acrossForces('an address is unique across all forces'))
      .lean();
    return stored.map(personOf);
  }

  /** The force's people of those staff numbers. */
  async byStaffNumbers(scope: ForceScope, numbers: readonly string[]): Promise<Person[]> {
    const forceId = objectId(scope.forceId);
    const stored = await this.people
      .find({
        forceIds: forceId,
        // Without this line, which says less, MongoDB does not see that the partial index of staff numbers serves.
        'staffNumbers.number': { $in: [...numbers] },
        staffNumbers: { $elemMatch: { forceId, number: { $in: [...numbers] } } },
      })
      .lean();
    return stored.map(personOf);
  }

  /** The people of whom the force's rosters speak and who are not suspended there, one by one. */
  async *fed(scope: ForceScope): AsyncGenerator<Person> {
    const forceId = objectId(scope.forceId);
    const cursor = this.people
      .find({ forceIds: forceId, fedIn: forceId, suspendedIn: { $ne: forceId } })
      .lean<StoredPerson[]>()
      .cursor();
    for await (const stored of cursor) yield personOf(stored);
  }

  /** Those of the people whom this force holds. */
  async byIds(scope: ForceScope, personIds: readonly PersonId[]): Promise<Person[]> {
    const stored = await this.people
      .find({ forceIds: objectId(scope.forceId), _id: { $in: personIds.map(objectId) } })
      .lean();
    return stored.map(personOf);
  }

  /** Adds people. */
  async addAll(people: readonly Person[]): Promise<void> {
    if (people.length === 0) return;
    await this.people.insertMany(
      people.map((person) => ({ _id: objectId(person.id), ...stored(person), revision: 1 })),
      { lean: true },
    );
  }

  /**
   * Saves a person as changed since it was loaded, with the instant of a suspension or its end. CONFLICT when somebody else
   * changed it meanwhile.
   */
  async save(person: Person): Promise<void> {
    const suspendedIn = person.suspendedIn.map(objectId);
    const unchanged = { _id: objectId(person.id), revision: person.revision };
    await this.people.updateOne(
      { ...unchanged, suspendedIn: { $ne: suspendedIn } },
      { $push: { suspensions: { at: this.clock.now(), suspendedIn } } },
      acrossForces('a person is saved by their id and revision'),
    );
    await this.saveAll([person]);
  }

  /** As `save`, for several. */
  async saveAll(people: readonly Person[]): Promise<void> {
    if (people.length === 0) return;
    const result = await this.people.bulkWrite(
      people.map((person) => ({
        updateOne: {
          filter: { _id: objectId(person.id), revision: person.revision },
          update: { $set: { ...stored(person), revision: person.revision + 1 } },
        },
      })),
    );
    if (result.matchedCount !== people.length) throw new Fault('CONFLICT');
  }
}

function stored(person: Person): Omit<StoredPerson, '_id' | 'revision' | 'suspensions'> {
  return {
    givenName: person.givenName,
    familyName: person.familyName,
    sortKey: sortKeyOf(person),
    email: person.email,
    language: person.language,
    forceIds: person.forceIds.map(objectId),
    staffNumbers: person.staffNumbers.map(({ forceId, number }) => ({
      forceId: objectId(forceId),
      number,
    })),
    accountStatus: person.accountStatus,
    suspendedIn: person.suspendedIn.map(objectId),
    fedIn: person.fedIn.map(objectId),
  };
}
