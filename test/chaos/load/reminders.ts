import { pause } from '../pause.ts';
import { quietly } from './attempts.ts';
import type { Client } from './client.ts';
import type { Force, Stage } from './company.ts';
import * as documents from './documents.ts';

/** Certifications that nobody sits in the run, so that nothing but time moves their reminders. */
const CODES = [
  ...['ANA-210', 'BIO-210', 'COM-201', 'CPV-110', 'CPV-120', 'CYB-110', 'DFX-120', 'DFX-201', 'OLH-120'],
  ...['OLH-210', 'OSI-110', 'PRO-110', 'PRO-120', 'SVP-210', 'SVP-220'],
];
/** With the last three nothing is due yet. */
const DUE_IN_DAYS = [2, 3, 5, 6, 8, 9, 11, 12, 13, 16, 20, 40];
const DAY_MS = 24 * 60 * 60 * 1000;

/** A training lead asks people for certifications, by a day so near that a step of the reminder is due at once. */
export async function assign(stage: Stage, force: Force, everyMs: number): Promise<void> {
  const { random } = stage;
  const pairs = random.shuffled(force.learners.flatMap((person) => CODES.map((code) => ({ person, code }))));
  for (const { person, code } of pairs) {
    if (Date.now() > stage.endsAt || stage.signal.aborted) return;
    const dueOn = londonDay(Date.now() + random.of(DUE_IN_DAYS) * DAY_MS);
    await quietly(async () => {
      await force.trainer.ask(documents.ASSIGN, { personId: person.personId, code, dueOn });
      stage.file.write({ kind: 'done', op: 'assign', personId: person.personId, code, dueOn });
    });
    await pause(random.between(everyMs / 2, everyMs * 1.5), stage.signal);
  }
}

/** People ask for quiet hours that end within the run: their mail waits until then. */
export async function askForQuiet(stage: Stage, force: Force): Promise<void> {
  const { random } = stage;
  const people = random.shuffled([...force.learners]);
  for (const person of people.slice(0, Math.ceil(people.length / 3))) {
    const endsAt = Date.now() + 75_000;
    if (endsAt > stage.endsAt || stage.signal.aborted) return;
    await quietly(() => quietUntil(stage, person, endsAt));
    await pause(random.between(1000, 5000), stage.signal);
  }
}

/** Until the minute in which `at` lies begins, by London's clocks. */
async function quietUntil(stage: Stage, person: Client, at: number): Promise<void> {
  const [quietFrom, quietTo] = [londonTime(at - 3_600_000), londonTime(at)];
  await person.ask(documents.QUIET, { mailOff: [], quietFrom, quietTo });
  stage.file.write({ kind: 'done', op: 'quiet', personId: person.personId, quietTo });
}

const LONDON = { timeZone: 'Europe/London' } as const;

function londonDay(at: number): string {
  return new Intl.DateTimeFormat('en-CA', { ...LONDON, dateStyle: 'short' }).format(at);
}

function londonTime(at: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    ...LONDON,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}
