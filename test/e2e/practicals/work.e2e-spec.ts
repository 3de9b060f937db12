import { newId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';
import { points, type Someone, someone, takeNext } from '../assessment/marking-world.js';
import { anAuthor, aPlanMarker, aWorksWorld, NOTE, PLAN, uploaded, WORK, written } from './works-world.js';

const TERMS = {
  ...PLAN,
  ...{ doubleMarking: 'ALL', doublePercent: 0, reviewPercent: 0, tolerance: 1, panel: 'FORCE' },
} as const;

describe('works', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorksWorld();
  }, 60_000);
  afterAll(() => world.end());

  const start = (caller: Caller, of: object = PLAN) => caller.mutate('startWork', { ...of }, WORK);
  const save = (caller: Caller, work: any, more: object = {}) => {
    const input = { workId: work.id, writer: work.writer, sequence: 1, parts: written(), ...more };
    return caller.mutate('saveWork', input, 'sequence savedAt');
  };
  const submit = (caller: Caller, { id: workId }: any) => caller.mutate('submitWork', { workId }, WORK);
  const handedIn = async (author: Someone) => {
    const caller = await author.call();
    const work = await start(caller);
    await save(caller, work);
    return submit(caller, work);
  };
  const told = (sourceId: string) =>
    world.connection
      .collection('journal')
      .find({ type: 'practicals.component.assessed.v1', 'data.sourceId': sourceId })
      .toArray();

  describe('a plan, from the draft to its outcome', () => {
    let [author, one, other, moderator]: Someone[] = [];
    let work: any;
    let roundId: string;

    beforeAll(async () => {
      author = await anAuthor(world);
      [one, other] = [await aPlanMarker(world), await aPlanMarker(world)];
      moderator = await someone(world, ['moderator']);
    });
    const call = (who: Someone | undefined) => (who as Someone).call();
    const read = async (caller?: Caller) =>
      (caller ?? (await call(author))).query(`query Q($id: ID!) { work(id: $id) { ${WORK} } }`, {
        id: work.id,
      });
    const mark = async (marker: Someone | undefined, given: Record<string, number[]>) => {
      const task = await takeNext(marker as Someone);
      const key = String(task.prompt.en).includes('costs') ? 'costs' : 'plan';
      const input = { taskId: task.id, criteria: points(...(given[key] ?? [])) };
      await (await call(marker)).mutate('markResponse', input, 'id');
      return task;
    };

    it('is begun on the brief in force, which shows no rubric, saved and read back', async () => {
      const caller = await call(author);
      work = await start(caller);
      expect(work).toMatchObject({
        ...{ number: 1, state: 'DRAFT', sequence: 0, passPercent: 60, maxAttempts: 2, outcome: null },
        brief: { number: 1, title: { en: 'Plan' } },
      });
      expect(work.parts).toEqual(
        ['plan', 'costs'].map((key) => ({
          ...{ key, prompt: { en: `Write the ${key}.` }, isGraded: true, text: null, files: [] },
        })),
      );
      const fileId = await uploaded(world, caller);
      const parts = [written()[0], { key: 'costs', fileIds: [fileId] }];
      const saved = await save(caller, work, { sequence: 3, parts });
      expect(saved).toMatchObject({ sequence: 3, savedAt: '2026-11-23T09:00:00.000Z' });
      expect(await save(caller, work, { sequence: 3, parts })).toEqual(saved);
      const shown = await read(caller);
      expect(shown).toMatchObject({ state: 'DRAFT', sequence: 3 });
      expect(shown.parts[0]).toMatchObject({ text: 'My plan: two kiosks.', files: [] });
      expect(shown.parts[1].files).toMatchObject([{ id: fileId }]);
      const file = await fetch(`${world.url}${shown.parts[1].files[0].address}`, {
        headers: { authorization: `Bearer ${caller.token ?? ''}` },
      });
      expect(await file.text()).toBe('item,pounds\nkiosk,4000\n');
    });

    it('is handed in, and again is the same answer; it tells nobody what was written', async () => {
      const handed = await submit(await call(author), work);
      expect(handed).toMatchObject({
        ...{ state: 'SUBMITTED', late: false, submittedAt: '2026-11-23T09:00:00.000Z', outcome: null },
      });
      expect(await submit(await call(author), work)).toMatchObject({ submittedAt: handed.submittedAt });
      const journal = JSON.stringify(await world.connection.collection('journal').find().toArray());
      expect(journal).not.toContain('two kiosks');
    });

    it('is marked by two who see neither its author nor each other', async () => {
      const lead = await call(moderator);
      roundId = String((await lead.mutate('openRound', TERMS, 'id')).id);
      await world.settle();
      const marks = { plan: [4, 5], costs: [3, 3] };
      const first = [await mark(one, marks), await mark(one, marks)];
      const second = [await mark(other, marks), await mark(other, marks)];
      for (const task of [...first, ...second]) {
        expect(task.rubric.map((line: { points: number }) => line.points)).toEqual([4, 6]);
        for (const secret of [author?.personId, one?.personId, other?.personId, work.id])
          expect(JSON.stringify(task)).not.toContain(secret);
      }
      expect(first.flatMap(({ files }) => files)).toHaveLength(1);
      expect(await read()).toMatchObject({ state: 'SUBMITTED', outcome: null });
    });

    it('PRA-39 has its outcome with the last mark released, and certification can hear of it once', async () => {
      const lead = await call(moderator);
      await lead.mutate('acceptMarks', { roundId }, 'id');
      world.at('2026-11-25T12:00:00Z');
      await (await call(moderator)).mutate('releaseMarks', { roundId }, 'id');
      await world.settle();
      await world.settle();
      // 9 of 10 and 6 of 10: 15 of 20 is 75 per cent.
      expect(await read()).toMatchObject({
        ...{ state: 'RELEASED', outcome: { percent: 75, passed: true } },
        releasedAt: '2026-11-25T12:00:00.000Z',
      });
      const events = await told(work.id);
      expect(events.map(({ data }) => data)).toMatchObject([
        { ...PLAN, personId: author?.personId, on: '2026-11-23', percent: 75, passed: true },
      ]);
      const caller = await call(author);
      expect(await caller.refusalOf('startWork', PLAN)).toBe('WORK_ALREADY_PASSED');
      expect(await caller.refusalOf('withdrawWork', { workId: work.id })).toBe('WORK_HAS_MARK');
      const save = { workId: work.id, writer: work.writer, sequence: 9, parts: written() };
      expect(await caller.refusalOf('saveWork', save)).toBe('WORK_NOT_DRAFT');
      world.at('2026-11-23T09:00:00Z');
    });
  });

  it('a note that is not graded is done by handing in', async () => {
    const author = await anAuthor(world);
    const caller = await author.call();
    const note = await start(caller, NOTE);
    expect(note.parts).toMatchObject([{ key: 'note', isGraded: false }]);
    await save(caller, note, { parts: [{ key: 'note', text: 'I shall write the time zone.' }] });
    expect(await submit(caller, note)).toMatchObject({
      ...{ state: 'RELEASED', outcome: { percent: null, passed: true } },
    });
    expect((await told(note.id)).map(({ data }) => data)).toMatchObject([
      { ...NOTE, percent: null, passed: true },
    ]);
    const list = await caller.query(
      'query { myWorks(first: 5) { totalCount edges { node { id brief { title { en } } } } } }',
    );
    expect(list).toEqual({
      totalCount: 1,
      edges: [{ node: { id: note.id, brief: { title: { en: 'Note' } } } }],
    });
  });

  it('startWork is for those enrolled, on what is written, and one at a time', async () => {
    const stranger = await (await someone(world)).call();
    expect(await stranger.refusalOf('startWork', PLAN)).toBe('WORK_NOT_ENROLLED');
    expect(await stranger.refusalOf('startWork', { ...PLAN, courseCode: 'XXX-999' })).toBe(
      'WORK_NOT_ENROLLED',
    );
    const author = await anAuthor(world);
    const caller = await author.call();
    expect(await caller.codeOf('startWork', { ...PLAN, componentKey: 'poem' })).toBe('NOT_FOUND');
    expect(await caller.codeOf('startWork', { courseCode: 7 })).toBe('BAD_USER_INPUT');
    expect(await world.stranger().codeOf('startWork', PLAN)).toBe('UNAUTHENTICATED');
    const first = await start(caller);
    const again = await start(caller);
    expect(again).toMatchObject({ id: first.id, number: 1 });
    expect(again.writer).not.toBe(first.writer);
    await save(caller, again);
    await submit(caller, again);
    expect(await caller.refusalOf('startWork', PLAN)).toBe('WORK_WAITING');
  });

  it('saveWork is of one window, in order, for one’s own tasks and files, whole or not at all', async () => {
    const [author, thief] = [await anAuthor(world), await anAuthor(world)];
    const caller = await author.call();
    const old = await start(caller);
    const work = await start(caller);
    const { id: workId, writer } = work;
    const input = { workId, writer, sequence: 5, parts: written() };
    expect(await caller.refusalOf('saveWork', { ...input, writer: old.writer })).toBe('WORK_OTHER_WRITER');
    await save(caller, work, { sequence: 5 });
    const changed = written('Another plan.');
    expect(await caller.refusalOf('saveWork', { ...input, parts: changed })).toBe('WORK_OLD_SEQUENCE');
    expect(await caller.refusalOf('saveWork', { ...input, sequence: 4 })).toBe('WORK_OLD_SEQUENCE');
    const poem = [...written(), { key: 'poem', text: 'x' }];
    expect(await caller.refusalOf('saveWork', { ...input, sequence: 6, parts: poem })).toBe(
      'WORK_PART_UNKNOWN',
    );
    const theirs = await uploaded(world, await thief.call());
    for (const fileIds of [[theirs], [newId()]])
      expect(
        await caller.codeOf('saveWork', { ...input, sequence: 6, parts: [{ key: 'plan', fileIds }] }),
      ).toBe('NOT_FOUND');
    for (const more of [
      { sequence: 0 },
      { sequence: -1 },
      { parts: [] },
      { parts: [written()[0], written()[0]] },
      { parts: [{ key: 'plan', text: 'x'.repeat(50_001) }] },
      { parts: [{ key: 'plan', fileIds: ['passwd'] }] },
      { workId: 'work' },
    ])
      expect(await caller.codeOf('saveWork', { ...input, sequence: 6, ...more })).toBe('BAD_USER_INPUT');
    expect(await (await thief.call()).codeOf('saveWork', { ...input, sequence: 6 })).toBe('NOT_FOUND');
    expect(await caller.codeOf('saveWork', { ...input, workId: newId() })).toBe('NOT_FOUND');
    const shown = await caller.query(`query Q($id: ID!) { work(id: $id) { ${WORK} } }`, { id: workId });
    expect(shown).toMatchObject({ sequence: 5, parts: [{ text: 'My plan: two kiosks.' }, {}] });
    expect(
      JSON.stringify(await (await thief.call()).query('query { myWorks { edges { node { id } } } }')),
    ).not.toContain(workId);
  });

  it('submitWork wants every part, and is the author’s alone', async () => {
    const [author, colleague] = [await anAuthor(world), await anAuthor(world)];
    const caller = await author.call();
    const work = await start(caller);
    const input = { workId: work.id };
    expect(await caller.refusalOf('submitWork', input)).toBe('WORK_PART_EMPTY');
    await save(caller, work, { parts: written('A plan.', '  ') });
    expect(await caller.refusalOf('submitWork', input)).toBe('WORK_PART_EMPTY');
    for (const name of ['submitWork', 'withdrawWork']) {
      expect(await (await colleague.call()).codeOf(name, input)).toBe('NOT_FOUND');
      expect(await (await world.as('otherOfficer')).codeOf(name, input)).toBe('NOT_FOUND');
      expect(await caller.codeOf(name, { workId: newId() })).toBe('NOT_FOUND');
      expect(await caller.codeOf(name, { workId: 7 })).toBe('BAD_USER_INPUT');
      expect(await world.stranger().codeOf(name, input)).toBe('UNAUTHENTICATED');
    }
    const query = 'query Q($id: ID!) { work(id: $id) { id } }';
    for (const other of [await colleague.call(), await world.as('otherOfficer')])
      expect((await other.send(query, { id: work.id })).errors[0]?.extensions['code']).toBe('NOT_FOUND');
  });

  it('workRecords show a training lead that works are there, and nothing that was written', async () => {
    const author = await anAuthor(world);
    const work = await handedIn(author);
    const fields =
      'totalCount edges { node { id person { id givenName } number state submittedAt late outcome { passed } } }';
    const query = `query Q($k: ID!) { workRecords(courseCode: "OLH-101", componentKey: $k, first: 1) { ${fields} } }`;
    const records = await (await world.as('trainer')).query(query, { k: 'plan' });
    expect(records.edges).toMatchObject([
      {
        node: {
          ...{ id: work.id, person: { id: author.personId }, number: 1, state: 'SUBMITTED', late: false },
          ...{ submittedAt: '2026-11-23T09:00:00.000Z', outcome: null },
        },
      },
    ]);
    const elsewhere = await world.as('otherTrainer');
    expect(await elsewhere.query(query, { k: 'plan' })).toEqual({ totalCount: 0, edges: [] });
    const seen = query.replace('late', 'parts { text }');
    expect((await (await world.as('trainer')).send(seen, { k: 'plan' })).data).toBeNull();
    for (const caller of [await author.call(), await world.as('supervisor')])
      expect((await caller.send(query, { k: 'plan' })).errors[0]?.extensions['code']).toBe('FORBIDDEN');
    const forged = `query { myWorks(after: "${Buffer.from('no id').toString('base64url')}") { totalCount } }`;
    expect((await (await author.call()).send(forged)).errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('withdrawWork uses the go up; the next waits, and the goes come to an end', async () => {
    const author = await anAuthor(world);
    const first = await handedIn(author);
    const caller = await author.call();
    const withdraw = (from: Caller, { id: workId }: any) => from.mutate('withdrawWork', { workId }, WORK);
    expect(await withdraw(caller, first)).toMatchObject({ state: 'WITHDRAWN' });
    expect(await withdraw(caller, first)).toMatchObject({ state: 'WITHDRAWN' });
    expect(await caller.refusalOf('submitWork', { workId: first.id })).toBe('WORK_NOT_DRAFT');
    expect(await caller.refusalOf('startWork', PLAN)).toBe('WORK_COOLING_DOWN');
    world.at('2026-11-24T09:00:00Z');
    const second = await handedIn(author);
    expect(second).toMatchObject({ number: 2, state: 'SUBMITTED' });
    await withdraw(await author.call(), second);
    world.at('2026-11-26T09:00:00Z');
    expect(await (await author.call()).refusalOf('startWork', PLAN)).toBe('WORK_ATTEMPTS_USED');
    world.at('2026-11-23T09:00:00Z');
  });

  it('proposeWorkVoid, decideWorkVoid: two training leads, neither the author, with a reason that stays out of sight', async () => {
    const author = await anAuthor(world);
    const work = await handedIn(author);
    const reason = 'It was copied word for word.';
    const [input, decision] = [
      { workId: work.id, reason },
      { workId: work.id, confirm: true },
    ];
    const [lead, second] = [await world.as('trainer'), await world.as('secondTrainer')];
    for (const [name, given] of [
      ['proposeWorkVoid', input],
      ['decideWorkVoid', decision],
    ] as const) {
      expect(await (await author.call()).codeOf(name, given)).toBe('FORBIDDEN');
      expect(await (await world.as('otherTrainer')).codeOf(name, given)).toBe('NOT_FOUND');
      expect(await lead.codeOf(name, { ...given, workId: newId() })).toBe('NOT_FOUND');
      expect(await lead.codeOf(name, { ...given, workId: 'x' })).toBe('BAD_USER_INPUT');
    }
    expect(await lead.refusalOf('proposeWorkVoid', { ...input, reason: 'Copied' })).toBe(
      'WORK_VOID_REASON_MISSING',
    );
    expect(await second.refusalOf('decideWorkVoid', decision)).toBe('WORK_VOID_NOT_PROPOSED');
    await lead.mutate('enrol', { courseCode: PLAN.courseCode }, 'id');
    const own = await start(lead);
    expect(await lead.refusalOf('proposeWorkVoid', { ...input, workId: own.id })).toBe('WORK_OWN_VOID');
    const fields = 'workId personId state reason proposedBy decidedAt';
    const waiting = {
      ...{ workId: work.id, personId: author.personId, state: 'PROPOSED', reason },
      ...{ proposedBy: lead.personId, decidedAt: null },
    };
    expect(await lead.mutate('proposeWorkVoid', input, fields)).toMatchObject(waiting);
    expect(await lead.mutate('proposeWorkVoid', input, fields)).toMatchObject(waiting);
    expect(await second.refusalOf('proposeWorkVoid', input)).toBe('WORK_VOID_PROPOSED');
    expect(await lead.refusalOf('decideWorkVoid', decision)).toBe('WORK_OWN_VOID');
    const listed = `{ workVoids { ${fields} } }`;
    expect(await second.query(listed)).toEqual([waiting]);
    expect(await (await world.as('otherTrainer')).query(listed)).toEqual([]);
    const stateOf = async () =>
      (await (await author.call()).query('query Q($id: ID!) { work(id: $id) { state } }', { id: work.id }))
        .state;
    expect(await stateOf()).toBe('SUBMITTED');

    const confirmed = { workId: work.id, state: 'CONFIRMED' };
    expect(await second.mutate('decideWorkVoid', decision, fields)).toMatchObject(confirmed);
    expect(await second.mutate('decideWorkVoid', decision, fields)).toMatchObject(confirmed);
    expect(await stateOf()).toBe('VOIDED');
    expect(await second.query(listed)).toEqual([]);
    const events = await world.connection
      .collection('journal')
      .find({ type: /^practicals\.work\.void/ })
      .sort({ _id: 1 })
      .toArray();
    expect(events.map(({ type }) => type)).toEqual([
      'practicals.work.void-proposed.v1',
      'practicals.work.voided.v1',
    ]);
    expect(JSON.stringify(events)).not.toContain('copied');
    expect(await start(await author.call())).toMatchObject({ number: 2, state: 'DRAFT' });
  });
});
