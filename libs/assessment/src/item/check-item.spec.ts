import { englishOnly } from '@app/platform/context/words.js';
import { describe, expect, it } from '@jest/globals';
import { options, packItem, single } from '../testing/items.js';
import { checkItem } from './check-item.js';
import { type ItemContent, keepsItsUse, moveItem } from './item.js';

const twins = [
  { id: 'a', text: englishOnly('Ofcom') },
  { id: 'b', text: englishOnly(' ofcom ') },
];

const faulty: [string, ItemContent][] = [
  ['no right answer', { type: 'multiple', options: options('a', 'b'), key: [] }],
  ['key z is not an option', { ...single, key: 'z' }],
  ['two identical options (en)', { type: 'single', options: twins, key: 'a' }],
  ['two options with one id', { type: 'single', options: options('a', 'a', 'b'), key: 'b' }],
  ['fewer than 2 options', { type: 'single', options: options('a'), key: 'a' }],
  ['negative tolerance', { type: 'numeric', answer: 1, tolerance: -0.1, unit: null }],
  ['no right answer', { type: 'numeric', answer: Number.NaN, tolerance: 0, unit: null }],
  ['no right answer', { type: 'short-text', accepted: [], normalise: [] }],
  [
    'an accepted form twice',
    { type: 'short-text', accepted: ['A', 'a '], normalise: ['trim', 'lower-case'] },
  ],
  [
    'the key does not order every option',
    { type: 'order', options: options('a', 'b', 'c'), key: ['a', 'b'] },
  ],
  [
    'key q is not a target',
    {
      type: 'match',
      options: options('a', 'b'),
      targets: options('x', 'y'),
      key: [
        { left: 'a', right: 'q' },
        { left: 'b', right: 'x' },
      ],
    },
  ],
  ['a rubric needs lines with points', { type: 'written', rubric: [] }],
];

describe('checking an item', () => {
  it('ASM-04 finds nothing wrong with a sound one', () => {
    expect(checkItem(packItem('OLH-101-Q01'))).toEqual([]);
  });

  it.each(faulty)('ASM-04 finds: %s', (fault, content) => {
    expect(checkItem(packItem('OLH-101-Q01', { content }))).toContain(fault);
  });

  it.each([0, -1, 0.3, Number.NaN])('ASM-04 finds points of %d', (points) => {
    expect(checkItem(packItem('OLH-101-Q01', { points }))).toContain(
      'points are no positive multiple of 0.5',
    );
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
