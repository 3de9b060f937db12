import { PublishBrief } from '@app/practicals';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { groupBrief } from '../../../libs/practicals/src/testing/briefs.js';
import type { World } from '../../support/a-world.js';
import { anAssessmentWorld, COURSE, noSuchId } from '../assessment/assessment-world.js';
import { inDate, points, type Someone, someone, takeNext } from '../assessment/marking-world.js';

const CASE = { courseCode: COURSE, componentKey: 'watched' } as const;
const GROUP =
  'id courseCode componentKey state joinCode formedAt submittedAt releasedAt ownPartsMissing members { state person { id givenName familyName } }';
const DRAFT = 'sequence savedAt parts { key text files { id address } }';
const MINE = `group { ${GROUP} } myState tasks { key shared isGraded prompt { en } } shared { ${DRAFT} } own { ${DRAFT} } outcome { percent passed } isVoided`;
const REASON = 'It was copied word for word.';
const SHARED = 'We saw two men load a van at four.';
const OWN = 'I stood at the corner and took the plate.';

describe('group cases over the API', () => {
  let world: World;
  let [lead, secondLead, stranger, otherLead, marker, moderator]: Someone[] = [];

  const call = async (one: Someone | undefined) => (one as Someone).call();
  const enrolled = async (): Promise<Someone> => {
    const one = await someone(world);
    await (await call(one)).mutate('enrol', { courseCode: COURSE }, 'id');
    return one;
  };
  const formOf = (people: readonly Someone[]) => ({
    ...CASE,
    personIds: people.map(({ personId }) => personId),
  });
  const form = async (...people: Someone[]) => (await call(lead)).mutate('formGroup', formOf(people), GROUP);
  const mine = async (one: Someone, id: unknown) =>
    (await call(one)).query(`query Q($id: ID!) { myGroup(id: $id) { ${MINE} } }`, { id });
  const takeUp = async (one: Someone, groupId: unknown, shared: boolean) =>
    (await call(one)).mutate('takeUpGroupPart', { groupId, shared }, `writer ${DRAFT}`);
  const partsOf = (shared: boolean, text: string) => [{ key: shared ? 'profile' : 'view', text }];
  const write = async (one: Someone, groupId: unknown, shared: boolean) => {
    const { writer, sequence } = await takeUp(one, groupId, shared);
    const parts = partsOf(shared, shared ? SHARED : OWN);
    const input = { groupId, shared, writer, sequence: Number(sequence) + 1, parts };
    expect(await (await call(one)).mutate('saveGroupPart', input, 'sequence savedAt')).toMatchObject({
      sequence: input.sequence,
    });
    return input;
  };
  const handedIn = async (...people: Someone[]) => {
    const group = await form(...people);
    for (const one of people) await write(one, group.id, false);
    await write(people[0] as Someone, group.id, true);
    await (await call(people[0])).mutate('submitGroup', { groupId: group.id }, MINE);
    return group;
  };
  /** Opens everything on the marker's desk, marks each by its text, and releases. */
  const markAll = async (given: (text: string) => number[]) => {
    await world.settle();
    for (
      let task = await takeNext(marker as Someone);
      task !== null;
      task = await takeNext(marker as Someone)
    ) {
      const criteria = points(...given(String(task.text)));
      await (await call(marker)).mutate('markResponse', { taskId: task.id, criteria }, 'id');
    }
    const rounds = await world.connection.collection('markingRounds').findOne({});
    await (await call(moderator)).mutate('releaseMarks', { roundId: String(rounds?._id) }, 'id');
    await world.settle();
  };

  beforeAll(async () => {
    world = await anAssessmentWorld();
    await world.get(PublishBrief).execute(world.system(), groupBrief(CASE));
    lead = await someone(world, ['training-lead']);
    secondLead = await someone(world, ['training-lead']);
    otherLead = await someone(world, ['training-lead'], 'glan-arian');
    stranger = await someone(world);
    moderator = await someone(world, ['moderator']);
    marker = await someone(world, ['assessor']);
    await inDate(world, marker);
    await (await call(moderator)).mutate('nameMarker', { personId: marker.personId, ...CASE }, 'id');
    const terms = { doublePercent: 0, reviewPercent: 0, tolerance: 1, panel: 'FORCE' };
    await (await call(moderator)).mutate('openRound', { ...CASE, ...terms, doubleMarking: 'NONE' }, 'id');
  }, 120_000);
  afterAll(() => world.end());

  it('PRA-45, PRA-47, PRA-48, PRA-44 are formed, joined, written, handed in, marked blind and released together', async () => {
    const [ann, bob] = [await enrolled(), await enrolled()];
    const group = await form(ann);
    expect(group).toMatchObject({ ...CASE, state: 'FORMED', submittedAt: null, ownPartsMissing: 1 });
    expect((await form(ann)).id).toBe(group.id);
    const { joinCode, id: groupId } = group;
    const joined = await (await call(bob)).mutate(
      'joinGroup',
      { joinCode: String(joinCode).toLowerCase() },
      MINE,
    );
    expect(joined).toMatchObject({ myState: 'IN', outcome: null, isVoided: false });
    expect(joined.tasks.map((task: { key: string; shared: boolean }) => [task.key, task.shared])).toEqual([
      ['profile', true],
      ['view', false],
    ]);
    expect(await (await call(bob)).mutate('joinGroup', { joinCode }, MINE)).toEqual(joined);
    const saved = await write(ann, groupId, true);
    expect(await (await call(ann)).mutate('saveGroupPart', saved, 'sequence')).toMatchObject({ sequence: 1 });
    await write(ann, groupId, false);
    const bobs = await mine(bob, groupId);
    expect(bobs.shared.parts).toMatchObject([{ key: 'profile', text: SHARED, files: [] }]);
    expect(bobs.group.ownPartsMissing).toBe(1);
    expect(JSON.stringify(bobs)).not.toContain(OWN);
    await write(bob, groupId, false);
    const submitted = await (await call(bob)).mutate('submitGroup', { groupId }, MINE);
    expect(submitted.group).toMatchObject({ state: 'SUBMITTED', joinCode: null, ownPartsMissing: 0 });
    expect(await (await call(ann)).mutate('submitGroup', { groupId }, 'group { submittedAt }')).toMatchObject(
      {
        group: { submittedAt: submitted.group.submittedAt },
      },
    );
    expect((await mine(ann, groupId)).outcome).toBeNull();
    await markAll((text) => (text === SHARED ? [4, 4] : [2, 2]));
    // Shared 8 of 10 and own 4 of 10, half each: 60 exactly, which passes.
    for (const one of [ann, bob])
      expect(await mine(one, groupId)).toMatchObject({
        group: { state: 'RELEASED' },
        outcome: { percent: 60, passed: true },
      });
    const query = 'query Q($id: ID) { myMarkedResponses(sourceId: $id) { edges { node { awarded } } } }';
    const { edges } = await (await call(ann)).query(query, { id: groupId });
    expect(edges.map(({ node }: { node: { awarded: number } }) => node.awarded).sort()).toEqual([4, 8]);
    const told = await world.connection
      .collection('journal')
      .countDocuments({ type: 'practicals.component.assessed.v1' });
    expect(told).toBe(2);
  });

  it('PRA-42, PRA-43, PRA-48 are handed in by those who are there, when everything is there', async () => {
    const [ann, bob, cat] = [await enrolled(), await enrolled(), await enrolled()];
    const { id: groupId, joinCode } = await form(ann, bob, cat);
    const refused = async (one: Someone | undefined, name: string, input: object) =>
      (await call(one)).mutate(name, { groupId, ...input });
    expect(await refused(ann, 'submitGroup', {})).toMatchObject({
      code: 'GROUP_SHARED_EMPTY',
      rule: 'PRA-48',
    });
    await write(bob, groupId, true);
    await write(ann, groupId, false);
    const missing = await refused(ann, 'submitGroup', {});
    expect(missing).toMatchObject({ code: 'GROUP_OWN_EMPTY', rule: 'PRA-48' });
    expect(missing.message).toContain('2 members have');
    const left = await (await call(bob)).mutate('leaveGroup', { groupId }, MINE);
    expect(left).toMatchObject({ myState: 'LEFT', shared: null, group: { joinCode: null } });
    expect((await (await call(bob)).mutate('leaveGroup', { groupId }, MINE)).myState).toBe('LEFT');
    expect(await refused(bob, 'takeUpGroupPart', { shared: true })).toMatchObject({
      code: 'GROUP_NOT_A_MEMBER',
    });
    const remove = { personId: cat.personId, why: 'REMOVED' };
    const removed = await (await call(lead)).mutate('removeGroupMember', { groupId, ...remove }, GROUP);
    expect(removed.members.map(({ state }: { state: string }) => state)).toEqual(['IN', 'LEFT', 'REMOVED']);
    expect(await (await call(lead)).mutate('removeGroupMember', { groupId, ...remove }, GROUP)).toEqual(
      removed,
    );
    expect(await (await call(cat)).refusalOf('joinGroup', { joinCode })).toBe('GROUP_REMOVED');
    expect(await refused(ann, 'submitGroup', {})).toMatchObject({ code: 'GROUP_TOO_SMALL', rule: 'PRA-43' });
    await (await call(bob)).mutate('joinGroup', { joinCode }, 'myState');
    await write(bob, groupId, false);
    expect(await refused(bob, 'submitGroup', {})).toMatchObject({ __typename: 'MyGroup' });
    for (const [one, name, input] of [
      [ann, 'leaveGroup', {}],
      [lead, 'removeGroupMember', { personId: ann.personId, why: 'ABSENT' }],
      [ann, 'takeUpGroupPart', { shared: false }],
    ] as const)
      expect(await refused(one, name, input)).toMatchObject({ code: 'GROUP_SUBMITTED' });
    expect(await (await call(await enrolled())).refusalOf('joinGroup', { joinCode })).toBe('GROUP_SUBMITTED');
    await markAll(() => [1, 1]);
    world.at('2026-11-23T09:00:01Z');
    expect(await (await call(lead)).refusalOf('formGroup', formOf([ann]))).toBe('GROUP_COOLING_DOWN');
  });

  it('PRA-45, PRA-46 refuse whoever cannot be in one', async () => {
    const [ann, bob] = [await enrolled(), await enrolled()];
    const refused = async (...people: Someone[]) =>
      (await call(secondLead)).refusalOf('formGroup', formOf(people));
    await form(ann, bob);
    expect(await refused(ann)).toBe('GROUP_IN_ANOTHER');
    expect(await refused(stranger as Someone)).toBe('GROUP_NOT_ENROLLED');
    const many = Array.from({ length: 13 }, () => ({ personId: noSuchId() }) as unknown as Someone);
    expect(await refused(...many)).toBe('GROUP_FULL');
    const code = async (by: Someone | undefined, input: object) =>
      (await call(by)).codeOf('formGroup', { ...formOf([ann]), ...input });
    expect(await code(lead, { personIds: [noSuchId()] })).toBe('NOT_FOUND');
    expect(await code(otherLead, {})).toBe('NOT_FOUND');
    expect(await code(lead, { componentKey: 'paper' })).toBe('NOT_FOUND');
    expect(await code(lead, { personIds: [] })).toBe('BAD_USER_INPUT');
    expect(await code(lead, { personIds: ['nobody'] })).toBe('BAD_USER_INPUT');
    expect(await code(stranger, {})).toBe('FORBIDDEN');
  });

  it('PRA-47 are written by one window at a time, and by members alone', async () => {
    const [ann, bob] = [await enrolled(), await enrolled()];
    const { id: groupId } = await form(ann, bob);
    const saved = await write(ann, groupId, true);
    const refused = async (one: Someone | undefined, more: object) =>
      (await call(one)).mutate('saveGroupPart', { ...saved, sequence: 2, ...more });
    const again = { sequence: 1, parts: partsOf(true, 'Three men.') };
    expect(await refused(ann, again)).toMatchObject({ code: 'GROUP_OLD_SEQUENCE', field: 'sequence' });
    expect(await refused(ann, { parts: partsOf(false, OWN) })).toMatchObject({ code: 'GROUP_PART_UNKNOWN' });
    await takeUp(bob, groupId, true);
    expect(await refused(ann, {})).toMatchObject({ code: 'GROUP_OTHER_WRITER', field: 'writer' });
    for (const by of [stranger, lead, otherLead]) {
      expect(await (await call(by)).codeOf('saveGroupPart', saved)).toBe('NOT_FOUND');
      expect(await (await call(by)).codeOf('takeUpGroupPart', { groupId, shared: true })).toBe('NOT_FOUND');
      expect(await (await call(by)).codeOf('submitGroup', { groupId })).toBe('NOT_FOUND');
      expect(await (await call(by)).codeOf('leaveGroup', { groupId })).toBe('NOT_FOUND');
    }
    expect(await (await call(ann)).codeOf('saveGroupPart', { ...saved, sequence: 0 })).toBe('BAD_USER_INPUT');
    expect(await (await call(ann)).codeOf('saveGroupPart', { ...saved, parts: [] })).toBe('BAD_USER_INPUT');
    expect(await (await call(ann)).codeOf('joinGroup', { joinCode: 'AAAA2222' })).toBe('NOT_FOUND');
  });

  it('PRA-47 hold files: new ones are the writer’s own, those that another member added stay', async () => {
    const [ann, bob] = [await enrolled(), await enrolled()];
    const { id: groupId } = await form(ann, bob);
    const upload = async (one: Someone): Promise<string> => {
      const { token } = await call(one);
      const response = await fetch(`${world.url}/files?purpose=response-file&name=log.csv`, {
        method: 'POST',
        body: `time,what\n10:14,${one.personId}\n`,
        headers: { 'content-type': 'text/csv', authorization: `Bearer ${token ?? ''}` },
      });
      return String(((await response.json()) as { id: unknown }).id);
    };
    const [anns, bobs] = [await upload(ann), await upload(bob)];
    const saveAs = async (one: Someone, shared: boolean, fileIds: string[]) => {
      const { writer, sequence } = await takeUp(one, groupId, shared);
      const parts = [{ key: shared ? 'profile' : 'view', fileIds }];
      const input = { groupId, shared, writer, sequence: Number(sequence) + 1, parts };
      return (await call(one)).attempt('saveGroupPart', input, 'sequence');
    };
    const codeOf = ({ errors }: { errors: readonly { extensions: Record<string, unknown> }[] }) =>
      errors[0]?.extensions['code'];
    expect(codeOf(await saveAs(bob, true, [anns]))).toBe('NOT_FOUND');
    expect(codeOf(await saveAs(ann, true, [anns]))).toBeUndefined();
    expect(codeOf(await saveAs(bob, true, [anns, bobs]))).toBeUndefined();
    expect(codeOf(await saveAs(bob, false, [anns]))).toBe('NOT_FOUND');
    const caller = await call(bob);
    const query = `query Q($id: ID!) { myGroup(id: $id) { shared { ${DRAFT} } } }`;
    const { shared } = await caller.query(query, { id: groupId });
    const files = shared.parts[0].files as { id: string; address: string }[];
    expect(files.map(({ id }) => id)).toEqual([anns, bobs]);
    const file = await fetch(`${world.url}${files[0]?.address ?? ''}`, {
      headers: { authorization: `Bearer ${caller.token ?? ''}` },
    });
    expect(await file.text()).toBe(`time,what\n10:14,${ann.personId}\n`);
  });

  it('show leads who is in them and how they stand, never what is written', async () => {
    const [ann, bob] = [await enrolled(), await enrolled()];
    const { id } = await form(ann, bob);
    await write(ann, id, true);
    await write(ann, id, false);
    const list = `query { groupCases(first: 1) { edges { node { ${GROUP} } } } }`;
    const seen = await (await call(secondLead)).query(list);
    expect(seen.edges[0].node).toMatchObject({
      id,
      ownPartsMissing: 1,
      members: [{ state: 'IN' }, { state: 'IN' }],
    });
    expect(JSON.stringify(seen)).not.toMatch(/van|plate/);
    const one = 'query Q($id: ID!) { groupCase(id: $id) { id } }';
    const codeOf = async (by: Someone | undefined, query: string, variables: object = { id }) =>
      (await (await call(by)).send(query, variables as Record<string, unknown>)).errors[0]?.extensions[
        'code'
      ];
    expect(await (await call(lead)).query(one, { id })).toEqual({ id });
    expect(await codeOf(otherLead, one)).toBe('NOT_FOUND');
    expect(await codeOf(lead, one, { id: noSuchId() })).toBe('NOT_FOUND');
    expect(await codeOf(ann, one)).toBe('FORBIDDEN');
    expect(await codeOf(ann, list)).toBe('FORBIDDEN');
    expect(await codeOf(ann, 'query { groupVoidProposals { groupId } }')).toBe('FORBIDDEN');
    expect(await codeOf(lead, 'query Q($id: ID!) { myGroup(id: $id) { myState } }')).toBe('NOT_FOUND');
    const own = 'query { myGroups { totalCount edges { node { group { id } } } } }';
    expect(await (await call(bob)).query(own)).toEqual({
      totalCount: 1,
      edges: [{ node: { group: { id } } }],
    });
    expect((await (await call(stranger)).query(own)).totalCount).toBe(0);
  });

  it('PRA-49 are voided for one member: proposed by one, decided by another', async () => {
    const [ann, bob] = [await enrolled(), await enrolled()];
    const { id: groupId } = await handedIn(ann, bob);
    const of = { groupId, personId: bob.personId };
    const fields = 'groupId state reason proposedAt person { id }';
    const propose = async (by: Someone | undefined, reason = REASON) =>
      (await call(by)).mutate('proposeGroupVoid', { ...of, reason }, fields);
    const decide = async (by: Someone | undefined, confirm = true) =>
      (await call(by)).mutate('decideGroupVoid', { ...of, confirm }, fields);
    expect(await decide(secondLead)).toMatchObject({ code: 'GROUP_VOID_NOT_PROPOSED', rule: 'PRA-49' });
    expect(await propose(lead, 'Copied')).toMatchObject({
      code: 'GROUP_VOID_REASON_MISSING',
      field: 'reason',
    });
    const proposed = await propose(lead);
    expect(proposed).toMatchObject({ state: 'PROPOSED', reason: REASON, person: { id: bob.personId } });
    expect(await propose(lead)).toEqual(proposed);
    expect(await propose(secondLead)).toMatchObject({ code: 'GROUP_VOID_PROPOSED' });
    expect(await decide(lead)).toMatchObject({ code: 'GROUP_OWN_VOID' });
    expect(await (await call(secondLead)).query('query { groupVoidProposals { groupId reason } }')).toEqual([
      { groupId, reason: REASON },
    ]);
    const voided = await decide(secondLead);
    expect(voided).toMatchObject({ state: 'CONFIRMED', reason: null, proposedAt: null });
    expect(await decide(secondLead)).toEqual(voided);
    await markAll((text) => (text === SHARED ? [4, 5] : [2, 5]));
    // Shared 9 of 10 and own 7 of 10, half each: 80.
    expect((await mine(ann, groupId)).outcome).toEqual({ percent: 80, passed: true });
    expect(await mine(bob, groupId)).toMatchObject({ outcome: null, isVoided: true });
    const formed = await form(await enrolled());
    const [member] = formed.members as { person: { id: string } }[];
    const early = { groupId: formed.id, personId: member?.person.id, reason: REASON };
    expect(await (await call(lead)).refusalOf('proposeGroupVoid', early)).toBe('GROUP_NOT_SUBMITTED');
    for (const name of ['proposeGroupVoid', 'decideGroupVoid']) {
      const input = { ...of, ...(name === 'proposeGroupVoid' ? { reason: REASON } : { confirm: true }) };
      expect(await (await call(bob)).codeOf(name, input)).toBe('FORBIDDEN');
      expect(await (await call(otherLead)).codeOf(name, input)).toBe('NOT_FOUND');
      expect(await (await call(lead)).codeOf(name, { ...input, groupId: noSuchId() })).toBe('NOT_FOUND');
      expect(await (await call(lead)).codeOf(name, { ...input, personId: noSuchId() })).toBe('NOT_FOUND');
      expect(await world.stranger().codeOf(name, input)).toBe('UNAUTHENTICATED');
    }
  });

  it('PRA-46 refuse whoever has passed, or has no attempts left', async () => {
    const [ann, bob] = [await enrolled(), await enrolled()];
    for (const day of ['2026-11-24', '2026-11-26']) {
      world.at(`${day}T09:00:00Z`);
      await handedIn(ann, bob);
      await markAll(() => [0, 1]);
    }
    world.at('2026-11-28T09:00:00Z');
    const refused = async (...people: Someone[]) => (await call(lead)).refusalOf('formGroup', formOf(people));
    expect(await refused(ann)).toBe('GROUP_ATTEMPTS_USED');
    const [cat, dan] = [await enrolled(), await enrolled()];
    await handedIn(cat, dan);
    await markAll(() => [4, 6]);
    expect(await refused(cat)).toBe('GROUP_ALREADY_PASSED');
    const list = 'query { groupCases(first: 1) { edges { node { id } } } }';
    const { edges } = await (await call(lead)).query(list);
    const of = { groupId: edges[0].node.id, personId: cat.personId };
    await (await call(lead)).mutate('proposeGroupVoid', { ...of, reason: REASON }, 'state');
    await (await call(secondLead)).mutate('decideGroupVoid', { ...of, confirm: true }, 'state');
    await world.settle();
    expect(await mine(dan, of.groupId)).toMatchObject({
      outcome: { percent: 100, passed: true },
      isVoided: false,
    });
    expect(await form(cat)).toMatchObject({ state: 'FORMED' });
  });
});
