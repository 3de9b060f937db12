import type { PersonId } from '@app/platform/context/request-context.js';
import { describe, expect, it } from '@jest/globals';
import {
  type GroupMember,
  type GroupState,
  type MemberState,
  markedMembers,
  movedGroup,
  withMemberOut,
} from './group.js';
import { checkWeights, type GroupWeights, memberOutcome, USUAL_WEIGHTS } from './group-mark.js';

const [ann, bob, cat] = ['ann', 'bob', 'cat'] as PersonId[] as [PersonId, PersonId, PersonId];
const member = (personId: PersonId, state: MemberState = 'IN'): GroupMember => ({ personId, state });
const mark = (awarded: number, outOf: number) => ({ awarded, outOf });

describe('what a member of a group gets', () => {
  it.each<[string, number, number, GroupWeights, number, number, boolean]>([
    // Shared 15 of 20 (75 %), own 6 of 10 (60 %): half of each is 67.5.
    ['half and half', 15, 6, USUAL_WEIGHTS, 65, 67.5, true],
    ['three quarters shared: 56.25 + 15', 15, 6, { shared: 75, own: 25 }, 65, 71.25, true],
    ['all shared', 15, 0, { shared: 100, own: 0 }, 75, 75, true],
    ['all own', 20, 6, { shared: 0, own: 100 }, 65, 60, false],
    ['exactly the pass mark: 37.5 + 27.5', 15, 5.5, USUAL_WEIGHTS, 65, 65, true],
    ['a quarter of a point below it: 37.5 + 26.25', 15, 5.25, USUAL_WEIGHTS, 65, 63.75, false],
    ['nothing', 0, 0, USUAL_WEIGHTS, 65, 0, false],
  ])('PRA-44 %s', (_, shared, own, weights, pass, percent, passed) => {
    const marks = { shared: mark(shared, 20), own: mark(own, 10) };
    expect(memberOutcome(marks, weights, pass)).toEqual({ percent, passed });
  });

  it('PRA-44 is rounded once, at the end, and decided before', () => {
    // 1 of 3 and 2 of 3, half each: 50 exactly, where 33.33 and 66.67 rounded first would do as well; 1 and 1 is 33.333…
    expect(memberOutcome({ shared: mark(1, 3), own: mark(2, 3) }, USUAL_WEIGHTS, 50)).toEqual({
      ...{ percent: 50, passed: true },
    });
    expect(memberOutcome({ shared: mark(2, 3), own: mark(2, 3) }, USUAL_WEIGHTS, 66.67)).toEqual({
      ...{ percent: 66.67, passed: false },
    });
  });

  it.each([
    [50, 49],
    [-10, 110],
    [33.5, 66.5],
    [Number.NaN, 100],
  ])('PRA-41 is not made up of %d and %d', (shared, own) => {
    expect(() => checkWeights({ shared, own })).toThrow('GROUP_WEIGHTS');
    expect(() => checkWeights(USUAL_WEIGHTS)).not.toThrow();
  });
});

describe('who is in a group', () => {
  const members = [member(ann), member(bob), member(cat)];

  it.each(['LEFT', 'ABSENT', 'REMOVED'] as const)(
    'PRA-42 somebody %s before handing in is not marked',
    (why) => {
      const after = withMemberOut({ state: 'FORMED', members }, bob, why);
      expect(after).toEqual([member(ann), member(bob, why), member(cat)]);
      expect(markedMembers(after)).toEqual([ann, cat]);
      expect(withMemberOut({ state: 'FORMED', members: after }, bob, why)).toEqual(after);
    },
  );

  it('PRA-42 changes no more once the case is handed in', () => {
    for (const state of ['SUBMITTED', 'MARKED', 'RELEASED'] as const)
      expect(() => withMemberOut({ state, members }, bob, 'REMOVED')).toThrow('GROUP_SUBMITTED');
    const out = { state: 'FORMED', members: [member(ann), member(bob, 'LEFT')] } as const;
    expect(() => withMemberOut(out, bob, 'REMOVED')).toThrow('GROUP_NOT_A_MEMBER');
    expect(() => withMemberOut(out, cat, 'LEFT')).toThrow('GROUP_NOT_A_MEMBER');
  });

  it('PRA-43 is at least two people', () => {
    expect(markedMembers([member(ann), member(bob)])).toEqual([ann, bob]);
    expect(() => markedMembers([member(ann), member(bob, 'ABSENT')])).toThrow('GROUP_TOO_SMALL');
  });
});

describe('the life of a group', () => {
  const order: GroupState[] = ['FORMED', 'SUBMITTED', 'MARKED', 'RELEASED'];

  it.each(order.flatMap((from) => order.map((to) => [from, to] as const)))('PRA-40 %s → %s', (from, to) => {
    const step = order.indexOf(to) - order.indexOf(from);
    if (step === 0 || step === 1) expect(movedGroup(from, to)).toBe(to);
    else expect(() => movedGroup(from, to)).toThrow('GROUP_SUBMITTED');
  });
});
