import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The files of a small pack without fault: one skill, one law, one complete course. For tests alone. */
export type PackFiles = Record<string, string>;

const sentence = 'You write down what you saw and when you saw it before you do anything else.';
/** 16 words a sentence, 30 sentences: 480 words, between the fewest and the most that a lesson may have. */
const prose = Array.from({ length: 30 }, () => sentence).join('\n');

const levels = '[none, aware, working, practitioner, lead]';
const words5 = '{en: Aware of it, cy: Yn ymwybodol, state: draft}';

const lesson = `---
id: ABC-101-L1
title: {en: One lesson, cy: Un wers, state: draft}
module: ABC-101-M1
minutes: 15
refs: [law-one, ABC-01]
facts: gk
---

## Heading {#first warn="abuse:1"}

${prose}

::: example {#worked} An example
One thing happened.
:::

::: callout {#mistake tone=mistake} A mistake
Not this.
:::

::: law {#shown ref=law-one}
:::

::: picture {#drawn file=one.svg}
alt: Two boxes, the left one first.
:::

::: check {#quick}
type: single
stem: Which is right?
options:
  - {id: a, text: This one, why: Right.}
  - {id: b, text: That one, why: Wrong.}
key: [a]
:::
`;

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="10" height="10"/></svg>\n';

const items = `- id: ABC-101-Q01
  type: single
  use: paper
  sample: true
  skill: ABC-01
  level: 1
  points: 1
  stem: What comes first?
  options:
    - {id: a, text: Notes, why: Right.}
    - {id: b, text: Guesses, why: Wrong.}
  key: [a]
  explanation: Notes come first.
  refs: [law-one]
  facts: gk
- id: ABC-101-Q02
  type: match
  use: paper
  sample: true
  skill: ABC-01
  level: 1
  points: 1
  stem: Match these.
  options: [{id: a, text: One}, {id: b, text: Two}]
  targets: [{id: x, text: First}, {id: y, text: Second}]
  key: {a: x, b: y}
  explanation: In order.
  refs: [ABC-01]
  facts: gk
- id: ABC-101-Q03
  type: practical
  use: paper
  sample: true
  skill: ABC-01
  level: 1
  points: 5
  stem: Do the exercise.
  exercise: EX-ABC-1
  explanation: It shows what you can do.
  refs: [EX-ABC-1]
  facts: gk
- id: ABC-101-P01
  type: short-text
  use: practice
  sample: true
  skill: ABC-01
  level: 1
  points: 1
  stem: Type the word.
  accepted: [word]
  explanation: The word is word.
  refs: [S01]
  facts: gk
`;

const course = `code: ABC-101
title: {en: A course, cy: Cwrs, state: draft}
status: complete
facts: proposal
audience: [response-officer]
durationMinutes: 20
delivery: self-paced
classification: OFFICIAL
prerequisites: []
skills:
  - {skill: ABC-01, level: 1}
validityMonths: 12
warnings: []
refs: [framework-one]
modules:
  - id: ABC-101-M1
    title: First
    minutes: 20
    outcomes: [Say what comes first]
    activities:
      - lesson: ABC-101-L1
      - practice: ABC-101-P1
        title: Practice
        minutes: 5
        items: [ABC-101-P01]
assessment:
  form: paper
  passPercent: 75
  attempts: 3
  coolDownHours: 24
  limitMinutes: 30
  components:
    - {key: paper, kind: paper, title: Paper, hurdle: true}
  blueprint:
    count: 2
    quotas:
      - {skill: ABC-01, maxLevel: 1, count: 2}
`;

/** A fresh copy of the sound files, to be broken in one place by a test. */
export function soundFiles(): PackFiles {
  return {
    'pack.yaml':
      "name: Test\nversion: 1.0.0\nlawAsOf: '2026-11-22'\ndisclaimer: Not advice\nnotLegallyChecked: Unchecked\n",
    'framework/areas.yaml': `facts: proposal\nlevels: ${levels}\nfadeRules: {fast: f, medium: m, slow: s}\nareas:\n  - {id: ABC, name: Area, description: ${words5}, levels: ${levels}}\n`,
    'framework/skills.yaml':
      'facts: proposal\nskills:\n  - {id: ABC-01, area: ABC, name: Skill, description: A skill, fade: fast, validityMonths: 12, refresher: quiz}\n',
    'framework/role-profiles.yaml':
      'facts: proposal\nnote: n\nprofiles:\n  - role: response-officer\n    requirements:\n      - {skill: ABC-01, level: 1, essential: false}\n',
    'framework/ranks.yaml':
      'facts: gk\nnote: n\nranks:\n  - {id: pc, name: Constable, track: officer}\nauthorityRules: []\n',
    'framework/roles.yaml':
      'facts: gk\nnote: n\nroles:\n  - {id: response-officer, name: Officer, employment: officer, purpose: Responds, keyAreas: [ABC], psychologicalScreening: false, pipLevel: 1, complexityBand: 1}\n',
    'framework/frameworks.yaml':
      'frameworks:\n  - {id: framework-one, name: One, summary: s, facts: gk, sources: [S01]}\n',
    'law/register.yaml':
      "asOf: '2026-11-22'\nlaw:\n  - id: law-one\n    title: Law\n    extent: E,W\n    status: in force\n    summary: s\n    facts: gk\n    nextReview: '2027-01-31'\n    checked: false\n",
    'sources.yaml': "asOf: '2026-11-22'\nsources:\n  - {id: S01, title: Source, usedFor: this}\n",
    'forces/forces.yaml': "asOf: '2026-11-22'\nnotes: []\nforces: []\n",
    'themes.yaml': 'source: S01\nthemes:\n  - {theme: t, idea: i, courses: [ABC-101], skills: [ABC-01]}\n',
    'welsh/glossary.yaml': 'facts: gk\nstate: draft\nterms:\n  - {en: police, cy: heddlu}\n',
    'exercises/EX-ABC-1.yaml':
      'id: EX-ABC-1\ntitle: Exercise\nkind: order\nskill: ABC-01\nminutes: 5\nrefs: [law-one]\nfacts: proposal\n',
    'courses/ABC-101/course.yaml': course,
    'courses/ABC-101/lessons/01-one.md': lesson,
    'courses/ABC-101/items/paper.yaml': items,
    'courses/ABC-101/pictures/one.svg': drawing,
  };
}

/** Writes the files into a folder of their own and answers its path. */
export function folderOf(files: PackFiles): string {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-pack-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
