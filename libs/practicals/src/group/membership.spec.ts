import { englishOnly } from '@app/platform/context/words.js';
import { describe, expect, it } from '@jest/globals';
import type { GroupTask } from './group.js';
import { emptyPlaces, type Membership, type MembershipHead, mayJoin, mustBeWhole } from './membership.js';

const now = new Date('2026-11-23T09:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const head = (hours: number | null, passed: boolean | null, more: Partial<MembershipHead> = {}) => ({
  ...{ isOpen: false, submittedAt: hours === null ? null : hoursAgo(hours), voidedAt: null },
  ...{ outcome: passed === null ? null : { percent: passed ? 80 : 40, passed } },
  ...more,
});
const limits = { maxAttempts: 2, coolDownHours: 24 };

describe('being in another group', () => {
  it.each<[string, MembershipHead[], string | null]>([
    ['nothing before', [], null],
    ['left before it was handed in', [head(null, null)], null],
    ['in a group that is open', [head(null, null, { isOpen: true })], 'GROUP_IN_ANOTHER'],
    ['in one that waits for its marks', [head(50, null, { isOpen: true })], 'GROUP_IN_ANOTHER'],
    ['passed', [head(100, true)], 'GROUP_ALREADY_PASSED'],
    ['failed, cool-down over to the millisecond', [head(24, false)], null],
    ['failed, cool-down not over', [head(23.99, false)], 'GROUP_COOLING_DOWN'],
    ['used up', [head(100, false), head(50, false)], 'GROUP_ATTEMPTS_USED'],
    [
      'voided: neither passed, used up nor cooling down',
      [head(50, false), head(1, true, { voidedAt: now })],
      null,
    ],
  ])('PRA-46 %s', (_, others, code) => {
    const join = () => mayJoin(others, limits, now);
    if (code === null) expect(join).not.toThrow();
    else expect(join).toThrow(code);
  });
});

describe('a whole case', () => {
  const task = (key: string, shared: boolean): GroupTask => ({
    key,
    prompt: englishOnly(key),
    rubric: [],
    shared,
  });
  const tasks = [task('own', false), task('one', true), task('two', true)];
  const part = (key: string, text: string | null, fileIds: string[] = []) => ({ key, text, fileIds });
  const member = (state: Membership['state'], text: string) =>
    ({ state, own: { parts: [part('own', text)] } }) as unknown as Membership;
  const shared = [part('two', null, ['0123456789abcdef01234567']), part('one', 'We saw two men.')];

  it('PRA-48 has every shared and every own task, of those who are there', () => {
    const all = [member('IN', 'I saw one.'), member('IN', 'I saw him too.'), member('LEFT', '')];
    expect(() => mustBeWhole(tasks, shared, all)).not.toThrow();
    expect(emptyPlaces(tasks, shared)).toEqual([1]);
  });

  it('PRA-48 names an empty shared task by its place, and own ones by how many lack theirs', () => {
    const all = [member('IN', 'I saw one.'), member('IN', ' \n'), member('IN', ''), member('ABSENT', '')];
    const facts = (parts: typeof shared) => {
      try {
        mustBeWhole(tasks, parts, all);
      } catch (error) {
        return error;
      }
      throw new Error('Nothing was refused');
    };
    expect(facts([part('one', 'We saw two men.')])).toMatchObject({
      code: 'GROUP_SHARED_EMPTY',
      facts: { part: 2 },
    });
    expect(facts(shared)).toMatchObject({ code: 'GROUP_OWN_EMPTY', facts: { count: 2 } });
  });
});
