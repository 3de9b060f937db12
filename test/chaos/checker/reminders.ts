import type { Document } from 'mongodb';
import { healthyMs } from './deadlines.ts';
import { type Facts, more } from './facts.ts';
import { doneOf, type Health, type LogLine, type TakenMail } from './log.ts';
import { eightInLondon } from './london.ts';

/** How many mails a worker has in hand at once. */
const MAILS_AT_ONCE = 10;
/** What falls due closer to the end than this need not have been told. */
const MARGIN_MS = 30_000;

/** What became of reminders and of all other mail. */
export interface Told {
  readonly missed: readonly string[];
  readonly twice: readonly string[];
  /** How many nobody can know of. */
  readonly unknown: number;
  /** Empty when kills explain them all. */
  readonly unexplained: readonly string[];
}

/** When the run ended, and everything had had time to be told. */
export interface Moment {
  readonly readAt: number;
}

/** Compares what had to be told with the rows of the database, and those with the mail that came. */
export function told(
  log: readonly LogLine[],
  mail: readonly TakenMail[],
  of: { facts: Facts } & Moment,
): Told {
  const { deliveries } = of.facts;
  const before = new Set(log.flatMap((line) => (line.kind === 'begun' ? line.mails : [])));
  const post = new Post(
    deliveries.filter(({ _id }) => !before.has(String(_id))),
    mail,
  );
  const wanted = [...assigned(log, of), ...ranOut(of), ...placed(log, of.facts)];
  const { unknown } = post;
  const kills = log.filter((line) => line.kind === 'struck' && line.how !== 'clock').length;
  return {
    missed: [...wanted.flatMap((each) => each.missed(post)), ...post.notGone(of)],
    twice: [...wanted.flatMap((each) => each.twice(post)), ...post.twice()],
    unknown,
    unexplained: unknown > kills * MAILS_AT_ONCE ? [`${unknown} unknown, ${kills} kills and pauses`] : [],
  };
}

/** The deliveries, and how often the mail of each came. */
class Post {
  readonly deliveries: readonly Document[];
  private readonly came: ReadonlyMap<string, number>;
  private readonly strangers: readonly string[];

  constructor(deliveries: readonly Document[], mail: readonly TakenMail[]) {
    this.deliveries = deliveries;
    const ids = mail.map(({ messageId }) => /^<([^@>]+)@/.exec(messageId)?.[1] ?? messageId);
    const known = new Set(deliveries.map(({ _id }) => String(_id)));
    this.came = new Map([...Map.groupBy(ids, (id) => id)].map(([id, { length }]) => [id, length]));
    this.strangers = ids.filter((id) => !known.has(id));
  }

  get unknown(): number {
    return this.deliveries.filter(({ state }) => state === 'unknown').length;
  }

  /** How many of these were told: their mail came, or nobody can know. */
  told(deliveries: readonly Document[]): number {
    return deliveries.filter(({ _id, state }) => this.came.has(String(_id)) || state === 'unknown').length;
  }

  /** Mail that is said to have gone and did not come, or that has still to go although its time has come. */
  notGone({ facts, readAt }: { facts: Facts } & Moment): string[] {
    const later = new Set(
      facts.dues.flatMap(({ key, state, dueAt }) =>
        state === 'waiting' && dueAt.getTime() > readAt - MARGIN_MS ? [String(key)] : [],
      ),
    );
    return this.deliveries.flatMap(({ _id, state, message }) => {
      const isSaid = (state === 'accepted' || state === 'delivered') && !this.came.has(String(_id));
      const waits = (state === 'queued' || state === 'sending') && !later.has(`mail-${_id}`);
      const isBad = state === 'failed' || state === 'bounced';
      return isSaid || waits || isBad ? [`mail ${_id} (${message}) is ${state}`] : [];
    });
  }

  twice(): string[] {
    const often = [...this.came].filter(([, count]) => count > 1);
    return [
      ...often.map(([id, count]) => `mail ${id}: ${count} times`),
      ...this.strangers.map((id) => `mail ${id}: no delivery knows of it`),
      ...more(this.deliveries, ({ recipient, cycle, message }) => `${recipient} ${cycle} ${message}`).map(
        ({ key, count }) => `delivery ${key}: ${count} times`,
      ),
    ];
  }
}

/** Something that had to be told so often. */
class Wanted {
  private readonly what: string;
  private readonly deliveries: readonly Document[];
  private readonly least: number;
  private readonly most: number;

  constructor(what: string, deliveries: readonly Document[], often: { least: number; most: number }) {
    this.what = what;
    this.deliveries = deliveries;
    this.least = often.least;
    this.most = often.most;
  }

  missed(post: Post): string[] {
    const count = post.told(this.deliveries);
    return count < this.least ? [`${this.what}: told ${count} times, not ${this.least}`] : [];
  }

  twice(post: Post): string[] {
    const count = post.told(this.deliveries);
    return count > this.most ? [`${this.what}: told ${count} times, not ${this.most}`] : [];
  }
}

/** The deliveries of the steps of a person's thing that were told to the person. */
function stepsTold({ steps, deliveries }: Facts, personId: string, thing: string): Document[] {
  const ids = new Set(
    steps.flatMap((step) =>
      String(step['personId']) === personId && step['thing'] === thing && step['level'] === 0
        ? [String(step['_id'])]
        : [],
    ),
  );
  return deliveries.filter(({ cycle }) => ids.has(String(cycle)));
}

/** Asked for by a day: of the steps 14, 7 and 1 days before, at eight, the latest past one, and each that fell due since. */
function assigned(log: readonly LogLine[], { facts, readAt }: { facts: Facts } & Moment): Wanted[] {
  return doneOf(log, 'assign').map(({ personId, code, dueOn, at }) => {
    const steps = [-14, -7, -1].map((days) => eightInLondon(dueOn, days));
    const often = (margin: number) =>
      Number(steps.some((step) => step <= at - margin)) +
      steps.filter((step) => step > at - margin && step <= readAt - margin).length;
    const counts = [often(MARGIN_MS), often(0)];
    const between = { least: Math.min(...counts), most: Math.max(...counts) };
    return new Wanted(`${code} for ${personId} by ${dueOn}`, stepsTold(facts, personId, code), between);
  });
}

/** An award that ran out is told on the first day after it, at eight. */
function ranOut({ facts, readAt }: { facts: Facts } & Moment): Wanted[] {
  return facts.awards.flatMap(({ personId, courseCode, lastValidDay }) => {
    const dueAt = eightInLondon(lastValidDay, 1);
    if (dueAt > readAt) return [];
    const steps = facts.steps.filter(
      (step) =>
        String(step['personId']) === String(personId) &&
        step['thing'] === courseCode &&
        step['step'] === 'overdue',
    );
    const ids = new Set(steps.map(({ _id }) => String(_id)));
    const deliveries = facts.deliveries.filter(({ cycle }) => ids.has(String(cycle)));
    const often = { least: dueAt > readAt - MARGIN_MS ? 0 : 1, most: 1 };
    return [new Wanted(`${courseCode} of ${personId} ran out`, deliveries, often)];
  });
}

/** A place that was held when its sitting was to be reminded of is reminded of once, if any worker was up before the sitting was over. */
function placed(log: readonly LogLine[], { deliveries }: Facts): Wanted[] {
  const looks = log.filter((line): line is Health => line.kind === 'health');
  const sittings = new Map(doneOf(log, 'sitting').map((line) => [line.sittingId, line]));
  const places = new Map(doneOf(log, 'place').map((line) => [`${line.sittingId} ${line.personId}`, line]));
  return [...places.values()].flatMap(({ sittingId, personId, at }) => {
    const sitting = sittings.get(sittingId);
    if (sitting === undefined || sitting.remindAt === null) return [];
    const sent = deliveries.filter(
      ({ recipient, message, cycle }) =>
        String(recipient) === personId &&
        message === 'sitting-reminder' &&
        String(cycle).startsWith(sittingId),
    );
    const couldBeTold = healthyMs(looks, sitting.remindAt, sitting.closesAt) > 5000;
    const often = { least: at < sitting.remindAt && couldBeTold ? 1 : 0, most: 1 };
    return [new Wanted(`sitting ${sittingId} for ${personId}`, sent, often)];
  });
}
