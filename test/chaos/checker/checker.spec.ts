import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Document, MongoClient, ObjectId } from 'mongodb';
import { check, faultsOf, linesOf, type Verdict } from './check.ts';
import { healthyMs } from './deadlines.ts';
import type { Done, LogLine, TakenMail } from './log.ts';

/**
 * The checker can fail: a made-up run in which all is well, and for each fault the same run with that fault alone. The database is
 * a real one, since the times of closing come from its oplog.
 */
const SECOND = 1000;
const DAY = 86_400_000;
const now = Date.now();
const ids = Object.fromEntries(
  [
    ...['person', 'other', 'sitting', 'clocked', 'handedIn', 'item', 'task', 'response', 'award'],
    ...['oldAward', 'stepOfCode', 'stepOfAward', 'mailOfCode', 'mailOfAward', 'mailOfSitting', 'holding'],
  ].map((name) => [name, new ObjectId()]),
) as Record<string, ObjectId>;
const text = (name: string) => String(ids[name]);
const day = (at: number) => new Date(at).toISOString().slice(0, 10);
/** In five days: the step of seven days before lies behind, the one of a day before ahead. */
const dueOn = day(now + 5 * DAY);
const lastValidDay = day(now - 3 * DAY);
const begun = now - 300 * SECOND;
const opensAt = now - 60 * SECOND;
const deadline = now - 20 * SECOND;

type Shape = Record<string, Document[]>;

/** Every collection as it is when all is well. Attempts are still open: they are ended one by one, so that the oplog knows when. */
function soundShape(): Shape {
  const attempt = {
    personId: ids['person'],
    sittingId: ids['sitting'],
    courseCode: 'OLH-101',
    deadline: new Date(deadline),
  };
  const value = { choices: ['b'] };
  const saved = { itemId: ids['item'], sequence: 1, value };
  const answered = { answers: { [text('item')]: { sequence: 1, value } }, history: [saved] };
  const running = {
    ...attempt,
    ...answered,
    startedAt: new Date(opensAt),
    endsAt: attempt.deadline,
    state: 'OPEN',
  };
  const open = { ...running, finishedAt: null, finishedBy: null };
  const told = { channel: 'mail', state: 'accepted' };
  const step = { personId: ids['person'], level: 0, state: 'told' };
  return {
    attempts: [
      { _id: ids['clocked'], ...open },
      { _id: ids['handedIn'], ...open, personId: ids['other'] },
    ],
    places: [{ sittingId: ids['sitting'], personId: ids['person'] }],
    enrolments: [{ personId: ids['person'], courseCode: 'OLH-101', cycle: 1 }],
    certificationHoldings: [
      { _id: ids['holding'], personId: ids['person'], code: 'COM-201', assignment: { dueOn } },
    ],
    marks: [{ taskId: ids['task'], responseId: ids['response'], criteria: [{ criterion: 1, points: 2.5 }] }],
    responses: [],
    awards: [
      {
        _id: ids['award'],
        personId: ids['person'],
        courseCode: 'OLH-101',
        cycle: 1,
        lastValidDay: day(now + 365 * DAY),
      },
      { _id: ids['oldAward'], personId: ids['other'], courseCode: 'OLH-101', cycle: 1, lastValidDay },
    ],
    sittings: [{ _id: ids['sitting'] }],
    reminderSteps: [
      { _id: ids['stepOfCode'], ...step, thing: 'COM-201', step: 'before-7' },
      { _id: ids['stepOfAward'], ...step, personId: ids['other'], thing: 'OLH-101', step: 'overdue' },
    ],
    messageDeliveries: [
      {
        _id: ids['mailOfCode'],
        ...told,
        recipient: ids['person'],
        cycle: text('stepOfCode'),
        message: 'certification-due-soon',
      },
      {
        _id: ids['mailOfAward'],
        ...told,
        recipient: ids['other'],
        cycle: text('stepOfAward'),
        message: 'certification-expired',
      },
      {
        _id: ids['mailOfSitting'],
        ...told,
        recipient: ids['person'],
        cycle: `${text('sitting')}@1`,
        message: 'sitting-reminder',
      },
    ],
    journal: [
      { type: 'assessment.attempt.submitted.v1', data: { attemptId: text('clocked') } },
      { type: 'assessment.attempt.submitted.v1', data: { attemptId: text('handedIn') } },
      { type: 'certification.award.granted.v1', data: { awardId: text('award') } },
      { type: 'certification.award.expired.v1', data: { awardId: text('oldAward') } },
    ],
    outbox: [],
    failedDeliveries: [],
    dues: [],
  };
}

/** What the client wrote down. */
function soundLog(): LogLine[] {
  const done = (at: number, line: object) => ({ kind: 'done', at, ...line }) as Done;
  const [personId, sittingId, attemptId] = [text('person'), text('sitting'), text('clocked')];
  const looks = Array.from({ length: 1300 }, (_, n) => ({
    kind: 'health' as const,
    at: begun + n * 250,
    workers: 2,
    mongo: true,
  }));
  return [
    { kind: 'begun', at: begun, attempts: [], mails: [] },
    done(begun + SECOND, { op: 'enrol', personId, courseCode: 'OLH-101' }),
    done(begun + SECOND, { op: 'assign', personId, code: 'COM-201', dueOn }),
    done(begun + SECOND, {
      op: 'sitting',
      sittingId,
      opensAt,
      closesAt: deadline,
      remindAt: opensAt - 60 * SECOND,
    }),
    done(begun + 2 * SECOND, { op: 'place', sittingId, personId }),
    done(opensAt, { op: 'start', attemptId, sittingId, personId, deadline }),
    done(opensAt + SECOND, {
      op: 'answer',
      attemptId,
      itemId: text('item'),
      sequence: 1,
      value: { choices: ['b'] },
    }),
    { kind: 'asked', at: opensAt + 2 * SECOND, op: 'submit', id: text('handedIn'), personId: text('other') },
    done(opensAt + 3 * SECOND, { op: 'submit', attemptId: text('handedIn') }),
    done(opensAt + 4 * SECOND, { op: 'mark', taskId: text('task'), points: [2.5] }),
    { kind: 'struck', at: opensAt, how: 'kill', target: 'worker 1' },
    ...looks,
  ];
}

function soundMail(): TakenMail[] {
  return ['mailOfCode', 'mailOfAward', 'mailOfSitting'].map((name) => ({
    ...{
      at: now - 50 * SECOND,
      messageId: `<${text(name)}@lantern.example>`,
      subject: 'Reminder',
      to: 'a@b.example',
    },
  }));
}

interface MadeUp {
  readonly shape: Shape;
  log: LogLine[];
  mail: TakenMail[];
  /** How the two attempts end. */
  endings: { id: string; set: Document }[];
}

let client: MongoClient;
let name: string;

beforeAll(async () => {
  client = await MongoClient.connect(String(process.env['MONGODB_URI']));
});
afterAll(() => client.close());
beforeEach(() => {
  name = `test_chaos_${randomBytes(5).toString('hex')}`;
});

/** Runs the checker on a run that was made up: all is well in it but for what `spoil` does. */
async function verdictOf(spoil: (made: MadeUp) => void): Promise<Verdict> {
  const made: MadeUp = {
    ...{ shape: soundShape(), log: soundLog(), mail: soundMail() },
    endings: [
      {
        id: 'clocked',
        set: {
          finishedAt: new Date(deadline),
          finishedBy: 'time',
          state: 'RELEASED',
          marks: { passed: true },
        },
      },
      {
        id: 'handedIn',
        set: { finishedAt: new Date(opensAt + 2500), finishedBy: 'person', state: 'MARKED' },
      },
    ],
  };
  spoil(made);
  const db = client.db(name);
  try {
    for (const [collection, documents] of Object.entries(made.shape))
      if (documents.length > 0) await db.collection(collection).insertMany(documents);
    for (const { id, set } of made.endings)
      await db.collection('attempts').updateOne({ _id: ids[id] as never }, { $set: set });
    return await check({ log: made.log, mail: made.mail, client, name, readAt: Date.now() });
  } finally {
    await db.dropDatabase();
  }
}

/** In the made-up run the clock's attempt is ended now, 20 s late, so nobody may have been up since its deadline. */
const nobodyUp = (made: MadeUp) => {
  made.log = made.log.map((line) =>
    line.kind === 'health' && line.at > deadline ? { ...line, workers: 0 } : line,
  );
};
const well = (spoil: (made: MadeUp) => void) => (made: MadeUp) => {
  nobodyUp(made);
  spoil(made);
};
const gone = (collection: string, which = 0) =>
  well(({ shape }) => {
    shape[collection]?.splice(which, 1);
  });
const again = (collection: string, which = 0) =>
  well(({ shape }) => {
    const { _id, ...copy } = shape[collection]?.[which] ?? {};
    shape[collection]?.push(copy);
  });
const change = (collection: string, which: number, set: Document) =>
  well(({ shape }) => {
    Object.assign(shape[collection]?.[which] ?? {}, set);
  });

describe('the checker', () => {
  it('finds nothing where all is well', async () => {
    const verdict = await verdictOf(well(() => undefined));
    expect(faultsOf(verdict)).toEqual([]);
    expect(linesOf(verdict)).toEqual([
      'lost 0',
      'duplicates 0',
      'attempts closed early 0',
      'attempts closed late (> 5 s with workers up) 0',
      'reminders missed 0, twice 0, unknown 0',
      'awards doubled 0',
    ]);
  });

  const cases: [string, (made: MadeUp) => void, RegExp][] = [
    ['an enrolment that is gone', gone('enrolments'), /^lost: enrolment/],
    ['an assignment that is gone', gone('certificationHoldings'), /^lost: assignment/],
    [
      'an assignment by another day',
      change('certificationHoldings', 0, { assignment: { dueOn: '2030-01-01' } }),
      /^lost: assignment/,
    ],
    ['a sitting that is gone', gone('sittings'), /^lost: sitting/],
    ['a place that is gone', gone('places'), /^lost: place/],
    ['an attempt that is gone', gone('attempts'), /^lost: attempt/],
    ['an attempt of somebody else', change('attempts', 0, { personId: new ObjectId() }), /^lost: attempt/],
    ['an answer that is gone', change('attempts', 0, { answers: {}, history: [] }), /^lost: answer/],
    [
      'an answer with another value',
      change('attempts', 0, { answers: { [text('item')]: { sequence: 1, value: { choices: ['a'] } } } }),
      /^lost: answer/,
    ],
    ['an answer that its history has not', change('attempts', 0, { history: [] }), /^lost: answer/],
    ['a mark that is gone', gone('marks'), /^lost: mark/],
    [
      'a mark with other points',
      change('marks', 0, { criteria: [{ criterion: 1, points: 1 }] }),
      /^lost: mark/,
    ],
    ['an award that was not given', gone('awards'), /^lost: award/],
    ['an end that nobody was told of', gone('journal'), /^lost: event of the end/],
    ['an expiry that nobody was told of', gone('journal', 3), /^lost: expiry/],
    [
      'a submission that has no end',
      well((made) => {
        made.endings.splice(1, 1);
      }),
      /^lost: submission/,
    ],
    [
      'a written answer that nobody can mark',
      well((made) => {
        made.endings[1] = { id: 'handedIn', set: { ...made.endings[1]?.set, state: 'AWAITING_MARKER' } };
      }),
      /^lost: written answer/,
    ],
    [
      'an event that was not delivered',
      well(({ shape }) => {
        shape['outbox'] = [{ type: 'some.event.v1' }];
      }),
      /^lost: delivery of event/,
    ],
    [
      'work that was given up',
      well(({ shape }) => {
        shape['failedDeliveries'] = [{ reason: 'poison' }];
      }),
      /^lost: work given up/,
    ],
    [
      'a place that was given up and is held',
      well((made) => {
        const of = { sittingId: text('sitting'), personId: text('person') };
        made.log.push({ kind: 'done', op: 'giveUp', at: now - 100 * SECOND, ...of });
      }),
      /^lost: giving up of place/,
    ],
    ['a second attempt in a sitting', again('attempts'), /^duplicate: attempt/],
    ['a second place', again('places'), /^duplicate: place/],
    ['a second enrolment', again('enrolments'), /^duplicate: enrolment/],
    ['a second mark', again('marks'), /^duplicate: mark/],
    ['an end that was told twice', again('journal'), /^duplicate: event assessment.attempt.submitted/],
    ['an expiry that was told twice', again('journal', 3), /^duplicate: event certification.award.expired/],
    [
      'an answer that was kept twice',
      well(({ shape }) => {
        const [attempt] = shape['attempts'] ?? [];
        attempt?.['history'].push(attempt['history'][0]);
      }),
      /^duplicate: saved answer/,
    ],
    [
      'an attempt that was closed before its deadline',
      well(({ shape, log, endings }) => {
        const later = new Date(now + 3600 * SECOND);
        Object.assign(shape['attempts']?.[0] ?? {}, { deadline: later, endsAt: later });
        Object.assign(endings[0]?.set ?? {}, { finishedAt: later });
        log.push({ kind: 'struck', at: now, how: 'clock', target: 'worker 1' });
      }),
      /^early: attempt .* ms early/,
    ],
    [
      'an attempt whose end is not its deadline',
      well(({ endings }) => Object.assign(endings[0]?.set ?? {}, { finishedAt: new Date(deadline + 1) })),
      /^early: .* not its deadline/,
    ],
    [
      'an attempt that was handed in and nobody had asked',
      well((made) => {
        made.log = made.log.filter(({ kind }) => kind !== 'asked');
      }),
      /^early: .* nobody had asked/,
    ],
    [
      'an attempt that was handed in an hour before its start',
      well(({ endings }) =>
        Object.assign(endings[1]?.set ?? {}, { finishedAt: new Date(opensAt - 3600 * SECOND) }),
      ),
      /^early: .* handed in at/,
    ],
    [
      'an attempt that was closed late with workers up',
      ({ log }) => {
        // Both were up all the while: the attempt is ended some twenty seconds after its deadline.
        expect(log.length).toBeGreaterThan(0);
      },
      /^late: attempt/,
    ],
    [
      'an attempt that was never closed',
      (made) => {
        made.endings.splice(0, 1);
      },
      /^late: attempt/,
    ],
    [
      'a reminder without a mail',
      well((made) => {
        made.mail.splice(0, 1);
      }),
      /^missed: COM-201/,
    ],
    ['a reminder without a delivery', gone('messageDeliveries'), /^missed: COM-201/],
    ['an award that ran out and nobody was told', gone('reminderSteps', 1), /^missed: OLH-101/],
    ['a sitting that nobody was reminded of', gone('messageDeliveries', 2), /^missed: sitting/],
    ['a mail that still waits', change('messageDeliveries', 1, { state: 'queued' }), /^missed: mail/],
    ['a mail that failed', change('messageDeliveries', 1, { state: 'failed' }), /^missed: mail/],
    [
      'a mail that came twice',
      well((made) => {
        made.mail.push(...made.mail.slice(0, 1));
      }),
      /^twice: mail .* 2 times/,
    ],
    [
      'a mail that no delivery knows of',
      well((made) => {
        made.mail.push({
          at: now,
          messageId: `<${String(new ObjectId())}@lantern.example>`,
          subject: '',
          to: '',
        });
      }),
      /^twice: mail .* no delivery/,
    ],
    [
      'two steps of a reminder that were both told',
      well(({ shape, mail }) => {
        const [step, delivery] = [new ObjectId(), new ObjectId()];
        shape['reminderSteps']?.push({ ...shape['reminderSteps'][0], _id: step, step: 'before-14' });
        shape['messageDeliveries']?.push({
          ...shape['messageDeliveries'][0],
          _id: delivery,
          cycle: String(step),
        });
        mail.push({ at: now, messageId: `<${String(delivery)}@lantern.example>`, subject: '', to: '' });
      }),
      /^twice: COM-201/,
    ],
    [
      'more unknown than kills explain',
      well(({ shape }) => {
        const unknown = { channel: 'mail', state: 'unknown', message: 'place-booked' };
        for (let n = 0; n < 11; n++)
          shape['messageDeliveries']?.push({ ...unknown, recipient: n, cycle: String(n) });
      }),
      /^unknown: 11 unknown, 1 kills/,
    ],
    ['a second award of a cycle', again('awards'), /^doubled: award/],
    ['an award that was granted twice', again('journal', 2), /^doubled: award/],
  ];

  it.each(cases)('finds %s', async (_what, spoil, expected) => {
    const faults = faultsOf(await verdictOf(spoil));
    expect(faults.filter((fault) => expected.test(fault))).not.toEqual([]);
  });

  it('begins the five seconds anew when nobody is up, and only then', () => {
    const look = (at: number, workers: number) => ({ kind: 'health' as const, at, workers, mongo: true });
    const looks = Array.from({ length: 41 }, (_, n) => look(n * 250, n === 12 ? 0 : 1));
    // Up until the look before 3.0 s and from the look after it on; asked from 1 s to 9 s.
    expect(healthyMs(looks, 1000, 9000)).toBe(9000 - 3250);
    const halves = looks.map((each) => ({ ...each, workers: each.workers + 1 }));
    expect(healthyMs(halves, 1000, 9000)).toBe(8000);
    expect(healthyMs([look(0, 1), look(4000, 1)], 0, 4000)).toBe(0);
  });

  it('counts a fate that nobody knows as unknown, and not as missed', async () => {
    const verdict = await verdictOf(
      well((made) => {
        Object.assign(made.shape['messageDeliveries']?.[0] ?? {}, { state: 'unknown' });
        made.mail.splice(0, 1);
      }),
    );
    expect(faultsOf(verdict)).toEqual([]);
    expect(verdict.unknown).toBe(1);
  });
});
