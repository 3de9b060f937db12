import type { SkillLevel } from '@app/framework';
import type { UnitId } from '@app/identity';
import { addMonths, type CalendarDate, calendarDateOf } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import type { AuthorityRecord, Evidence, EvidenceId } from '@app/standing';
import { describe, expect, it } from '@jest/globals';
import { cellKey, contributionOf, type PersonFacts } from './contribution.js';

const day = calendarDateOf;
const command = newId<UnitId>();
const team = newId<UnitId>();
const other = newId<UnitId>();
const response = { roleId: 'response-officer' };

function evidence(skillId: string, level: SkillLevel, from: string, more: Partial<Evidence> = {}): Evidence {
  return {
    ...{
      id: newId<EvidenceId>(),
      forceId: newId<ForceId>(),
      personId: newId<PersonId>(),
      kind: 'award' as const,
    },
    ...{ skillId, level, title: englishOnly('x'), certification: null, sourceId: 'x', from: day(from) },
    ...{ lastValidDay: addMonths(day(from), 12), recordedAt: new Date('2026-01-01T00:00:00Z'), ended: null },
    ...more,
  };
}

const posting = (path: UnitId[], from: string, to: string | null = null) => ({
  ...{ path, ...response, from: day(from), to: to === null ? null : day(to) },
});

function spansOf(facts: Partial<PersonFacts>, unitId: UnitId | null, what: string): (string | null)[][] {
  const entries = contributionOf({
    ...{
      personId: newId<PersonId>(),
      postings: [],
      absences: [],
      isSuspended: false,
      evidence: [],
      authority: [],
    },
    ...facts,
  });
  const key = `${unitId ?? 'force'}/response-officer/${what}`;
  const spans = entries.find(({ cell }) => cellKey(cell) === key)?.spans ?? [];
  return spans.map(({ from, to }: { from: CalendarDate; to: CalendarDate | null }) => [from, to]);
}

describe('what one person counts for', () => {
  const award = evidence('DEV-01', 2, '2026-11-23');

  it('CAP-01 is their unit, each unit above it and the force, from the day posted', () => {
    const facts = { postings: [posting([command, team], '2026-01-10')], evidence: [award] };
    for (const unit of [team, command, null]) {
      expect(spansOf(facts, unit, 'posted')).toEqual([['2026-01-10', null]]);
      expect(spansOf(facts, unit, 'DEV-01/2')).toEqual([['2026-11-23', '2027-11-23']]);
    }
    expect(spansOf(facts, other, 'posted')).toEqual([]);
  });

  it('CAP-01 is once where two postings lie in one tree', () => {
    const facts = {
      postings: [
        posting([command, team], '2026-01-01', '2026-06-30'),
        posting([command, other], '2026-06-01'),
      ],
    };
    expect(spansOf(facts, command, 'posted')).toEqual([['2026-01-01', null]]);
    expect(spansOf(facts, null, 'posted')).toEqual([['2026-01-01', null]]);
    expect(spansOf(facts, team, 'posted')).toEqual([['2026-01-01', '2026-06-30']]);
  });

  it('CAP-02 leaves out days of absence, but not of being posted', () => {
    const absences = [{ from: day('2027-01-01'), to: day('2027-02-28') }];
    const facts = { postings: [posting([team], '2026-01-01')], absences, evidence: [award] };
    expect(spansOf(facts, team, 'posted')).toEqual([['2026-01-01', null]]);
    expect(spansOf(facts, team, 'DEV-01/2')).toEqual([
      ['2026-11-23', '2026-12-31'],
      ['2027-03-01', '2027-11-23'],
    ]);
  });

  it('CAP-02 ends with the posting', () => {
    const facts = { postings: [posting([team], '2026-01-01', '2027-03-31')], evidence: [award] };
    expect(spansOf(facts, team, 'DEV-01/2')).toEqual([['2026-11-23', '2027-03-31']]);
  });

  it('CAP-03 is in date at the level and at those below, through the last valid day', () => {
    const facts = { postings: [posting([team], '2026-01-01')], evidence: [award] };
    expect(spansOf(facts, team, 'DEV-01/1')).toEqual([['2026-11-23', '2027-11-23']]);
    expect(spansOf(facts, team, 'DEV-01/3')).toEqual([]);
  });

  it('CAP-03 runs on without a gap when renewed in time, and follows a finding against the skill', () => {
    const renewal = evidence('DEV-01', 2, '2027-10-01');
    const postings = [posting([team], '2026-01-01')];
    expect(spansOf({ postings, evidence: [award, renewal] }, team, 'DEV-01/2')).toEqual([
      ['2026-11-23', '2028-10-01'],
    ]);
    const finding = evidence('DEV-01', 2, '2027-03-01', { kind: 'negative' });
    expect(spansOf({ postings, evidence: [award, finding] }, team, 'DEV-01/2')).toEqual([
      ['2026-11-23', '2027-02-28'],
    ]);
    const ended = { at: new Date('2026-12-01T00:00:00Z'), how: 'withdrawn' } as const;
    expect(spansOf({ postings, evidence: [{ ...award, ended }] }, team, 'DEV-01/2')).toEqual([]);
  });

  it('CAP-04 is nothing but the posting while suspended', () => {
    const facts = { postings: [posting([team], '2026-01-01')], isSuspended: true, evidence: [award] };
    expect(spansOf(facts, team, 'DEV-01/2')).toEqual([]);
    expect(spansOf(facts, team, 'posted')).toEqual([['2026-01-01', null]]);
  });

  describe('authority to practise', () => {
    const postings = [posting([team], '2026-01-01')];
    const certified = (needsAuthority: boolean) =>
      evidence('DEV-01', 2, '2026-11-23', { certification: { code: 'DMI', needsAuthority } });
    const recorded = (state: AuthorityRecord['state'], from: string, to: string | null = null) => ({
      ...{ id: newId<AuthorityRecord['id']>(), forceId: newId<ForceId>(), personId: newId<PersonId>() },
      ...{ certificationCode: 'DMI', state, from: day(from), to: to === null ? null : day(to) },
      ...{ by: null, ground: 'named-officer' as const, sourceId: null },
      recordedAt: new Date(`${from}T09:00:00Z`),
    });
    const both = (facts: Partial<PersonFacts>) => ({
      authorised: spansOf({ postings, ...facts }, team, 'DEV-01/2'),
      supervised: spansOf({ postings, ...facts }, team, 'DEV-01/2/supervised'),
    });
    const WHOLE = ['2026-11-23', '2027-11-23'];

    it('CAP-05 is not asked for where the rule does not, and lets nobody count where it does', () => {
      expect(both({ evidence: [certified(false)] })).toEqual({ authorised: [WHOLE], supervised: [] });
      expect(both({ evidence: [certified(true)] })).toEqual({ authorised: [], supervised: [] });
    });

    it('CAP-05 counts from the day of authority, and shows supervision apart', () => {
      const authority = [recorded('supervised', '2027-01-01'), recorded('authorised', '2027-03-01')];
      expect(both({ evidence: [certified(true)], authority })).toEqual({
        authorised: [['2027-03-01', '2027-11-23']],
        supervised: [['2027-01-01', '2027-02-28']],
      });
    });

    it.each(['restricted', 'suspended', 'lapsed'] as const)('CAP-05 counts nobody who is %s', (state) => {
      const authority = [recorded(state, '2027-02-01', '2027-02-28')];
      expect(both({ evidence: [certified(false)], authority })).toEqual({
        authorised: [
          ['2026-11-23', '2027-01-31'],
          ['2027-03-01', '2027-11-23'],
        ],
        supervised: [],
      });
    });

    it('CAP-05 lets other evidence stand for itself, and authority never overrules a finding', () => {
      const authority = [recorded('suspended', '2027-02-01')];
      const observed = evidence('DEV-01', 2, '2027-01-15', { kind: 'observed' });
      expect(both({ evidence: [certified(false), observed], authority }).authorised).toEqual([
        ['2026-11-23', '2028-01-15'],
      ]);
      const finding = evidence('DEV-01', 2, '2027-01-15', { kind: 'negative' });
      const later = [recorded('authorised', '2027-03-01')];
      expect(both({ evidence: [certified(true), finding], authority: later }).authorised).toEqual([]);
    });

    it('CAP-05 looks at the records of its own certification only', () => {
      const other = { ...recorded('suspended', '2027-02-01'), certificationCode: 'OTHER' };
      expect(both({ evidence: [certified(false)], authority: [other] }).authorised).toEqual([WHOLE]);
    });
  });
});
