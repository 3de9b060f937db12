import { englishOnly } from '@app/platform/context/words.js';
import { describe, expect, it } from '@jest/globals';
import { cloze, fileResponse, hotspot, matrix, options, packItem, single } from '../testing/items.js';
import { checkItem } from './check-item.js';
import { checkStimulusText } from './check-stimulus.js';
import { type ItemContent, keepsItsUse, moveItem } from './item.js';
import type { ClozeGap } from './item-content.js';

const twins = [
  { id: 'a', text: englishOnly('Ofcom') },
  { id: 'b', text: englishOnly(' ofcom ') },
];
const line = (points: number) => ({ criterion: englishOnly('says why'), points });
const match = { type: 'match' as const, options: options('a', 'b'), targets: options('x', 'y') };
const gap: ClozeGap = { id: 'g1', kind: 'text', accepted: ['10:14'], normalise: ['trim'] };

type Faulty = [what: string, content: ItemContent, code: string, field: string];

const faulty: Faulty[] = [
  [
    'no right answer (multiple)',
    { type: 'multiple', options: options('a', 'b'), key: [] },
    'ITEM_NO_RIGHT_ANSWER',
    'key',
  ],
  ['no right answer (single)', { ...single, key: '' }, 'ITEM_NO_RIGHT_ANSWER', 'key'],
  ['a key that is no option', { ...single, key: 'z' }, 'ITEM_KEY_UNKNOWN', 'key'],
  ['two identical options', { type: 'single', options: twins, key: 'a' }, 'ITEM_OPTIONS_SAME', 'options'],
  [
    'two options with one id',
    { type: 'single', options: options('a', 'a', 'b'), key: 'b' },
    'ITEM_OPTIONS_SAME',
    'options',
  ],
  [
    'an option that says nothing',
    { type: 'single', options: [...options('a'), { id: 'b', text: englishOnly(' ') }], key: 'a' },
    'ITEM_OPTION_EMPTY',
    'options',
  ],
  ['one option', { type: 'single', options: options('a'), key: 'a' }, 'ITEM_OPTIONS_COUNT', 'options'],
  [
    'a tolerance below zero',
    { type: 'numeric', answer: 1, tolerance: -0.1, unit: null },
    'ITEM_TOLERANCE_NEGATIVE',
    'tolerance',
  ],
  [
    'no number',
    { type: 'numeric', answer: Number.NaN, tolerance: 0, unit: null },
    'ITEM_NO_RIGHT_ANSWER',
    'answer',
  ],
  [
    'no accepted form',
    { type: 'short-text', accepted: [], normalise: [] },
    'ITEM_NO_RIGHT_ANSWER',
    'accepted',
  ],
  [
    'an accepted form twice',
    { type: 'short-text', accepted: ['A', 'a '], normalise: ['trim', 'lower-case'] },
    'ITEM_FORM_TWICE',
    'accepted',
  ],
  [
    'an order of one',
    { type: 'order', options: options('a', 'b', 'c'), key: ['a'] },
    'ITEM_NO_RIGHT_ANSWER',
    'key',
  ],
  [
    'an order that names one twice',
    { type: 'order', options: options('a', 'b', 'c'), key: ['a', 'b', 'a'] },
    'ITEM_KEY_TWICE',
    'key',
  ],
  [
    'another right order of other options',
    { type: 'order', options: options('a', 'b', 'c'), key: ['a', 'b'], alsoRight: [['a', 'c']] },
    'ITEM_KEY_INCOMPLETE',
    'alsoRight',
  ],
  [
    'a match to no target',
    {
      ...match,
      key: [
        { left: 'a', right: 'q' },
        { left: 'b', right: 'x' },
      ],
    },
    'ITEM_KEY_UNKNOWN',
    'key',
  ],
  [
    'a match that leaves an option out',
    { ...match, key: [{ left: 'a', right: 'x' }] },
    'ITEM_KEY_INCOMPLETE',
    'key',
  ],
  ['a rubric without lines', { type: 'written', rubric: [] }, 'ITEM_RUBRIC_MALFORMED', 'rubric'],
  [
    'a rubric that does not add up',
    { type: 'written', rubric: [line(2), line(1.5)] },
    'ITEM_RUBRIC_SUM',
    'rubric',
  ],
  ['a gap without accepted form', cloze({ ...gap, accepted: [] }), 'ITEM_GAP_UNFILLABLE', 'gaps.g1'],
  ['a gap that is not in the text', cloze({ ...gap, id: 'g9' }), 'ITEM_GAP_MISPLACED', 'text'],
  ['a gap of no weight', cloze({ ...gap, weight: 0 }), 'ITEM_GAP_WEIGHT', 'gaps.g1'],
  [
    'a gap whose tolerance is below zero',
    cloze({ id: 'g1', kind: 'number', answer: 4, tolerance: -1, unit: null }),
    'ITEM_TOLERANCE_NEGATIVE',
    'gaps.g1.tolerance',
  ],
  [
    'a gap whose key is no option',
    cloze({ id: 'g1', kind: 'choice', options: options('a', 'b'), key: 'z' }),
    'ITEM_GAP_UNFILLABLE',
    'gaps.g1',
  ],
  [
    'an area without a label',
    hotspot({
      areas: hotspot().areas.map((one) => (one.id === 'dial' ? { ...one, label: englishOnly('') } : one)),
    }),
    'ITEM_AREA_UNLABELLED',
    'areas.dial',
  ],
  [
    'an area outside the image',
    hotspot({ image: { ...hotspot().image, width: 50 } }),
    'ITEM_AREA_MALFORMED',
    'areas.port',
  ],
  [
    'an image that nobody describes',
    hotspot({ image: { ...hotspot().image, alt: englishOnly('') } }),
    'ITEM_IMAGE_UNDESCRIBED',
    'image',
  ],
  ['no area to choose', hotspot({ key: [] }), 'ITEM_NO_RIGHT_ANSWER', 'key'],
  [
    'a row without its column',
    matrix({ key: [{ left: 'r1', right: 'yes' }] }),
    'ITEM_ROW_WITHOUT_KEY',
    'rows.r2',
  ],
  [
    'two columns for a row that takes one',
    matrix({
      key: [
        { left: 'r1', right: 'yes' },
        { left: 'r1', right: 'no' },
        { left: 'r2', right: 'no' },
      ],
    }),
    'ITEM_ROW_WITHOUT_KEY',
    'rows.r1',
  ],
  [
    'files of a kind that is not taken',
    fileResponse({ mediaTypes: ['text/html'] }),
    'ITEM_FILES_MALFORMED',
    'mediaTypes',
  ],
  ['files of 51 MB', fileResponse({ mostBytes: 51 * 1024 * 1024 }), 'ITEM_FILES_MALFORMED', 'mediaTypes'],
  ['no exercise', { type: 'practical', exerciseId: '' }, 'ITEM_EXERCISE_MISSING', 'exerciseId'],
];

const sound: [string, ItemContent][] = [
  ['an order with a distractor', { type: 'order', options: options('a', 'b', 'c'), key: ['b', 'a'] }],
  ['a cloze', cloze(gap)],
  ['a hotspot', hotspot()],
  ['a matrix', matrix()],
  [
    'a matrix with several columns for a row',
    matrix({ multiple: true, key: [...matrix().key, { left: 'r1', right: 'no' }] }),
  ],
  ['a file response', fileResponse()],
];

describe('checking an item', () => {
  it.each(sound)('ASM-04 finds nothing wrong with %s', (_what, content) => {
    const points = content.type === 'file-response' ? 5 : 1;
    expect(checkItem(packItem('OLH-101-Q01', { content, points }))).toEqual([]);
  });

  it.each(faulty)('ASM-04, ASM-52 to ASM-61 find %s', (_what, content, code, field) => {
    const points = content.type === 'file-response' ? 5 : 1;
    const faults = checkItem(packItem('OLH-101-Q01', { content, points }));
    const found = faults.find((fault) => fault.code === code && fault.field === field);
    expect(faults.map((fault) => [fault.code, fault.field])).toContainEqual([code, field]);
    // Each names its item, in both languages.
    expect(found?.sentence('en')).toContain('OLH-101-Q01');
    expect(found?.sentence('cy')).toContain('OLH-101-Q01');
  });

  it.each([
    ['points', { points: 0 }, 'ITEM_POINTS_MALFORMED'],
    ['points', { points: -1 }, 'ITEM_POINTS_MALFORMED'],
    ['points', { points: 0.3 }, 'ITEM_POINTS_MALFORMED'],
    ['points', { points: Number.NaN }, 'ITEM_POINTS_MALFORMED'],
    ['level', { level: 5 }, 'ITEM_LEVEL_MALFORMED'],
    ['stem', { stem: englishOnly('  ') }, 'ITEM_QUESTION_MISSING'],
  ])('ASM-62 finds a faulty %s in %j', (field, more, code) => {
    const faults = checkItem(packItem('OLH-101-Q01', more));
    expect(faults.map((fault) => [fault.code, fault.field])).toEqual([[code, field]]);
  });
});

describe('checking a stimulus', () => {
  const exhibit = { id: 'log', title: englishOnly('The log'), text: 'a line\n', fileId: null };
  const stimulus = {
    ...{ id: 'EX-ABC-1', title: englishOnly('A case'), text: englishOnly('It was late.') },
    ...{ exhibits: [exhibit], warnings: [] },
  };

  it('ASM-59 finds nothing wrong with a sound one', () => {
    expect(checkStimulusText(stimulus)).toEqual([]);
  });

  it.each([
    ['title', { title: englishOnly('') }],
    ['text', { text: englishOnly('') }],
    ['exhibits', { exhibits: [exhibit, exhibit] }],
    ['exhibits.log', { exhibits: [{ ...exhibit, text: null }] }],
    ['exhibits.log', { exhibits: [{ ...exhibit, fileId: '5'.repeat(24) }] }],
    ['warnings', { warnings: [{ kind: '', intensity: 1 as const }] }],
  ])('ASM-59 finds a faulty %s', (field, more) => {
    const faults = checkStimulusText({ ...stimulus, ...more });
    expect(faults.map((fault) => [fault.code, fault.field])).toEqual([['STIMULUS_MALFORMED', field]]);
  });

  it('ASM-65 has a name of capital letters, digits and hyphens', () => {
    const [fault] = checkStimulusText({ ...stimulus, id: '../etc' });
    expect(fault?.code).toBe('ITEM_KEY_MALFORMED');
  });
});

describe('an item', () => {
  it('ASM-02 is for practice or for papers, never both', () => {
    expect(() => keepsItsUse('K', 'practice', 'paper')).toThrow('ITEM_USE_CHANGED');
    expect(() => keepsItsUse('K', 'paper', 'paper')).not.toThrow();
  });

  it('ASM-03 follows its table, and retired is final', () => {
    expect(moveItem('K', 'in-review', 'ready')).toBe('ready');
    expect(() => moveItem('K', 'draft', 'ready')).toThrow('ITEM_STATE_REFUSED');
    expect(() => moveItem('K', 'retired', 'ready')).toThrow('ITEM_STATE_REFUSED');
  });
});
