import { Injectable } from '@nestjs/common';
import { PersonRepository } from '../person/person.repository.js';
import { UnitRepository } from '../unit/unit.repository.js';
import { RoleGrantRepository } from './role-grant.repository.js';

/** The records on which granting a role stands. */
@Injectable()
export class RoleGround {
  constructor(
    readonly people: PersonRepository,
    readonly units: UnitRepository,
    readonly grants: RoleGrantRepository,
  ) {}
}
