import { LoadItems, LoadStimuli, type PackItem, SetBlueprint } from '@app/assessment';
import { englishOnly } from '@app/platform/context/words.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { importCourse } from '../../../libs/assessment/src/testing/ground.js';
import {
  cloze,
  fileResponse,
  hotspot,
  matrix,
  options,
  packItem,
} from '../../../libs/assessment/src/testing/items.js';
import { aWorld, type World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';
import { COURSE, noSuchId, sittingInput, WINDOW } from './assessment-world.js';

/** A word that stands in keys and explanations only. */
const SECRET = 'xyzzy';
const explanation = englishOnly(SECRET);

/** One item of each type that a paper draws, worth 3 points each; the first two on one stimulus. */
const bank: PackItem[] = [
  packItem('OLH-101-S1-Q1', { stimulusId: 'OLH-101-S1', content: matrix({ scoring: 'partial' }) }),
  packItem('OLH-101-S1-Q2', {
    stimulusId: 'OLH-101-S1',
    content: { type: 'short-text', accepted: [SECRET], normalise: ['trim', 'lower-case'] },
  }),
  packItem('OLH-101-T01', { content: { type: 'single', options: options('a', 'b'), key: 'a' } }),
  packItem('OLH-101-T02', {
    content: { type: 'multiple', options: options('a', 'b', 'c'), key: ['a', 'b'], scoring: 'partial' },
  }),
  packItem('OLH-101-T03', { content: { type: 'true-false', key: false } }),
  packItem('OLH-101-T04', {
    content: {
      ...{ type: 'match', options: options('a', 'b'), targets: options('x', 'y') },
      key: [
        { left: 'a', right: 'x' },
        { left: 'b', right: 'y' },
      ],
    },
  }),
  packItem('OLH-101-T05', {
    shuffle: false,
    content: {
      ...{ type: 'order', options: options('a', 'b', 'c', 'd'), key: ['c', 'b', 'a'] },
      scoring: 'adjacent-pairs',
    },
  }),
  packItem('OLH-101-T06', {
    content: { type: 'numeric', answer: 51.4535, tolerance: 0.0002, unit: 'degrees' },
  }),
  packItem('OLH-101-T07', {
    content: cloze(
      { id: 'g1', kind: 'text', accepted: [SECRET], normalise: [] },
      { id: 'g2', kind: 'number', answer: 4, tolerance: 0, unit: null },
      { id: 'g3', kind: 'choice', options: options('p', 'q'), key: 'q' },
    ),
  }),
  packItem('OLH-101-T08', { content: hotspot() }),
  packItem('OLH-101-T09', { content: { type: 'written', rubric: [{ criterion: explanation, points: 3 }] } }),
  packItem('OLH-101-T10', {
    content: fileResponse({
      rubric: [{ criterion: explanation, points: 3 }],
      mostBytes: 100_000,
      mostFiles: 2,
    }),
  }),
].map((item) => ({ ...item, points: 3, explanation }));

const MACHINE = bank.length - 2;

const PAPER = `id writer deadline paper { id number type several scoring { en } stimulusId unit
  options { id text { en } } targets { id } cloze { en } gaps { id kind unit options { id } }
  image { address width alt { en } } areas { id label { en } } files { mediaTypes mostBytes mostFiles } }
  stimuli { id version title { en } exhibits { id text sha256 } warnings { kind } }
  answers { itemId answer { gaps { id text } point { x y } fileIds } }`;

describe('a paper with an item of every type', () => {
  let world: World;
  let officer: Caller;
  let attempt: Record<string, any>;

  beforeAll(async () => {
    world = await aWorld();
    const ctx = world.system();
    await importCourse(world, ctx);
    await world.get(LoadStimuli).execute(ctx, [
      {
        ...{ id: 'OLH-101-S1', courseCode: COURSE, title: englishOnly('A case'), text: englishOnly('Late.') },
        exhibits: [
          {
            ...{
              id: 'log',
              title: englishOnly('The log'),
              mediaType: 'text/plain',
              text: 'abc',
              fileId: null,
            },
            sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
          },
        ],
        warnings: [{ kind: 'violence', intensity: 2 }],
      },
    ]);
    await world.get(LoadItems).execute(ctx, bank);
    await world.get(SetBlueprint).execute(ctx, {
      ...{ courseCode: COURSE, componentKey: 'paper', count: bank.length },
      quotas: [{ count: 2, types: ['written', 'file-response'] }],
      scope: [{ skillId: 'OLH-01', maxLevel: 2 }],
    });
    const trainer = await world.as('trainer');
    const sitting = (await trainer.mutate('createSitting', sittingInput(), 'id')) as { id: string };
    officer = await world.as('officer');
    await officer.mutate('enrol', { courseCode: COURSE }, 'id');
    await officer.mutate('bookPlace', { sittingId: sitting.id }, 'id');
    world.at(WINDOW.opensAt);
    officer = await world.as('officer');
    attempt = (await officer.mutate('startAttempt', { sittingId: sitting.id }, PAPER)) as Record<string, any>;
  }, 90_000);
  afterAll(() => world.end());

  const itemOf = (type: string): Record<string, any> =>
    (attempt['paper'] as Record<string, any>[]).find((item) => item['type'] === type) ?? {};
  const save = (type: string, answer: Record<string, unknown>, sequence = 1) => ({
    ...{ attemptId: attempt['id'], writer: attempt['writer'], itemId: itemOf(type)['id'], sequence, answer },
  });
  const again = async (caller: Caller): Promise<Record<string, any>> =>
    (await caller.query(`query Q($id: ID!) { attempt(id: $id) { ${PAPER.replace('writer', '')} } }`, {
      id: attempt['id'],
    })) as Record<string, any>;

  it('ASM-69 shows all of it and no key, and the set together in its order', () => {
    expect(attempt['paper'].map(({ type }: { type: string }) => type).sort()).toEqual([
      ...['CLOZE', 'FILE_RESPONSE', 'HOTSPOT', 'MATCH', 'MATRIX', 'MULTIPLE', 'NUMERIC', 'ORDER'],
      ...['SHORT_TEXT', 'SINGLE', 'TRUE_FALSE', 'WRITTEN'],
    ]);
    const ofSet = attempt['paper'].filter((item: any) => item.stimulusId === 'OLH-101-S1');
    expect(ofSet.map(({ type }: any) => type)).toEqual(['MATRIX', 'SHORT_TEXT']);
    expect(ofSet[1].number).toBe(Number(ofSet[0].number) + 1);
    expect(attempt['stimuli']).toMatchObject([{ id: 'OLH-101-S1', version: 1, exhibits: [{ text: 'abc' }] }]);
    expect(itemOf('HOTSPOT')).toMatchObject({ several: false, image: { width: 100 } });
    expect(
      itemOf('HOTSPOT')
        ['options'].map(({ text }: any) => text.en)
        .sort(),
    ).toEqual([...['the dial', 'the label', 'the port']]);
    expect(itemOf('CLOZE')['gaps'].map(({ kind }: any) => kind)).toEqual(['TEXT', 'NUMBER', 'CHOICE']);
    expect(itemOf('FILE_RESPONSE')['files']).toEqual({
      ...{ mediaTypes: ['image/png'], mostBytes: 100_000, mostFiles: 2 },
    });
    expect(itemOf('ORDER')['scoring'].en).toMatch(/next to each other/);
    expect(JSON.stringify(attempt)).not.toContain(SECRET);
    expect(JSON.stringify(attempt)).not.toContain('51.45');
  });

  it('ASM-66 keeps the order of its options at every later look, the author’s own where the item has one', async () => {
    expect(itemOf('ORDER')['options'].map(({ id }: any) => id)).toEqual(['a', 'b', 'c', 'd']);
    const later = await again(officer);
    expect(later['paper'].map(({ options: all }: any) => all)).toEqual(
      attempt['paper'].map(({ options: all }: any) => all),
    );
  });

  it('ASM-63 takes files of one’s own, of the kind and number that the question takes', async () => {
    const picture = await sharp({ create: { width: 4, height: 3, channels: 3, background: '#123' } })
      .png()
      .toBuffer();
    const upload = async (caller: Caller, bytes: Buffer = picture, name = 'seal.png', type = 'image/png') => {
      const sent = await fetch(`${world.url}/files?purpose=response-file&name=${name}`, {
        method: 'POST',
        body: bytes,
        headers: { 'content-type': type, authorization: `Bearer ${caller.token ?? ''}` },
      });
      return ((await sent.json()) as { id: string }).id;
    };
    const mine = await upload(officer);
    const theirs = await upload(await world.as('colleague'));
    const table = await upload(officer, Buffer.from('time,what\n10:14,Seized\n'), 'a.csv', 'text/csv');
    expect(await officer.codeOf('saveAnswer', save('FILE_RESPONSE', { fileIds: [theirs] }))).toBe(
      'NOT_FOUND',
    );
    expect(await officer.codeOf('saveAnswer', save('FILE_RESPONSE', { fileIds: [noSuchId()] }))).toBe(
      'NOT_FOUND',
    );
    expect(await officer.codeOf('saveAnswer', save('FILE_RESPONSE', { fileIds: ['passwd'] }))).toBe(
      'BAD_USER_INPUT',
    );
    expect(await officer.codeOf('saveAnswer', save('SINGLE', { fileIds: [mine] }))).toBe('BAD_USER_INPUT');
    expect(await officer.refusalOf('saveAnswer', save('FILE_RESPONSE', { fileIds: [table] }))).toBe(
      'ANSWER_FILES_REFUSED',
    );
    const three = [mine, await upload(officer), await upload(officer)];
    expect(await officer.refusalOf('saveAnswer', save('FILE_RESPONSE', { fileIds: three }))).toBe(
      'ANSWER_FILES_REFUSED',
    );
    const good = save('FILE_RESPONSE', { fileIds: [mine] });
    expect(await officer.mutate('saveAnswer', good, 'sequence')).toMatchObject({ sequence: 1 });
    expect(await officer.mutate('saveAnswer', good, 'sequence')).toMatchObject({ sequence: 1 });
    const [file] = await world.connection
      .collection('files')
      .find({ usedAt: { $ne: null } })
      .toArray();
    expect(file?._id.toHexString()).toBe(mine);
  });

  it('ASM-50, ASM-51 marks what a machine can and lets the rest wait', async () => {
    const answers: [string, Record<string, unknown>][] = [
      // One row of two: 1.5.
      ['MATRIX', { pairs: [{ left: 'r1', right: 'yes' }] }],
      ['SHORT_TEXT', { text: ` ${SECRET.toUpperCase()} ` }], // 3
      ['SINGLE', { choices: ['b'] }], // 0
      // Two right, one wrong, of two: 1.5.
      ['MULTIPLE', { choices: ['a', 'b', 'c'] }],
      ['TRUE_FALSE', { choices: ['false'] }], // 3
      ['MATCH', { pairs: [{ left: 'a', right: 'x' }] }], // 0
      // Of c-b and b-a the second: 1.5.
      ['ORDER', { choices: ['b', 'a', 'c'] }],
      ['NUMERIC', { number: 51.4537 }], // 3
      // Two gaps of three: 2.
      [
        'CLOZE',
        {
          gaps: [
            { id: 'g2', text: '4.0' },
            { id: 'g3', text: 'q' },
          ],
        },
      ],
      ['HOTSPOT', { point: { x: 60, y: 60 } }], // 3
    ];
    expect(answers.length).toBe(MACHINE);
    for (const [type, answer] of answers)
      expect(await officer.mutate('saveAnswer', save(type, answer), 'sequence')).toMatchObject({
        sequence: 1,
      });
    const saved = await again(officer);
    const given = Object.fromEntries(saved['answers'].map((one: any) => [one.itemId, one.answer]));
    expect(given[itemOf('HOTSPOT')['id']].point).toEqual({ x: 60, y: 60 });
    expect(given[itemOf('CLOZE')['id']].gaps).toHaveLength(2);
    const ended: unknown = await officer.mutate(
      'submitAttempt',
      { attemptId: attempt['id'] },
      'state result { percent }',
    );
    // The file waits for a marker; the written question was left empty and does not.
    expect(ended).toMatchObject({ state: 'AWAITING_MARKER', result: null });
    const stored = await world.connection.collection('attempts').findOne({});
    const types = new Map((attempt['paper'] as any[]).map(({ id, type }) => [id, type]));
    const marks = Object.fromEntries(
      ((stored as any).marks.items as any[]).map(({ itemId, awarded, correct }) => [
        types.get(itemId),
        [awarded, correct],
      ]),
    );
    expect(marks).toEqual({
      ...{ MATRIX: [1.5, false], SHORT_TEXT: [3, true], SINGLE: [0, false], MULTIPLE: [1.5, false] },
      ...{ TRUE_FALSE: [3, true], MATCH: [0, false], ORDER: [1.5, false], NUMERIC: [3, true] },
      ...{ CLOZE: [2, false], HOTSPOT: [3, true], WRITTEN: [0, false], FILE_RESPONSE: [0, null] },
    });
    // 1.5 + 3 + 0 + 1.5 + 3 + 0 + 1.5 + 3 + 2 + 3 of twelve times 3.
    expect([stored?.['marks'].score, stored?.['marks'].outOf]).toEqual([18.5, 36]);
  });
});
