import { rmSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkPack } from './check-pack.js';
import { folderOf, type PackFiles, soundFiles } from './pack-fixture.js';
import { readPack } from './read-pack.js';

const COURSE = 'courses/ABC-101/course.yaml';
const SEEN = 'courses/ABC-101/briefs/seen.yaml';
const WRITTEN = 'courses/ABC-101/briefs/written.yaml';
const NOTE = 'courses/ABC-101/briefs/note.yaml';

const seen = `component: seen
form: observation
facts: proposal
refs: [EX-ABC-1]
title: Seen
instructions: You do it while somebody watches.
skill: ABC-01
level: 1
criteria:
  - {key: one, text: You say why, critical: true}
  - {key: two, text: You write it down}
  - {key: three, text: You ask first}
  - {key: four, text: You stop in time}
  - {key: five, text: You name the law}
  - {key: six, text: You sign}
parts:
  - {key: officer, candidate: true, title: Officer, text: You open the door.}
  - {key: other, title: Caller, text: You are in a hurry.}
`;
const written = `component: written
form: work
facts: proposal
refs: [law-one]
title: {en: Written, cy: Ysgrifenedig, state: draft}
instructions: You write one page.
notes: Look for reasons.
skill: ABC-01
level: 2
attempts: 1
tasks:
  - key: page
    prompt: Write the page.
    rubric:
      - {criterion: says why, points: 2.5}
      - {criterion: says when, points: 1}
`;
const note = `component: note
form: work
facts: proposal
refs: [ABC-01]
title: Note
instructions: You write for yourself.
skill: ABC-01
level: 1
tasks:
  - {key: note, prompt: What will you do?}
`;

/** The sound pack with three components that are no paper, and their briefs. */
function withBriefs(): PackFiles {
  const files = soundFiles();
  const paper = '    - {key: paper, kind: paper, title: Paper, hurdle: true}\n';
  const more = [
    '    - {key: seen, kind: observed-practical, title: Seen, hurdle: true, exercises: [EX-ABC-1]}\n',
    '    - {key: written, kind: written-work, title: Written, hurdle: true}\n',
    '    - {key: note, kind: written-work, title: Note, hurdle: true, graded: false}\n',
  ].join('');
  const course = (files[COURSE] ?? '').replace(paper, paper + more);
  return { ...files, [COURSE]: course, [SEEN]: seen, [WRITTEN]: written, [NOTE]: note };
}

function faultsIn(files: PackFiles) {
  const folder = folderOf(files);
  const { pack, faults, findLine } = readPack(folder);
  rmSync(folder, { recursive: true });
  return [...faults, ...(pack === null ? [] : checkPack(pack, findLine))];
}

/** The line of the file, from 1, on which the words stand. */
function lineOf(text: string, words: string): number {
  const at = text.indexOf(words);
  return at < 0 ? 0 : text.slice(0, at).split('\n').length;
}

describe('the briefs of a pack', () => {
  it('are sound as they are', () => {
    expect(faultsIn(withBriefs())).toEqual([]);
  });

  it('are wanted for every component that is no paper', () => {
    const { [WRITTEN]: _, ...files } = withBriefs();
    expect(faultsIn(files)).toEqual([
      {
        file: COURSE,
        line: lineOf(files[COURSE] ?? '', 'key: written'),
        reason: 'component written (written-work) has no brief: write briefs/written.yaml',
      },
    ]);
  });

  it('are each in the file of their component', () => {
    const { [NOTE]: moved = '', ...files } = withBriefs();
    const file = 'courses/ABC-101/briefs/other.yaml';
    expect(faultsIn({ ...files, [file]: moved })).toEqual([
      { file, line: 1, reason: 'the brief of note is in this file' },
    ]);
  });

  it.each([
    { file: SEEN, from: 'component: seen', to: 'component: paper', reason: /no component paper that wants/ },
    { file: WRITTEN, from: 'form: work', to: 'form: observation', reason: /written-work is not done as obs/ },
    { file: NOTE, from: 'tasks:', to: 'tasks:', more: 'graded', reason: /component note is graded/ },
    { file: SEEN, from: '  - {key: six, text: You sign}\n', to: '', at: 'criteria:', reason: /this one 5/ },
    { file: SEEN, from: ', critical: true', to: '', at: 'criteria:', reason: /no criterion is critical/ },
    { file: SEEN, from: 'skill: ABC-01', to: 'skill: ABC-02', reason: /does not teach ABC-02/ },
    { file: SEEN, from: 'refs: [EX-ABC-1]', to: 'refs: [law-one]', reason: /is done with EX-ABC-1: cite it/ },
    { file: NOTE, from: 'refs: [ABC-01]', to: 'refs: [law-two]', reason: /brief note cites law-two/ },
    {
      file: WRITTEN,
      from: 'points: 2.5',
      to: 'points: 2.3',
      at: '- {criterion: says why',
      reason: /Task page/,
    },
    { file: WRITTEN, from: 'attempts: 1', to: 'attempts: 21', reason: /maxAttempts is out of range/ },
    { file: SEEN, from: 'critical: true', to: 'crucial: true', reason: /unknown field "crucial"/ },
    { file: SEEN, from: 'title: Caller', to: 'title: ""', at: 'title: ""', reason: /must not be empty/ },
    { file: SEEN, from: 'candidate: true, ', to: '', at: 'parts:', reason: /exactly one is the candidate/ },
  ])('name file and line: $reason', ({ file, from, to, reason, ...more }) => {
    const files = withBriefs();
    if ('more' in more) files[COURSE] = (files[COURSE] ?? '').replace(', graded: false', '');
    const broken = (files[file] ?? '').replace(from, to);
    const faults = faultsIn({ ...files, [file]: broken });
    const found = faults.find((fault) => reason.test(fault.reason));
    expect(found).toMatchObject({ file });
    const at = 'at' in more && typeof more.at === 'string' ? more.at : to;
    expect([lineOf(broken, at), lineOf(broken, at) + 1]).toContain(found?.line);
  });
});
