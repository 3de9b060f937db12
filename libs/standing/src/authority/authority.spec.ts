import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StandingModule } from '../standing.module.js';
import { ApplyAuthorityRule, type ApplyAuthorityRuleInput } from './apply-authority-rule.js';
import { type AuthorityState, authorityOn, practiceOn } from './authority.js';
import { AuthorityReader } from './authority.reader.js';
import { AUTHORITY } from './authority.schema.js';
import { RecordAuthority, type RecordAuthorityInput } from './record-authority.js';

const day = calendarDateOf;
const CODE = 'DMI-201';

describe('authority to practise', () => {
  let world: DomainWorld;
  const forceId = newId<ForceId>();
  const officer = newId<PersonId>();

  beforeAll(async () => {
    world = await DomainWorld.of([StandingModule]);
  });
  afterAll(() => world.close());

  const record = (personId: PersonId, more: Partial<RecordAuthorityInput> = {}) =>
    world.get(RecordAuthority).execute(world.as(officer, forceId, ['capability-lead']), {
      ...{ personId, certificationCode: CODE, state: 'authorised', reason: 'Signed off by the unit head' },
      ...{ from: day('2026-11-23'), to: null, ...more },
    });
  const act = (personId: PersonId, more: Partial<ApplyAuthorityRuleInput> = {}) =>
    world.get(ApplyAuthorityRule).execute(world.system(forceId), {
      ...{ personId, certificationCode: CODE, ground: 'award-ran-out', sourceId: 'award-1' },
      ...{ from: day('2026-11-23'), ...more },
    });
  const history = (personId: PersonId) =>
    world.get(AuthorityReader).of(world.system(forceId).force, personId, CODE);
  const stateOn = async (personId: PersonId, on: string): Promise<AuthorityState | undefined> =>
    authorityOn(await history(personId), day(on))?.state;

  it('STD-20 is the latest record that covers the day, and the one below when that is over', async () => {
    const personId = newId<PersonId>();
    await record(personId);
    world.clock.advance({ minutes: 1 });
    await record(personId, { state: 'restricted', from: day('2026-12-01'), to: day('2026-12-31') });
    expect(await stateOn(personId, '2026-11-22')).toBeUndefined();
    expect(await stateOn(personId, '2026-11-30')).toBe('authorised');
    expect(await stateOn(personId, '2026-12-01')).toBe('restricted');
    expect(await stateOn(personId, '2026-12-31')).toBe('restricted');
    expect(await stateOn(personId, '2027-01-01')).toBe('authorised');
    expect((await history(personId)).map(({ state }) => state)).toEqual(['authorised', 'restricted']);
  });

  it('STD-20 as known then leaves out what was recorded later', async () => {
    const personId = newId<PersonId>();
    const first = await record(personId);
    world.clock.advance({ minutes: 1 });
    await record(personId, { state: 'suspended' });
    expect(authorityOn(await history(personId), day('2026-11-23'), first.recordedAt)?.state).toBe(
      'authorised',
    );
    expect(await stateOn(personId, '2026-11-23')).toBe('suspended');
  });

  it('STD-21 begins today or later, and does not end before it begins', async () => {
    const personId = newId<PersonId>();
    const refused = (more: Partial<RecordAuthorityInput>) => expect(record(personId, more)).rejects;
    await refused({ from: day('2026-11-22') }).toMatchObject({ code: 'AUTHORITY_BACKDATED' });
    await refused({ to: day('2026-11-22') }).toMatchObject({ code: 'AUTHORITY_ENDS_BEFORE_IT_BEGINS' });
    expect(await history(personId)).toEqual([]);
  });

  it('STD-22 needs a reason, is never one’s own, and never a lapse', async () => {
    const personId = newId<PersonId>();
    await expect(record(personId, { reason: '  ' })).rejects.toMatchObject({
      code: 'AUTHORITY_REASON_MISSING',
    });
    await expect(record(personId, { reason: 'x'.repeat(2001) })).rejects.toMatchObject({
      code: 'AUTHORITY_REASON_MISSING',
    });
    await expect(record(officer)).rejects.toMatchObject({ code: 'AUTHORITY_OWN' });
    await expect(record(personId, { state: 'lapsed' })).rejects.toMatchObject({
      code: 'AUTHORITY_LAPSES_BY_ITSELF',
    });
  });

  it('STD-22 the same decision again changes nothing, and the reason lies in the erasable payload alone', async () => {
    const personId = newId<PersonId>();
    const first = await record(personId, { reason: 'A very particular reason' });
    expect(await record(personId)).toEqual(first);
    expect(await history(personId)).toHaveLength(1);
    for (const name of ['journal', 'authorityRecords'])
      expect(JSON.stringify(await world.connection.collection(name).find().toArray())).not.toContain(
        'particular',
      );
  });

  it('STD-23 lapses what was recorded when the award runs out, once, and gives nothing to nobody', async () => {
    const personId = newId<PersonId>();
    expect(await act(personId)).toBeNull();
    await record(personId);
    const lapse = await act(personId, { from: day('2027-11-24') });
    expect(lapse).toMatchObject({ state: 'lapsed', by: null, from: '2027-11-24', to: null });
    expect(await act(personId, { from: day('2027-11-24') })).toEqual(lapse);
    expect(await stateOn(personId, '2027-11-23')).toBe('authorised');
    expect(await stateOn(personId, '2027-11-24')).toBe('lapsed');
  });

  it('STD-23 suspends on a withdrawal what was recorded, and on a failed proficiency test in any case', async () => {
    const one = newId<PersonId>();
    expect(await act(one, { ground: 'award-withdrawn' })).toBeNull();
    expect(await act(one, { ground: 'failed-proficiency-test', sourceId: 'attempt-1' })).toMatchObject({
      state: 'suspended',
    });
    const other = newId<PersonId>();
    await record(other, { state: 'supervised' });
    expect(await act(other, { ground: 'award-withdrawn' })).toMatchObject({ state: 'suspended' });
    expect(await act(other, { ground: 'award-ran-out', sourceId: 'award-2' })).toBeNull();
    world.clock.advance({ minutes: 1 });
    await record(other);
    expect(await stateOn(other, '2026-11-23')).toBe('authorised');
  });

  it('STD-24 without a record goes by what the rule asked when the award was given', () => {
    expect(practiceOn([], day('2026-11-23'), false)).toBe('authorised');
    expect(practiceOn([], day('2026-11-23'), true)).toBe('none');
  });

  it('reads through indexes', async () => {
    const plan = await world.connection
      .model(AUTHORITY)
      .find({ forceId, personId: officer, certificationCode: CODE })
      .explain('queryPlanner');
    expect(JSON.stringify(plan)).toContain('IXSCAN');
  });
});
