import { PostPerson } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { PublishBrief } from '@app/practicals';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conversationBrief } from '../../../libs/practicals/src/testing/briefs.js';
import type { World } from '../../support/a-world.js';
import { anAssessmentWorld, COURSE, noSuchId } from '../assessment/assessment-world.js';
import { type Someone, someone } from '../assessment/marking-world.js';

const TALK = { courseCode: COURSE, componentKey: 'talk' } as const;
const TODAY = '2026-11-23';
const FIELDS =
  'id courseCode componentKey heldOn state recordedAt confirmedAt takenBackAt person { id givenName } heldBy { id familyName }';
const LISTS = `query { myConversations { totalCount edges { node { id } } } }`;
const HELD = `query { conversationsHeld { totalCount edges { node { id } } } }`;

describe('conversations over the API', () => {
  let world: World;
  let [manager, lead, stranger, otherLead]: Someone[] = [];

  /** Somebody of the force, enrolled, under the manager since the first of the month. */
  const officer = async (isEnrolled = true): Promise<Someone> => {
    const one = await someone(world);
    const unitId = world.forces.harbourshire.units['other-team'];
    await world.get(PostPerson).execute(world.system(), {
      ...{ personId: one.personId, unitId: unitId as never, rankId: 'pc', roleId: 'response-officer' },
      ...{ from: calendarDateOf('2026-11-01'), lineManagerId: (manager as Someone).personId },
    });
    if (isEnrolled) await (await one.call()).mutate('enrol', { courseCode: COURSE }, 'id');
    return one;
  };
  const input = (one: Someone, more: object = {}) => ({
    ...{ personId: one.personId, ...TALK, heldOn: TODAY },
    ...more,
  });
  const call = async (one: Someone | undefined) => (one as Someone).call();

  beforeAll(async () => {
    world = await anAssessmentWorld();
    await world.get(PublishBrief).execute(world.system(), conversationBrief(TALK));
    manager = await someone(world);
    lead = await someone(world, ['training-lead']);
    stranger = await someone(world);
    otherLead = await someone(world, ['training-lead'], 'glan-arian');
  }, 60_000);
  afterAll(() => world.end());

  it('PRA-25 are recorded by one, confirmed by the other, and then done; each step again is the same answer', async () => {
    const one = await officer();
    const recorded = await (await call(manager)).mutate('recordConversation', input(one), FIELDS);
    expect(recorded).toMatchObject({
      ...{ ...TALK, heldOn: TODAY, state: 'RECORDED', confirmedAt: null, takenBackAt: null },
      ...{ person: { id: one.personId }, heldBy: { id: (manager as Someone).personId } },
    });
    expect(await (await call(manager)).mutate('recordConversation', input(one), FIELDS)).toEqual(recorded);
    const conversationId = String(recorded.id);
    expect((await (await call(one)).query(LISTS)).edges).toEqual([{ node: { id: conversationId } }]);
    expect((await (await call(manager)).query(HELD)).edges).toEqual([{ node: { id: conversationId } }]);
    for (const query of [LISTS, HELD]) expect((await (await call(stranger)).query(query)).totalCount).toBe(0);
    expect(await (await call(manager)).refusalOf('confirmConversation', { conversationId })).toBe(
      'CONVERSATION_OWN_RECORD',
    );
    const done = await (await call(one)).mutate('confirmConversation', { conversationId }, FIELDS);
    expect(done).toMatchObject({ state: 'CONFIRMED', confirmedAt: '2026-11-23T09:00:00.000Z' });
    expect(await (await call(one)).mutate('confirmConversation', { conversationId }, FIELDS)).toEqual(done);
    const told = await world.connection
      .collection('journal')
      .find({ type: 'practicals.component.assessed.v1', 'data.sourceId': conversationId })
      .toArray();
    expect(told.map(({ data }) => data)).toMatchObject([
      { personId: one.personId, on: TODAY, percent: null, passed: true },
    ]);
    for (const by of [one, manager])
      expect(await (await call(by)).refusalOf('takeBackConversation', { conversationId })).toBe(
        'CONVERSATION_CONFIRMED',
      );
    await world.settle();
  });

  it('PRA-26 no input has a place for what was said', async () => {
    const one = await officer();
    for (const field of ['notes', 'content', 'mark', 'percent', 'text', 'reason'])
      expect(
        await (await call(manager)).codeOf('recordConversation', input(one, { [field]: 'She said' })),
      ).toBe('BAD_USER_INPUT');
    const fields = async (name: string) => {
      const query =
        'query Q($name: String!) { __type(name: $name) { inputFields { name } fields { name } } }';
      const { inputFields, fields: shown } = await (await call(one)).query(query, { name });
      return ((inputFields ?? shown) as { name: string }[]).map((field) => field.name).sort();
    };
    expect(await fields('RecordConversationInput')).toEqual([
      'componentKey',
      'courseCode',
      'heldOn',
      'personId',
    ]);
    expect(await fields('ConfirmConversationInput')).toEqual(['conversationId']);
    expect(await fields('TakeBackConversationInput')).toEqual(['conversationId']);
    expect(await fields('Conversation')).toEqual(
      [
        ...[
          'id',
          'courseCode',
          'componentKey',
          'heldOn',
          'state',
          'recordedAt',
          'confirmedAt',
          'takenBackAt',
        ],
        ...['person', 'heldBy'],
      ].sort(),
    );
  });

  it('PRA-27 are taken back by either of the two, and by nobody else', async () => {
    const one = await officer();
    const { id: conversationId } = await (await call(lead)).mutate('recordConversation', input(one), 'id');
    expect(await (await call(stranger)).codeOf('takeBackConversation', { conversationId })).toBe('NOT_FOUND');
    expect(await (await call(otherLead)).codeOf('takeBackConversation', { conversationId })).toBe(
      'NOT_FOUND',
    );
    const back = await (await call(one)).mutate('takeBackConversation', { conversationId }, FIELDS);
    expect(back).toMatchObject({ state: 'TAKEN_BACK' });
    expect(await (await call(lead)).mutate('takeBackConversation', { conversationId }, FIELDS)).toEqual(back);
    expect(await (await call(one)).refusalOf('confirmConversation', { conversationId })).toBe(
      'CONVERSATION_TAKEN_BACK',
    );
  });

  it.each([
    ['a day to come', { heldOn: '2026-11-24' }, 'CONVERSATION_IN_FUTURE', 'PRA-22'],
    ['a day before the enrolment', { heldOn: '2026-11-22' }, 'CONVERSATION_TOO_EARLY', 'PRA-22'],
  ])('refuse %s', async (_, more, code, rule) => {
    const refused = await (await call(manager)).mutate('recordConversation', input(await officer(), more));
    expect(refused).toMatchObject({ __typename: 'Refused', code, rule, field: 'heldOn' });
  });

  it('refuse oneself, whoever is not enrolled, and a second one', async () => {
    const refused = async (by: Someone | undefined, one: Someone) =>
      (await call(by)).refusalOf('recordConversation', input(one));
    const one = await officer();
    expect(await refused(one, one)).toBe('CONVERSATION_WITH_ONESELF');
    expect(await refused(manager, await officer(false))).toBe('CONVERSATION_NOT_ENROLLED');
    await (await call(manager)).mutate('recordConversation', input(one), 'id');
    expect(await refused(lead, one)).toBe('CONVERSATION_WAITS');
  });

  it('PRA-21 do not tell whoever may not record whether there is such a person', async () => {
    const one = await officer();
    const code = async (by: Someone | undefined, more: object = {}) =>
      (await call(by)).codeOf('recordConversation', input(one, more));
    expect(await code(stranger)).toBe('NOT_FOUND');
    expect(await code(otherLead)).toBe('NOT_FOUND');
    expect(await code(lead, { personId: noSuchId() })).toBe('NOT_FOUND');
    expect(await code(lead, { componentKey: 'paper' })).toBe('NOT_FOUND');
    expect(await code(lead, { courseCode: 'XXX-999' })).toBe('NOT_FOUND');
    expect(await code(lead, { heldOn: '2026-02-30' })).toBe('BAD_USER_INPUT');
    expect(await code(lead, { personId: 'nobody' })).toBe('BAD_USER_INPUT');
    const { id: conversationId } = await (await call(lead)).mutate('recordConversation', input(one), 'id');
    for (const by of [stranger, otherLead])
      expect(await (await call(by)).codeOf('confirmConversation', { conversationId })).toBe('NOT_FOUND');
    expect(await (await call(one)).codeOf('confirmConversation', { conversationId: noSuchId() })).toBe(
      'NOT_FOUND',
    );
    for (const name of ['recordConversation', 'confirmConversation', 'takeBackConversation'])
      expect(
        await world.stranger().codeOf(name, name === 'recordConversation' ? input(one) : { conversationId }),
      ).toBe('UNAUTHENTICATED');
  });

  it('say no in Welsh too', async () => {
    const query = `mutation M($input: RecordConversationInput!) { recordConversation(input: $input) { ... on Refused { message } } }`;
    const reply = await (await call(manager)).send(
      query,
      { input: input(await officer(), { heldOn: '2026-11-24' }) },
      { 'accept-language': 'cy' },
    );
    expect(reply.data?.['recordConversation'].message).toContain('diwrnod');
  });
});
