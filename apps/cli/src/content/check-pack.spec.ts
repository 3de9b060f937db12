import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { run } from '../commands/content-check.js';
import { checkPack } from './check-pack.js';
import { folderOf, type PackFiles, soundFiles } from './pack-fixture.js';
import type { Fault } from './pack-schema.js';
import { readPack } from './read-pack.js';

const folders: string[] = [];

function faultsOf(files: PackFiles): Fault[] {
  const folder = folderOf(files);
  folders.push(folder);
  const { pack, faults, findLine } = readPack(folder);
  return [...faults, ...(pack ? checkPack(pack, findLine) : [])];
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const course = 'courses/ABC-101/course.yaml';
const items = 'courses/ABC-101/items/paper.yaml';
const lesson = 'courses/ABC-101/lessons/01-one.md';
const law = 'law/register.yaml';
const exercise = 'exercises/EX-ABC-1.yaml';
const drawing = 'courses/ABC-101/pictures/one.svg';
const practical = `  type: practical
  use: paper
  sample: true
  skill: ABC-01
  level: 1
  points: 5
  stem: Do the exercise.
  exercise: EX-ABC-1
`;

interface Break {
  rule: string;
  file: string;
  /** What stands in the sound file, once, and what the test puts there. */
  from: string;
  to: string;
  /** Text whose line the fault must name, after the break; without it, `to`. */
  at?: string;
  reason: RegExp;
}

const item1 = '- id: ABC-101-Q01';
const breaks: Break[] = [
  {
    rule: 'CAT-20 picture without alternative text',
    file: lesson,
    from: 'alt: Two boxes, the left one first.',
    to: "alt: ''",
    reason: /alt/,
  },
  {
    rule: 'picture without a drawing',
    file: lesson,
    from: 'file=one.svg',
    to: 'file=two.svg',
    reason: /drawn: there is no drawing two\.svg/,
  },
  {
    rule: 'drawing that runs',
    file: drawing,
    from: '<rect width="10" height="10"/>',
    to: '<script>alert(1)</script>',
    at: '<svg',
    reason: /one\.svg runs or loads something: <script/,
  },
  {
    rule: 'drawing without a size',
    file: drawing,
    from: ' viewBox="0 0 40 20"',
    to: '',
    at: '<svg',
    reason: /one\.svg has no size/,
  },
  {
    rule: 'unknown law',
    file: items,
    from: '  refs: [law-one]\n',
    to: '  refs: [law-two]\n',
    at: '  refs: [law-two]',
    reason: /ABC-101-Q01 cites law-two/,
  },
  {
    rule: 'unknown law of a lesson',
    file: lesson,
    from: 'refs: [law-one, ABC-01]',
    to: 'refs: [law-two, ABC-01]',
    reason: /ABC-101-L1 cites law-two/,
  },
  {
    rule: 'unknown law of a block',
    file: lesson,
    from: 'ref=law-one',
    to: 'ref=law-two',
    reason: /shown shows law law-two/,
  },
  {
    rule: 'unknown framework',
    file: course,
    from: 'refs: [framework-one]',
    to: 'refs: [framework-two]',
    reason: /cites framework-two/,
  },
  { rule: 'unknown source', file: items, from: 'refs: [S01]', to: 'refs: [S99]', reason: /cites S99/ },
  {
    rule: 'unknown source of a law',
    file: law,
    from: 'facts: gk',
    to: 'facts: gk\n    sources: [S98]',
    at: 'sources: [S98]',
    reason: /names source S98/,
  },
  {
    rule: 'unknown skill taught',
    file: course,
    from: '  - {skill: ABC-01, level: 1}\n',
    to: '  - {skill: ABC-02, level: 1}\n  - {skill: ABC-01, level: 1}\n',
    reason: /unknown skill ABC-02/,
  },
  {
    rule: 'unknown exercise',
    file: items,
    from: 'exercise: EX-ABC-1',
    to: 'exercise: EX-ABC-2',
    reason: /unknown exercise EX-ABC-2/,
  },
  {
    rule: 'unknown role',
    file: course,
    from: 'audience: [response-officer]',
    to: 'audience: [astronaut]',
    reason: /unknown role astronaut/,
  },
  {
    rule: 'unknown prerequisite',
    file: course,
    from: 'prerequisites: []',
    to: 'prerequisites: [XYZ-101]',
    reason: /unknown course XYZ-101/,
  },
  {
    rule: 'lesson without file',
    file: course,
    from: 'lesson: ABC-101-L1',
    to: 'lesson: ABC-101-L9',
    reason: /lists lesson ABC-101-L9, which has no file/,
  },
  {
    rule: 'unknown module',
    file: lesson,
    from: 'module: ABC-101-M1',
    to: 'module: ABC-101-M7',
    reason: /unknown module ABC-101-M7/,
  },
  {
    rule: 'practice that lists a paper item',
    file: course,
    from: 'items: [ABC-101-P01]',
    to: 'items: [ABC-101-Q01]',
    at: '- practice:',
    reason: /ABC-101-Q01, which is no practice item/,
  },
  {
    rule: 'duplicate item id',
    file: items,
    from: '- id: ABC-101-Q02',
    to: '- id: ABC-101-Q01',
    at: '- id: ABC-101-Q01\n  type: match',
    reason: /item id ABC-101-Q01 is used twice/,
  },
  {
    rule: 'duplicate block id',
    file: lesson,
    from: '{#worked}',
    to: '{#first}',
    at: '::: example {#first}',
    reason: /block id first is used twice/,
  },
  {
    rule: 'a rubric that does not add up',
    file: items,
    from: practical,
    to: practical
      .replace('practical', 'written')
      .replace('exercise: EX-ABC-1', 'rubric: [{criterion: says why, points: 4}]'),
    at: 'rubric: [',
    reason: /rubric adds up to 4, and the item is worth 5/,
  },
  {
    rule: 'an exercise with items and no course',
    file: exercise,
    from: 'facts: proposal\n',
    to: 'facts: proposal\ncourse: XYZ-101\n',
    at: 'course: XYZ-101',
    reason: /EX-ABC-1 has items and names no course/,
  },
  {
    rule: 'an exhibit from nowhere',
    file: exercise,
    from: 'facts: proposal\n',
    to: 'facts: proposal\nexhibits:\n  - {id: log, title: Log, from: [log]}\n',
    at: '- {id: log',
    reason: /exhibit log: the materials have nothing there/,
  },
  {
    rule: 'an exhibit whose hash is another’s',
    file: exercise,
    from: 'facts: proposal\n',
    to: `facts: proposal\nexhibits:\n  - {id: log, title: Log, text: abc, sha256: ${'f'.repeat(64)}}\n`,
    at: '- {id: log',
    // SHA-256 of `abc`, as FIPS 180-2 gives it.
    reason: /its SHA-256 is ba7816bf/,
  },
  {
    rule: 'no right answer',
    file: items,
    from: '  key: [a]\n',
    to: '  key: []\n',
    at: 'key: []',
    reason: /has no right answer/,
  },
  {
    rule: 'no accepted text',
    file: items,
    from: 'accepted: [word]',
    to: 'accepted: []',
    reason: /has no right answer/,
  },
  {
    rule: 'key not among options',
    file: items,
    from: '  key: [a]\n',
    to: '  key: [c]\n',
    at: 'key: [c]',
    reason: /names c, which is not among the options/,
  },
  {
    rule: 'match to no target',
    file: items,
    from: 'key: {a: x, b: y}',
    to: 'key: {a: x, b: z}',
    reason: /names z, which is not among the targets/,
  },
  {
    rule: 'two keys of a single choice',
    file: items,
    from: '  key: [a]\n',
    to: '  key: [a, b]\n',
    at: 'key: [a, b]',
    reason: /a single choice has one key/,
  },
  {
    rule: 'identical options',
    file: items,
    from: 'text: Guesses',
    to: 'text: notes',
    reason: /two options are identical/,
  },
  {
    rule: 'two items with one stem',
    file: items,
    from: 'stem: Match these.',
    to: 'stem: what comes first',
    reason: /ABC-101-Q02 has the same stem as ABC-101-Q01/,
  },
  {
    rule: 'no explanation',
    file: items,
    from: '  explanation: Notes come first.\n',
    to: '',
    at: item1,
    reason: /explanation/,
  },
  {
    rule: 'option without a why',
    file: items,
    from: '{id: b, text: Guesses, why: Wrong.}',
    to: '{id: b, text: Guesses}',
    reason: /option b has no explanation/,
  },
  {
    rule: 'use against the id',
    file: items,
    from: 'type: practical\n  use: paper',
    to: 'type: practical\n  use: practice',
    at: 'use: practice',
    reason: /ids with P are for practice/,
  },
  { rule: 'both uses', file: items, from: 'use: practice', to: 'use: [practice, paper]', reason: /use/ },
  {
    rule: 'no sample',
    file: items,
    from: 'sample: true\n  skill: ABC-01\n  level: 1\n  points: 5',
    to: 'sample: false\n  skill: ABC-01\n  level: 1\n  points: 5',
    reason: /sample: true/,
  },
  {
    rule: 'short quota',
    file: course,
    from: '- {skill: ABC-01, maxLevel: 1, count: 2}',
    to: '- {skill: ABC-01, maxLevel: 1, count: 2, types: [numeric, single]}',
    reason: /ABC-01 asks for 2 items and the bank has 1/,
  },
  {
    rule: 'count against quotas',
    file: course,
    from: 'count: 2\n    quotas',
    to: 'count: 3\n    quotas',
    at: 'count: 3',
    reason: /add up to 2, and the count says 3/,
  },
  {
    rule: 'quota above the level taught',
    file: course,
    from: 'maxLevel: 1',
    to: 'maxLevel: 2',
    reason: /reaches level 2 of ABC-01, and the course teaches level 1/,
  },
  {
    rule: 'practical in the blueprint',
    file: course,
    from: 'maxLevel: 1, count: 2',
    to: 'maxLevel: 1, count: 2, types: [single, match, practical]',
    reason: /practical item is drawn by no paper/,
  },
  {
    rule: 'uncertain law',
    file: law,
    from: 'facts: gk',
    to: 'facts: uncertain',
    at: 'x',
    reason: /ABC-101-Q01 cites law-one, which is uncertain/,
  },
  {
    rule: 'minutes that do not add up',
    file: course,
    from: 'minutes: 5',
    to: 'minutes: 6',
    at: '    minutes: 20',
    reason: /says 20 minutes, and its activities take 21/,
  },
  {
    rule: 'module without lesson',
    file: course,
    from: '      - lesson: ABC-101-L1\n',
    to: '',
    at: '- id: ABC-101-M1',
    reason: /ABC-101-M1 has no lesson/,
  },
  {
    rule: 'Welsh without state',
    file: course,
    from: 'cy: Cwrs, state: draft',
    to: 'cy: Cwrs',
    at: 'title:',
    reason: /Welsh state missing/,
  },
  {
    rule: 'unknown field',
    file: course,
    from: 'delivery: self-paced',
    to: 'delivery: self-paced\ncolour: blue',
    at: 'colour: blue',
    reason: /unknown field "colour"/,
  },
  {
    rule: 'unknown field of an item',
    file: items,
    from: '  stem: Type the word.',
    to: '  hint: no\n  stem: Type the word.',
    at: '  hint: no',
    reason: /unknown field "hint"/,
  },
  {
    rule: 'wrong YAML',
    file: course,
    from: 'delivery: self-paced',
    to: 'delivery: "self-paced',
    at: 'x',
    reason: /not valid YAML/,
  },
  {
    rule: 'unknown mark',
    file: lesson,
    from: 'facts: gk',
    to: 'facts: surely',
    reason: /facts must be one of/,
  },
  {
    rule: 'fence left open',
    file: lesson,
    from: 'key: [a]\n:::\n',
    to: 'key: [a]\n',
    at: '::: check',
    reason: /not closed with :::/,
  },
  {
    rule: 'unknown kind of block',
    file: lesson,
    from: '::: example',
    to: '::: sermon',
    reason: /unknown kind of block "sermon"/,
  },
  {
    rule: 'block without id',
    file: lesson,
    from: '{#worked}',
    to: '',
    at: '::: example',
    reason: /needs an id/,
  },
  {
    rule: 'callout without tone',
    file: lesson,
    from: ' tone=mistake',
    to: '',
    at: '::: callout',
    reason: /needs a tone/,
  },
  {
    rule: 'check without a reason',
    file: lesson,
    from: '{id: b, text: That one, why: Wrong.}',
    to: '{id: b, text: That one}',
    reason: /why/,
  },
  {
    rule: 'check whose key is no option',
    file: lesson,
    from: 'key: [a]',
    to: 'key: [z]',
    at: '::: check',
    reason: /the key names z/,
  },
  {
    rule: 'lesson without head',
    file: lesson,
    from: '---\nid',
    to: 'id',
    at: 'id: ABC',
    reason: /begins with its head/,
  },
  {
    rule: 'modules that do not fill the course',
    file: course,
    from: 'durationMinutes: 20',
    to: 'durationMinutes: 25',
    reason: /says 25 minutes, and its modules take 20/,
  },
  {
    rule: 'too few words for the duration',
    file: course,
    from: 'durationMinutes: 20',
    to: 'durationMinutes: 25',
    reason: /hold 490 words, and 25 minutes need 500/,
  },
  {
    rule: 'blueprint without a paper',
    file: course,
    from: 'kind: paper',
    to: 'kind: project',
    at: 'kind: project',
    reason: /no component of kind paper/,
  },
  {
    rule: 'hurdle with a weight',
    file: course,
    from: 'hurdle: true',
    to: 'hurdle: true, weight: 50',
    reason: /a hurdle or has a weight/,
  },
  {
    rule: 'weights that are no whole',
    file: course,
    from: 'title: Paper, hurdle: true',
    to: 'title: Paper, weight: 60',
    reason: /the weights add up to 60, and they are shares of 100/,
  },
  {
    rule: 'weight without a mark',
    file: course,
    from: 'title: Paper, hurdle: true',
    to: 'title: Paper, weight: 100, graded: false',
    reason: /component paper has a weight and is not graded/,
  },
  {
    rule: 'item of another course',
    file: items,
    from: '- id: ABC-101-Q03',
    to: '- id: ABD-101-Q03',
    reason: /stands in the folder of ABC-101/,
  },
  {
    rule: 'match without a target',
    file: items,
    from: 'key: {a: x, b: y}',
    to: 'key: {a: x}',
    reason: /gives every option its target/,
  },
  {
    rule: 'warning of no kind we know',
    file: lesson,
    from: 'warn="abuse:1"',
    to: 'warn="abuse:9"',
    reason: /a warning looks like abuse:2/,
  },
  {
    rule: 'text before the first block',
    file: lesson,
    from: '---\n\n## Heading',
    to: '---\nLoose words.\n\n## Heading',
    at: 'Loose words.',
    reason: /text outside a block/,
  },
];

/** Where the fault must be: the file and line of `at` once the file is broken. */
function lineOf(text: string, marker: string): number {
  const index = text.indexOf(marker);
  if (index < 0) throw new Error(`the broken file does not hold ${marker}`);
  return text.slice(0, index).split('\n').length;
}

describe('content:check', () => {
  it('finds nothing wrong with a sound pack', () => {
    expect(faultsOf(soundFiles())).toEqual([]);
  });

  it.each(breaks)('names file, line and reason: $rule', ({ rule, file, from, to, at, reason }) => {
    const files = soundFiles();
    const sound = files[file] ?? '';
    expect(sound.split(from)).toHaveLength(2);
    files[file] = sound.replace(from, () => to);
    const faults = faultsOf(files);
    const fault = faults.find((one) => reason.test(one.reason));
    expect(fault ?? { rule, faults }).toMatchObject({ reason: expect.stringMatching(reason) });
    const expected =
      rule === 'uncertain law'
        ? { file: items, line: lineOf(files[items] ?? '', '  facts: gk') }
        : rule === 'wrong YAML'
          ? { file }
          : { file, line: lineOf(files[file], at ?? to) };
    expect(fault).toMatchObject(expected);
  });

  it.each([
    ['too short', 299, /too short, at least 300/],
    ['too long', 901, /too long, at most 900/],
  ])('names a lesson that is %s', (_, wanted, reason) => {
    const files = soundFiles();
    const prose = Array.from({ length: wanted }, () => 'word').join(' ');
    // The prose of the lesson's other blocks, which stays.
    const others = 'Heading An example One thing happened A mistake Not this'.split(' ').length;
    const body = prose.split(' ').slice(others).join(' ');
    files[lesson] = (files[lesson] ?? '').replace(/(?:You write .*\n)+/, () => `${body}\n`);
    expect(faultsOf(files)).toContainEqual({ file: lesson, line: 1, reason: expect.stringMatching(reason) });
  });

  it('finds a blueprint sound only when each place has an item of its own', () => {
    const files = soundFiles();
    const quotas = [
      '      - {skill: ABC-01, maxLevel: 1, count: 1}',
      '      - {skill: ABC-01, maxLevel: 1, count: 1, types: [single]}',
    ];
    files[course] = (files[course] ?? '').replace(
      / {6}- \{skill: ABC-01, maxLevel.*\n/,
      () => `${quotas.join('\n')}\n`,
    );
    expect(faultsOf(files)).toEqual([]);
    files[items] = (files[items] ?? '')
      .replace('type: match', 'type: order')
      .replace(/ {2}targets.*\n {2}key.*\n/, '  key: [a, b]\n');
    files[course] = files[course].replace('count: 1}', 'count: 1, types: [match]}');
    expect(faultsOf(files).map((fault) => fault.reason)).toEqual([
      'the quota of ABC-01 asks for 1 items and the bank has 0',
    ]);
  });

  it('says which file is missing', () => {
    const files = soundFiles();
    delete files['themes.yaml'];
    expect(faultsOf(files)).toEqual([{ file: 'themes.yaml', line: 1, reason: 'this file is missing' }]);
  });
});

describe('a file of the wrong kind', () => {
  it('is named when nothing would read it', () => {
    const files = { ...soundFiles(), 'courses/ABC-101/items/more.yml': '[]' };
    expect(faultsOf(files)).toEqual([
      { file: 'courses/ABC-101/items/more.yml', line: 1, reason: expect.stringContaining('end in .yaml') },
    ]);
  });

  it('is named with its line when it is not UTF-8', () => {
    const folder = folderOf(soundFiles());
    folders.push(folder);
    const path = join(folder, 'sources.yaml');
    const latin1 = readFileSync(path, 'utf8').replace('title: Source', 'title: Tyst\u00e2');
    writeFileSync(path, Buffer.from(latin1, 'latin1'));
    const line = lineOf(latin1, 'title:');
    expect(readPack(folder).faults).toEqual([
      { file: 'sources.yaml', line, reason: expect.stringContaining('not UTF-8') },
    ]);
  });
});

describe('the command', () => {
  function printed(): { lines: () => string; restore: () => void } {
    const written: string[] = [];
    const spy = jest
      .spyOn(process.stdout, 'write')
      .mockImplementation((text) => written.push(String(text)) > 0);
    return { lines: () => written.join(''), restore: () => spy.mockRestore() };
  }

  it('prints file:line: reason for each fault, the table, and answers 1', async () => {
    const files = soundFiles();
    files[course] = (files[course] ?? '').replace('audience: [response-officer]', 'audience: [astronaut]');
    const folder = folderOf(files);
    folders.push(folder);
    const output = printed();
    const code = await run([folder]);
    output.restore();
    const line = lineOf(files[course], 'audience:');
    expect(code).toBe(1);
    expect(output.lines()).toContain(`${course}:${line}: unknown role astronaut\n`);
    // 30 sentences of 16 words, and 10 words in the other blocks; 490 words for 20 minutes
    expect(output.lines()).toMatch(/ABC-101 +complete +1 +490 +24\.5/);
    expect(output.lines()).toContain('1 fault and');
  });

  it('answers 0 for the shipped pack', async () => {
    const output = printed();
    const code = await run(['content']);
    output.restore();
    expect({ code, output: output.lines() }).toMatchObject({
      code: 0,
      output: expect.stringContaining('no fault and'),
    });
  });

  it('answers 2 when there is no such folder', async () => {
    const output = printed();
    const code = await run(['/nowhere/at/all']);
    output.restore();
    expect(code).toBe(2);
  });
});
