import { newId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';
import { withCourse } from '../../support/with-course.js';

describe('the catalogue', () => {
  let world: World;
  let officer: Caller;

  beforeAll(async () => {
    world = await aWorld();
    await withCourse(world);
    officer = await world.as('officer');
  });
  afterAll(() => world.end());

  it('lists and finds courses, outlines among them', async () => {
    const query =
      'query Courses($search: String) { courses(search: $search) { totalCount edges { node { code status title { en } skillsTaught { skillId level } } } } }';
    const all = await officer.query(query);
    expect(all.edges).toMatchObject([
      { node: { code: 'OLH-101', status: 'COMPLETE' } },
      { node: { code: 'OLH-102', status: 'OUTLINE' } },
    ]);
    expect((await officer.query(query, { search: '102' })).totalCount).toBe(1);
    expect((await officer.query(query, { search: 'HARMS law' })).totalCount).toBe(2);
    expect((await officer.query(query, { search: '.*' })).totalCount).toBe(0);
  });

  it('shows an activity with its law and without key or reasons', async () => {
    const course = await officer.query(
      '{ course(code: "OLH-101") { published { id modules { activities { id kind } } } } }',
    );
    const activity =
      'query Activity($v: ID!, $a: ID!) { activity(versionId: $v, activityId: $a) { blocks { id kind markdown { en } html { en } lawId check { type stem { en } options { id text { en } } } warnings { kind } } law { id checked } } }';
    const read = await officer.query(activity, { v: course.published.id, a: 'read' });
    expect(read.law).toEqual([{ id: 'osa-181', checked: false }]);
    const check = await officer.query(activity, { v: course.published.id, a: 'check' });
    expect(check.blocks).toHaveLength(2);
    expect(JSON.stringify(check)).not.toContain('Why');
    const missing = await officer.send(activity, { v: course.published.id, a: 'nowhere' });
    expect(missing.errors[0]?.extensions['code']).toBe('NOT_FOUND');
    const noVersion = await officer.send(activity, { v: newId(), a: 'read' });
    expect(noVersion.errors[0]?.extensions['code']).toBe('NOT_FOUND');
    const malformed = await officer.send(activity, { v: 'x', a: 'read' });
    expect(malformed.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('has no way to ask for the key of a check', async () => {
    const reply = await officer.send('{ __type(name: "QuickCheck") { fields { name } } }');
    const fields = reply.data?.['__type'].fields as { name: string }[];
    expect(fields.map(({ name }) => name).sort()).toEqual(['options', 'stem', 'type']);
  });

  it('tells the publisher, and nobody else, how many people a publication touches', async () => {
    for (const key of ['officer', 'colleague', 'otherOfficer'] as const)
      await (await world.as(key)).mutate('enrol', { courseCode: 'OLH-101' });
    const impact = '{ publishImpact(courseCode: "OLH-101") { enrolments inProgress completed } }';
    expect(await (await world.as('publisher')).query(impact)).toEqual({
      enrolments: 3,
      inProgress: 0,
      completed: 0,
    });
    for (const key of ['author', 'trainer'] as const) {
      const reply = await (await world.as(key)).send(impact);
      expect(reply.errors[0]?.extensions['code']).toBe('FORBIDDEN');
    }
  });

  it('knows no course that does not exist', async () => {
    const reply = await officer.send('{ course(code: "XXX-000") { code } }');
    expect(reply.errors[0]?.extensions['code']).toBe('NOT_FOUND');
  });
});
