import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { World } from '../../support/a-world.js';
import { withCourse } from '../../support/with-course.js';
import { anAssessmentWorld, answerInput, COURSE, started } from '../assessment/assessment-world.js';

const AWARD =
  'id serial courseCode courseTitle { en } cycle awardedOn lastValidDay inDate skills { skillId level lastValidDay }';
const AWARDS = `query($personId: ID!) { awards(personId: $personId) { totalCount edges { node { ${AWARD} } } } }`;
const MINE = `{ myAwards { totalCount edges { node { ${AWARD} } } } }`;

interface NoticesPage {
  readonly edges: readonly { readonly node: { readonly subject: { readonly en: string } } }[];
}

let world: World;
let mail: string;
let award: { id: string; serial: string };

beforeAll(async () => {
  mail = mkdtempSync(join(tmpdir(), 'lantern-mail-'));
  world = await anAssessmentWorld(undefined, { LANTERN_MAIL_DIR: mail });
  // The paper is the whole assessment of this version, and response officers need its skill.
  await withCourse(world);
  const { caller, attempt } = await started(world, 'officer');
  for (const place of attempt.paper.keys()) await caller.mutate('saveAnswer', answerInput(attempt, place));
  await caller.mutate('submitAttempt', { attemptId: attempt.id }, 'id');
  await world.settle();
  world.at('2026-11-23T12:00:01Z');
  await world.settle();
  await (await world.as('trainer')).mutate('releaseResults', { sittingId: attempt.sittingId });
  await world.settle();
  const { edges } = await (await world.as('officer')).query(MINE);
  award = edges[0].node;
}, 60_000);
afterAll(async () => {
  await world.end();
  rmSync(mail, { recursive: true });
});

describe('an award, through the API', () => {
  it('CRT-01 is given when the paper that is the whole assessment is passed, with its last valid day', () => {
    expect(award).toMatchObject({ courseCode: COURSE, cycle: 1, awardedOn: '2026-11-23', inDate: true });
    expect(award).toMatchObject({ lastValidDay: '2027-11-23' });
    expect(award.serial).toMatch(/^LN(-[0-9A-Z]{4}){3}-[0-9A-Z]$/);
  });

  it('CRT-06 is one award, however often the news of the pass arrives', async () => {
    await world.settle();
    expect(await world.connection.collection('awards').countDocuments({})).toBe(1);
  });

  it('shows on the person’s own course page with each component', async () => {
    const officer = await world.as('officer');
    const page = await officer.query(
      `query($code: ID!) { myCourse(code: $code) { award { id } components { key passed passedOn } } }`,
      { code: COURSE },
    );
    expect(page).toMatchObject({ award: { id: award.id } });
    expect(page.components).toEqual([{ key: 'paper', passed: true, passedOn: '2026-11-23' }]);
    const colleague = await world.as('colleague');
    const theirs = await colleague.query(
      `query($code: ID!) { myCourse(code: $code) { award { id } components { passed } } }`,
      { code: COURSE },
    );
    expect(theirs).toEqual({ award: null, components: [{ passed: false }] });
  });

  it('CRT-08 is read by its holder and by their training lead, and is not found by anybody else', async () => {
    const one = `query($id: ID!) { award(id: $id) { id } }`;
    for (const key of ['officer', 'trainer', 'supervisor'] as const)
      expect(await (await world.as(key)).query(one, { id: award.id })).toEqual({ id: award.id });
    for (const key of ['colleague', 'otherOfficer', 'otherTrainer'] as const) {
      const reply = await (await world.as(key)).send(one, { id: award.id });
      expect(reply.errors.map(({ extensions }) => extensions['code'])).toEqual(['NOT_FOUND']);
    }
    const trainer = await world.as('trainer');
    const codes = async (id: string) =>
      (await trainer.send(one, { id })).errors.map(({ extensions }) => extensions['code']);
    expect(await codes(newId())).toEqual(['NOT_FOUND']);
    expect(await codes('nonsense')).toEqual(['BAD_USER_INPUT']);
  });

  it('CRT-08 lists a person’s awards to those in reach, and nothing of another force’s people', async () => {
    const personId = await world.personId('officer');
    expect((await (await world.as('trainer')).query(AWARDS, { personId })).totalCount).toBe(1);
    expect((await (await world.as('otherTrainer')).query(AWARDS, { personId })).totalCount).toBe(0);
    const denied = await (await world.as('colleague')).send(AWARDS, { personId });
    expect(denied.errors.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
    const stranger = await world.stranger().send(MINE);
    expect(stranger.errors.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED']);
  });

  it('CAP-01 moves the cover of the officer’s team from none to one', async () => {
    const unitId = world.forces.harbourshire.units['team'];
    const trainer = await world.as('trainer');
    const cover = `query($unitId: ID!, $on: Date) { cover(unitId: $unitId, on: $on) { on rows { skillId level inDate } } }`;
    const on = async (day?: string) => (await trainer.query(cover, { unitId, on: day })).rows as unknown;
    expect(await on('2026-11-22')).toEqual([{ skillId: 'OLH-01', level: 2, inDate: 0 }]);
    expect(await on()).toEqual([{ skillId: 'OLH-01', level: 2, inDate: 1 }]);
  });

  it('NTF-01 is told once by notice and once by mail, as are place and results', async () => {
    const officer = await world.as('officer');
    const page = (await officer.query('{ myNotices { edges { node { subject { en } } } } }')) as NoticesPage;
    const subjects = page.edges.map(({ node }) => node.subject.en);
    for (const beginning of ['Your place is booked', 'Your results are ready', 'You have earned an award'])
      expect(subjects.filter((subject) => subject.startsWith(beginning))).toHaveLength(1);
    const mails = readdirSync(mail).map((name) => readFileSync(join(mail, name), 'utf8'));
    expect(mails.filter((text) => text.includes('Subject: You have earned an award'))).toHaveLength(1);
  });
});
