import { describe, expect, it } from '@jest/globals';
import { afterQuiet, sentAt, soundPreferences, USUAL } from './preference.js';

const NIGHT = { from: '21:00', to: '07:00' };

describe('quiet hours', () => {
  it.each([
    ['before they begin, on a winter evening', '2026-11-23T20:59:59Z', NIGHT, '2026-11-23T20:59:59.000Z'],
    [
      'from their first minute to the next morning',
      '2026-11-23T21:00:00Z',
      NIGHT,
      '2026-11-24T07:00:00.000Z',
    ],
    ['after midnight to the same morning', '2026-11-24T02:00:00Z', NIGHT, '2026-11-24T07:00:00.000Z'],
    ['not at their end', '2026-11-24T07:00:00Z', NIGHT, '2026-11-24T07:00:00.000Z'],
    [
      'in summer by London’s clocks: 21:30 there is 20:30 UTC',
      '2026-07-01T20:30:00Z',
      NIGHT,
      '2026-07-02T06:00:00.000Z',
    ],
    [
      'over the short night of 28 March 2027: seven is six UTC',
      '2027-03-27T22:30:00Z',
      NIGHT,
      '2027-03-28T06:00:00.000Z',
    ],
    [
      'over the long night of 25 October 2026: seven is seven UTC',
      '2026-10-24T21:30:00Z',
      NIGHT,
      '2026-10-25T07:00:00.000Z',
    ],
    [
      'to a time that spring leaves out: 01:30 is 02:30 then',
      '2027-03-28T00:10:00Z',
      { from: '23:00', to: '01:30' },
      '2027-03-28T01:30:00.000Z',
    ],
    ['within a day', '2026-11-23T12:00:00Z', { from: '09:00', to: '17:30' }, '2026-11-23T17:30:00.000Z'],
    ['none at all', '2026-11-23T23:00:00Z', null, '2026-11-23T23:00:00.000Z'],
  ] as const)('NTF-16 hold %s', (_when, now, quiet, expected) => {
    expect(afterQuiet(new Date(now), quiet).toISOString()).toBe(expected);
  });

  it('NTF-16 are two different times of day', () => {
    for (const quiet of [
      { from: '7:00', to: '09:00' },
      { from: '24:00', to: '07:00' },
      { from: '', to: '07:00' },
      { from: '07:00', to: '07:00' },
    ])
      expect(() => soundPreferences({ ...USUAL, quiet })).toThrow('QUIET_HOURS_WRONG');
  });
});

describe('a mail that is of use up to an instant', () => {
  it.each([
    [
      'waits when that lies after them',
      '2026-11-23T22:00:00Z',
      '2026-11-24T07:00:01Z',
      '2026-11-24T07:00:00.000Z',
    ],
    [
      'goes at once when they reach it',
      '2026-11-23T22:00:00Z',
      '2026-11-24T07:00:00Z',
      '2026-11-23T22:00:00.000Z',
    ],
    [
      'waits when it is past anyway',
      '2026-11-23T22:00:00Z',
      '2026-11-23T21:00:00Z',
      '2026-11-24T07:00:00.000Z',
    ],
    [
      'goes at once on the long night of autumn: they end at 07:00 UTC, not 06:00',
      '2026-10-24T21:00:00Z',
      '2026-10-25T06:30:00Z',
      '2026-10-24T21:00:00.000Z',
    ],
    [
      'waits on the short night of spring: they end at 06:00 UTC, not 07:00',
      '2027-03-27T22:00:00Z',
      '2027-03-28T06:30:00Z',
      '2027-03-28T06:00:00.000Z',
    ],
    ['goes by day', '2026-11-23T12:00:00Z', '2026-11-23T13:00:00Z', '2026-11-23T12:00:00.000Z'],
  ] as const)('NTF-42 %s', (_when, now, latest, expected) => {
    expect(sentAt(new Date(now), USUAL.quiet, new Date(latest)).toISOString()).toBe(expected);
  });
});

describe('what mail is wanted', () => {
  it('NTF-15 can be switched off by purpose, but for account, authority and escalations', () => {
    expect(soundPreferences({ mailOff: ['RESULTS', 'AWARDS', 'RESULTS'], quiet: null })).toEqual({
      ...{ mailOff: ['AWARDS', 'RESULTS'], quiet: null },
    });
    for (const purpose of ['ACCOUNT', 'AUTHORITY', 'ESCALATIONS'] as const)
      expect(() => soundPreferences({ mailOff: ['RESULTS', purpose], quiet: null })).toThrow(
        'MAIL_NOT_OPTIONAL',
      );
  });
});
