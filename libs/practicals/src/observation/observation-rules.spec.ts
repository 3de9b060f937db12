import type { PersonId } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { describe, expect, it } from '@jest/globals';
import { checkedContent, checkTimes, marksOf, type SheetInput } from './check-sheet.js';
import {
  moveObservation,
  OBSERVATION_STATES,
  type Observation,
  type ObservationState,
} from './observation.js';
import { checkedReason, mayCount, mayPlan, type ObservationHead, outcomeOf } from './observation-rules.js';
import { digestOf, type SheetContent } from './sheet.js';

const at = (time: string) => new Date(`2026-11-23T${time}:00Z`);
const [assessor, candidate, colleague] = ['assessor', 'candidate', 'colleague'] as [
  PersonId,
  PersonId,
  PersonId,
];
const criterion = (key: string, critical = false) => ({ key, text: englishOnly(key), critical });
const part = (key: string, isCandidates: boolean) => ({
  ...{ key, title: englishOnly(key), text: englishOnly('You answer.'), candidate: isCandidates },
});
const terms = {
  criteria: [criterion('gloves', true), criterion('label'), criterion('photo')],
  ...{ parts: [], passPercent: 60, validityMonths: null },
};
const tick = (key: string, seen = true, seenAt = at('10:10')) => ({
  ...{ tickId: `tick-of-${key}`, criterion: key, seen, note: null, seenAt },
});
const given: SheetInput = {
  ...{ startedAt: at('10:00'), finishedAt: at('10:30'), sentAt: at('10:31'), players: [] },
  ticks: [tick('label'), tick('gloves'), tick('photo', false)],
};
const who = { recordedBy: assessor, candidateId: candidate };
const checked = (more: Partial<SheetInput> = {}, by: Parameters<typeof checkedContent>[1] = terms) =>
  checkedContent({ ...given, ...more }, by, who);

describe('what a sheet comes to', () => {
  const outcome = (seen: string[], more = {}) =>
    outcomeOf(
      { startedAt: at('10:00'), ticks: terms.criteria.map(({ key }) => tick(key, seen.includes(key))) },
      {
        ...{ ...terms, ...more },
      },
    );

  it.each<[string, string[], number, boolean]>([
    ['all of three', ['gloves', 'label', 'photo'], 100, true],
    // 2 of 3 is 66.666…: rounded once.
    ['two of three with the critical one', ['gloves', 'label'], 66.67, true],
    ['two of three without the critical one', ['label', 'photo'], 66.67, false],
    ['one of three', ['gloves'], 33.33, false],
    ['none', [], 0, false],
  ])('PRA-09 %s', (_, seen, percent, passed) => {
    expect(outcome(seen)).toMatchObject({ percent, passed });
  });

  it('PRA-09 is decided before it is rounded: 66.666… is not 66.67', () => {
    expect(outcome(['gloves', 'label'], { passPercent: 67 })).toMatchObject({
      percent: 66.67,
      passed: false,
    });
    expect(outcome(['gloves', 'label'], { passPercent: 66 })).toMatchObject({ passed: true });
    expect(outcome(['label', 'photo']).criticalMissed).toEqual(['gloves']);
  });

  it('PRA-17 counts for so many months from the London day of observing', () => {
    expect(outcome(['gloves', 'label'])).toMatchObject({ on: '2026-11-23', lastValidDay: null });
    expect(outcome(['gloves', 'label'], { validityMonths: 3 }).lastValidDay).toBe('2027-02-23');
    const late = { startedAt: new Date('2026-06-30T23:30:00Z'), ticks: [] };
    expect(outcomeOf(late, terms).on).toBe('2026-07-01');
  });
});

describe('whether another go may be', () => {
  const goes = { maxAttempts: 2, coolDownHours: 24 };
  const other = (state: ObservationState, more: Partial<ObservationHead> = {}): ObservationHead => ({
    ...{ state, sheet: { startedAt: at('10:00') } },
    outcome: { percent: 0, passed: false, criticalMissed: [], on: '2026-11-23' as never, lastValidDay: null },
    ...more,
  });
  const passed = (lastValidDay: string | null) => ({
    outcome: {
      ...{ percent: 100, passed: true, criticalMissed: [], on: '2026-11-23' as never },
      lastValidDay: lastValidDay as never,
    },
  });
  const late = new Date('2027-03-01T10:00:00Z');

  it.each<ObservationState>(['PLANNED', 'RECORDED', 'SIGNED', 'DISPUTED'])(
    'PRA-03 nothing is planned while one is %s',
    (state) => expect(() => mayPlan([other(state)], goes, late)).toThrow('OBSERVATION_OPEN'),
  );

  it('PRA-03 a sheet counts beside plans and other sheets, but not while one waits for its candidate', () => {
    expect(() => mayCount([other('PLANNED'), other('RECORDED')], goes, late)).not.toThrow();
    for (const state of ['SIGNED', 'DISPUTED'] as const)
      expect(() => mayCount([other(state)], goes, late)).toThrow('OBSERVATION_OPEN');
  });

  it('PRA-03 attempts and the cool-down are those that were released', () => {
    const one = other('RELEASED');
    const dayLater = new Date('2026-11-24T10:00:00Z');
    expect(() => mayCount([one], goes, new Date(dayLater.getTime() - 1))).toThrow('OBSERVATION_COOLING_DOWN');
    expect(() => mayCount([one], goes, dayLater)).not.toThrow();
    expect(() => mayCount([one, one], goes, late)).toThrow('OBSERVATION_ATTEMPTS_USED');
    for (const state of ['SET_ASIDE', 'VOIDED', 'CANCELLED'] as const)
      expect(() => mayPlan([other(state), other(state)], goes, at('10:01'))).not.toThrow();
  });

  it('PRA-03, PRA-17 after a pass there is nothing more, until it counts no longer', () => {
    expect(() => mayCount([other('RELEASED', passed(null))], goes, late)).toThrow(
      'OBSERVATION_ALREADY_PASSED',
    );
    const until = other('RELEASED', passed('2027-03-01'));
    expect(() => mayCount([until], goes, late)).toThrow('OBSERVATION_ALREADY_PASSED');
    expect(() => mayCount([until], goes, new Date('2027-03-02T10:00:00Z'))).not.toThrow();
  });
});

describe('a sheet', () => {
  it('PRA-06 has each criterion once, in the order of the brief', () => {
    expect(checked().ticks.map(({ criterion: key, seen }) => [key, seen])).toEqual([
      ...[
        ['gloves', true],
        ['label', true],
        ['photo', false],
      ],
    ]);
    expect(() => checked({ ticks: [...given.ticks, tick('poem')] })).toThrow('OBSERVATION_CRITERION_UNKNOWN');
    const twice = { ...tick('gloves'), tickId: 'another-id' };
    expect(() => checked({ ticks: [...given.ticks, twice] })).toThrow('OBSERVATION_CRITERION_TWICE');
    expect(() => checked({ ticks: given.ticks.slice(1) })).toThrow('OBSERVATION_CRITERION_MISSING');
  });

  it.each<[string, Partial<SheetInput>]>([
    ['an id of a tick twice', { ticks: given.ticks.map((each) => ({ ...each, tickId: 'the-same' })) }],
    ['an id that is none', { ticks: given.ticks.map((each) => ({ ...each, tickId: '$' })) }],
    ['a long note', { note: 'x'.repeat(2001) }],
    ['a long note of a tick', { ticks: given.ticks.map((each) => ({ ...each, note: 'x'.repeat(2001) })) }],
  ])('is malformed with %s', (_, more) => {
    expect(() => checked(more)).toThrow('The sheet has the wrong form');
  });

  it.each<[string, Partial<SheetInput>]>([
    ['it ends before it begins', { startedAt: at('10:31') }],
    ['it is sent before it ends', { sentAt: at('10:29') }],
    ['a tick lies before it', { startedAt: at('10:11') }],
    ['a tick lies after it', { finishedAt: at('10:09') }],
    ['it is longer than a day', { startedAt: new Date('2026-11-22T10:29:59Z') }],
  ])('PRA-07 is refused when %s', (_, more) => expect(() => checked(more)).toThrow('OBSERVATION_TIMES'));

  it('PRA-07 is not of a time to come, nor of one before it could be', () => {
    const times = (now: string, notBefore: string) =>
      checkTimes(given, { now: at(now), notBefore: at(notBefore) });
    expect(() => times('10:24', '09:00')).toThrow('OBSERVATION_TIME_FUTURE');
    expect(() => times('10:25', '09:00')).not.toThrow();
    expect(() => times('10:31', '10:06')).toThrow('OBSERVATION_TIME_EARLY');
    expect(() => times('10:31', '10:05')).not.toThrow();
  });

  it('PRA-07 says what is odd about its times', () => {
    const plan = { plannedBy: assessor, assessorId: assessor, madeAt: at('08:00') };
    const marks = (receivedAt: Date, sentAt: Date, startsAt: Date) =>
      marksOf(given, { sentAt, receivedAt }, { ...plan, startsAt });
    const next = new Date('2026-11-24T10:30:00Z');
    const later = new Date(next.getTime() + 1);
    expect(marks(at('10:31'), at('10:31'), at('15:00'))).toEqual([]);
    expect(marks(next, next, at('15:00'))).toEqual([]);
    expect(marks(later, later, next)).toEqual(['LATE', 'OTHER_DAY']);
    expect(marks(at('10:37'), at('10:31'), at('15:00'))).toEqual(['CLOCK_OFF']);
    expect(marksOf(given, { sentAt: at('10:31'), receivedAt: at('10:31') }, null)).toEqual([]);
  });

  it('PRA-08 says who played each part but the candidate’s', () => {
    const played = { ...terms, parts: [part('officer', true), part('caller', false)] };
    const players = (list: SheetInput['players']) => () => checked({ players: list }, played);
    expect(players([{ part: 'caller', personId: colleague }])().players).toEqual([
      { part: 'caller', personId: colleague },
    ]);
    expect(players([{ part: 'caller' }])().players).toEqual([{ part: 'caller', personId: null }]);
    for (const wrong of [
      [],
      [{ part: 'officer' }],
      [{ part: 'caller' }, { part: 'caller' }],
      [{ part: 'caller' }, { part: 'officer' }],
      [{ part: 'caller', personId: candidate }],
    ])
      expect(players(wrong)).toThrow('OBSERVATION_PLAYERS');
    expect(() => checked({ players: [{ part: 'caller' }] })).toThrow('OBSERVATION_PLAYERS');
  });

  it('PRA-11 has a digest of everything that it says and of nothing else', () => {
    const subject = {
      ...{ id: 'o', personId: candidate, courseCode: 'OLH-101', componentKey: 'watched', briefId: 'b' },
    };
    const content = checked();
    const digest = digestOf(subject, content);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(digestOf(subject, checked({ sentAt: at('11:00'), ticks: [...given.ticks].reverse() }))).toBe(
      digest,
    );
    const others: SheetContent[] = [
      checked({ note: 'Calm.' }),
      checked({ finishedAt: at('10:29') }),
      checked({ startedAt: at('09:59') }),
      checked({ ticks: given.ticks.map((each) => ({ ...each, seen: true })) }),
      checked({ ticks: given.ticks.map((each) => ({ ...each, note: 'Slow.' })) }),
      checked({ ticks: given.ticks.map((each) => ({ ...each, seenAt: at('10:11') })) }),
      { ...content, recordedBy: colleague },
      { ...content, players: [{ part: 'caller', personId: colleague }] },
    ];
    const digests = [
      ...others.map((other) => digestOf(subject, other)),
      ...Object.keys(subject).map((key) => digestOf({ ...subject, [key]: 'x' }, content)),
    ];
    expect(new Set([digest, ...digests]).size).toBe(1 + others.length + 5);
  });
});

describe('the life of an observation', () => {
  const allowed = new Set([
    ...['PLANNED → RECORDED', 'PLANNED → CANCELLED', 'CANCELLED → RECORDED', 'RECORDED → SIGNED'],
    ...[
      'RECORDED → VOIDED',
      'SIGNED → RECORDED',
      'SIGNED → RELEASED',
      'SIGNED → DISPUTED',
      'SIGNED → VOIDED',
    ],
    ...['DISPUTED → RELEASED', 'DISPUTED → SET_ASIDE', 'DISPUTED → VOIDED', 'RELEASED → VOIDED'],
  ]);
  const pairs = OBSERVATION_STATES.flatMap((from) => OBSERVATION_STATES.map((to) => [from, to] as const));

  it.each(pairs.filter(([from, to]) => from !== to))('PRA-01 %s → %s', (from, to) => {
    const move = () => moveObservation({ state: from } as Observation, to).state;
    if (allowed.has(`${from} → ${to}`)) expect(move()).toBe(to);
    else expect(move).toThrow('OBSERVATION_STATE');
  });

  it('PRA-12 has reasons of ten characters or more', () => {
    expect(checkedReason('  It was dark.  ')).toBe('It was dark.');
    for (const text of ['Too short', ' '.repeat(20), 'x'.repeat(2001)])
      expect(() => checkedReason(text)).toThrow('OBSERVATION_REASON_MISSING');
  });
});
