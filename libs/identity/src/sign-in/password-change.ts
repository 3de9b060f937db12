import { Clock } from '@app/platform/clock/clock.js';
import type { ForceId } from '@app/platform/context/request-context.js';
import type { Announce } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { AccessRepository } from '../access/access.repository.js';
import { passwordChanged } from '../events.js';
import type { Person } from '../person/person.js';
import { PersonRepository } from '../person/person.repository.js';
import { CredentialRepository } from './credential.repository.js';

/** Gives a person a password, inside the unit of work of the use case that decides it. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly people: PersonRepository,
    private readonly access: AccessRepository,
    private readonly credentials: CredentialRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Sets the password; an account that had none becomes active. */
  async make(announce: Announce, person: Person, to: { hash: string; forceId: ForceId }): Promise<void> {
    await this.credentials.set(person.id, to.hash, this.clock.now());
    if (person.accountStatus !== 'active') {
      const active: Person = { ...person, accountStatus: 'active' };
      await this.people.save(active);
      await this.access.follow(person.id, active);
    }
    announce(passwordChanged({ personId: person.id }, { forceId: to.forceId }));
  }
}
