import { GrantRole } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { RecordEvidence } from '@app/standing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../../support/a-world.js';
import { withCourse } from '../../support/with-course.js';

const NATIONAL = `query($skillId: ID!, $level: Int!, $on: Date!) { nationalCover(skillId: $skillId, level: $level, on: $on) { total forces { slug inDate } } }`;
const asked = { skillId: 'OLH-01', level: 2, on: '2026-12-01' };

describe('nationalCover', () => {
  let world: World;
  const analyst = async () => {
    const personId = await world.join('college', { givenName: 'Ned', familyName: 'Count' });
    await world.get(GrantRole).execute(world.system('college'), { personId, bundle: 'national-analyst' });
    return world.signedIn(personId, world.forces.college.id);
  };
  const officers = async (force: 'harbourshire' | 'glan-arian', count: number) => {
    for (let made = 0; made < count; made++) {
      const personId = await world.join(force, { givenName: 'Olu', familyName: `Number${made}` });
      await world.get(RecordEvidence).execute(world.system(force), {
        ...{ personId, skillId: 'OLH-01', level: 2, from: calendarDateOf('2026-11-23'), lastValidDay: null },
        ...{ kind: 'observed', title: englishOnly('Seen'), sourceId: newId<never>() },
      });
    }
    await world.settle();
  };

  beforeAll(async () => {
    world = await aWorld();
    await withCourse(world);
  }, 60_000);
  afterAll(() => world.end());

  it('CAP-40 hides the one small force together with the other, and rounds what it shows', async () => {
    await officers('harbourshire', 7);
    await officers('glan-arian', 2);
    const hidden = await (await analyst()).query(NATIONAL, asked);
    expect(hidden).toEqual({
      total: null,
      forces: [
        { slug: 'glan-arian', inDate: null },
        { slug: 'harbourshire', inDate: null },
      ],
    });
    await officers('glan-arian', 4);
    const shown = await (await analyst()).query(NATIONAL, asked);
    expect(shown).toEqual({
      total: 15,
      forces: [
        { slug: 'glan-arian', inDate: 5 },
        { slug: 'harbourshire', inDate: 5 },
      ],
    });
  }, 60_000);

  it('CAP-41 is for the first of a month, a skill of the framework and a level from 1 to 4', async () => {
    const caller = await analyst();
    const refused = async (more: object) =>
      (await caller.send(NATIONAL, { ...asked, ...more })).errors.map(
        ({ extensions }) => extensions['refusal'],
      );
    expect(await refused({ on: '2026-12-02' })).toEqual(['COVER_DAY_NOT_PUBLISHED']);
    expect(await refused({ skillId: 'XXX-99' })).toEqual(['COVER_SKILL_UNKNOWN']);
    expect(await refused({ level: 5 })).toEqual(['COVER_LEVEL_WRONG']);
  });

  it('CAP-41 is not for forces', async () => {
    for (const who of ['officer', 'capability'] as const) {
      const { errors } = await (await world.as(who)).send(NATIONAL, asked);
      expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
    }
  });
});
