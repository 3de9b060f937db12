import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { englishOnly } from '@app/platform/context/words.js';
import { describe, expect, it } from '@jest/globals';
import { mustNeedNothingRetired } from '../draft/framework-draft.js';
import { NO_RELATIONS } from '../relation/relation.js';
import type { Skill } from '../skill/skill.js';
import { compareFrameworks } from './compare-frameworks.js';
import type { FrameworkContent } from './framework-version.js';

const levels = ['0', '1', '2', '3', '4'];
const end = calendarDateOf('2026-12-31');
const aSkill = (id: string, more: Partial<Skill> = {}): Skill => ({
  ...{ id, areaId: 'DEV', fade: 'slow', validityMonths: 12, levels },
  ...{ name: englishOnly(id), description: englishOnly('…') },
  ...more,
});
const content = (skills: Skill[], more: Partial<FrameworkContent> = {}): FrameworkContent => ({
  areas: ['DEV', 'OLH'].map((id) => ({ id, name: englishOnly(id), levels })),
  ...{ skills, roles: [], ranks: [], profiles: [], ...more },
});
const pc = (level: number) => ({
  ...{ roleId: 'pc', roleName: englishOnly('Officer') },
  requirements: [{ skillId: 'A', level, essential: true }],
});

describe('two versions compared', () => {
  it('FRM-39 differ in nothing when they are the same', () => {
    expect(compareFrameworks(content([aSkill('A')]), content([aSkill('A')]))).toEqual({
      ...{ changes: [], touchedRoles: [] },
    });
  });

  it('FRM-39 tell what was added, removed, changed, moved and replaced, and whom it touches', () => {
    const before = content([aSkill('A'), aSkill('B'), aSkill('C'), aSkill('D')], { profiles: [pc(2)] });
    const after = content(
      [
        aSkill('A', { validityMonths: 24 }),
        aSkill('B', { areaId: 'OLH' }),
        aSkill('C', { to: end, replacedBy: ['E'] }),
        aSkill('E'),
      ],
      { profiles: [pc(3)], relations: { ...NO_RELATIONS, broader: [{ skillId: 'B', broaderId: 'A' }] } },
    );
    const { changes, touchedRoles } = compareFrameworks(before, after);
    expect(changes.map(({ of, key, kind }) => `${of} ${key} ${kind}`)).toEqual([
      ...['skill A changed', 'skill B moved', 'skill C replaced', 'skill D removed', 'skill E added'],
      ...['profile pc changed', 'relation B < A added'],
    ]);
    expect(changes[0]?.fields).toEqual([{ field: 'validityMonths', before: '12', after: '24' }]);
    expect(changes[5]?.fields).toEqual([{ field: 'A', before: '2 essential', after: '3 essential' }]);
    expect(touchedRoles).toEqual(['pc']);
  });

  it('FRM-35 must not need what is retired when it begins', () => {
    const retired = content([aSkill('A', { to: end })], { profiles: [pc(2)] });
    const start = (day: string) => () => mustNeedNothingRetired(retired, calendarDateOf(day));
    expect(start('2026-12-31')).not.toThrow();
    expect(start('2027-01-01')).toThrow(expect.objectContaining({ code: 'FRAMEWORK_PROFILE_RETIRED' }));
  });
});
