import { PostPerson } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId, objectId } from '@app/platform/ids/ids.js';
import { Enrol } from '@app/progress';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COURSE, Ground } from '../../../assessment/src/testing/ground.js';
import { someoneUnder } from '../../../assessment/src/testing/marking-ground.js';
import { PublishBrief } from '../brief/publish-brief.js';
import { PracticalsModule } from '../practicals.module.js';
import { conversationBrief } from '../testing/briefs.js';
import { ConfirmConversation } from './confirm-conversation.js';
import { type Conversation, type ConversationState, checkDay, moveConversation } from './conversation.js';
import { ConversationReader } from './conversation.reader.js';
import { RecordConversation } from './record-conversation.js';
import { TakeBackConversation } from './take-back-conversation.js';

const TALK = { courseCode: COURSE, componentKey: 'talk' } as const;
const NOT_FOUND = { code: 'NOT_FOUND' };
const day = calendarDateOf;
const today = day('2026-11-23');

describe('a conversation that is only recorded as held', () => {
  let ground: Ground;
  let manager: RequestContext;
  let managerId: PersonId;

  const idOf = (ctx: RequestContext) =>
    ctx.actor.kind === 'person' ? ctx.actor.personId : newId<PersonId>();
  const record = (by: RequestContext, personId: PersonId, more: object = {}) =>
    ground.world.get(RecordConversation).execute(by, { personId, ...TALK, heldOn: today, ...more });
  const confirm = (by: RequestContext, { id: conversationId }: Conversation) =>
    ground.world.get(ConfirmConversation).execute(by, { conversationId });
  const takeBack = (by: RequestContext, { id: conversationId }: Conversation) =>
    ground.world.get(TakeBackConversation).execute(by, { conversationId });
  /** Somebody enrolled whom the manager manages. */
  const theirs = async (): Promise<RequestContext> => {
    const ctx = ground.world.as(await someoneUnder(ground, managerId), ground.forceId);
    await ground.world.get(Enrol).execute(ctx, { courseCode: COURSE });
    return ctx;
  };

  beforeAll(async () => {
    ground = await Ground.of({ imports: [PracticalsModule] });
    managerId = await ground.person();
    manager = ground.world.as(managerId, ground.forceId);
    await ground.world.get(PublishBrief).execute(ground.system, conversationBrief(TALK));
  });
  afterAll(() => ground.world.close());

  it('PRA-25 is done with the second word, as of its day and without a percent', async () => {
    ground.world.clock.set('2026-11-20T09:00:00Z');
    const officer = await theirs();
    ground.world.clock.set('2026-11-23T09:00:00Z');
    const recorded = await record(manager, idOf(officer), { heldOn: day('2026-11-21') });
    expect(recorded).toMatchObject({ state: 'RECORDED', heldById: managerId, number: 1, confirmedAt: null });
    const told = async () =>
      (await ground.events('practicals.component.assessed.v1')).filter(
        ({ personId }) => personId === idOf(officer),
      );
    expect(await told()).toEqual([]);
    await expect(confirm(manager, recorded)).rejects.toThrow('CONVERSATION_OWN_RECORD');
    await expect(confirm(await theirs(), recorded)).rejects.toMatchObject(NOT_FOUND);
    const done = await confirm(officer, recorded);
    expect(done.state).toBe('CONFIRMED');
    expect(await confirm(officer, recorded)).toEqual(done);
    expect(await told()).toEqual([
      {
        ...{ personId: idOf(officer), ...TALK, versionId: ground.version.id, sourceId: recorded.id },
        ...{ on: '2026-11-21', percent: null, passed: true },
      },
    ]);
    for (const by of [officer, manager])
      await expect(takeBack(by, recorded)).rejects.toThrow('CONVERSATION_CONFIRMED');
    await expect(record(manager, idOf(officer))).rejects.toThrow('CONVERSATION_CONFIRMED');
  });

  it('PRA-26 has no place for what was said', async () => {
    const officer = await theirs();
    const said = { notes: 'She told me.', content: 'She told me.', mark: 5, percent: 80 };
    const { id } = await record(manager, idOf(officer), said);
    const stored = await ground.world.connection.collection('conversations').findOne({ _id: objectId(id) });
    expect(Object.keys(stored ?? {}).sort()).toEqual(
      [
        ...[
          '_id',
          'componentKey',
          'confirmedAt',
          'courseCode',
          'enrolmentId',
          'forceId',
          'heldById',
          'heldOn',
        ],
        ...['number', 'personId', 'recordedAt', 'state', 'takenBackAt', 'takenBackById', 'versionId'],
      ].sort(),
    );
    for (const collection of ['conversations', 'journal', 'journalPayloads']) {
      const all = await ground.world.connection.collection(collection).find().toArray();
      expect(JSON.stringify(all)).not.toContain('She told me');
    }
  });

  it('PRA-20 is for who is enrolled, and only where the course asks for one', async () => {
    const stranger = await someoneUnder(ground, managerId);
    await expect(record(manager, stranger)).rejects.toThrow('CONVERSATION_NOT_ENROLLED');
    const officer = await theirs();
    for (const componentKey of ['paper', 'watched', 'nothing'])
      await expect(record(manager, idOf(officer), { componentKey })).rejects.toMatchObject(NOT_FOUND);
  });

  it('PRA-21 is recorded by a line manager, or by a supervisor or lead in reach; never alone', async () => {
    const officer = await theirs();
    await expect(record(officer, idOf(officer))).rejects.toThrow('CONVERSATION_WITH_ONESELF');
    const other = await ground.person();
    await expect(record(ground.world.as(other, ground.forceId), idOf(officer))).rejects.toMatchObject(
      NOT_FOUND,
    );
    await expect(record(manager, newId<PersonId>())).rejects.toMatchObject(NOT_FOUND);
    const elsewhere = ground.world.as(other, newId(), ['training-lead']);
    await expect(record(elsewhere, idOf(officer))).rejects.toMatchObject(NOT_FOUND);
    const inUnit = (unitId: string): RequestContext => ({
      ...ground.world.as(other, ground.forceId),
      bundles: [
        { bundle: 'supervisor', forceId: ground.forceId, unitId: unitId as never, reach: [unitId] },
      ] as never,
    });
    await expect(record(inUnit(newId()), idOf(officer))).rejects.toMatchObject(NOT_FOUND);
    expect((await record(inUnit(ground.unitId), idOf(officer))).heldById).toBe(other);
    const lead = ground.world.as(other, ground.forceId, ['training-lead']);
    expect((await record(lead, idOf(await theirs()))).state).toBe('RECORDED');
  });

  it('PRA-21 is recorded by who was line manager on that day, not before', async () => {
    const officer = await ground.officer();
    const post = {
      unitId: ground.unitId,
      rankId: 'pc',
      roleId: 'response-officer',
      lineManagerId: managerId,
    };
    ground.world.clock.set('2026-11-26T09:00:00Z');
    await ground.world
      .get(PostPerson)
      .execute(ground.system, { ...post, personId: idOf(officer), from: day('2026-11-25') });
    await expect(record(manager, idOf(officer), { heldOn: day('2026-11-24') })).rejects.toMatchObject(
      NOT_FOUND,
    );
    expect((await record(manager, idOf(officer), { heldOn: day('2026-11-25') })).state).toBe('RECORDED');
    ground.world.clock.set('2026-11-23T09:00:00Z');
  });

  it('PRA-24 stands alone: the same again is the same record, also of two at once', async () => {
    const officer = await theirs();
    const [one, two] = await Promise.all([record(manager, idOf(officer)), record(manager, idOf(officer))]);
    expect(two).toEqual(one);
    const lead = ground.world.as(await ground.person(), ground.forceId, ['training-lead']);
    await expect(record(lead, idOf(officer))).rejects.toThrow('CONVERSATION_WAITS');
  });

  it('PRA-27 is taken back by either until both have confirmed it, and then recorded anew', async () => {
    for (const byOfficer of [true, false]) {
      const officer = await theirs();
      const recorded = await record(manager, idOf(officer));
      await expect(takeBack(await theirs(), recorded)).rejects.toMatchObject(NOT_FOUND);
      const back = await takeBack(byOfficer ? officer : manager, recorded);
      expect(back).toMatchObject({
        state: 'TAKEN_BACK',
        takenBackById: byOfficer ? idOf(officer) : managerId,
      });
      expect(await takeBack(manager, recorded)).toEqual(back);
      await expect(confirm(officer, recorded)).rejects.toThrow('CONVERSATION_TAKEN_BACK');
      expect(await record(manager, idOf(officer))).toMatchObject({ number: 2, state: 'RECORDED' });
    }
  });

  it.each([
    ['2026-11-23', null],
    ['2026-11-20', null],
    ['2026-11-24', 'CONVERSATION_IN_FUTURE'],
    ['2026-11-19', 'CONVERSATION_TOO_EARLY'],
  ])('PRA-22 on %s', (heldOn, code) => {
    const check = () => checkDay(day(heldOn), { today, enrolledOn: day('2026-11-20') });
    if (code === null) expect(check).not.toThrow();
    else expect(check).toThrow(code);
  });

  it('PRA-22 takes today in London when it is yesterday in UTC', async () => {
    const officer = await theirs();
    ground.world.clock.set('2027-06-30T23:30:00Z');
    expect(await record(manager, idOf(officer), { heldOn: day('2027-07-01') })).toMatchObject({ number: 1 });
    ground.world.clock.set('2026-11-23T09:00:00Z');
  });

  const all: ConversationState[] = ['RECORDED', 'CONFIRMED', 'TAKEN_BACK'];
  it.each(all.flatMap((from) => all.map((to) => [from, to] as const)))('PRA-23 %s → %s', (from, to) => {
    const move = () => moveConversation({ state: from } as Conversation, to).state;
    if (from === to || from === 'RECORDED') expect(move()).toBe(to);
    else expect(move).toThrow(`CONVERSATION_${from}`);
  });

  it('is read by the two alone, newest first, by indexes', async () => {
    const officer = await theirs();
    const { id } = await record(manager, idOf(officer));
    const reader = ground.world.get(ConversationReader);
    const first = { limit: 1, after: null };
    expect((await reader.own(officer, first)).rows.map((row) => row.id)).toEqual([id]);
    expect((await reader.held(manager, first)).rows.map((row) => row.id)).toEqual([id]);
    expect((await reader.held(officer, first)).totalCount).toBe(0);
    expect((await reader.own(manager, first)).totalCount).toBe(0);
    const forceId = objectId(ground.forceId);
    for (const [filter, sort] of [
      [{ forceId, enrolmentId: objectId(newId()), componentKey: 'talk' }, { number: 1 }],
      [{ forceId, personId: objectId(newId()) }, { _id: -1 }],
      [{ forceId, heldById: objectId(newId()) }, { _id: -1 }],
    ] as const) {
      const found = ground.world.connection.collection('conversations').find(filter).sort(sort);
      const plan = JSON.stringify((await found.explain())['queryPlanner'].winningPlan);
      expect(plan).toContain('IXSCAN');
      expect(plan).not.toContain('"stage":"SORT"');
      expect(plan).not.toContain('COLLSCAN');
    }
  });
});
