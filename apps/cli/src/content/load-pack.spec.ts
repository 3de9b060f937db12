import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ItemReader } from '@app/assessment';
import { CourseReader } from '@app/catalogue';
import { LawReader, SkillReader } from '@app/framework';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { BriefReader } from '@app/practicals';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { processorModules } from '../../../worker/src/processors.js';
import { loadPack } from './load-pack.js';

const CONTENT = join(import.meta.dirname, '../../../../content');

describe('loading the shipped content pack', () => {
  let world: DomainWorld;

  const counts = async () => {
    const names = [
      'forces',
      'frameworkVersions',
      'lawVersions',
      'courses',
      'courseVersions',
      'publishLog',
      'items',
      'itemVersions',
      'stimuli',
      'briefs',
      'files',
      'journal',
    ];
    const entries = names.map(async (name) => [
      name,
      await world.connection.collection(name).countDocuments(),
    ]);
    return Object.fromEntries(await Promise.all(entries)) as Record<string, number>;
  };

  beforeAll(async () => {
    world = await DomainWorld.of([...processorModules]);
    await loadPack(world.module, CONTENT);
  }, 120_000);
  afterAll(() => world.close());

  it('holds 55 skills, 38 law entries and 19 courses, two of them with lessons', async () => {
    const courses = await world.get(CourseReader).page({ limit: 100, after: null });
    const complete = courses.rows.filter(({ status }) => status === 'complete');
    expect((await world.get(SkillReader).all()).length).toBe(55);
    expect((await world.get(LawReader).page({ limit: 1, after: null })).totalCount).toBe(38);
    expect(courses.totalCount).toBe(19);
    expect(complete.map(({ code }) => code)).toEqual(expect.arrayContaining(['OLH-101']));
    for (const course of complete) {
      const lessons = course.modules.flatMap(({ activities }) => activities);
      expect(lessons.every(({ blocks }) => blocks.length > 0)).toBe(true);
    }
  });

  it('takes the ten exercises as stimuli with their exhibits, and items on them in order', async () => {
    const reader = world.get(ItemReader);
    const codes = ['ANA-210', 'COM-201', 'CYB-110', 'DEV-101', 'DFX-201', 'OLH-210', 'SVP-220'];
    const stimuli = (await Promise.all(codes.map((code) => reader.stimuliOf(code)))).flat();
    expect(stimuli.map(({ id }) => id).sort()).toEqual([
      ...['EX-ANA-1', 'EX-ANA-2', 'EX-COM-1', 'EX-CYB-1', 'EX-DEV-1', 'EX-DFX-1', 'EX-DFX-2', 'EX-DFX-3'],
      ...['EX-OLH-1', 'EX-SVP-1'],
    ]);
    const hashes = stimuli.find(({ id }) => id === 'EX-DFX-1')?.exhibits;
    // The bytes of the proposal, with one newline at the end of each line.
    expect(hashes?.find(({ id }) => id === 'ABC1.txt')).toMatchObject({
      text: 'Exhibit ABC/1 chat export\n2026-03-14T19:42:10Z,A,where are you\n2026-03-14T19:43:02Z,B,by the bridge\n',
      sha256: 'ba283e6c5353810110fd7a9a1c7dbbe808f04fc1b09e54dccd493d2d0b76797b',
    });
    const page = await reader.page({ courseCode: 'DEV-101', state: null }, { limit: 100, after: 'EX-' });
    expect(page.rows.map(({ key, version }) => [key, version.content.type, version.stimulusVersion])).toEqual(
      [
        ['EX-DEV-1-Q1', 'order', 1],
        ['EX-DEV-1-Q2', 'written', 1],
        ['EX-DEV-1-Q3', 'written', 1],
      ],
    );
    // Advice comes first; keeping it powered and reducing network contact may swap; scrolling is left out.
    const [order] = page.rows.map(({ version }) => version.content);
    expect(order).toMatchObject({ key: ['a', 'd', 'b', 'c', 'f'], alsoRight: [['a', 'd', 'c', 'b', 'f']] });
  });

  it('gives every component that is no paper its brief, with what its course says where it is silent', async () => {
    const courses = await world.get(CourseReader).page({ limit: 100, after: null });
    const wanted = courses.rows.flatMap(({ code, components }) =>
      components.filter(({ kind }) => kind !== 'paper').map(({ key }) => `${code} ${key}`),
    );
    const briefs = await Promise.all(courses.rows.map(({ code }) => world.get(BriefReader).ofCourse(code)));
    const found = briefs.flat().map(({ courseCode, componentKey }) => `${courseCode} ${componentKey}`);
    expect(found.sort()).toEqual(wanted.sort());
    expect(found).toHaveLength(19);
    const rationale = await world.get(BriefReader).current('COM-201', 'rationale');
    expect(rationale).toMatchObject({ form: 'work', passPercent: 70, maxAttempts: 2, coolDownHours: 24 });
    // The rubric of the exercise: 20 points.
    const points = rationale?.tasks.flatMap(({ rubric }) => rubric.map((line) => line.points)) ?? [];
    expect(points.reduce((sum, each) => sum + each, 0)).toBe(20);
    const selfCheck = await world.get(BriefReader).current('PRO-120', 'self-check');
    expect(selfCheck?.tasks.every(({ rubric }) => rubric.length === 0)).toBe(true);
  });

  it('CAT-20 changes nothing when it is loaded again, drawings among it', async () => {
    const before = await counts();
    await loadPack(world.module, CONTENT);
    expect(await counts()).toEqual(before);
  });

  it('makes one new version when one lesson differs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lantern-pack-'));
    cpSync(CONTENT, folder, { recursive: true });
    const lesson = join(folder, 'courses/OLH-101/lessons/01-regulation-and-crime.md');
    writeFileSync(
      lesson,
      readFileSync(lesson, 'utf8').replace('You will hear this often.', 'You hear this often.'),
    );
    const before = await counts();
    await loadPack(world.module, folder);
    rmSync(folder, { recursive: true });
    const after = await counts();
    expect(after['courseVersions']).toBe((before['courseVersions'] ?? 0) + 1);
    expect((await world.get(CourseReader).published('OLH-101'))?.number).toBe(2);
  });

  it('refuses a pack with a fault whole, naming file and line', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lantern-pack-'));
    cpSync(CONTENT, folder, { recursive: true });
    const lesson = join(folder, 'courses/OLH-101/lessons/01-regulation-and-crime.md');
    writeFileSync(lesson, readFileSync(lesson, 'utf8').replace('ref=osa-regime', 'ref=no-such-law'));
    const before = await counts();
    await expect(loadPack(world.module, folder)).rejects.toThrow(
      /01-regulation-and-crime\.md:\d+ .*no-such-law/,
    );
    rmSync(folder, { recursive: true });
    expect(await counts()).toEqual(before);
  });
});
