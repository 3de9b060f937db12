import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { describe, expect, it } from '@jest/globals';
import type { Evidence, EvidenceId } from '../evidence/evidence.js';
import { type RollUp, skillStanding } from './roll-up.js';

const WHEN = { asAt: calendarDateOf('2026-06-01'), knownAt: new Date('2026-06-01T12:00:00Z') };

function piece(skillId: string, last: string, more: Partial<Evidence> = {}): Evidence {
  return {
    ...{ id: newId<EvidenceId>(), forceId: 'f' as ForceId, personId: 'p' as PersonId, skillId },
    ...{ level: 2, kind: 'award', title: englishOnly('x'), sourceId: newId(), certification: null },
    ...{ from: calendarDateOf('2026-01-01'), lastValidDay: calendarDateOf(last) },
    ...{ recordedAt: new Date('2026-01-01T00:00:00Z'), ended: null },
    ...more,
  };
}
const parts = ['A', 'B', 'C'].map((skillId) => ({ skillId, level: 2 }));
const rule = (atLeast: number): RollUp => ({ skillId: 'X', level: 2, atLeast, parts });
const ask = (evidence: Evidence[], rollUps: RollUp[]) =>
  skillStanding({ skillId: 'X', evidence, ...WHEN }, { rollUps });

describe('levels that follow from others', () => {
  const two = [piece('A', '2026-12-31'), piece('B', '2026-09-30')];

  it('STD-31 infers nothing without a rule', () => {
    expect(ask(two, [])).toMatchObject({ level: 0, lastValidDay: null });
  });

  it('STD-31 follows from any, from n of m and from all, while enough parts hold', () => {
    expect(ask(two, [rule(1)])).toMatchObject({ level: 2, lastValidDay: '2026-12-31' });
    expect(ask(two, [rule(2)])).toMatchObject({ level: 2, lastValidDay: '2026-09-30' });
    expect(ask(two, [rule(3)])).toMatchObject({ level: 0, rolledUp: [{ holds: false }] });
    expect(ask([...two, piece('C', '2026-07-31')], [rule(3)])).toMatchObject({
      level: 2,
      lastValidDay: '2026-07-31',
    });
  });

  it('STD-31 does not get round a finding against the skill', () => {
    const finding = piece('X', '2026-12-31', { kind: 'negative' });
    expect(ask([...two, finding], [rule(1)]).level).toBe(0);
  });

  it('STD-31 gives nothing where a rule leads back to itself', () => {
    const back: RollUp = { skillId: 'A', level: 2, atLeast: 1, parts: [{ skillId: 'X', level: 2 }] };
    expect(ask([], [rule(1), back]).level).toBe(0);
  });
});
