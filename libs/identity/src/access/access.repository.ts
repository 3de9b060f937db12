import type { ForceScope, Language, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, UpdateQuery } from 'mongoose';
import type { SessionId } from '../events.js';
import type { AccountStatus, Person } from '../person/person.js';
import type { RoleGrant } from '../role/role-grant.js';
import { ACCESS, type StoredAccess } from './access.schema.js';

/** Keeps the access projection in step. Every method joins the unit of work of the change that it follows. */
@Injectable()
export class AccessRepository {
  constructor(@InjectModel(ACCESS) private readonly access: Model<StoredAccess>) {}

  /** New people have no roles and no sessions. */
  async addAll(people: readonly Person[]): Promise<void> {
    if (people.length === 0) return;
    await this.access.insertMany(
      people.map((person) => ({
        _id: objectId(person.id),
        forceIds: person.forceIds.map(objectId),
        accountStatus: person.accountStatus,
        suspendedIn: person.suspendedIn.map(objectId),
        language: person.language,
        grants: [],
        endedSessions: [],
      })),
      { lean: true },
    );
  }

  /** The account's status and language changed. */
  async follow(personId: PersonId, to: { accountStatus: AccountStatus; language: Language }): Promise<void> {
    await this.change(personId, { $set: { accountStatus: to.accountStatus, language: to.language } });
  }

  /** The force suspended the person. */
  async suspend(scope: ForceScope, personId: PersonId): Promise<void> {
    await this.change(personId, { $addToSet: { suspendedIn: objectId(scope.forceId) } });
  }

  /** The force reinstated the person. */
  async reinstate(scope: ForceScope, personId: PersonId): Promise<void> {
    await this.change(personId, { $pull: { suspendedIn: objectId(scope.forceId) } });
  }

  /** A role was granted. */
  async grant(grant: RoleGrant): Promise<void> {
    const held = {
      grantId: objectId(grant.id),
      bundle: grant.bundle,
      forceId: objectId(grant.forceId),
      unitId: grant.unitId === null ? null : objectId(grant.unitId),
      from: grant.from,
      to: grant.to,
    };
    await this.change(grant.personId, { $push: { grants: held } });
  }

  /** A role was revoked. */
  async revoke(grant: RoleGrant): Promise<void> {
    await this.change(grant.personId, { $pull: { grants: { grantId: objectId(grant.id) } } });
  }

  /** Sessions ended: their access tokens are refused until they die by themselves, at `until` at the latest. */
  async endSessions(
    personId: PersonId,
    sessionIds: readonly SessionId[],
    period: { now: Date; until: Date },
  ): Promise<void> {
    if (sessionIds.length === 0) return;
    await this.change(personId, { $pull: { endedSessions: { until: { $lt: period.now } } } });
    const ended = sessionIds.map((id) => ({ sessionId: objectId(id), until: period.until }));
    await this.change(personId, { $push: { endedSessions: { $each: ended } } });
  }

  private async change(personId: PersonId, update: UpdateQuery<StoredAccess>): Promise<void> {
    await this.access.updateOne(
      { _id: objectId(personId) },
      update,
      acrossForces('one document per person, whoever holds them'),
    );
  }
}
