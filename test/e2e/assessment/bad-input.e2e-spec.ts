import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BEGINNING, type World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';
import {
  anAssessmentWorld,
  answerInput,
  COURSE,
  noSuchId,
  type StartedAttempt,
  started,
} from './assessment-world.js';

const MB = 1024 * 1024;
const words = (en: string) => ({ en });
const options = (...ids: string[]) => ids.map((id) => ({ id, text: words(`Option ${id}`) }));
const multiple = { type: 'MULTIPLE', options: options('a', 'b', 'c'), key: ['a', 'b'], scoring: 'PARTIAL' };
const text = (content: Record<string, unknown>) => ({
  ...{ skillId: 'OLH-01', level: 2, points: 2, stem: words('Which of these?'), content },
});

/** Each thing that is wrong with an item, and what is said of it. */
const FAULTY_ITEMS: [string, Record<string, unknown>, string, string][] = [
  ['no right answer', { ...multiple, key: [] }, 'ITEM_NO_RIGHT_ANSWER', 'ASM-53'],
  [
    'two identical options',
    { ...multiple, options: [...options('a', 'b'), { id: 'c', text: words(' OPTION  b') }] },
    'ITEM_OPTIONS_SAME',
    'ASM-52',
  ],
  [
    'a tolerance below zero',
    { type: 'NUMERIC', answer: 4, tolerance: -0.1 },
    'ITEM_TOLERANCE_NEGATIVE',
    'ASM-55',
  ],
  [
    // 1 + 0.5 of an item that is worth 2.
    'a rubric that does not add up',
    {
      type: 'WRITTEN',
      rubric: [
        { criterion: words('Says what was done'), points: 1 },
        { criterion: words('Says why'), points: 0.5 },
      ],
    },
    'ITEM_RUBRIC_SUM',
    'ASM-54',
  ],
];

const SCRIPTS: [string, string][] = [
  ['a script', '<script>alert(1)</script>'],
  ['an event', '<rect width="9" height="9" onload="alert(1)"/>'],
  ['an address that is a script', '<a href="javascript:alert(1)"><rect width="9" height="9"/></a>'],
  ['a picture from elsewhere', '<image href="https://elsewhere.example/a.png" width="9" height="9"/>'],
];

describe('bad input', () => {
  let world: World;
  let author: Caller;
  beforeAll(async () => {
    world = await anAssessmentWorld();
  }, 60_000);
  afterAll(() => world.end());
  beforeEach(async () => {
    world.at(BEGINNING);
    author = await world.as('author');
  });

  /**
   * Every document of the database, to the last byte. What is left out are timers that have been cancelled: an upload sets one so
   * that its bytes cannot outlive a crash, and cancels it when it refuses. A timer that stood before and is cancelled is missed.
   */
  async function everything(): Promise<Record<string, string[]>> {
    const state: Record<string, string[]> = {};
    for (const { name } of await world.connection.listCollections()) {
      const which = name === 'dues' ? { state: { $ne: 'cancelled' } } : {};
      const rows = await world.connection.collection(name).find(which).sort({ _id: 1 }).toArray();
      if (rows.length > 0) state[name] = rows.map((row) => JSON.stringify(row));
    }
    return state;
  }

  async function post(caller: Caller, purpose: string, file: { name: string; type: string; bytes: Buffer }) {
    const query = new URLSearchParams({ purpose, name: file.name });
    const sent = await fetch(`${world.url}/files?${query.toString()}`, {
      method: 'POST',
      body: file.bytes,
      headers: { 'content-type': file.type, authorization: `Bearer ${caller.token ?? ''}` },
    });
    const body = (await sent.json()) as Record<string, unknown>;
    return [sent.status, body['code'], body['rule']];
  }

  describe('of an author', () => {
    const at = { key: 'OLH-101-B1', version: 1 };
    beforeAll(async () => {
      const nell = await world.as('author');
      const input = { key: at.key, courseCode: COURSE, use: 'PAPER', text: text(multiple) };
      await nell.mutate('createItem', input, 'key');
      await nell.mutate('sendItem', at, 'key');
      await (await world.as('reviewer')).mutate('approveItem', at, 'key');
    });

    it.each(FAULTY_ITEMS)('an item with %s', async (_what, content, code, rule) => {
      const before = await everything();
      const input = { key: 'OLH-101-B2', courseCode: COURSE, use: 'PAPER', text: text(content) };
      expect(await author.mutate('createItem', input)).toMatchObject({ code, rule });
      // Nor does it become the next version of one that is in use: that one stays as it is.
      expect(await author.mutate('reviseItem', { ...at, text: text(content) })).toMatchObject({ code, rule });
      expect(await everything()).toEqual(before);
    });

    it('an image of 50 MB', async () => {
      const before = await everything();
      const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(50 * MB)]);
      const file = { name: 'router.png', type: 'image/png', bytes: png };
      expect(await post(author, 'item-media', file)).toEqual([413, 'FILE_TOO_LARGE', 'PLT-02']);
      expect(await everything()).toEqual(before);
    });

    it.each(SCRIPTS)('an image with %s inside', async (_what, inside) => {
      const before = await everything();
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}</svg>`;
      const file = { name: 'router.svg', type: 'image/svg+xml', bytes: Buffer.from(svg) };
      expect(await post(author, 'item-media', file)).toEqual([422, 'FILE_HAS_SCRIPT', 'PLT-05']);
      expect(await everything()).toEqual(before);
    });
  });

  describe('of a candidate', () => {
    let caller: Caller;
    let attempt: StartedAttempt;
    const saved = 'query Q($id: ID!) { attempt(id: $id) { answers { itemId sequence answer { choices } } } }';
    const answers = async () =>
      (await (await world.as('officer')).query(saved, { id: attempt.id })).answers as unknown[];

    /** What was asked, and what was answered when, as it is kept. */
    const evidence = async () => {
      const [kept, ...others] = await world.connection.collection('attempts').find().toArray();
      expect(others).toEqual([]);
      return { paper: kept?.['paper'], answers: kept?.['answers'], history: kept?.['history'] };
    };

    beforeAll(async () => {
      ({ caller, attempt } = await started(world, 'officer', { seats: 61 }));
      const first = answerInput(attempt, 0, { sequence: 5 });
      await caller.mutate('saveAnswer', first, 'sequence');
      await world.settle();
    });
    beforeEach(async () => {
      world.at('2026-11-23T10:01:00Z');
      caller = await world.as('officer');
    });

    it('a response for an item that is not in the paper', async () => {
      const before = await everything();
      const bank = await world.connection.collection('items').find({ courseCode: COURSE }).toArray();
      const inPaper = new Set(attempt.paper.map(({ id }) => id));
      const notDrawn = bank.map(({ _id }) => String(_id)).filter((itemId) => !inPaper.has(itemId));
      // Of the bank's thirteen, ten were drawn.
      expect(notDrawn.length).toBeGreaterThan(1);
      for (const itemId of [...notDrawn, noSuchId()])
        expect(await caller.refusalOf('saveAnswer', answerInput(attempt, 0, { itemId }))).toBe(
          'ITEM_NOT_IN_PAPER',
        );
      expect(await everything()).toEqual(before);
    });

    it('sequence numbers going back', async () => {
      const before = await everything();
      for (const sequence of [1, 4, 5]) {
        const older = { sequence, answer: { choices: ['b'] } };
        expect(await caller.refusalOf('saveAnswer', answerInput(attempt, 0, older))).toBe('OLD_SEQUENCE');
      }
      expect(await everything()).toEqual(before);
      const itemId = attempt.paper[0]?.id;
      expect(await answers()).toEqual([{ itemId, sequence: 5, answer: { choices: ['a'] } }]);
    });

    it.each([
      ['a program called a picture', 'seal.png', 'image/png', Buffer.from('MZ\u0090\0\u0003')],
      ['a picture called a table', 'seal.csv', 'text/csv', Buffer.from('89504e470d0a1a0a0000', 'hex')],
      ['a page called a PDF', 'log.pdf', 'application/pdf', Buffer.from('<html><script>1</script></html>')],
      ['text called a document', 'log.docx', 'application/octet-stream', Buffer.from('Seized at 10:14.')],
    ])('a file whose content is not its type: %s', async (_what, name, type, bytes) => {
      const before = await everything();
      const refused = await post(caller, 'response-file', { name, type, bytes });
      expect(refused).toEqual([415, 'FILE_NOT_ITS_TYPE', 'PLT-04']);
      expect(await everything()).toEqual(before);
    });

    it('an answer after the deadline', async () => {
      world.at('2026-11-23T10:35:00Z');
      const late = await world.as('officer');
      const before = await evidence();
      for (const place of [0, 1])
        expect(await late.refusalOf('saveAnswer', answerInput(attempt, place, { sequence: 6 }))).toBe(
          'ATTEMPT_OVER',
        );
      // Whoever is first to look after the deadline ends the attempt, as of the deadline; of what was answered nothing changes.
      expect(await evidence()).toEqual(before);
      await world.settle();
      // What was saved in time counts, and nothing else.
      expect(await late.refusalOf('saveAnswer', answerInput(attempt, 1, { sequence: 7 }))).toBe(
        'ATTEMPT_OVER',
      );
      expect(await evidence()).toEqual(before);
      const ended = 'query Q($id: ID!) { attempt(id: $id) { finishedAt result { score } } }';
      expect(await late.query(ended, { id: attempt.id })).toEqual({
        ...{ finishedAt: '2026-11-23T10:35:00.000Z', result: { score: 1 } },
      });
    });
  });
});
