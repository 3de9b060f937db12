import { dateFromParts, dateInWords, dateTimeInWords, londonInstant } from './dates.js';

describe('days and times as an officer reads them', () => {
  it('writes days in both languages', () => {
    expect(dateInWords('en', '2026-10-03')).toBe('3 October 2026');
    expect(dateInWords('cy', '2026-10-03')).toBe('3 Hydref 2026');
  });

  it('shows instants on London clocks, 24 hours, summer and winter', () => {
    expect(dateTimeInWords('en', '2026-07-01T22:30:00.000Z')).toBe('1 July 2026, 23:30');
    expect(dateTimeInWords('en', '2026-12-31T23:59:00.000Z')).toBe('31 December 2026, 23:59');
    expect(dateTimeInWords('en', '2026-07-01T23:05:00.000Z')).toBe('2 July 2026, 00:05');
  });

  it.each([
    ['29', '2', '2028', '2028-02-29'],
    ['9', '03', '2027', '2027-03-09'],
    ['29', '2', '2027', undefined],
    ['31', '4', '2027', undefined],
    ['1', '13', '2027', undefined],
    ['', '3', '2027', undefined],
    ['1', '3', '27', undefined],
  ])('reads %s %s %s as %s', (day, month, year, date) => {
    expect(dateFromParts(day, month, year)).toBe(date);
  });

  it.each([
    ['2027-01-10', '14:30', '2027-01-10T14:30:00.000Z'],
    ['2027-07-10', '14:30', '2027-07-10T13:30:00.000Z'],
    ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
    ['2027-03-28', '01:30', '2027-03-28T01:30:00.000Z'],
    ['2027-07-10', '9.05', '2027-07-10T08:05:00.000Z'],
    ['2027-07-10', '24:00', undefined],
    ['2027-07-10', 'noon', undefined],
  ])('London %s %s is %s', (date, time, instant) => {
    expect(londonInstant(date, time)).toBe(instant);
  });
});
