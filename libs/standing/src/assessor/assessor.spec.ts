import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { describe, expect, it } from '@jest/globals';
import type { Evidence, EvidenceId } from '../evidence/evidence.js';
import { assessorStandingAt } from './assessor.js';

const ON = calendarDateOf('2026-11-23');
const NOW = new Date('2026-11-23T09:00:00Z');
const need = { skillId: 'OLH-01', level: 2 };

function piece(more: Partial<Evidence> = {}): Evidence {
  return {
    id: newId<EvidenceId>(),
    forceId: newId<ForceId>(),
    personId: newId<PersonId>(),
    ...{ skillId: 'OLH-01', level: 2, kind: 'award', title: englishOnly('Course'), sourceId: 's' },
    certification: null,
    from: calendarDateOf('2026-01-01'),
    lastValidDay: calendarDateOf('2026-12-31'),
    recordedAt: new Date('2026-01-01T09:00:00Z'),
    ended: null,
    ...more,
  };
}

describe('assessorStandingAt', () => {
  it('STD-10 is in date at the level or above, and not below it', () => {
    const at = (level: 1 | 2 | 3) => assessorStandingAt([piece({ level })], need, { on: ON, knownAt: NOW });
    expect([at(1), at(2), at(3)].map(({ isInDate, held }) => [isInDate, held])).toEqual([
      [false, 1],
      [true, 2],
      [true, 3],
    ]);
  });

  it('STD-10 counts the last valid day, and not the day after', () => {
    const on = (day: string) =>
      assessorStandingAt([piece()], need, { on: calendarDateOf(day), knownAt: new Date(`${day}T09:00:00Z`) });
    expect([on('2026-12-31').isInDate, on('2027-01-01').isInDate]).toEqual([true, false]);
  });

  it('STD-10 counts no other skill', () => {
    expect(assessorStandingAt([piece({ skillId: 'DEV-01' })], need, { on: ON, knownAt: NOW })).toMatchObject({
      isInDate: false,
      held: 0,
      evidenceIds: [],
      lastValidDay: null,
    });
  });

  it('STD-11 names the evidence that counted, and none that did not', () => {
    const counts = piece();
    const over = piece({ lastValidDay: calendarDateOf('2026-11-22') });
    const withdrawn = piece({ ended: { at: new Date('2026-11-01T00:00:00Z'), how: 'withdrawn' } });
    expect(assessorStandingAt([over, counts, withdrawn], need, { on: ON, knownAt: NOW })).toEqual({
      ...{ skillId: 'OLH-01', level: 2, isInDate: true, held: 2, lastValidDay: '2026-12-31' },
      ...{ evidenceIds: [counts.id], on: ON, knownAt: NOW },
    });
  });

  it('STD-11 knows nothing of a withdrawal that came later', () => {
    const later = piece({ ended: { at: new Date('2026-11-23T09:00:01Z'), how: 'withdrawn' } });
    expect(assessorStandingAt([later], need, { on: ON, knownAt: NOW }).isInDate).toBe(true);
  });
});
