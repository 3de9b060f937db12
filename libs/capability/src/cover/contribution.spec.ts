import type { SkillLevel } from '@app/framework';
import type { UnitId } from '@app/identity';
import { addMonths, type CalendarDate, calendarDateOf } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import type { Evidence, EvidenceId } from '@app/standing';
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
    ...{ personId: newId<PersonId>(), postings: [], absences: [], isSuspended: false, evidence: [] },
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
});
