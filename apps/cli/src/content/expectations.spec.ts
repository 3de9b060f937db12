import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { shortfallsOf } from './check-pack.js';
import { folderOf, type PackFiles, soundFiles } from './pack-fixture.js';
import { readPack } from './read-pack.js';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const course = 'courses/ABC-101/course.yaml';
const items = 'courses/ABC-101/items/paper.yaml';
const lesson = 'courses/ABC-101/lessons/01-one.md';

function shortfalls(files: PackFiles): string[] {
  const folder = folderOf(files);
  folders.push(folder);
  const { pack, faults, findLine } = readPack(folder);
  expect(faults).toEqual([]);
  if (pack === null) throw new Error('The pack of the test was not read');
  return shortfallsOf(pack, findLine).map(({ file, line, reason }) => `${file}:${line} ${reason}`);
}

/** The files with one place changed; the place must be there. */
function changed(file: string, from: string, to: string): PackFiles {
  const files = soundFiles();
  const text = files[file] ?? '';
  expect(text).toContain(from);
  return { ...files, [file]: text.replace(from, to) };
}

const single = (number: number, options: string, key: string) =>
  `- id: ABC-101-Q1${number}
  type: single
  use: paper
  sample: true
  skill: ABC-01
  level: 1
  points: 1
  stem: Question number ${number}?
  options: [${options}]
  key: [${key}]
  explanation: So it is.
  refs: [S01]
  facts: gk
  difficulty: easy
  difficultyReason: It is said in the lesson.
  outcomes: [ABC-101-M1.1]
`;

function withSingles(options: string, key: string): PackFiles {
  const files = soundFiles();
  const more = [1, 2, 3, 4, 5, 6].map((number) => single(number, options, key)).join('');
  return { ...files, [items]: `${files[items] ?? ''}${more}` };
}

describe('what a complete course should have', () => {
  it.each<[string, PackFiles, RegExp]>([
    ['twenty items', soundFiles(), /course\.yaml:1 ABC-101 has 4 items: at least 20/],
    ['two pictures', soundFiles(), /ABC-101 shows 1 pictures: at least 2/],
    ['outcomes that are tested', soundFiles(), /outcome ABC-101-M1\.1 is tested by 0 paper items/],
    [
      'outcomes that are taught',
      changed(
        course,
        'outcomes: [Say what comes first]',
        'outcomes: [Say what comes first, Say what comes next]',
      ),
      /outcome ABC-101-M1\.2 is tested by 0/,
    ],
    [
      'a lesson for each outcome',
      (() => {
        const files = changed(
          course,
          '[Say what comes first]',
          '[Say what comes first, Say what comes next]',
        );
        return {
          ...files,
          [lesson]: (files[lesson] ?? '').replace('minutes: 15', 'minutes: 15\noutcomes: [1]'),
        };
      })(),
      /course\.yaml:\d+ outcome ABC-101-M1\.2 is taught by no lesson/,
    ],
    [
      'items that test what there is',
      changed(items, '  facts: gk\n', '  facts: gk\n  outcomes: [ABC-101-M9.1]\n'),
      /paper\.yaml:\d+ item ABC-101-Q01 tests ABC-101-M9\.1, which no module has/,
    ],
    ['a reason for each difficulty', soundFiles(), /item ABC-101-Q01 has no difficulty/],
    [
      'graded samples of written answers',
      (() => {
        const files = changed(items, '  type: short-text', '  type: written');
        const rubric = '  rubric: [{criterion: Says it, points: 1}]';
        return { ...files, [items]: (files[items] ?? '').replace('  accepted: [word]', rubric) };
      })(),
      /ABC-101-P01 has 0 graded sample answers/,
    ],
    [
      'options that say something',
      changed(items, 'text: Guesses', 'text: All of the above'),
      /paper\.yaml:\d+ item ABC-101-Q01 offers "All of the above"/,
    ],
    [
      'keys that are not the longest by habit',
      withSingles('{id: a, text: Yes, why: No}, {id: b, text: Certainly not, why: Right}', 'b'),
      /in 6 of 7 single choices the key is the longest option/,
    ],
    [
      'keys at different places',
      withSingles('{id: a, text: Nay, why: No}, {id: b, text: Yes, why: Right}', 'b'),
      /in 6 of 7 single choices the key stands at the same place/,
    ],
    [
      'lessons that are prose',
      changed(
        lesson,
        '## Heading {#first warn="abuse:1"}\n\n',
        `## Heading {#first}\n\n${'- and a line of a list\n'.repeat(130)}\n`,
      ),
      /01-one\.md:1 lesson ABC-101-L1 is more list than prose/,
    ],
    [
      'lessons that read easily',
      changed(lesson, 'One thing happened.', `${'Institutional accountability necessitates '.repeat(400)}.`),
      /lesson ABC-101-L1 has a reading age of \d+: aim at 14/,
    ],
  ])('is %s', (_what, files, reason) => {
    expect(shortfalls(files).filter((one) => reason.test(one))).not.toEqual([]);
  });

  it('is prose of its own', () => {
    const files = soundFiles();
    const second = Object.fromEntries(
      Object.entries(files)
        .filter(([name]) => name.startsWith('courses/'))
        .map(([name, text]) => [
          name.replaceAll('ABC-101', 'ABC-102'),
          text.replaceAll('ABC-101', 'ABC-102'),
        ]),
    );
    expect(shortfalls({ ...files, ...second })).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/ABC-102-L1 has a paragraph of ABC-101: "You write down/),
      ]),
    );
    expect(shortfalls(files).filter((one) => one.includes('paragraph'))).toEqual([]);
  });

  it('is silent about an item that has what it needs', () => {
    const found = shortfalls(withSingles('{id: a, text: Yes, why: Right}, {id: b, text: Nay, why: No}', 'a'));
    expect(found.filter((one) => one.includes('ABC-101-Q11'))).toEqual([]);
    expect(found.filter((one) => one.includes('outcome ABC-101-M1.1'))).toEqual([]);
  });
});
