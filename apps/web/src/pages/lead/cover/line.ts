import { Temporal } from 'temporal-polyfill';

/** One day of the line. */
export interface Point {
  readonly on: string;
  readonly inDate: number;
  readonly posted: number;
}

/** Today and the first day of each of the next twelve months, in London. */
export function monthsAhead(now: Date): { from: string; to: string; days: string[] } {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO('Europe/London')
    .toPlainDate();
  const firsts = Array.from({ length: 12 }, (_, index) =>
    today
      .with({ day: 1 })
      .add({ months: index + 1 })
      .toString(),
  );
  const days = [today.toString(), ...firsts];
  return { from: today.toString(), to: days.at(-1) ?? today.toString(), days };
}

/** The line on the given days: a point holds until the next one. Days before the first point are left out. */
export function sampled(points: readonly Point[], days: readonly string[]): Point[] {
  const inOrder = points.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return days.flatMap((day) => {
    const point = inOrder.findLast(({ on }) => on <= day);
    return point === undefined ? [] : [{ ...point, on: day }];
  });
}

const PLOT = { left: 40, top: 10, width: 700, height: 180 };

/** The bars of the drawing, in the units of its own picture, and the line of the minimum. */
export function barsOf(points: readonly Point[], minimum: number | null) {
  const highest = Math.max(1, minimum ?? 0, ...points.map(({ posted }) => posted));
  const heightOf = (count: number): number => Math.round((count / highest) * PLOT.height);
  const step = PLOT.width / Math.max(1, points.length);
  return {
    plot: { ...PLOT, bottom: PLOT.top + PLOT.height, right: PLOT.left + PLOT.width },
    highest,
    minimumY: minimum === null ? null : PLOT.top + PLOT.height - heightOf(minimum),
    bars: points.map((point, index) => ({
      ...point,
      x: Math.round(PLOT.left + index * step + step * 0.2),
      width: Math.round(step * 0.6),
      y: PLOT.top + PLOT.height - heightOf(point.inDate),
      height: heightOf(point.inDate),
      short: minimum !== null && point.inDate < minimum,
    })),
  };
}
