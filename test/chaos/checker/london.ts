const PARTS = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' },
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
});
const DAY_MS = 24 * 60 * 60 * 1000;

/** The date in London, YYYY-MM-DD. */
export function londonDay(at: number): string {
  return new Date(at + offsetMs(at)).toISOString().slice(0, 10);
}

/** The instant at which London's clocks show eight in the morning of a date, so many days from another. */
export function eightInLondon(day: string, days: number): number {
  const wanted = Date.parse(`${day}T08:00:00Z`) + days * DAY_MS;
  return wanted - offsetMs(wanted);
}

/** By how much London is ahead of UTC. */
function offsetMs(at: number): number {
  const part = Object.fromEntries(PARTS.formatToParts(at).map(({ type, value }) => [type, value]));
  const shown = Date.parse(
    `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}Z`,
  );
  return shown - Math.floor(at / 1000) * 1000;
}
