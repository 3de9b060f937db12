import { describe, expect, it } from '@jest/globals';
import type { AnswerValue } from '../attempt/answer.js';
import type { ItemContent } from '../item/item.js';
import { options, single } from '../testing/items.js';
import { isRight } from './mark-item.js';

type Case = [name: string, answer: AnswerValue | undefined, right: boolean | null];

const multiple: ItemContent = { type: 'multiple', options: options('a', 'b', 'c', 'd'), key: ['a', 'c'] };
const order: ItemContent = { type: 'order', options: options('a', 'b', 'c'), key: ['c', 'a', 'b'] };
const match: ItemContent = {
  type: 'match',
  options: options('a', 'b'),
  targets: options('x', 'y', 'z'),
  key: [
    { left: 'a', right: 'y' },
    { left: 'b', right: 'x' },
  ],
};
const numeric: ItemContent = { type: 'numeric', answer: 51.4535, tolerance: 0.0002, unit: 'degrees' };
const clock: ItemContent = {
  type: 'short-text',
  accepted: ['20:19:45'],
  normalise: ['trim', 'single-spaces', 'lower-case'],
};

const tables: [string, ItemContent, Case[]][] = [
  [
    'single',
    single,
    [
      ['the key', { choices: ['a'] }, true],
      ['another option', { choices: ['b'] }, false],
      ['the key and another', { choices: ['a', 'b'] }, false],
      ['no choice', { choices: [] }, false],
      ['nothing', undefined, false],
      ['an answer of another shape', { text: 'a' }, false],
    ],
  ],
  [
    'multiple, all or nothing',
    multiple,
    [
      ['exactly the key', { choices: ['a', 'c'] }, true],
      ['the key in another order', { choices: ['c', 'a'] }, true],
      ['one missing', { choices: ['a'] }, false],
      ['one too many', { choices: ['a', 'b', 'c'] }, false],
      ['as many, but others', { choices: ['a', 'b'] }, false],
      ['an unknown option besides', { choices: ['a', 'z'] }, false],
      ['nothing', undefined, false],
    ],
  ],
  [
    'true-false',
    { type: 'true-false', key: false },
    [
      ['false', { choices: ['false'] }, true],
      ['true', { choices: ['true'] }, false],
      ['both', { choices: ['true', 'false'] }, false],
    ],
  ],
  [
    'match',
    match,
    [
      [
        'every pair',
        {
          pairs: [
            { left: 'b', right: 'x' },
            { left: 'a', right: 'y' },
          ],
        },
        true,
      ],
      [
        'one pair wrong',
        {
          pairs: [
            { left: 'a', right: 'y' },
            { left: 'b', right: 'z' },
          ],
        },
        false,
      ],
      ['one pair missing', { pairs: [{ left: 'a', right: 'y' }] }, false],
      ['choices instead', { choices: ['a', 'b'] }, false],
    ],
  ],
  [
    'order, exact',
    order,
    [
      ['the key', { choices: ['c', 'a', 'b'] }, true],
      ['two neighbours swapped', { choices: ['a', 'c', 'b'] }, false],
      ['the last left out', { choices: ['c', 'a'] }, false],
    ],
  ],
  [
    'numeric with tolerance',
    numeric,
    [
      ['the answer', { number: 51.4535 }, true],
      ['the upper end', { number: 51.4537 }, true],
      ['the lower end', { number: 51.4533 }, true],
      ['just outside', { number: 51.45371 }, false],
      ['a text', { text: '51.4535' }, false],
    ],
  ],
  [
    'numeric without tolerance',
    { type: 'numeric', answer: 0.3, tolerance: 0, unit: null },
    [
      ['a decimal that binary cannot hold', { number: 0.1 + 0.2 }, true],
      ['another number', { number: 0.31 }, false],
    ],
  ],
  [
    'short text',
    clock,
    [
      ['the accepted form', { text: '20:19:45' }, true],
      ['spaces around it', { text: '  20:19:45 ' }, true],
      ['full-width digits', { text: '２０:１９:４５' }, true],
      ['another time', { text: '20:10:25' }, false],
      ['nothing but spaces', { text: '   ' }, false],
    ],
  ],
  [
    'short text in either language, without punctuation',
    {
      type: 'short-text',
      accepted: ["chief's log", 'Llyfr y Prif'],
      normalise: ['trim', 'lower-case', 'no-punctuation'],
    },
    [
      ['curly quotation mark', { text: 'Chief’s log' }, true],
      ['no mark at all', { text: 'chiefs log' }, true],
      ['Welsh', { text: 'llyfr y prif' }, true],
    ],
  ],
  [
    'written',
    { type: 'written', rubric: [] },
    [
      ['a text waits for a marker', { text: 'Seized at 10:14.' }, null],
      ['nothing is nothing', undefined, false],
    ],
  ],
];

describe.each(tables)('ASM-29 marking %s', (_name, content, cases) => {
  it.each(cases)('%s', (_case, answer, right) => {
    expect(isRight(content, answer)).toBe(right);
  });
});
