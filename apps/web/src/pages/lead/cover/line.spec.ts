import { barsOf, monthsAhead, sampled } from './line.js';

describe('the line of cover', () => {
  it('looks at today and the first of the next twelve months, on London days', () => {
    const { from, to, days } = monthsAhead(new Date('2027-03-31T23:30:00Z'));
    expect(from).toBe('2027-04-01');
    expect(days).toHaveLength(13);
    expect(days[1]).toBe('2027-05-01');
    expect(to).toBe('2028-04-01');
  });

  it('holds each point until the next, in whatever order they came', () => {
    const points = [
      { on: '2027-06-10', inDate: 2, posted: 5 },
      { on: '2027-04-01', inDate: 4, posted: 5 },
    ];
    expect(
      sampled(points, ['2027-03-01', '2027-05-01', '2027-06-10', '2027-07-01']).map(({ on, inDate }) => [
        on,
        inDate,
      ]),
    ).toEqual([
      ['2027-05-01', 4],
      ['2027-06-10', 2],
      ['2027-07-01', 2],
    ]);
  });

  it('draws to scale and marks what is short', () => {
    const { bars, highest, minimumY, plot } = barsOf([{ on: '2027-04-01', inDate: 1, posted: 4 }], 2);
    expect(highest).toBe(4);
    expect(bars[0]).toMatchObject({ height: plot.height / 4, y: plot.bottom - plot.height / 4, short: true });
    expect(minimumY).toBe(plot.bottom - plot.height / 2);
    expect(barsOf([], null).minimumY).toBeNull();
  });
});
