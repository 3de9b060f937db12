import {
  ApproveDraft,
  CorrectLesson,
  CourseReader,
  ImportCourse,
  PublishCourse,
  SendDraftForReview,
} from '@app/catalogue';
import { LoadFramework } from '@app/framework';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { processorModules } from '../../../../apps/worker/src/processors.js';
import { aCourse, aFramework, aLesson, aModule } from '../../../catalogue/src/testing/a-course.js';
import { CompleteActivity } from './complete-activity.js';
import { Enrol } from './enrol.js';
import type { Enrolment, EnrolmentId } from './enrolment.js';
import { EnrolmentReader } from './enrolment.reader.js';
import { MoveLearners } from './move-learners.js';
import { OpenActivity } from './open-activity.js';
import { StartNextCycle } from './start-next-cycle.js';

const NOW = '2026-11-23T09:00:00Z';

describe('a publication, for those who are learning', () => {
  let world: DomainWorld;
  let code: string;
  let last = 200;
  const college = newId<ForceId>();
  const forces = [newId<ForceId>(), newId<ForceId>()] as const;

  const officer = (force: ForceId = forces[0]) => world.as(newId<PersonId>(), force);
  const enrol = (ctx: RequestContext) => world.get(Enrol).execute(ctx, { courseCode: code });
  const learn = async (ctx: RequestContext, enrolmentId: EnrolmentId, activityId: string) => {
    await world.get(OpenActivity).execute(ctx, { enrolmentId, activityId });
    return world.get(CompleteActivity).execute(ctx, { enrolmentId, activityId });
  };
  const now = async (ctx: RequestContext, { id }: Enrolment) => {
    const enrolment = await world.get(EnrolmentReader).byId(ctx.force, id);
    if (enrolment === null) throw new Error('The enrolment is gone');
    return enrolment;
  };
  const publish = async (change: 'minor' | 'major' | 'legal', text: string, cutOff: string | null = null) => {
    const [author, reviewer] = [world.as(newId<PersonId>(), college), world.as(newId<PersonId>(), college)];
    const revision = (await world.get(CourseReader).draft(code))?.revision ?? 0;
    const block = { activityId: 'two', blockId: 'text', markdown: text, language: 'en', revision } as const;
    await world.get(CorrectLesson).execute(author, { courseCode: code, ...block });
    await world.get(SendDraftForReview).execute(author, { courseCode: code, revision: revision + 1 });
    await world.get(ApproveDraft).execute(reviewer, { courseCode: code, revision: revision + 2 });
    const terms = { change, note: text, cutOff: cutOff === null ? null : calendarDateOf(cutOff) };
    return world.get(PublishCourse).execute(reviewer, { courseCode: code, ...terms, revision: revision + 3 });
  };

  beforeAll(async () => {
    world = await DomainWorld.of([...processorModules], { at: NOW });
    await world.get(LoadFramework).execute(world.system(), aFramework());
  });
  beforeEach(async () => {
    world.clock.set(NOW);
    code = `OLH-${++last}`;
    const modules = [aModule('M1', [aLesson('one'), aLesson('two'), aLesson('three')])];
    await world
      .get(ImportCourse)
      .execute(world.system(), { code, content: aCourse({ modules }), note: 'Pack' });
    await world.settle();
  });
  afterAll(() => world.close());

  it('PRG-02 does not touch the version that an enrolment is pinned to until it is brought to it', async () => {
    const ctx = officer();
    const before = await enrol(ctx);
    await publish('minor', 'New.');
    expect((await now(ctx, before)).versionId).toBe(before.versionId);
    expect((await enrol(ctx)).id).toBe(before.id);
    const fresh = await enrol(officer());
    expect(fresh.versionNumber).toBe(2);
  });

  it('PRG-02 gives one enrolment to many requests at once', async () => {
    const ctx = officer();
    const made = await Promise.all([enrol(ctx), enrol(ctx), enrol(ctx)]);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  it('PRG-11 moves everybody of every force after a minor change, with their progress', async () => {
    const people = [officer(forces[0]), officer(forces[1])];
    const enrolments = await Promise.all(people.map(enrol));
    for (const [index, ctx] of people.entries()) await learn(ctx, enrolments[index]?.id ?? newId(), 'two');
    const version = await publish('minor', 'Minor.');
    await world.settle();
    for (const [index, ctx] of people.entries()) {
      const moved = await now(ctx, enrolments[index] as Enrolment);
      expect(moved).toMatchObject({ versionId: version.id, percent: 33 });
    }
    const told = { type: 'progress.enrolment.moved.v1', 'data.versionId': version.id };
    const rows = await world.connection.collection('journal').find(told).toArray();
    expect(rows.map(({ forceId }) => String(forceId)).sort()).toEqual([...forces].sort());
  });

  it('PRG-11 leaves whoever has completed on what they completed', async () => {
    const ctx = officer();
    const enrolment = await enrol(ctx);
    for (const activity of ['one', 'two', 'three']) await learn(ctx, enrolment.id, activity);
    await publish('legal', 'Legal.');
    await world.settle();
    expect(await now(ctx, enrolment)).toMatchObject({ versionNumber: 1, state: 'completed', percent: 100 });
  });

  it('PRG-12 moves everybody after a legal change and takes back only what changed', async () => {
    const ctx = officer();
    const enrolment = await enrol(ctx);
    await learn(ctx, enrolment.id, 'one');
    await learn(ctx, enrolment.id, 'two');
    await publish('legal', 'Legal.');
    await world.settle();
    const moved = await now(ctx, enrolment);
    expect(moved).toMatchObject({ versionNumber: 2, percent: 33 });
    expect(moved.takenBack.map(({ activityId }) => activityId)).toEqual(['two']);
  });

  it('PRG-13 lets those who have begun finish until the cut-off, and moves the others at once', async () => {
    const [begun, waiting] = [officer(), officer()];
    const [one, other] = [await enrol(begun), await enrol(waiting)];
    await learn(begun, one.id, 'two');
    await publish('major', 'Major.', '2026-12-31');
    await world.settle();
    expect(await now(begun, one)).toMatchObject({ versionNumber: 1, finishBy: '2026-12-31', percent: 33 });
    expect(await now(waiting, other)).toMatchObject({ versionNumber: 2, finishBy: null });

    world.clock.set('2026-12-31T23:59:59Z');
    await publish('minor', 'Minor.');
    await world.settle();
    expect((await now(begun, one)).versionNumber).toBe(1);

    world.clock.set('2027-01-01T00:00:00Z');
    await world.settle();
    expect(await now(begun, one)).toMatchObject({ versionNumber: 3, finishBy: null, percent: 0 });
  });

  it('PRG-11 reaches more people than one batch holds, and nothing the second time', async () => {
    const people = Array.from({ length: 230 }, () => officer(forces[1]));
    for (const ctx of people) await enrol(ctx);
    const { id: versionId } = await publish('minor', 'Minor.');
    const input = { versionId, change: 'minor', cutOff: null } as const;
    expect(await world.get(MoveLearners).execute(world.system(), input)).toBe(230);
    expect(await world.get(MoveLearners).execute(world.system(), input)).toBe(0);
  });

  it('PRG-09 says on which London date the course was completed, once', async () => {
    world.clock.set('2026-06-30T23:30:00Z');
    const ctx = officer();
    const { id } = await enrol(ctx);
    for (const activity of ['one', 'two', 'three', 'three']) await learn(ctx, id, activity);
    const told = { type: 'progress.course.completed.v1', 'data.enrolmentId': id };
    const rows = await world.connection.collection('journal').find(told).toArray();
    expect(rows.map(({ data }) => String(data.on))).toEqual(['2026-07-01']);
  });

  it('PRG-10 begins the next cycle beside the completed one, once, and not before', async () => {
    const ctx = officer();
    const first = await enrol(ctx);
    const input = {
      personId: first.personId,
      courseCode: code,
      origin: 'rule',
      dueOn: null,
      cycle: 2,
    } as const;
    const next = () => world.get(StartNextCycle).execute(world.system(forces[0]), input);
    await expect(next()).rejects.toMatchObject({ code: 'CYCLE_UNDER_WAY' });
    for (const activity of ['one', 'two', 'three']) await learn(ctx, first.id, activity);
    const second = await next();
    expect(second).toMatchObject({ cycle: 2, state: 'not_started' });
    expect((await next()).id).toBe(second.id);
    expect(await now(ctx, first)).toMatchObject({ cycle: 1, state: 'completed', percent: 100 });
    const scope = world.system(forces[0]).force;
    expect((await world.get(EnrolmentReader).current(scope, first.personId, code))?.id).toBe(second.id);
  });

  it.each<[string, Record<string, 1>, Record<string, 1 | -1>, string]>([
    [
      'a person’s enrolment on a course',
      { forceId: 1, personId: 1, courseCode: 1 },
      { cycle: -1 },
      'forceId_1_personId_1',
    ],
    ['a force’s enrolments on a course', { forceId: 1, courseCode: 1 }, { _id: 1 }, 'forceId_1_courseCode_1'],
    ['everybody on a course', { courseCode: 1, state: 1 }, {}, 'courseCode_1_state_1'],
  ])('reads %s by its index', async (...[, filter, sort, index]) => {
    const plan = await world.connection
      .collection('enrolments')
      .find(filter)
      .sort(sort)
      .explain('queryPlanner');
    expect(JSON.stringify(plan['queryPlanner'].winningPlan)).toContain(index);
  });
});
