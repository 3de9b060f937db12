const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** A time of day as a person reads it, in London. */
export function timeOfDay(instant: Date | string): string {
  return LONDON.format(new Date(instant));
}

/** Tells a story step by step and keeps count of what was checked. */
export class Transcript {
  private steps = 0;
  private passed = 0;
  private readonly failures: string[] = [];

  constructor(private readonly write: (line: string) => void = (line) => process.stdout.write(`${line}\n`)) {}

  /** Begins the next step. */
  step(title: string): void {
    this.steps += 1;
    this.write(`\n${String(this.steps).padStart(2)}. ${title}`);
  }

  /** One line of the step under way. */
  say(line: string): void {
    this.write(`    ${line}`);
  }

  /** Checks a claim and says how it went. */
  check(claim: string, holds: boolean, otherwise = ''): void {
    if (holds) this.passed += 1;
    else this.failures.push(claim);
    this.write(`    ${holds ? '✓' : '✗'} ${claim}${holds || otherwise === '' ? '' : ` (${otherwise})`}`);
  }

  /** Says how it ended; true when every claim held. */
  close(): boolean {
    this.write(`\n${this.passed} checks held, ${this.failures.length} did not.`);
    for (const claim of this.failures) this.write(`  ✗ ${claim}`);
    return this.failures.length === 0;
  }
}
