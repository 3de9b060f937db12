import { CourseReader } from '@app/catalogue';
import { ActOnFailedTest, type AwardId, CollectOutcome } from '@app/certification';
import { RecordAbsence } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../../support/a-world.js';
import { withCourse } from '../../support/with-course.js';

const CODE = 'OLH-101';
const HOLDING =
  'code state dueOn windowOpens lastValidDay exemptFrom exemptTo route requirements { kind key metOn why } cycles { number grantedTo extendedTo withdrawnOn }';
const MINE = `{ myCertifications { ${HOLDING} } }`;

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await withCourse(world);
}, 60_000);
afterAll(() => world.end());

let people = 0;
async function somebody(): Promise<PersonId> {
  people += 1;
  return world.join('harbourshire', { givenName: 'Olive', familyName: `Number${people}` });
}

/** The award of a course whose only component was passed on a day. */
async function awarded(personId: PersonId, on = '2026-11-23'): Promise<AwardId> {
  const version = await world.get(CourseReader).published(CODE);
  if (version === null) throw new Error('No course');
  const award = await world.get(CollectOutcome).execute(world.system(), {
    ...{
      personId,
      courseCode: CODE,
      versionId: version.id,
      on: calendarDateOf(on),
      percent: null,
      passed: true,
    },
    ...{ componentKey: version.components[0]?.key ?? 'completion', sourceId: newId() },
  });
  if (award === null) throw new Error('No award');
  await world.settle();
  return award.id;
}

const mine = async (personId: PersonId) =>
  (await (await world.signedIn(personId, world.forces.harbourshire.id)).query(MINE)) as Record<
    string,
    unknown
  >[];

const RULE = {
  ...{ code: 'DMI-CERT', title: 'Digital media investigator', appliesFrom: '2026-11-23', expiry: 'EXPIRY' },
  ...{ activeMonths: 12, windowMonths: 2, minimumActiveMonths: 0, earlyDays: 0 },
  initial: [{ kind: 'COURSE', key: CODE }],
  ...{ renewals: [], returns: [], needsAuthority: true, proficiencyTests: [] },
};

describe('a course’s own certification', () => {
  it('CRT-39 is brought by the course, with its months, a window and no authority asked for', async () => {
    const all = await (await world.as('officer')).query(
      '{ certifications { code ofCourse rules { number expiry activeMonths windowMonths earlyDays needsAuthority } } }',
    );
    expect(all).toContainEqual({
      code: CODE,
      ofCourse: true,
      rules: [
        {
          number: 1,
          expiry: 'COMPLETION',
          activeMonths: 12,
          windowMonths: 2,
          earlyDays: null,
          needsAuthority: false,
        },
      ],
    });
  });

  it('CRT-46 opens its window and runs out on the day, by the timetable, each told once', async () => {
    const personId = await somebody();
    await awarded(personId);
    expect(await mine(personId)).toMatchObject([
      {
        code: CODE,
        state: 'certified',
        windowOpens: '2027-09-23',
        lastValidDay: '2027-11-23',
        route: 'renewal',
      },
    ]);
    const turns = async () =>
      (
        await world.connection
          .collection('journal')
          .find({ 'data.personId': personId, type: /window.opened|award.expired/ })
          .toArray()
      ).map(({ type, data }) => [type, (data as { on: string }).on]);
    // The last minute of 22 September in London is 22:59 UTC: summer time.
    world.at('2027-09-22T22:59:00Z');
    await world.settle();
    expect(await turns()).toEqual([]);
    world.at('2027-09-22T23:00:00Z');
    await world.settle();
    expect(await turns()).toEqual([['certification.window.opened.v1', '2027-09-23']]);
    world.at('2027-11-23T23:59:00Z');
    await world.settle();
    expect(await mine(personId)).toMatchObject([{ state: 'window-open' }]);
    // Nobody looked for a week: it is told with the day on which it fell.
    world.at('2027-12-01T09:00:00Z');
    await world.settle();
    await world.settle();
    expect(await turns()).toEqual([
      ['certification.window.opened.v1', '2027-09-23'],
      ['certification.award.expired.v1', '2027-11-24'],
    ]);
    expect(await mine(personId)).toMatchObject([{ state: 'expired', route: 'initial' }]);
    world.at('2026-11-23T09:00:00Z');
  });

  it('CRT-35 moves with leave that stops the clock, and back when it was an error', async () => {
    const personId = await somebody();
    const awardId = await awarded(personId);
    const leave = { personId, from: calendarDateOf('2027-01-01'), to: calendarDateOf('2027-03-31') };
    const record = async (clockStopped: boolean) => {
      await world.get(RecordAbsence).execute(world.system(), { ...leave, clockStopped });
      await world.settle();
      const evidence = await world.connection
        .collection('evidence')
        .find({ sourceId: { $regex: `^${awardId}` }, ended: null })
        .toArray();
      return [await mine(personId), evidence.map((each) => each['lastValidDay'] as string)];
    };
    expect(await record(true)).toMatchObject([
      [{ windowOpens: '2027-12-22', lastValidDay: '2028-02-21' }],
      [expect.any(String)],
    ]);
    expect(await record(false)).toMatchObject([
      [{ windowOpens: '2027-09-23', lastValidDay: '2027-11-23' }],
      ['2027-11-23'],
    ]);
  });
});

describe('extendAward', () => {
  const reason = 'The range was closed for repairs';

  it('CRT-44 moves the last valid day, not the window; the same again changes nothing', async () => {
    const personId = await somebody();
    const awardId = await awarded(personId);
    const trainer = await world.as('trainer');
    const input = { awardId, until: '2028-01-31', reason };
    expect(await trainer.mutate('extendAward', input, 'lastValidDay')).toMatchObject({
      lastValidDay: '2028-01-31',
    });
    const before = await world.connection.collection('journal').countDocuments();
    expect(await trainer.mutate('extendAward', input, 'lastValidDay')).toMatchObject({
      lastValidDay: '2028-01-31',
    });
    expect(await world.connection.collection('journal').countDocuments()).toBe(before);
    expect(await mine(personId)).toMatchObject([
      {
        windowOpens: '2027-09-23',
        lastValidDay: '2028-01-31',
        cycles: [{ grantedTo: '2027-11-23', extendedTo: '2028-01-31' }],
      },
    ]);
    const journal = JSON.stringify(await world.connection.collection('journal').find().toArray());
    expect(journal).not.toContain('repairs');
  });

  it('CRT-30 CRT-44 refuses what is no extension, by code', async () => {
    const awardId = await awarded(await somebody());
    const trainer = await world.as('trainer');
    const refused = (more: object) =>
      trainer.refusalOf('extendAward', { awardId, until: '2028-01-31', reason, ...more });
    expect(await refused({ until: '2027-11-23' })).toBe('EXTENSION_TOO_SHORT');
    expect(await refused({ until: '2028-11-23' })).toBe('EXTENSION_TOO_LONG');
    expect(await refused({ reason: ' ' })).toBe('AWARD_REASON_MISSING');
    expect(await refused({ awardId: await awarded(await world.personId('trainer')) })).toBe('AWARD_OWN');
    world.at('2027-11-24T09:00:00Z');
    expect(
      await (await world.as('trainer')).refusalOf('extendAward', { awardId, until: '2028-01-31', reason }),
    ).toBe('AWARD_NOT_CURRENT');
    world.at('2026-11-23T09:00:00Z');
  });

  it('is nobody’s but a trainer’s of that force', async () => {
    const awardId = await awarded(await somebody());
    const input = { awardId, until: '2028-01-31', reason };
    expect(await (await world.as('officer')).codeOf('extendAward', input)).toBe('FORBIDDEN');
    expect(await (await world.as('otherTrainer')).codeOf('extendAward', input)).toBe('NOT_FOUND');
    const trainer = await world.as('trainer');
    expect(await trainer.codeOf('extendAward', { ...input, awardId: newId() })).toBe('NOT_FOUND');
    expect(await trainer.codeOf('extendAward', { ...input, awardId: 'x' })).toBe('BAD_USER_INPUT');
    expect(await trainer.codeOf('extendAward', { ...input, until: '2027-02-30' })).toBe('BAD_USER_INPUT');
  });
});

describe('withdrawAward and recordAuthority', () => {
  const reason = 'An examiner was impersonated';
  const authority = (personId: PersonId, more: object = {}) => ({
    ...{
      personId,
      certificationCode: CODE,
      state: 'AUTHORISED',
      from: '2026-11-23',
      reason: 'Panel of 20 November',
    },
    ...more,
  });

  it('CRT-31 STD-23 acts at once on award, evidence and authority, and tells nothing twice', async () => {
    const personId = await somebody();
    const awardId = await awarded(personId);
    const capability = await world.as('capability');
    expect(await capability.mutate('recordAuthority', authority(personId), 'state by')).toMatchObject({
      state: 'authorised'.toUpperCase(),
      by: capability.personId,
    });
    for (let time = 0; time < 2; time++)
      expect(await capability.mutate('withdrawAward', { awardId, reason }, 'inDate')).toMatchObject({
        inDate: false,
      });
    await world.settle();
    const history = (await capability.query(
      'query($personId: ID!) { authorityOf(personId: $personId) { state ground by } }',
      { personId },
    )) as unknown;
    expect(history).toEqual([
      { state: 'AUTHORISED', ground: 'named-officer', by: capability.personId },
      { state: 'SUSPENDED', ground: 'award-withdrawn', by: null },
    ]);
    expect(await mine(personId)).toMatchObject([
      { state: 'unassigned', cycles: [{ withdrawnOn: '2026-11-23' }] },
    ]);
    const left = await world.connection
      .collection('evidence')
      .countDocuments({ sourceId: awardId, ended: null });
    expect(left).toBe(0);
    const holder = await world.signedIn(personId, world.forces.harbourshire.id);
    const notices = (await holder.query('{ myNotices { edges { node { body { en cy } } } } }')) as {
      edges: { node: { body: { en: string; cy: string } } }[];
    };
    const told = notices.edges.filter(({ node }) => node.body.en.startsWith('You may'));
    expect(told.map(({ node }) => node.body.en.split(' under ')[0])).toEqual([
      'You may not practise until you are told otherwise',
      'You may practise',
    ]);
  });

  it('CRT-30 STD-21 STD-22 refuse by code', async () => {
    const personId = await somebody();
    const capability = await world.as('capability');
    const own = await awarded(capability.personId);
    expect(await capability.refusalOf('withdrawAward', { awardId: own, reason })).toBe('AWARD_OWN');
    expect(await capability.refusalOf('withdrawAward', { awardId: own, reason: '' })).toBe(
      'AWARD_REASON_MISSING',
    );
    const refused = (more: object) => capability.refusalOf('recordAuthority', authority(personId, more));
    expect(await refused({ from: '2026-11-22' })).toBe('AUTHORITY_BACKDATED');
    expect(await refused({ to: '2026-11-22' })).toBe('AUTHORITY_ENDS_BEFORE_IT_BEGINS');
    expect(await refused({ reason: '' })).toBe('AUTHORITY_REASON_MISSING');
    expect(await refused({ state: 'LAPSED' })).toBe('AUTHORITY_LAPSES_BY_ITSELF');
    expect(await refused({ personId: capability.personId })).toBe('AUTHORITY_OWN');
  });

  it('are for those who may, in their force, about what exists', async () => {
    const personId = await somebody();
    const awardId = await awarded(personId);
    const trainer = await world.as('trainer');
    expect(await trainer.codeOf('recordAuthority', authority(personId))).toBe('FORBIDDEN');
    expect(await trainer.codeOf('withdrawAward', { awardId, reason })).toBe('FORBIDDEN');
    expect(await (await world.as('otherAdministrator')).codeOf('withdrawAward', { awardId, reason })).toBe(
      'NOT_FOUND',
    );
    const capability = await world.as('capability');
    expect(await capability.codeOf('withdrawAward', { awardId: newId(), reason })).toBe('NOT_FOUND');
    expect(await capability.codeOf('withdrawAward', { awardId: 'x', reason })).toBe('BAD_USER_INPUT');
    const code = (more: object) => capability.codeOf('recordAuthority', authority(personId, more));
    expect(await code({ certificationCode: 'NONE-1' })).toBe('NOT_FOUND');
    expect(await code({ personId: newId() })).toBe('NOT_FOUND');
    expect(await code({ personId: await world.personId('otherOfficer') })).toBe('NOT_FOUND');
    expect(await code({ from: '2027-02-29' })).toBe('BAD_USER_INPUT');
  });
});

describe('a failed proficiency test', () => {
  it('CRT-47 suspends a holder at once, once for an attempt, and nobody else', async () => {
    const test = {
      courseCode: CODE,
      componentKey: 'paper',
      on: calendarDateOf('2026-11-23'),
      sourceId: newId(),
    };
    await (await world.as('publisher')).mutate('publishCertificationRule', {
      ...{ ...RULE, code: 'TESTED-1', needsAuthority: false, proficiencyTests: [`${CODE}/paper`] },
    });
    const holder = await somebody();
    const asked = { personId: holder, code: 'TESTED-1' };
    await (await world.as('trainer')).mutate('assignCertification', asked);
    const fail = (personId: PersonId) =>
      world.get(ActOnFailedTest).execute(world.system(), { ...test, personId });
    const history = async (personId: PersonId) =>
      (await (
        await world.as('capability')
      ).query(
        'query($personId: ID!) { authorityOf(personId: $personId) { certificationCode state ground } }',
        { personId },
      )) as unknown;
    await fail(holder);
    expect(await history(holder)).toEqual([]);
    await awarded(holder);
    for (let time = 0; time < 2; time++) await fail(holder);
    expect(await history(holder)).toEqual([
      { certificationCode: 'TESTED-1', state: 'SUSPENDED', ground: 'failed-proficiency-test' },
    ]);
  });
});

describe('publishCertificationRule', () => {
  const FIELDS = 'code rules { number activeMonths }';
  const refused = async (more: object) =>
    (await world.as('publisher')).refusalOf('publishCertificationRule', { ...RULE, ...more });

  it('CRT-32 makes a certification, then a version; the same again changes nothing', async () => {
    const publisher = await world.as('publisher');
    const first = await publisher.mutate('publishCertificationRule', RULE, FIELDS);
    expect(first).toMatchObject({ code: 'DMI-CERT', rules: [{ number: 1, activeMonths: 12 }] });
    expect(await publisher.mutate('publishCertificationRule', RULE, FIELDS)).toEqual(first);
    const next = { ...RULE, code: 'DMI-TWO', appliesFrom: '2027-01-01' };
    await publisher.mutate('publishCertificationRule', next, FIELDS);
    expect(
      await publisher.mutate('publishCertificationRule', { ...next, activeMonths: 24 }, FIELDS),
    ).toMatchObject({
      rules: [{ activeMonths: 12 }, { number: 2, activeMonths: 24 }],
    });
  });

  it('CRT-40 CRT-41 CRT-42 refuses what does not fit, by code', async () => {
    expect(await refused({ activeMonths: 121 })).toBe('RULE_MONTHS_WRONG');
    expect(await refused({ windowMonths: 12 })).toBe('RULE_WINDOW_TOO_LONG');
    expect(await refused({ minimumActiveMonths: 1 })).toBe('RULE_MINIMUM_WRONG');
    expect(await refused({ expiry: 'FIXED', minimumActiveMonths: 1 })).toBe('RULE_MINIMUM_WRONG');
    expect(await refused({ expiry: 'FIXED', minimumActiveMonths: 13 })).toBe('RULE_MINIMUM_WRONG');
    expect(await refused({ earlyDays: -1 })).toBe('RULE_EARLY_DAYS_WRONG');
    expect(await refused({ initial: [] })).toBe('RULE_ROUTE_EMPTY');
    const band = { requirements: RULE.initial };
    expect(
      await refused({
        returns: [
          { ...band, underMonths: 6 },
          { ...band, underMonths: 3 },
        ],
      }),
    ).toBe('RULE_BANDS_WRONG');
    expect(await refused({ initial: [{ kind: 'COURSE', key: 'NO-999' }] })).toBe('RULE_REQUIREMENT_UNKNOWN');
    expect(await refused({ initial: [{ kind: 'OBSERVED', key: 'OLH-01' }] })).toBe(
      'RULE_REQUIREMENT_UNKNOWN',
    );
    expect(await refused({ code: 'small letters' })).toBe('RULE_TITLE_MISSING');
    expect(await refused({ appliesFrom: '2026-11-22' })).toBe('RULE_BACKDATED');
    expect(await refused({ code: CODE, initial: [{ kind: 'CERTIFICATION', key: 'DMI-CERT' }] })).toBe(
      'RULE_OF_COURSE',
    );
  });

  it('CRT-43 refuses a circle, and names the way round', async () => {
    const publisher = await world.as('publisher');
    const asking = (code: string, key: string) => ({
      ...RULE,
      code,
      initial: [{ kind: 'CERTIFICATION', key }],
    });
    expect(await publisher.refusalOf('publishCertificationRule', asking('SELF-1', 'SELF-1'))).toBe(
      'RULE_CIRCULAR',
    );
    await publisher.mutate('publishCertificationRule', { ...RULE, code: 'ROUND-1' });
    await publisher.mutate('publishCertificationRule', asking('ROUND-2', 'ROUND-1'));
    await publisher.mutate('publishCertificationRule', asking('ROUND-3', 'ROUND-2'));
    const answer = await publisher.mutate('publishCertificationRule', asking('ROUND-1', 'ROUND-3'));
    expect(answer).toMatchObject({ code: 'RULE_CIRCULAR' });
    expect(answer.message).toContain('ROUND-1 → ROUND-3 → ROUND-2 → ROUND-1');
  });

  it('is the College’s publishers’ alone, and takes no date that does not exist', async () => {
    for (const key of ['officer', 'trainer', 'administrator', 'author'] as const)
      expect(await (await world.as(key)).codeOf('publishCertificationRule', RULE)).toBe('FORBIDDEN');
    const publisher = await world.as('publisher');
    expect(await publisher.codeOf('publishCertificationRule', { ...RULE, appliesFrom: '2027-02-29' })).toBe(
      'BAD_USER_INPUT',
    );
  });
});

describe('assignCertification, unassignCertification, exemptFromCertification', () => {
  it('CRT-37 CRT-38 certifies by what is done, and restores what was there', async () => {
    const publisher = await world.as('publisher');
    await publisher.mutate('publishCertificationRule', { ...RULE, code: 'WIDE-1' });
    const personId = await somebody();
    const trainer = await world.as('trainer');
    const asked = { personId, code: 'WIDE-1', dueOn: '2026-12-31' };
    expect(await trainer.mutate('assignCertification', asked, HOLDING)).toMatchObject({
      ...{ state: 'assigned', dueOn: '2026-12-31', route: 'initial' },
      requirements: [{ kind: 'course', metOn: null, why: expect.stringContaining(CODE) }],
    });
    await awarded(personId);
    // EXPIRY, the first time and on time: from the due date.
    const wide = async () => (await mine(personId)).find(({ code }) => code === 'WIDE-1');
    expect(await wide()).toMatchObject({
      state: 'certified',
      lastValidDay: '2027-12-31',
      cycles: [{ number: 1 }],
    });
    const before = await wide();
    const asks = async () => {
      const held = await world.connection.collection('certificationHoldings').findOne({ code: 'WIDE-1' });
      return (held as any).assignment.endedOn;
    };
    for (let time = 0; time < 2; time++)
      await trainer.mutate('unassignCertification', { personId, code: 'WIDE-1' }, 'state');
    expect(await asks()).toBe('2026-11-23');
    await trainer.mutate('assignCertification', asked, 'state');
    expect(await asks()).toBeNull();
    expect(await wide()).toEqual(before);
    expect(await world.connection.collection('awards').countDocuments({ courseCode: 'WIDE-1' })).toBe(1);
  });

  it('CRT-45 exempts for days, and certifies nobody', async () => {
    const personId = await somebody();
    const capability = await world.as('capability');
    const input = {
      personId,
      code: CODE,
      from: '2026-12-01',
      to: '2027-03-31',
      reason: 'Seconded to a bureau',
    };
    expect(await capability.mutate('exemptFromCertification', input, HOLDING)).toMatchObject({
      ...{ state: 'unassigned', exemptFrom: '2026-12-01', exemptTo: '2027-03-31', cycles: [] },
    });
    const refused = (more: object) => capability.refusalOf('exemptFromCertification', { ...input, ...more });
    expect(await refused({ to: '2026-11-30' })).toBe('EXEMPTION_PERIOD_WRONG');
    expect(await refused({ reason: '' })).toBe('AWARD_REASON_MISSING');
    expect(await refused({ personId: capability.personId })).toBe('AWARD_OWN');
  });

  it('are for those who may, about people and certifications that exist', async () => {
    const personId = await somebody();
    const trainer = await world.as('trainer');
    const input = { personId, code: CODE };
    for (const name of ['assignCertification', 'unassignCertification']) {
      expect(await (await world.as('officer')).codeOf(name, input)).toBe('FORBIDDEN');
      expect(await (await world.as('otherTrainer')).codeOf(name, input)).toBe('NOT_FOUND');
      expect(await trainer.codeOf(name, { ...input, code: 'NONE-1' })).toBe('NOT_FOUND');
      expect(await trainer.codeOf(name, { ...input, personId: newId() })).toBe('NOT_FOUND');
      expect(await trainer.codeOf(name, { ...input, personId: 'x' })).toBe('BAD_USER_INPUT');
    }
    expect(await trainer.codeOf('assignCertification', { ...input, dueOn: '2027-04-31' })).toBe(
      'BAD_USER_INPUT',
    );
    const exempt = { ...input, from: '2026-12-01', reason: 'Seconded' };
    expect(await trainer.codeOf('exemptFromCertification', exempt)).toBe('FORBIDDEN');
    const capability = await world.as('capability');
    expect(await capability.codeOf('exemptFromCertification', { ...exempt, code: 'NONE-1' })).toBe(
      'NOT_FOUND',
    );
  });

  it('CRT-08 shows a person’s history to those in reach', async () => {
    const personId = await somebody();
    await awarded(personId);
    const query = `query($personId: ID!) { certificationsOf(personId: $personId) { code cycles { number } } }`;
    expect(await (await world.as('trainer')).query(query, { personId })).toEqual([
      { code: CODE, cycles: [{ number: 1 }] },
    ]);
    const codes = async (key: 'officer' | 'otherTrainer') =>
      (await (await world.as(key)).send(query, { personId })).errors.map(
        ({ extensions }) => extensions['code'],
      );
    expect(await codes('officer')).toEqual(['FORBIDDEN']);
    expect(await codes('otherTrainer')).toEqual(['NOT_FOUND']);
  });
});
