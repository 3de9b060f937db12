import { existsSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { type Answers, aGraphqlPeer, type GraphqlPeer } from '../../apps/web/src/testing/a-graphql-peer.js';
import { aWeb, type TestWeb } from '../../apps/web/src/testing/a-web.js';
import { aBrowser, aWindow, type Window } from './a-browser.js';

const SDL = 'apps/api/schema.graphql';
const words = (en: string, cy: string | null = null) => ({
  en,
  cy,
  cyState: cy === null ? 'ABSENT' : 'DRAFT',
});
const option = (id: string, en: string) => ({ id, text: words(en, `${en} yn Gymraeg`) });

const ME = {
  person: { id: 'p1', givenName: 'Maya', familyName: 'Okafor', language: 'EN' },
  force: { name: words('Harbourshire Police', 'Heddlu Harbourshire') },
  bundles: ['officer', 'training-lead', 'capability-lead', 'author', 'reviewer', 'publisher'],
  permissions: [],
};

const PAPER = [
  {
    id: 'i1',
    number: 1,
    type: 'SINGLE',
    stem: words('Which one?'),
    options: [option('a', 'This'), option('b', 'That')],
    targets: [],
    unit: null,
    points: 1,
  },
  {
    id: 'i2',
    number: 2,
    type: 'MULTIPLE',
    stem: words('Which ones?'),
    options: [option('a', 'One'), option('b', 'Two')],
    targets: [],
    unit: null,
    points: 2,
  },
  {
    id: 'i3',
    number: 3,
    type: 'TRUE_FALSE',
    stem: words('Is it so?'),
    options: [],
    targets: [],
    unit: null,
    points: 1,
  },
  {
    id: 'i4',
    number: 4,
    type: 'MATCH',
    stem: words('What belongs together?'),
    options: [option('a', 'Left'), option('b', 'Right')],
    targets: [option('x', 'Far'), option('y', 'Near')],
    unit: null,
    points: 2,
  },
  {
    id: 'i5',
    number: 5,
    type: 'ORDER',
    stem: words('In which order?'),
    options: [option('a', 'First'), option('b', 'Second')],
    targets: [],
    unit: null,
    points: 2,
  },
  {
    id: 'i6',
    number: 6,
    type: 'NUMERIC',
    stem: words('How many?'),
    options: [],
    targets: [],
    unit: 'hours',
    points: 1,
  },
  {
    id: 'i7',
    number: 7,
    type: 'SHORT_TEXT',
    stem: words('What is it called?'),
    options: [],
    targets: [],
    unit: null,
    points: 1,
  },
  {
    id: 'i8',
    number: 8,
    type: 'WRITTEN',
    stem: words('Why?'),
    options: [],
    targets: [],
    unit: null,
    points: 5,
  },
  {
    ...{ id: 'i9', number: 9, type: 'CLOZE', stem: words('What fills the gaps?'), points: 2, unit: null },
    ...{ options: [], targets: [], cloze: words('Seized at [[g]] by [[h]].') },
    gaps: [
      { id: 'g', kind: 'TEXT', unit: null, options: [] },
      { id: 'h', kind: 'CHOICE', unit: null, options: [option('a', 'One'), option('b', 'Two')] },
    ],
  },
  {
    ...{ id: 'i10', number: 10, type: 'HOTSPOT', stem: words('Where is it?'), points: 1, unit: null },
    ...{ options: [option('a', 'On the left'), option('b', 'On the right')], targets: [], several: false },
    image: { address: '/static/lantern.svg', width: 40, height: 40, alt: words('A lantern') },
  },
  {
    ...{ id: 'i11', number: 11, type: 'MATRIX', stem: words('Which column?'), points: 2, unit: null },
    ...{ options: [option('a', 'Row one'), option('b', 'Row two')], several: true, stimulusId: 'S' },
    targets: [option('x', 'Yes'), option('y', 'No')],
  },
  {
    ...{ id: 'i12', number: 12, type: 'FILE_RESPONSE', stem: words('Send it'), points: 5, unit: null },
    ...{ options: [], targets: [], files: { mediaTypes: ['image/png'], mostBytes: 1000, mostFiles: 2 } },
  },
];
const answered = { sequence: 1, savedAt: '2027-03-27T12:31:00.000Z' };
const blank = {
  choices: null,
  pairs: null,
  number: null,
  text: null,
  gaps: null,
  point: null,
  fileIds: null,
};

const ANSWERS: Answers = {
  'SignedIn.me': ME,
  'SignedIn.accessTokenExpiresAt': '2999-01-01T00:00:00.000Z',
  'Query.me': ME,
  'Attempt.id': 'at1',
  'Attempt.state': 'OPEN',
  'Attempt.serverTime': '2027-03-27T12:30:00.000Z',
  'Attempt.deadline': '2027-03-27T13:00:00.000Z',
  'Attempt.paper': PAPER,
  'Attempt.voidedBecause': null,
  'AttemptClock.restingUntil': null,
  'Stimulus.id': 'S',
  'Exhibit.text': 'A line of the log',
  'Attempt.answers': [
    { itemId: 'i1', ...answered, answer: { ...blank, choices: ['a'] } },
    { itemId: 'i5', ...answered, answer: { ...blank, choices: ['b', 'a'] } },
    { itemId: 'i4', ...answered, answer: { ...blank, pairs: [{ left: 'a', right: 'x' }] } },
  ],
  'PageInfo.hasNextPage': false,
  'Words.cy': null,
  'Words.cyState': 'ABSENT',
  'Sitting.state': 'OPEN',
  'Sitting.bookedByMe': true,
  'Unit.parentId': null,
  'Activity.blocks': [
    {
      id: 'b1',
      kind: 'text',
      tone: null,
      heading: words('What it is', 'Beth ydyw'),
      html: words('<p>Some <strong>text</strong>.</p>'),
      markdown: words('Some **text**.'),
      lawId: null,
      check: null,
      warnings: [],
    },
    {
      id: 'b2',
      kind: 'example',
      tone: null,
      heading: null,
      html: words('<p>An example.</p>'),
      markdown: words('An example.'),
      lawId: null,
      check: null,
      warnings: [],
    },
    {
      id: 'b3',
      kind: 'callout',
      tone: 'warning',
      heading: null,
      html: words('<p>Mind this.</p>'),
      markdown: words('Mind this.'),
      lawId: null,
      check: null,
      warnings: [{ kind: 'abuse', intensity: 2 }],
    },
    {
      id: 'b4',
      kind: 'law',
      tone: null,
      heading: null,
      html: null,
      markdown: null,
      lawId: 'l1',
      check: null,
      warnings: [],
    },
    {
      id: 'b5',
      kind: 'check',
      tone: null,
      heading: null,
      html: null,
      markdown: null,
      lawId: null,
      check: {
        type: 'SINGLE',
        stem: words('Is this right?'),
        options: [option('a', 'Yes'), option('b', 'No')],
      },
      warnings: [],
    },
  ],
  'Activity.law': [
    {
      id: 'l1',
      title: 'An Act',
      extent: 'England and Wales',
      status: 'in force',
      summary: 'What it says.',
      confidence: 'gk',
      unconfirmedParts: 'One part',
      checked: false,
      sources: [{ title: 'A source', url: null }],
    },
  ],
  'MyModule.activities': [
    {
      id: 'les1',
      kind: 'LESSON',
      title: words('A lesson'),
      minutes: 5,
      completed: false,
      answeredChecks: ['b5'],
    },
    {
      id: 'les2',
      kind: 'PRACTICE_QUIZ',
      title: words('A quiz'),
      minutes: 5,
      completed: true,
      answeredChecks: [],
    },
    {
      id: 'ass1',
      kind: 'ASSESSMENT',
      title: words('The paper'),
      minutes: 30,
      completed: false,
      answeredChecks: [],
    },
  ],
  'CheckAnswered.correct': false,
  'CheckAnswered.key': ['b'],
  'CheckAnswered.reasons': [
    { optionId: 'a', why: words('Not so.') },
    { optionId: 'b', why: words('So it is.') },
  ],
  'CourseDraft.state': 'DRAFT',
  'CourseDraft.changedBlocks': ['b1'],
};

/** Every page that only reads, by its address. */
const PAGES: readonly [name: string, path: string, answers?: Answers][] = [
  ['home', '/'],
  ['catalogue', '/courses'],
  ['course', '/courses/OLH-101'],
  [
    'course not begun',
    '/courses/OLH-101',
    { 'MyCourse.enrolment': null, 'MyCourse.award': null, 'MyCourse.attempts': [] },
  ],
  ['lesson', '/courses/OLH-101/activities/les1'],
  ['lesson with its warned part shown', '/courses/OLH-101/activities/les1?show=b3'],
  ['sitting', '/sittings/s1'],
  ['sitting not booked', '/sittings/s1', { 'Sitting.bookedByMe': false }],
  ['review', '/attempts/at1/review'],
  [
    'result',
    '/attempts/at1/result',
    {
      'Attempt.state': 'RELEASED',
      'AttemptResult.items': PAPER.map(({ id }) => ({
        itemId: id,
        awarded: 0,
        outOf: 1,
        correct: false,
        key: { ...blank, choices: ['a'] },
        explanation: words('Because.'),
        lawIds: [],
      })),
    },
  ],
  [
    'result not released',
    '/attempts/at1/result',
    { 'Attempt.state': 'AWAITING_MARKER', 'Attempt.result': null },
  ],
  ['awards', '/awards'],
  ['award', '/awards/a1'],
  ['standing', '/standing', { 'Standing.level': 2 }],
  ['standing on no day', '/standing?asAt=31&asAt-month=2&asAt-year=2027'],
  ['notices', '/notices', { 'Notice.readAt': null }],
  ['authoring', '/authoring'],
  ['draft', '/authoring/OLH-101'],
  ['draft in review', '/authoring/OLH-101', { 'CourseDraft.state': 'IN_REVIEW' }],
  ['draft approved', '/authoring/OLH-101', { 'CourseDraft.state': 'APPROVED' }],
  ['parts', '/authoring/OLH-101/activities/les1'],
  ['preview', '/authoring/OLH-101/activities/les1/preview'],
  ['part', '/authoring/OLH-101/activities/les1/blocks/b1'],
  ['part in Welsh', '/authoring/OLH-101/activities/les1/blocks/b1?text=cy'],
  ['publish', '/authoring/OLH-101/publish'],
  ['sittings', '/desk/sittings'],
  ['make a sitting', '/desk/sittings/new'],
  ['places', '/desk/sittings/s1'],
  [
    'people',
    '/desk/people',
    {
      'Person.id': 'only',
      'Query.people': {
        edges: [{ node: { id: 'p2' } }],
        pageInfo: { hasNextPage: false, endCursor: null },
        totalCount: 1,
      },
    },
  ],
  ['enrol people', '/desk/people/enrol?personIds=p2'],
  ['roster', '/desk/people/roster'],
  ['roster checked', '/desk/people/roster/r1', { 'RosterImport.state': 'CHECKED' }],
  ['cover', '/desk/cover'],
  ['cover line', '/desk/cover/line?unitId=id&roleId=roleId&skillId=skillId'],
  ['not found', '/nothing-here'],
];

/** The layout of every page, on a peer that makes answers up. What the system does is told by journeys.browser-spec. */
describe('pages', () => {
  let browser: Browser;
  let peer: GraphqlPeer;
  let web: TestWeb;

  beforeAll(async () => {
    if (!existsSync(SDL)) throw new Error(`${SDL} is missing: npm run schema`);
    browser = await aBrowser();
    peer = await aGraphqlPeer(readFileSync(SDL, 'utf8'));
    peer.answers = ANSWERS;
    web = await aWeb(peer.url);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await web.stop();
    await peer.stop();
  });

  async function signedIn(options: { withPolicy?: boolean } = {}): Promise<Window> {
    peer.answers = ANSWERS;
    const window = await aWindow(browser, web.origin, options);
    await window.page.goto('/sign-in');
    await window.page.fill('#identifier', 'maya@harbourshire.example');
    await window.page.fill('#password', 'three calm words');
    await window.page.click('main button[type=submit]');
    await window.page.waitForURL(`${web.origin}/`);
    return window;
  }

  it('the pages keep their own content policy, and their scripts run under it', async () => {
    const window = await signedIn({ withPolicy: true });
    const { page } = window;
    for (const [, path, answers] of PAGES) {
      peer.answers = { ...ANSWERS, ...answers };
      await page.goto(path);
      await page.waitForSelector('body.govuk-frontend-supported');
    }
    peer.answers = ANSWERS;
    await page.goto('/attempts/at1/questions/1');
    const left = page.locator('[data-left]');
    await left.filter({ hasText: /^29:5\d$/ }).waitFor();
    expect(window.complaints).toEqual([]);
    await window.close();
  }, 120_000);

  for (const language of ['en', 'cy'] as const) {
    it(`every page that reads is accessible and whole in ${language}`, async () => {
      const window = await signedIn();
      if (language === 'cy') await window.page.click('.lantern-header__language button');
      for (const [name, path, answers] of PAGES) {
        peer.answers = { ...ANSWERS, ...answers };
        await window.page.goto(path);
        expect(await window.page.locator('html').getAttribute('lang')).toBe(language);
        await window.check(name);
      }
      expect(window.complaints).toEqual([]);
      await window.close();
    }, 240_000);

    it(`every kind of question is accessible in ${language}`, async () => {
      const window = await signedIn();
      if (language === 'cy') await window.page.click('.lantern-header__language button');
      for (const { number, type } of PAPER) {
        await window.page.goto(`/attempts/at1/questions/${number}`);
        await window.check(`${type} held elsewhere`);
      }
      await window.page.click('main form[action$="/continue"] button');
      for (const { number, type } of PAPER) {
        await window.page.goto(`/attempts/at1/questions/${number}`);
        await window.check(type);
      }
      expect(window.complaints).toEqual([]);
      await window.close();
    }, 240_000);
  }
});
