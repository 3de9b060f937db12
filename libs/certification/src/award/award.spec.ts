import { addDays, calendarDateOf, londonDate } from '@app/platform/clock/calendar.js';
import { describe, expect, it } from '@jest/globals';
import { isInDate, lastValidDayOf } from './award.js';
import { checkCharacter, isSerial, serialFrom } from './serial.js';

describe('the last valid day of an award', () => {
  it.each([
    ['the usual case', '2026-11-23', 12, '2027-11-23'],
    ['six months into a shorter month', '2026-08-31', 6, '2027-02-28'],
    ['six months into a leap February', '2027-08-31', 6, '2028-02-29'],
    ['from leap day, a year on', '2028-02-29', 12, '2029-02-28'],
    ['from leap day, four years on', '2028-02-29', 48, '2032-02-29'],
    ['from 28 February of a common year: no jump to the month’s end', '2027-02-28', 12, '2028-02-28'],
    ['a month from 31 January', '2027-01-31', 1, '2027-02-28'],
    ['over the new year', '2026-12-31', 18, '2028-06-30'],
    ['across the change to summer time', '2027-03-27', 1, '2027-04-27'],
  ])('CRT-02 %s', (_case, awardedOn, months, lastValidDay) => {
    expect(lastValidDayOf(calendarDateOf(awardedOn), months)).toBe(lastValidDay);
  });

  it('CRT-01 counts from the London date: half past eleven at night UTC in summer is the next day', () => {
    expect(lastValidDayOf(londonDate(new Date('2026-06-30T23:30:00Z')), 12)).toBe('2027-07-01');
    expect(lastValidDayOf(londonDate(new Date('2026-12-30T23:30:00Z')), 12)).toBe('2027-12-30');
  });

  it('CRT-02 is itself in date, and the day after is not', () => {
    const award = { awardedOn: calendarDateOf('2026-11-23'), lastValidDay: calendarDateOf('2027-11-23') };
    expect(isInDate(award, award.lastValidDay)).toBe(true);
    expect(isInDate(award, addDays(award.lastValidDay, 1))).toBe(false);
    expect(isInDate(award, award.awardedOn)).toBe(true);
    expect(isInDate(award, addDays(award.awardedOn, -1))).toBe(false);
  });

  it.each([0, -1, 1.5, 121])('CRT-02 refuses a validity of %s months', (months) => {
    expect(() => lastValidDayOf(calendarDateOf('2026-11-23'), months)).toThrow('AWARD_VALIDITY_WRONG');
  });
});

describe('a serial', () => {
  it('CRT-03 has the check character of ISO 7064 MOD 37,36', () => {
    // The worked example of the Global Release Identifier standard: A1-2425G-ABC1234002-M.
    expect(checkCharacter('A12425GABC1234002')).toBe('M');
  });

  it('CRT-03 is accepted as it was made, whatever its case and hyphens', () => {
    const serial = serialFrom(Uint8Array.from({ length: 12 }, (_, index) => index * 7));
    expect(serial).toMatch(/^LN(-[0-9A-HJKMNP-TV-Z]{4}){3}-[0-9A-Z]$/);
    expect(isSerial(serial)).toBe(true);
    expect(isSerial(serial.toLowerCase().replaceAll('-', ''))).toBe(true);
  });

  it('CRT-03 is refused with any one character wrong, and with two neighbours exchanged', () => {
    const plain = serialFrom(Uint8Array.from({ length: 12 }, (_, index) => 11 + index * 5)).replaceAll(
      '-',
      '',
    );
    for (let at = 2; at < plain.length; at++) {
      const wrong = plain.charAt(at) === '7' ? '8' : '7';
      expect(isSerial(plain.slice(0, at) + wrong + plain.slice(at + 1))).toBe(false);
    }
    for (let at = 2; at < plain.length - 2; at++) {
      const swapped = plain.slice(0, at) + plain.charAt(at + 1) + plain.charAt(at) + plain.slice(at + 2);
      expect(isSerial(swapped)).toBe(false);
    }
  });
});
