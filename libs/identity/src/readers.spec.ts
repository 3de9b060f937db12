import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { type ForceId, type PersonId, scopeOf } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AbsenceReader } from './absence/absence.reader.js';
import { AccessReader } from './access/access.reader.js';
import { ForceReader } from './force/force.reader.js';
import { IdentityModule } from './identity.module.js';
import { PeopleReader } from './person/people.reader.js';
import type { Person } from './person/person.js';
import { PersonRepository } from './person/person.repository.js';
import { PostingReader } from './posting/posting.reader.js';
import { RoleGrantReader } from './role/role-grant.reader.js';
import { RosterReader } from './roster/roster.reader.js';
import { InvitationRepository } from './sign-in/invitation.repository.js';
import { SessionRepository } from './sign-in/session.repository.js';
import type { UnitId } from './unit/unit.js';
import { UnitReader } from './unit/unit.reader.js';

interface Profiled {
  readonly ns: string;
  readonly planSummary?: string;
  readonly hasSortStage?: boolean;
}

describe('the readers of identity', () => {
  let world: DomainWorld;
  const scope = scopeOf(newId<ForceId>());
  const personId = newId<PersonId>();
  const unitId = newId<UnitId>();
  const on = calendarDateOf('2026-11-23');

  beforeAll(async () => {
    world = await DomainWorld.of([IdentityModule]);
    // Enough people that the planner has something to choose by.
    const people = Array.from({ length: 500 }, (_, n) => somebody(n));
    await world.get(PersonRepository).addAll(people);
    await world.connection.db?.command({ profile: 2 });
  });
  afterAll(async () => {
    await world.connection.db?.command({ profile: 0 });
    await world.close();
  });

  function somebody(n: number): Person {
    return {
      id: newId<PersonId>(),
      givenName: 'Asha',
      familyName: `Morgan ${n}`,
      email: `p${n}@lantern.example`,
      language: 'en',
      forceIds: [scope.forceId],
      staffNumbers: n % 2 === 0 ? [] : [{ forceId: scope.forceId, number: `P${n}` }],
      accountStatus: 'added',
      suspendedIn: [],
      fedIn: [],
      revision: 1,
    };
  }

  /** The plans that MongoDB itself chose for what the call asked. */
  async function plansOf(call: () => Promise<unknown>): Promise<Profiled[]> {
    const profile = world.connection.collection<Profiled>('system.profile');
    const own = { planSummary: { $exists: true }, ns: { $not: /system\.profile$/ } };
    const before = await profile.countDocuments(own);
    await call();
    return profile.find(own).sort({ $natural: 1 }).skip(before).toArray();
  }

  const page = { limit: 26, after: null };
  const cases: [string, () => Promise<unknown>, index?: string][] = [
    ['ForceReader.bySlug', () => world.get(ForceReader).bySlug('x')],
    ['UnitReader.byIds', () => world.get(UnitReader).byIds(scope, [unitId])],
    ['UnitReader.subtreeIds', () => world.get(UnitReader).subtreeIds(scope, unitId)],
    ['UnitReader.page', () => world.get(UnitReader).page(scope, page)],
    ['PeopleReader.byIds', () => world.get(PeopleReader).byIds(scope, [personId])],
    ['PeopleReader.page', () => world.get(PeopleReader).page(scope, page)],
    [
      'PeopleReader.page after a cursor',
      () => world.get(PeopleReader).page(scope, { ...page, after: 'morgan' }),
    ],
    ['PeopleReader.page by a name', () => world.get(PeopleReader).page(scope, { ...page, search: 'Mor' })],
    [
      'PersonRepository.byEmails',
      () => world.get(PersonRepository).byEmails(['a@b.example', 'b@b.example']),
      'email',
    ],
    [
      'PersonRepository.byStaffNumbers',
      () => world.get(PersonRepository).byStaffNumbers(scope, ['A1', 'A2']),
      'staffNumbers',
    ],
    ['PostingReader.ofPerson', () => world.get(PostingReader).ofPerson(scope, personId, on)],
    ['PostingReader.inUnits', () => world.get(PostingReader).inUnits(scope, [unitId], on)],
    ['PostingReader.personIdsInUnits', () => world.get(PostingReader).personIdsInUnits(scope, [unitId], on)],
    ['AbsenceReader.ofPerson', () => world.get(AbsenceReader).ofPerson(scope, personId)],
    ['RoleGrantReader.ofPeople', () => world.get(RoleGrantReader).ofPeople(scope, [personId])],
    ['AccessReader.of', () => world.get(AccessReader).of(personId, scope.forceId, new Date('2026-11-23'))],
    ['SessionRepository.liveOf', () => world.get(SessionRepository).liveOf(personId)],
    ['InvitationRepository.open', () => world.get(InvitationRepository).open(scope, personId)],
    ['RosterReader.errors', () => world.get(RosterReader).errors(scope, newId<never>(), 100)],
  ];
  for (const [name, call, index = ''] of cases) {
    it(`${name} reads by an index`, async () => {
      const plans = await plansOf(call);
      expect(plans.length).toBeGreaterThan(0);
      for (const { planSummary } of plans)
        expect(planSummary).toMatch(new RegExp(`^(IDHACK|COUNT_SCAN|DISTINCT_SCAN|IXSCAN.*${index})`));
      expect(plans.filter(({ hasSortStage }) => hasSortStage === true && !SORTS_FEW.has(name))).toEqual([]);
    });
  }
});

/** Those that sort the handful of records of one person. */
const SORTS_FEW = new Set(['PostingReader.ofPerson', 'AbsenceReader.ofPerson', 'RoleGrantReader.ofPeople']);
