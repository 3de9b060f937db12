import { CourseReader } from '@app/catalogue';
import { CollectOutcome } from '@app/certification';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../support/a-world.js';
import { withCourse } from '../support/with-course.js';

/** Faults read in other platforms (BEHAVIOURS part 3): each is here so that it can never become ours. */
describe('compliance, as it must not go', () => {
  const CODE = 'OLH-101';
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
    await withCourse(world);
  }, 60_000);
  afterAll(() => world.end());

  const passed = async (personId: PersonId, on: string) => {
    const version = await world.get(CourseReader).published(CODE);
    if (version === null) throw new Error('No course');
    await world.get(CollectOutcome).execute(world.system(), {
      ...{ personId, courseCode: CODE, versionId: version.id, on: calendarDateOf(on) },
      ...{ percent: null, passed: true },
      ...{ componentKey: version.components[0]?.key ?? 'completion', sourceId: newId() },
    });
    await world.settle();
  };
  const somebody = () => world.join('harbourshire', { givenName: 'Pat', familyName: 'Quayle' });
  const own = async (personId: PersonId) => {
    const caller = await world.signedIn(personId, world.forces.harbourshire.id);
    const fields = 'code state windowOpens lastValidDay cycles { number completedOn grantedTo }';
    return (await caller.query(`{ myCertifications { ${fields} } }`)) as Record<string, unknown>[];
  };
  const rule = (code: string, initial: object[], more: object = {}) => ({
    ...{
      code,
      title: code,
      appliesFrom: '2026-11-23',
      expiry: 'COMPLETION',
      activeMonths: 12,
      windowMonths: 2,
    },
    ...{ minimumActiveMonths: 0, earlyDays: null, initial, renewals: [], returns: [] },
    ...{ needsAuthority: false, proficiencyTests: [], ...more },
  });

  it('the next cycle does not wait for the last one to run out: renewed early, never out of date', async () => {
    const personId = await somebody();
    await passed(personId, '2026-11-23');
    await passed(personId, '2027-10-01');
    world.at('2027-11-24T09:00:00Z');
    await world.settle();
    expect(await own(personId)).toMatchObject([{ state: 'certified', lastValidDay: '2028-10-01' }]);
    world.at('2026-11-23T09:00:00Z');
  });

  it('somebody compliant hears of the window, though nobody looked on the day itself', async () => {
    const personId = await somebody();
    await passed(personId, '2026-11-23');
    world.at('2027-10-20T09:00:00Z');
    await world.settle();
    const told = await world.connection
      .collection('journal')
      .find({ 'data.personId': personId, type: 'certification.window.opened.v1' })
      .toArray();
    expect(told.map(({ data }) => (data as { on: string }).on)).toEqual(['2027-09-23']);
    world.at('2026-11-23T09:00:00Z');
  });

  it('a month from the 31st is the end of the next month, not the beginning of the one after', async () => {
    await (await world.as('publisher')).mutate(
      'publishCertificationRule',
      rule('MONTH-1', [{ kind: 'COURSE', key: CODE }], { activeMonths: 1, windowMonths: 0 }),
    );
    const personId = await somebody();
    const trainer = await world.as('trainer');
    await trainer.mutate('assignCertification', { personId, code: 'MONTH-1' });
    await passed(personId, '2027-01-31');
    world.at('2027-02-01T09:00:00Z');
    await passed(personId, '2027-01-31');
    await (await world.as('trainer')).mutate('assignCertification', {
      personId,
      code: 'MONTH-1',
      dueOn: '2027-03-01',
    });
    expect((await own(personId)).find(({ code }) => code === 'MONTH-1')).toMatchObject({
      lastValidDay: '2027-02-28',
    });
    world.at('2026-11-23T09:00:00Z');
  });

  it('a renewal takes nothing away from what was there: cycles, awards and attempts stay', async () => {
    const personId = await somebody();
    await passed(personId, '2026-11-23');
    const [before] = await own(personId);
    await passed(personId, '2027-10-01');
    const [after] = await own(personId);
    expect((after as any).cycles.slice(0, 1)).toEqual(before?.['cycles']);
    expect(
      await world.connection
        .collection('certificationCycles')
        .countDocuments({ 'outcomes.on': '2026-11-23' }),
    ).toBeGreaterThan(0);
  });

  it('without a deadline there is a record all the same', async () => {
    const personId = await somebody();
    await (await world.as('trainer')).mutate('assignCertification', { personId, code: CODE });
    expect(await own(personId)).toMatchObject([{ code: CODE, state: 'assigned' }]);
  });

  it('a course swapped midway is not demanded of whoever did the old one', async () => {
    const publisher = await world.as('publisher');
    const observed = (level: number) => ({ kind: 'OBSERVED', key: 'OLH-01', level });
    await publisher.mutate(
      'publishCertificationRule',
      rule('SWAP-1', [{ kind: 'COURSE', key: CODE }, observed(1)]),
    );
    const personId = await somebody();
    await (await world.as('trainer')).mutate('assignCertification', { personId, code: 'SWAP-1' });
    await passed(personId, '2026-11-23');
    const swapped = rule('SWAP-1', [{ kind: 'COURSE', key: 'OLH-102' }, observed(1)], {
      appliesFrom: '2026-12-01',
    });
    await publisher.mutate('publishCertificationRule', swapped);
    world.at('2026-12-05T09:00:00Z');
    const { RecordEvidence } = await import('@app/standing');
    await world.get(RecordEvidence).execute(world.system(), {
      ...{ personId, skillId: 'OLH-01', level: 2, from: calendarDateOf('2026-12-05'), lastValidDay: null },
      ...{ kind: 'observed', title: { en: 'Seen', cy: null, cyState: 'absent' }, sourceId: newId() },
    });
    await world.settle();
    expect((await own(personId)).find(({ code }) => code === 'SWAP-1')).toMatchObject({
      state: 'certified',
      lastValidDay: '2027-12-05',
    });
    world.at('2026-11-23T09:00:00Z');
  });
});
