import { GrantRole } from '@app/identity';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { BEGINNING, type World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';
import { anAssessmentWorld, COURSE } from './assessment-world.js';

const FIELDS = 'key state version scoringRule { en cy } content { key { choices } options { id } }';
const ITEM = `query Q($key: ID!) { item(key: $key) { ${FIELDS} } }`;

const words = (en: string) => ({ en });
const options = (...ids: string[]) => ids.map((id) => ({ id, text: words(`Option ${id}`) }));
const multiple = { type: 'MULTIPLE', options: options('a', 'b', 'c'), key: ['a', 'b'], scoring: 'PARTIAL' };

function text(content: Record<string, unknown> = multiple, more: Record<string, unknown> = {}) {
  return { skillId: 'OLH-01', level: 2, points: 2, stem: words('Which of these?'), content, ...more };
}

function input(key: string, content?: Record<string, unknown>, more?: Record<string, unknown>) {
  return { key, courseCode: COURSE, use: 'PAPER', text: text(content, more) };
}

describe('the life of an item', () => {
  let world: World;
  let author: Caller;
  let reviewer: Caller;

  beforeAll(async () => {
    world = await anAssessmentWorld();
  }, 60_000);
  afterAll(() => world.end());
  beforeEach(async () => {
    world.at(BEGINNING);
    author = await world.as('author');
    reviewer = await world.as('reviewer');
  });

  it('ASM-01, ASM-64 goes from draft by way of another person to ready, and its new version goes the way again', async () => {
    const made: unknown = await author.mutate('createItem', input('OLH-101-L1'), FIELDS);
    expect(made).toMatchObject({ key: 'OLH-101-L1', state: 'DRAFT', version: 1 });
    const at1 = { key: 'OLH-101-L1', version: 1 };
    expect(await author.mutate('sendItem', at1, FIELDS)).toMatchObject({ state: 'IN_REVIEW' });
    expect(await reviewer.mutate('approveItem', at1, FIELDS)).toMatchObject({ state: 'READY', version: 1 });
    const revised = { ...at1, text: text(multiple, { points: 3 }) };
    const second = { state: 'IN_REVIEW', version: 2 };
    expect(await author.mutate('reviseItem', revised, FIELDS)).toMatchObject(second);
    // The same again is the same version.
    expect(await author.mutate('reviseItem', revised, FIELDS)).toMatchObject(second);
    const at2 = { key: 'OLH-101-L1', version: 2 };
    const back = { ...at2, reason: 'Say which of these.' };
    expect(await reviewer.mutate('returnItem', back, FIELDS)).toMatchObject({ state: 'DRAFT', version: 2 });
    expect(await reviewer.query(ITEM, { key: 'OLH-101-L1' })).toMatchObject({ state: 'DRAFT', version: 2 });
    const versions = await world.connection
      .collection('itemVersions')
      .find({ 'text.points': { $in: [2, 3] } })
      .toArray();
    expect(versions.map(({ number, text }) => [number, text.points])).toEqual([
      [1, 2],
      [2, 3],
    ]);
    // What was said to the author is in the erasable payload, not in the journal's row.
    const rows = await world.connection
      .collection('journal')
      .find({ type: 'assessment.item.moved.v1' })
      .toArray();
    expect(rows.map(({ data }) => `${data.from} → ${data.to}`)).toEqual([
      'draft → in-review',
      'in-review → ready',
      'ready → in-review',
      'in-review → draft',
    ]);
    expect(JSON.stringify(rows)).not.toContain('Say which');
  });

  it('ASM-51, ASM-69 shows author and reviewer the key and the rule of scoring, and nobody else anything', async () => {
    await author.mutate('createItem', input('OLH-101-L2'), FIELDS);
    const shown = (await reviewer.query(ITEM, { key: 'OLH-101-L2' })) as Record<string, any>;
    expect(shown['content'].key).toEqual({ choices: ['a', 'b'] });
    expect(shown['scoringRule'].en).toMatch(/wrong choice takes one right choice off/);
    expect(shown['scoringRule'].cy).toMatch(/byth yn is na sero/);
    for (const key of ['officer', 'trainer', 'otherOfficer', 'administrator', 'publisher'] as const) {
      const reply = await (await world.as(key)).send(ITEM, { key: 'OLH-101-L2' });
      expect(reply.errors[0]?.extensions['code']).toBe('FORBIDDEN');
    }
    const list = `query Q { items(courseCode: "${COURSE}", state: DRAFT, first: 100) { totalCount edges { node { key state } } } }`;
    const { edges } = (await author.query(list)) as { edges: { node: { key: string; state: string } }[] };
    expect(edges.map(({ node }) => node.key)).toContain('OLH-101-L2');
    expect(edges.every(({ node }) => node.state === 'DRAFT')).toBe(true);
    expect(await codeOfQuery(author, { key: 'OLH-101-NONE' })).toBe('NOT_FOUND');
  });

  it('ASM-52 to ASM-62 refuses each fault by item, field, code and rule', async () => {
    const area = { id: 'x', shape: 'RECT', coords: [0, 0, 5, 5], label: words('left') };
    const image = { fileId: '5'.repeat(24), alt: words('A desk'), width: 10, height: 10 };
    const rubric = [{ criterion: words('says why'), points: 1 }];
    const gap = { id: 'g', kind: 'TEXT', accepted: ['x'] };
    const matrix = { type: 'MATRIX', options: options('r', 's'), targets: options('y', 'n') };
    const cases: [Record<string, unknown>, string, string, string][] = [
      [{ ...multiple, key: [] }, 'ITEM_NO_RIGHT_ANSWER', 'ASM-53', 'key'],
      [{ type: 'MULTIPLE', key: ['a'] }, 'ITEM_OPTIONS_COUNT', 'ASM-52', 'options'],
      [
        { type: 'SINGLE', options: [...options('a'), { id: 'b', text: words(' option  A ') }], key: ['a'] },
        'ITEM_OPTIONS_SAME',
        'ASM-52',
        'options',
      ],
      [
        { type: 'SINGLE', options: [...options('a'), { id: 'b', text: words(' ') }], key: ['a'] },
        'ITEM_OPTION_EMPTY',
        'ASM-52',
        'options',
      ],
      [{ type: 'NUMERIC', answer: 1, tolerance: -0.5 }, 'ITEM_TOLERANCE_NEGATIVE', 'ASM-55', 'tolerance'],
      [{ type: 'NUMERIC' }, 'ITEM_NO_RIGHT_ANSWER', 'ASM-53', 'answer'],
      [{ type: 'SHORT_TEXT', accepted: ['a', 'a'] }, 'ITEM_FORM_TWICE', 'ASM-61', 'accepted'],
      [{ type: 'ORDER', options: options('a', 'b'), key: ['a', 'a'] }, 'ITEM_KEY_TWICE', 'ASM-53', 'key'],
      [{ ...multiple, key: ['z'] }, 'ITEM_KEY_UNKNOWN', 'ASM-53', 'key'],
      [
        {
          type: 'MATCH',
          options: options('a', 'b'),
          targets: options('y', 'n'),
          pairs: [{ left: 'a', right: 'y' }],
        },
        'ITEM_KEY_INCOMPLETE',
        'ASM-53',
        'key',
      ],
      [{ type: 'WRITTEN', rubric }, 'ITEM_RUBRIC_SUM', 'ASM-54', 'rubric'],
      [{ type: 'WRITTEN' }, 'ITEM_RUBRIC_MALFORMED', 'ASM-54', 'rubric'],
      [
        { type: 'CLOZE', cloze: words('It was [[g]].'), gaps: [{ ...gap, accepted: [] }] },
        'ITEM_GAP_UNFILLABLE',
        'ASM-57',
        'gaps.g',
      ],
      [{ type: 'CLOZE', cloze: words('It was.'), gaps: [gap] }, 'ITEM_GAP_MISPLACED', 'ASM-57', 'text'],
      [
        { type: 'CLOZE', cloze: words('It was [[g]].'), gaps: [{ ...gap, weight: 0.3 }] },
        'ITEM_GAP_WEIGHT',
        'ASM-57',
        'gaps.g',
      ],
      [{ ...matrix, pairs: [{ left: 'r', right: 'y' }] }, 'ITEM_ROW_WITHOUT_KEY', 'ASM-58', 'rows.s'],
      [
        { type: 'HOTSPOT', image, areas: [area, { ...area, id: 'y', label: words('') }], key: ['x'] },
        'ITEM_AREA_UNLABELLED',
        'ASM-56',
        'areas.y',
      ],
      [{ type: 'HOTSPOT', areas: [area], key: ['x'] }, 'ITEM_IMAGE_UNDESCRIBED', 'ASM-56', 'image'],
      [
        {
          ...{ type: 'HOTSPOT', image, key: ['x'] },
          areas: [
            { ...area, coords: [0, 0, 50, 5] },
            { ...area, id: 'y', label: words('right') },
          ],
        },
        'ITEM_AREA_MALFORMED',
        'ASM-56',
        'areas.x',
      ],
      [
        { type: 'HOTSPOT', image, areas: [area, { ...area, id: 'y', label: words('right') }], key: ['x'] },
        'ITEM_IMAGE_UNKNOWN',
        'ASM-56',
        'image',
      ],
      [
        { type: 'FILE_RESPONSE', rubric: [{ ...rubric[0], points: 2 }], mediaTypes: ['text/html'] },
        'ITEM_FILES_MALFORMED',
        'ASM-60',
        'mediaTypes',
      ],
    ];
    for (const [content, code, rule, field] of cases) {
      const refused = (await author.mutate('createItem', input('OLH-101-BAD', content))) as Record<
        string,
        string
      >;
      expect([refused['code'], refused['rule'], refused['field']]).toEqual([code, rule, field]);
      expect(refused['message']).toContain('OLH-101-BAD');
    }
    const facts: [Record<string, unknown>, string][] = [
      [{ points: 0 }, 'ITEM_POINTS_MALFORMED'],
      [{ level: 9 }, 'ITEM_LEVEL_MALFORMED'],
      [{ stem: words('') }, 'ITEM_QUESTION_MISSING'],
      [{ skillId: 'ZZZ-99' }, 'ITEM_SKILL_UNKNOWN'],
      [{ stimulusId: 'NO-SUCH' }, 'ITEM_STIMULUS_UNKNOWN'],
    ];
    for (const [more, code] of facts)
      expect(await author.refusalOf('createItem', input('OLH-101-BAD', multiple, more))).toBe(code);
    expect(await codeOfQuery(author, { key: 'OLH-101-BAD' })).toBe('NOT_FOUND');
  });

  it('tells faults of the caller apart, and a course that is not there', async () => {
    const faults: [Record<string, unknown>, string][] = [
      [input('OLH-101-F', { type: 'TRUE_FALSE' }), 'BAD_USER_INPUT'],
      [input('OLH-101-F', { ...multiple, scoring: 'ADJACENT_PAIRS' }), 'BAD_USER_INPUT'],
      [input('OLH-101-F', { ...multiple, type: 'SINGLE' }), 'BAD_USER_INPUT'],
      [{ ...input('OLH-101-F'), courseCode: 'XXX-999' }, 'NOT_FOUND'],
      [{ key: 'OLH-101-F' }, 'BAD_USER_INPUT'],
    ];
    for (const [given, code] of faults) expect(await author.codeOf('createItem', given)).toBe(code);
    for (const verb of ['sendItem', 'approveItem', 'returnItem']) {
      const caller = verb === 'sendItem' ? author : reviewer;
      const none = {
        key: 'OLH-101-NONE',
        version: 1,
        ...(verb === 'returnItem' ? { reason: 'None of it.' } : {}),
      };
      expect(await caller.codeOf(verb, none)).toBe('NOT_FOUND');
    }
    expect(await author.codeOf('reviseItem', { key: 'OLH-101-NONE', version: 1, text: text() })).toBe(
      'NOT_FOUND',
    );
  });

  it('is for authors and reviewers of the College alone, each for their own part', async () => {
    const made = input('OLH-101-P1');
    const step = { key: 'OLH-101-L1', version: 2 };
    for (const key of ['officer', 'trainer', 'otherTrainer', 'publisher'] as const) {
      const caller = await world.as(key);
      expect(await caller.codeOf('createItem', made)).toBe('FORBIDDEN');
      expect(await caller.codeOf('reviseItem', { ...step, text: text() })).toBe('FORBIDDEN');
      expect(await caller.codeOf('sendItem', step)).toBe('FORBIDDEN');
      expect(await caller.codeOf('approveItem', step)).toBe('FORBIDDEN');
      expect(await caller.codeOf('returnItem', { ...step, reason: 'No.' })).toBe('FORBIDDEN');
    }
    expect(await author.codeOf('approveItem', step)).toBe('FORBIDDEN');
    expect(await reviewer.codeOf('createItem', made)).toBe('FORBIDDEN');
  });

  it('ASM-03, ASM-64, ASM-65, ASM-67, ASM-68 refuses what is out of order', async () => {
    expect(await author.refusalOf('createItem', input('olh'))).toBe('ITEM_KEY_MALFORMED');
    await author.mutate('createItem', input('OLH-101-O1'), FIELDS);
    // The same again is the same item; another of that name is none.
    expect(await author.mutate('createItem', input('OLH-101-O1'), FIELDS)).toMatchObject({ version: 1 });
    expect(await author.refusalOf('createItem', input('OLH-101-O1', multiple, { points: 5 }))).toBe(
      'ITEM_KEY_TAKEN',
    );
    const at = { key: 'OLH-101-O1', version: 1 };
    expect(await reviewer.refusalOf('approveItem', at)).toBe('ITEM_STATE_REFUSED');
    expect(await author.refusalOf('sendItem', { ...at, version: 2 })).toBe('ITEM_CHANGED_SINCE');
    expect(
      await author.refusalOf('reviseItem', { ...at, version: 7, text: text(multiple, { points: 7 }) }),
    ).toBe('ITEM_CHANGED_SINCE');
    await author.mutate('sendItem', at, FIELDS);
    // Sending again is the same answer.
    expect(await author.mutate('sendItem', at, FIELDS)).toMatchObject({ state: 'IN_REVIEW' });
    expect(await reviewer.refusalOf('returnItem', { ...at, reason: ' ' })).toBe('ITEM_RETURN_REASON');
    const personId = await world.personId('author');
    await world.get(GrantRole).execute(world.system('college'), { personId, bundle: 'reviewer' });
    const both = await world.as('author');
    expect(await both.refusalOf('approveItem', at)).toBe('ITEM_SELF_APPROVED');
    expect(await reviewer.mutate('approveItem', at, FIELDS)).toMatchObject({ state: 'READY' });
    expect(await reviewer.mutate('approveItem', at, FIELDS)).toMatchObject({ state: 'READY' });
    expect(await author.refusalOf('sendItem', at)).toBe('ITEM_STATE_REFUSED');
    expect(await author.mutate('retireItem', { itemKey: 'OLH-101-O1' }, 'state')).toMatchObject({
      state: 'RETIRED',
    });
    expect(await author.refusalOf('reviseItem', { ...at, text: text(multiple, { points: 7 }) })).toBe(
      'ITEM_STATE_REFUSED',
    );
  });

  it('ASM-56 takes a hotspot whose image was uploaded for it, and gives the image an address', async () => {
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#123' } })
      .png()
      .toBuffer();
    const sent = await fetch(`${world.url}/files?purpose=item-media&name=desk.png`, {
      method: 'POST',
      body: picture,
      headers: { 'content-type': 'image/png', authorization: `Bearer ${author.token ?? ''}` },
    });
    const { id: fileId } = (await sent.json()) as { id: string };
    const area = (id: string, x: number) => ({
      ...{ id, shape: 'CIRCLE', coords: [x, 10, 5], label: words(`the ${id}`) },
    });
    const content = {
      ...{ type: 'HOTSPOT', image: { fileId, alt: words('A desk'), width: 40, height: 30 } },
      ...{ areas: [area('lamp', 10), area('phone', 30)], key: ['phone'] },
    };
    const fields = 'content { image { address alt { en } } areas { id label { en } } key { choices } }';
    const made = (await author.mutate('createItem', input('OLH-101-H1', content), fields)) as Record<
      string,
      any
    >;
    expect(made['content'].areas.map(({ label }: any) => label.en)).toEqual(['the lamp', 'the phone']);
    const image = await fetch(`${world.url}${made['content'].image.address as string}`, {
      headers: { authorization: `Bearer ${author.token ?? ''}` },
    });
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/png']);
  });
});

describe('a stimulus', () => {
  let world: World;
  let author: Caller;
  const SHOWN = 'id version exhibits { id sha256 text address } warnings { kind intensity }';
  const stimulus = (more: Record<string, unknown> = {}) => ({
    ...{
      id: 'OLH-101-S1',
      courseCode: COURSE,
      version: 0,
      title: words('A case'),
      text: words('It was late.'),
    },
    ...{ exhibits: [{ id: 'log', title: words('The log'), text: 'abc' }] },
    ...{ warnings: [{ kind: 'violence', intensity: 2 }] },
    ...more,
  });

  beforeAll(async () => {
    world = await anAssessmentWorld();
    author = await world.as('author');
  }, 60_000);
  afterAll(() => world.end());

  it('ASM-59 has its exhibits’ hashes, and a new version of it is one of its items, reviewed again', async () => {
    const made = (await author.mutate('saveStimulus', stimulus(), SHOWN)) as Record<string, any>;
    // SHA-256 of `abc`, as FIPS 180-2 gives it.
    expect(made).toMatchObject({ id: 'OLH-101-S1', version: 1 });
    expect(made['exhibits'][0].sha256).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(await author.mutate('saveStimulus', stimulus(), SHOWN)).toMatchObject({ version: 1 });

    await author.mutate('createItem', input('OLH-101-S1-Q1', multiple, { stimulusId: 'OLH-101-S1' }), FIELDS);
    const at = { key: 'OLH-101-S1-Q1', version: 1 };
    await author.mutate('sendItem', at, FIELDS);
    await (await world.as('reviewer')).mutate('approveItem', at, FIELDS);

    const second = stimulus({ version: 1, text: words('It was very late.') });
    expect(await author.mutate('saveStimulus', second, SHOWN)).toMatchObject({ version: 2 });
    expect(await author.mutate('saveStimulus', second, SHOWN)).toMatchObject({ version: 2 });
    expect(await author.query(ITEM, { key: 'OLH-101-S1-Q1' })).toMatchObject({
      version: 2,
      state: 'IN_REVIEW',
    });
    const list = `query Q { stimuli(courseCode: "${COURSE}") { id version text { en } } }`;
    expect(await author.query(list)).toEqual([
      { id: 'OLH-101-S1', version: 2, text: { en: 'It was very late.' } },
    ]);
  });

  it('ASM-59, ASM-65, ASM-67 refuses what is wrong with it, and everybody who is no author', async () => {
    const refusals: [Record<string, unknown>, string][] = [
      [{ id: 'OLH-101-S9', text: words('') }, 'STIMULUS_MALFORMED'],
      [
        { id: 'OLH-101-S9', exhibits: [{ id: 'x', title: words('X'), fileId: '5'.repeat(24) }] },
        'STIMULUS_MALFORMED',
      ],
      [{ id: 'no' }, 'ITEM_KEY_MALFORMED'],
      [{ text: words('Another') }, 'ITEM_KEY_TAKEN'],
      [{ version: 9 }, 'ITEM_CHANGED_SINCE'],
    ];
    for (const [more, code] of refusals)
      expect(await author.refusalOf('saveStimulus', stimulus(more))).toBe(code);
    expect(await author.codeOf('saveStimulus', stimulus({ id: 'OLH-101-S9', courseCode: 'XXX-999' }))).toBe(
      'NOT_FOUND',
    );
    expect(await author.codeOf('saveStimulus', stimulus({ id: 'OLH-101-S9', version: 3 }))).toBe('NOT_FOUND');
    expect(await author.codeOf('saveStimulus', { id: 'OLH-101-S9' })).toBe('BAD_USER_INPUT');
    for (const key of ['officer', 'reviewer', 'otherTrainer'] as const)
      expect(await (await world.as(key)).codeOf('saveStimulus', stimulus())).toBe('FORBIDDEN');
  });
});

async function codeOfQuery(caller: Caller, variables: Record<string, unknown>): Promise<unknown> {
  return (await caller.send(ITEM, variables)).errors[0]?.extensions['code'];
}
