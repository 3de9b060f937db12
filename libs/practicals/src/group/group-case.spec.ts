import {
  AllocateResponses,
  EndMarker,
  GrantAdjustment,
  MarkedResponseReader,
  MarkResponse,
  OpenRound,
  ReleaseMarks,
  TakeNextResponse,
} from '@app/assessment';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId, objectId } from '@app/platform/ids/ids.js';
import { Enrol } from '@app/progress';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NO_FIELDS } from '../../../assessment/src/adjustment/check-adjustment.js';
import { COURSE, Ground } from '../../../assessment/src/testing/ground.js';
import { aMarker, someoneUnder, WRITTEN } from '../../../assessment/src/testing/marking-ground.js';
import { PublishBrief } from '../brief/publish-brief.js';
import { PracticalsModule } from '../practicals.module.js';
import { groupBrief } from '../testing/briefs.js';
import { CompleteGroup, type ReleasedPart } from './complete-group.js';
import { LeaveGroup, RemoveGroupMember } from './end-membership.js';
import { FormGroup } from './form-group.js';
import type { GroupCase } from './group.js';
import { GroupReader } from './group.reader.js';
import { JoinGroup } from './join-group.js';
import { SaveGroupPart, type SaveGroupPartInput } from './save-group-part.js';
import { SubmitGroup } from './submit-group.js';
import { TakeUpGroupPart } from './take-up-group-part.js';
import { DecideGroupVoid, ProposeGroupVoid } from './void-group-member.js';

const NOT_FOUND = { code: 'NOT_FOUND' };
const FORBIDDEN = { code: 'FORBIDDEN' };
const REASON = 'It was copied word for word.';
type Person = { readonly ctx: RequestContext; readonly id: PersonId };

describe('a group case', () => {
  let ground: Ground;
  let lead: RequestContext;
  let marker: RequestContext;
  let roundId: string;

  const idOf = (ctx: RequestContext) =>
    ctx.actor.kind === 'person' ? ctx.actor.personId : newId<PersonId>();
  const person = async (): Promise<Person> => {
    const ctx = await ground.officer();
    return { ctx, id: idOf(ctx) };
  };
  const aLead = async () => ground.world.as(await ground.person(), ground.forceId, ['training-lead']);
  const form = (people: readonly Person[], more: object = {}, by = lead) =>
    ground.world.get(FormGroup).execute(by, { ...WRITTEN, personIds: people.map(({ id }) => id), ...more });
  const join = ({ ctx }: Person, { joinCode }: Pick<GroupCase, 'joinCode'>) =>
    ground.world.get(JoinGroup).execute(ctx, { joinCode });
  const leave = ({ ctx }: Person, { id: groupId }: GroupCase) =>
    ground.world.get(LeaveGroup).execute(ctx, { groupId });
  const remove = (
    { id: groupId }: GroupCase,
    { id: personId }: Person,
    why: 'ABSENT' | 'REMOVED',
    by = lead,
  ) => ground.world.get(RemoveGroupMember).execute(by, { groupId, personId, why });
  const takeUp = ({ ctx }: Person, { id: groupId }: GroupCase, shared: boolean) =>
    ground.world.get(TakeUpGroupPart).execute(ctx, { groupId, shared });
  const partsOf = (shared: boolean, text: string) => [{ key: shared ? 'profile' : 'view', text }];
  const save = (
    { ctx }: Person,
    { id: groupId }: GroupCase,
    more: Pick<SaveGroupPartInput, 'shared' | 'writer'> & Partial<SaveGroupPartInput>,
  ) =>
    ground.world.get(SaveGroupPart).execute(ctx, {
      ...{ groupId, sequence: 1, parts: partsOf(more.shared, 'Two men, one van.') },
      ...more,
    });
  const write = async (one: Person, group: GroupCase, shared: boolean) => {
    const { writer, sequence } = await takeUp(one, group, shared);
    return save(one, group, { shared, writer, sequence: sequence + 1 });
  };
  const submit = ({ ctx }: Person, { id: groupId }: GroupCase) =>
    ground.world.get(SubmitGroup).execute(ctx, { groupId });
  const handedIn = async (people: readonly Person[], more: object = {}): Promise<GroupCase> => {
    const group = await form(people, more);
    for (const one of people) await write(one, group, false);
    await write(people[0] as Person, group, true);
    return submit(people[0] as Person, group);
  };
  const view = ({ ctx }: Person, { id }: GroupCase) => ground.world.get(GroupReader).ownById(ctx, id);
  const complete = (part: ReleasedPart) => ground.world.get(CompleteGroup).execute(ground.system, part);
  const allocate = () =>
    ground.world.get(AllocateResponses).execute(ground.system, { ...WRITTEN, again: false });
  const told = async (type: string, groupId: string) =>
    (await ground.events(type)).filter((event) => event['groupId'] === groupId);
  const assessed = async (people: readonly Person[]) => {
    const ids = new Set<unknown>(people.map(({ id }) => id));
    const all = await ground.events('practicals.component.assessed.v1');
    return all.filter(({ personId }) => ids.has(personId));
  };
  /** Marks everything that waits, each by what it is of, and releases it. */
  const markAll = async (points: (source: { kind: string; id: string }) => [number, number]) => {
    await allocate();
    const released: ReleasedPart[] = [];
    for (;;) {
      const taskId = await ground.world.get(TakeNextResponse).execute(marker);
      if (taskId === null) break;
      const task = await ground.world.connection
        .collection('markingTasks')
        .findOne({ _id: objectId(taskId) });
      const response = await ground.world.connection
        .collection('responses')
        .findOne({ _id: task?.['responseId'] });
      const { source } = response as unknown as { source: ReleasedPart };
      const criteria = points(source).map((given, place) => ({ criterion: place + 1, points: given }));
      await ground.world.get(MarkResponse).execute(marker, { taskId, criteria });
      released.push(source);
    }
    await ground.world.get(ReleaseMarks).execute(ground.system, { roundId: roundId as never });
    for (const part of released) await complete(part);
    return released;
  };

  beforeAll(async () => {
    ground = await Ground.of({ imports: [PracticalsModule] });
    lead = await aLead();
    marker = await aMarker(ground);
    await ground.world.get(PublishBrief).execute(ground.system, groupBrief(WRITTEN));
    const note = { courseCode: COURSE, componentKey: 'watched' };
    const ungraded = groupBrief(note).tasks.map((task) => ({ ...task, rubric: [] }));
    await ground.world.get(PublishBrief).execute(ground.system, groupBrief(note, { tasks: ungraded }));
    const terms = { doublePercent: 0, reviewPercent: 0, tolerance: 0, panel: 'FORCE' } as const;
    const round = await ground.world
      .get(OpenRound)
      .execute(ground.system, { ...WRITTEN, ...terms, doubleMarking: 'NONE' });
    roundId = round.id;
  }, 60_000);
  afterAll(() => ground.world.close());

  it('PRA-44, PRA-48 gives each member half of the shared and half of their own mark, all together', async () => {
    const [ann, bob] = [await person(), await person()];
    const group = await handedIn([ann, bob]);
    expect(group).toMatchObject({ state: 'SUBMITTED', submittedById: ann.id });
    expect((await submit(bob, group)).submittedAt).toEqual(group.submittedAt);
    expect(await told('practicals.group.submitted.v1', group.id)).toHaveLength(1);
    const bobs = (await view(bob, group)).membership.id;
    await allocate();
    const released = await markAll(({ kind, id }) =>
      kind === 'group-shared' ? [4, 3] : id === bobs ? [1, 1.5] : [4, 5],
    );
    expect(released.map(({ kind }) => kind).sort()).toEqual(['group-own', 'group-own', 'group-shared']);
    // Shared 7 of 10; Ann's own 9 of 10: 35 + 45 = 80. Bob's own 2.5 of 10: 35 + 12.5 = 47.5.
    const found = await assessed([ann, bob]);
    expect(found).toEqual([
      {
        ...{ personId: ann.id, ...WRITTEN, versionId: ground.version.id, on: '2026-11-23' },
        ...{ sourceId: (await view(ann, group)).membership.id, percent: 80, passed: true },
      },
      {
        ...{ personId: bob.id, ...WRITTEN, versionId: ground.version.id, on: '2026-11-23' },
        ...{ sourceId: bobs, percent: 47.5, passed: false },
      },
    ]);
    expect((await view(ann, group)).group.state).toBe('RELEASED');
    for (const part of released) await complete(part);
    expect(await assessed([ann, bob])).toEqual(found);
    const journal = JSON.stringify(await ground.world.connection.collection('journal').find().toArray());
    expect(journal).not.toContain('Two men');
    await expect(form([ann])).rejects.toThrow('GROUP_ALREADY_PASSED');
    await expect(form([bob])).rejects.toThrow('GROUP_COOLING_DOWN');
    ground.world.clock.set('2026-11-24T09:00:00Z');
    expect((await form([bob])).state).toBe('FORMED');
    ground.world.clock.set('2026-11-23T09:00:00Z');
  });

  it('PRA-48 tells nobody anything while one mark is missing', async () => {
    const [ann, bob] = [await person(), await person()];
    const group = await handedIn([ann, bob]);
    const bobs = (await view(bob, group)).membership.id;
    await allocate();
    const responses = ground.world.connection.collection('responses');
    await responses.updateOne({ 'source.id': bobs }, { $set: { state: 'IN_REVIEW' } });
    const held = await responses.findOne({ 'source.id': bobs });
    const tasks = ground.world.connection.collection('markingTasks');
    await tasks.updateOne({ responseId: held?._id }, { $set: { state: 'ENDED' } });
    await markAll(() => [4, 6]);
    expect(await assessed([ann, bob])).toEqual([]);
    const page = { limit: 10, after: null };
    const shown = await ground.world.get(MarkedResponseReader).ofPerson(ann.ctx, { sourceId: null }, page);
    expect(shown.totalCount).toBe(0);
    expect((await view(ann, group)).membership.outcome).toBeNull();
  });

  it('PRA-48 goes to no member, nobody in a member’s line, and not to who formed it', async () => {
    const manager = await aMarker(ground);
    const formed = await aMarker(ground);
    const asLead = ground.world.as(idOf(formed), ground.forceId, ['training-lead']);
    const fellow = await aMarker(ground);
    await ground.world.get(Enrol).execute(fellow, { courseCode: COURSE });
    const managed = ground.world.as(await someoneUnder(ground, idOf(manager)), ground.forceId);
    await ground.world.get(Enrol).execute(managed, { courseCode: COURSE });
    const people = [fellow, managed].map((ctx) => ({ ctx, id: idOf(ctx) }));
    const group = await form(people, {}, asLead);
    for (const one of people) await write(one, group, false);
    await write(people[0] as Person, group, true);
    await submit(people[0] as Person, group);
    await allocate();
    const ids = (
      await ground.world.connection.collection('responses').find({ togetherId: group.id }).toArray()
    ).map(({ _id }) => _id);
    expect(ids).toHaveLength(3);
    const tasks = await ground.world.connection
      .collection('markingTasks')
      .find({ responseId: { $in: ids } })
      .toArray();
    expect(tasks.map(({ markerId }) => String(markerId))).toEqual([idOf(marker), idOf(marker), idOf(marker)]);
    await markAll(() => [4, 6]);
    expect(await assessed(people)).toHaveLength(2);
    for (const personId of [manager, formed, fellow].map(idOf))
      await ground.world.get(EndMarker).execute(ground.system, { ...WRITTEN, personId });
  });

  it('PRA-48 is done by handing in where nothing is graded', async () => {
    const people = [await person(), await person()];
    const group = await handedIn(people, { componentKey: 'watched' });
    expect(group.state).toBe('RELEASED');
    expect(await assessed(people)).toMatchObject([
      { percent: null, passed: true },
      { percent: null, passed: true },
    ]);
  });

  it('PRA-43, PRA-48 is handed in whole, by two or more who are there', async () => {
    const [ann, bob, cat] = [await person(), await person(), await person()];
    const group = await form([ann, bob, cat]);
    await expect(submit(ann, group)).rejects.toMatchObject({
      code: 'GROUP_SHARED_EMPTY',
      facts: { part: 1 },
    });
    await write(bob, group, true);
    await write(ann, group, false);
    await expect(submit(ann, group)).rejects.toMatchObject({ code: 'GROUP_OWN_EMPTY', facts: { count: 2 } });
    await remove(group, cat, 'ABSENT');
    await leave(bob, group);
    await expect(submit(ann, group)).rejects.toThrow('GROUP_TOO_SMALL');
    await expect(submit(bob, group)).rejects.toThrow('GROUP_NOT_A_MEMBER');
    await join(bob, group);
    await write(bob, group, false);
    expect((await submit(bob, group)).state).toBe('SUBMITTED');
    await expect(join(cat, group)).rejects.toThrow('GROUP_SUBMITTED');
    await expect(leave(ann, group)).rejects.toThrow('GROUP_SUBMITTED');
    await expect(remove(group, ann, 'REMOVED')).rejects.toThrow('GROUP_SUBMITTED');
    await expect(takeUp(ann, group, true)).rejects.toThrow('GROUP_SUBMITTED');
    expect((await view(cat, group)).membership).toMatchObject({
      state: 'ABSENT',
      submittedAt: null,
      isOpen: false,
    });
    expect((await form([cat])).state).toBe('FORMED');
  });

  it('PRA-45 is of people of one force who are enrolled and whom its lead reaches; the same again is the same', async () => {
    const [ann, bob] = [await person(), await person()];
    const group = await form([ann, bob]);
    expect(await form([bob, ann])).toEqual(group);
    const stranger = await ground.person();
    await expect(form([{ id: stranger } as Person])).rejects.toThrow('GROUP_NOT_ENROLLED');
    await expect(form([{ id: newId<PersonId>() } as Person])).rejects.toMatchObject(NOT_FOUND);
    await expect(form([ann], {}, ann.ctx)).rejects.toMatchObject(FORBIDDEN);
    await expect(form([ann], { componentKey: 'nothing' })).rejects.toMatchObject(NOT_FOUND);
    await expect(form([])).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    const many = Array.from({ length: 13 }, () => ({ id: newId<PersonId>() }) as Person);
    await expect(form(many)).rejects.toThrow('GROUP_FULL');
    const inUnit = (unitId: string): RequestContext => ({
      ...ground.world.as(newId(), ground.forceId),
      bundles: [{ bundle: 'training-lead', forceId: ground.forceId, unitId, reach: [unitId] }] as never,
    });
    const cat = await person();
    await expect(form([cat], {}, inUnit(newId()))).rejects.toMatchObject(NOT_FOUND);
    const ofUnit = inUnit(ground.unitId);
    const theirs = await form([cat], {}, ofUnit);
    await expect(remove(group, ann, 'ABSENT', ofUnit)).rejects.toMatchObject(NOT_FOUND);
    expect((await remove(theirs, cat, 'REMOVED', ofUnit)).state).toBe('FORMED');
    expect((await ground.world.get(GroupReader).ledPage(ofUnit, { limit: 5, after: null })).totalCount).toBe(
      1,
    );
    await expect(ground.world.get(GroupReader).ledById(ofUnit, group.id)).rejects.toMatchObject(NOT_FOUND);
  });

  it('PRA-45 is joined by its code, in its own force, by twelve at most', async () => {
    const people: Person[] = [];
    while (people.length < 12) people.push(await person());
    const [ann, bob, ...rest] = people as [Person, Person, ...Person[]];
    const group = await form([ann]);
    expect(group.joinCode).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
    const asTyped = { joinCode: ` ${group.joinCode.slice(0, 4)} ${group.joinCode.slice(4)}`.toLowerCase() };
    expect((await join(bob, asTyped)).id).toBe(group.id);
    expect((await join(bob, group)).id).toBe(group.id);
    expect(await told('practicals.group.joined.v1', group.id)).toHaveLength(1);
    await expect(join(bob, { joinCode: 'AAAA2222' })).rejects.toMatchObject(NOT_FOUND);
    const elsewhere = { ...bob, ctx: ground.world.as(bob.id, newId()) };
    await expect(join(elsewhere, group)).rejects.toMatchObject(NOT_FOUND);
    for (const one of rest) await join(one, group);
    const late = await person();
    await expect(join(late, group)).rejects.toThrow('GROUP_FULL');
    await remove(group, bob, 'REMOVED');
    await expect(join(bob, group)).rejects.toThrow('GROUP_REMOVED');
    expect((await join(late, group)).id).toBe(group.id);
  });

  it('PRA-46 is the only one of a member at a time, also when two are formed at once', async () => {
    const [ann, bob, cat] = [await person(), await person(), await person()];
    const other = await aLead();
    const both = await Promise.allSettled([form([ann, bob]), form([ann, cat], {}, other)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((each) => each.status === 'rejected');
    expect(refused?.status === 'rejected' && refused.reason).toMatchObject({ code: 'GROUP_IN_ANOTHER' });
    const memberships = ground.world.connection.collection('groupMemberships');
    expect(await memberships.countDocuments({ personId: objectId(ann.id), isOpen: true })).toBe(1);
    expect((await form([ann], { componentKey: 'watched' })).componentKey).toBe('watched');
  });

  it('PRA-46 counts attempts for each member, with their own adjustment', async () => {
    const [ann, bob] = [await person(), await person()];
    for (const day of ['2026-11-23', '2026-11-25']) {
      ground.world.clock.set(`${day}T09:00:00Z`);
      await handedIn([ann, bob]);
      await markAll(() => [0, 1]);
    }
    ground.world.clock.set('2026-11-27T09:00:00Z');
    await expect(form([ann, bob])).rejects.toMatchObject({ code: 'GROUP_ATTEMPTS_USED', facts: { max: 2 } });
    const officer = ground.world.as(await ground.person(), ground.forceId, ['adjustments-officer']);
    await ground.world.get(GrantAdjustment).execute(officer, {
      target: {
        ...{ level: 'ASSESSMENT', personId: ann.id, groupId: null, ...WRITTEN, attemptId: null },
      },
      ...{ fields: { ...NO_FIELDS, extraAttempts: 1 }, applyToRunning: false },
      reason: 'Was ill on both days.',
    });
    expect((await form([ann])).state).toBe('FORMED');
    await expect(form([bob])).rejects.toThrow('GROUP_ATTEMPTS_USED');
    ground.world.clock.set('2026-11-23T09:00:00Z');
  });

  it('PRA-47 is written by one window at a time, shared parts by all, own ones by their member', async () => {
    const [ann, bob, cat] = [await person(), await person(), await person()];
    const group = await form([ann, bob]);
    const { writer } = await takeUp(ann, group, true);
    const saved = await save(ann, group, { shared: true, writer });
    expect(await save(ann, group, { shared: true, writer })).toEqual(saved);
    const again = { shared: true, writer, parts: partsOf(true, 'Three men.') };
    await expect(save(ann, group, again)).rejects.toThrow('GROUP_OLD_SEQUENCE');
    await expect(save(ann, group, { ...again, parts: partsOf(false, 'Mine.') })).rejects.toThrow(
      'GROUP_PART_UNKNOWN',
    );
    await expect(save(cat, group, { shared: true, writer })).rejects.toMatchObject(NOT_FOUND);
    const bobs = await takeUp(bob, group, true);
    expect(bobs).toMatchObject({ sequence: 1, parts: [{ key: 'profile', text: 'Two men, one van.' }] });
    await expect(save(ann, group, { ...again, sequence: 2 })).rejects.toThrow('GROUP_OTHER_WRITER');
    await save(bob, group, { ...again, writer: bobs.writer, sequence: 2 });
    expect((await view(ann, group)).group.shared).toMatchObject({
      sequence: 2,
      parts: [{ text: 'Three men.' }],
    });
    await write(ann, group, false);
    expect((await view(bob, group)).membership.own.parts).toEqual([]);
    const file = { shared: true, writer: bobs.writer, sequence: 3 };
    await expect(
      save(bob, group, { ...file, parts: [{ key: 'profile', fileIds: [newId()] }] }),
    ).rejects.toMatchObject(NOT_FOUND);
    await leave(bob, group);
    await expect(save(bob, group, file)).rejects.toThrow('GROUP_NOT_A_MEMBER');
    await join(bob, group);
    await expect(save(bob, group, file)).rejects.toThrow('GROUP_OTHER_WRITER');
  });

  it('PRA-49 is voided for one member by two people outside of it; the others’ results stand', async () => {
    const [ann, bob] = [await person(), await person()];
    const group = await handedIn([ann, bob]);
    await allocate();
    const of = { groupId: group.id, personId: bob.id };
    const propose = (by: RequestContext, reason = REASON) =>
      ground.world.get(ProposeGroupVoid).execute(by, { ...of, reason });
    const decide = (by: RequestContext, confirm = true) =>
      ground.world.get(DecideGroupVoid).execute(by, { ...of, confirm });
    const second = await aLead();
    const asLead = ground.world.as(ann.id, ground.forceId, ['training-lead']);
    await expect(propose(ann.ctx)).rejects.toMatchObject(FORBIDDEN);
    await expect(propose(asLead)).rejects.toThrow('GROUP_OWN_VOID');
    await expect(propose(lead, 'Copied')).rejects.toThrow('GROUP_VOID_REASON_MISSING');
    await expect(decide(second)).rejects.toThrow('GROUP_VOID_NOT_PROPOSED');
    const waiting = await propose(lead);
    expect((await propose(lead)).proposal).toEqual(waiting.proposal);
    await expect(propose(second)).rejects.toThrow('GROUP_VOID_PROPOSED');
    expect((await ground.world.get(GroupReader).proposals(second)).map(({ personId }) => personId)).toContain(
      bob.id,
    );
    await expect(decide(lead)).rejects.toThrow('GROUP_OWN_VOID');
    await expect(decide(asLead)).rejects.toThrow('GROUP_OWN_VOID');
    expect(await decide(second, false)).toMatchObject({ proposal: null, voidedAt: null });
    expect(await decide(second, false)).toMatchObject({ voidedAt: null });
    await propose(lead);
    // Everything but Bob's own part is marked and released: voiding Bob is what the others then wait for no longer.
    const { id: bobs } = (await view(bob, group)).membership;
    const responses = ground.world.connection.collection('responses');
    const held = await responses.findOne({ 'source.id': bobs });
    const tasks = ground.world.connection.collection('markingTasks');
    await tasks.updateOne({ responseId: held?._id }, { $set: { state: 'ENDED' } });
    await markAll(() => [3, 5]);
    expect(await assessed([ann, bob])).toEqual([]);
    expect((await decide(second)).voidedAt).not.toBeNull();
    expect((await decide(second)).voidedAt).not.toBeNull();
    expect(await assessed([ann, bob])).toMatchObject([{ personId: ann.id, percent: 80, passed: true }]);
    expect(await responses.countDocuments({ 'source.id': bobs, state: 'WITHDRAWN' })).toBe(1);
    const voided = await told('practicals.group-member.voided.v1', group.id);
    expect(voided).toMatchObject([{ personId: bob.id, sourceId: bobs, wasPassed: false }]);
    for (const collection of ['journal', 'groupMemberships'])
      expect(
        JSON.stringify(await ground.world.connection.collection(collection).find().toArray()),
      ).not.toContain(REASON);
    expect((await form([bob])).state).toBe('FORMED');
  });

  it('PRA-49 says that a result was passed, and is for what was handed in alone', async () => {
    const [ann, bob] = [await person(), await person()];
    const formed = await form([ann]);
    const propose = (groupId: GroupCase['id'], personId: PersonId) =>
      ground.world.get(ProposeGroupVoid).execute(lead, { groupId, personId, reason: REASON });
    await expect(propose(formed.id, ann.id)).rejects.toThrow('GROUP_NOT_SUBMITTED');
    await expect(propose(formed.id, bob.id)).rejects.toMatchObject(NOT_FOUND);
    await leave(ann, formed);
    const group = await handedIn([ann, bob]);
    await markAll(() => [4, 6]);
    await propose(group.id, ann.id);
    const decision = { groupId: group.id, personId: ann.id, confirm: true };
    await ground.world.get(DecideGroupVoid).execute(await aLead(), decision);
    expect(await told('practicals.group-member.voided.v1', group.id)).toMatchObject([{ wasPassed: true }]);
    expect((await form([ann])).state).toBe('FORMED');
    await expect(form([bob])).rejects.toThrow('GROUP_ALREADY_PASSED');
  });

  it('PRA-49 ends without a result when nobody is left, and the shared part leaves the desks too', async () => {
    const people = [await person(), await person()];
    const group = await handedIn(people);
    const second = await aLead();
    for (const { id: personId } of people) {
      await ground.world.get(ProposeGroupVoid).execute(lead, { groupId: group.id, personId, reason: REASON });
      await ground.world.get(DecideGroupVoid).execute(second, { groupId: group.id, personId, confirm: true });
    }
    const responses = ground.world.connection.collection('responses');
    const states = (await responses.find({ togetherId: group.id }).toArray()).map(({ state }) =>
      String(state),
    );
    expect(states).toEqual(['WITHDRAWN', 'WITHDRAWN', 'WITHDRAWN']);
    expect((await view(people[0] as Person, group)).group.state).toBe('RELEASED');
    expect(await assessed(people)).toEqual([]);
  });

  it('PRA-45 is handed in by those who are still enrolled', async () => {
    const [ann, bob] = [await person(), await person()];
    const group = await form([ann, bob]);
    for (const one of [ann, bob]) await write(one, group, false);
    await write(ann, group, true);
    const enrolments = ground.world.connection.collection('enrolments');
    const old = await enrolments.findOne({ personId: objectId(bob.id) });
    await enrolments.insertOne({ ...old, _id: objectId(newId()), cycle: 2 });
    await expect(submit(ann, group)).rejects.toThrow('GROUP_NOT_ENROLLED');
    expect((await view(ann, group)).group.state).toBe('FORMED');
    const responses = ground.world.connection.collection('responses');
    expect(await responses.countDocuments({ togetherId: group.id })).toBe(0);
  });

  it('PRA-42, PRA-47 loses no acknowledged save and marks nobody who left, whatever happens at once', async () => {
    for (let round = 0; round < 4; round++) {
      const [ann, bob, cat] = [await person(), await person(), await person()];
      const group = await form([ann, bob, cat]);
      for (const one of [ann, bob, cat]) await write(one, group, false);
      const { writer, sequence } = await takeUp(ann, group, true);
      await save(ann, group, { shared: true, writer, sequence: sequence + 1 });
      const late = { shared: true, writer, sequence: sequence + 2, parts: partsOf(true, 'Three men.') };
      const [saved, , left] = await Promise.allSettled([
        save(ann, group, late),
        submit(ann, group),
        leave(cat, group),
      ]);
      await submit(ann, group);
      const responses = ground.world.connection.collection('responses');
      const shared = await responses.findOne({ 'source.kind': 'group-shared', 'source.id': group.id });
      // Whoever leaves takes the shared part's pen away: then the save may be refused, but never lost once acknowledged.
      expect(shared?.['text']).toBe(saved.status === 'fulfilled' ? 'Three men.' : 'Two men, one van.');
      const members = await ground.world.connection
        .collection('groupMemberships')
        .find({ groupId: objectId(group.id) })
        .toArray();
      const cats = members.find(({ personId }) => String(personId) === cat.id);
      const expected =
        left.status === 'fulfilled'
          ? { state: 'LEFT', isIn: false, hers: 0, all: 3 }
          : { state: 'IN', isIn: true, hers: 1, all: 4 };
      expect({
        ...{ state: String(cats?.['state']), isIn: cats?.['submittedAt'] !== null },
        hers: await responses.countDocuments({ 'source.id': String(cats?._id) }),
        all: await responses.countDocuments({ togetherId: group.id }),
      }).toEqual(expected);
    }
  });

  it('is found by indexes', async () => {
    const forceId = objectId(ground.forceId);
    const id = objectId(newId());
    for (const [collection, filter, sort] of [
      ['groupCases', { forceId, joinCode: 'AAAA2222' }, {}],
      ['groupCases', { forceId }, { _id: -1 }],
      ['groupCases', { forceId, formedById: id }, { _id: -1 }],
      ['groupMemberships', { forceId, groupId: id, personId: id }, {}],
      ['groupMemberships', { forceId, enrolmentId: id, componentKey: 'paper' }, { _id: 1 }],
      ['groupMemberships', { forceId, personId: id }, { _id: -1 }],
      ['groupMemberships', { forceId, 'proposal.at': { $exists: true } }, { 'proposal.at': 1 }],
    ] as const) {
      const { queryPlanner } = await ground.world.connection
        .collection(collection)
        .find(filter)
        .sort(sort)
        .explain();
      const plan = JSON.stringify(queryPlanner.winningPlan);
      expect(plan).toMatch(/IXSCAN|EXPRESS/);
      expect(plan).not.toContain('"stage":"SORT"');
      expect(plan).not.toContain('COLLSCAN');
    }
  });
});
