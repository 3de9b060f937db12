import { describe, expect, it } from '@jest/globals';
import { shareOf } from '../marking/mark-item.js';
import { parseGift } from './gift-parse.js';
import { readGift } from './read-gift.js';

function one(text: string) {
  const [read, more] = readGift(text);
  if (read === undefined || more !== undefined) throw new Error('not exactly one question');
  return read;
}

describe('ASM-172 a question of GIFT is taken', () => {
  it('with title, tags and feedback', () => {
    const read = one('// [tag:seizure] [tag:notes]\n::Log::Was it logged?{T#Look again.#Yes, at 10\\:14.}');
    expect(read).toMatchObject({
      title: 'Log',
      tags: ['seizure', 'notes'],
      stem: 'Was it logged?',
      explanation: 'Look again.\nYes, at 10:14.',
      content: { type: 'true-false', key: true },
    });
  });

  it.each([
    ['Who?{=Anna ~Ben ~Cai}', { type: 'single', key: 'o1' }],
    ['Who?{~%50%Anna ~%50%Ben ~%-50%Cai}', { type: 'multiple', key: ['o1', 'o2'], weights: { full: 1 } }],
    ['Who?{=Anna ~%50%Ben ~Cai}', { type: 'single', key: 'o1', scoring: 'weighted' }],
    [
      'Who?{=Anna =%100%Ann}',
      { type: 'short-text', accepted: ['Anna', 'Ann'], normalise: ['trim', 'lower-case'] },
    ],
    ['When?{#10:0.5}', { type: 'numeric', answer: 10, tolerance: 0.5 }],
    ['When?{#1..5}', { type: 'numeric', answer: 3, tolerance: 2 }],
    [
      'Match{=a -> x =b -> y = -> z}',
      {
        type: 'match',
        key: [
          { left: 'o1', right: 't1' },
          { left: 'o2', right: 't2' },
        ],
        scoring: 'partial',
      },
    ],
    ['Write.{}', { type: 'written' }],
  ])('%s', (text, content) => {
    expect(one(text)).toMatchObject({ taken: true, content });
  });

  it('with thirds as thirds: three of them are everything, two and a wrong one nothing', () => {
    const read = one('Which?{~%33.33333%a ~%33.33333%b ~%33.33333%c ~%-100%d}');
    if (!read.taken) throw new Error(read.reason);
    const share = (...choices: string[]) => shareOf(read.content, { choices });
    expect([share('o1', 'o2', 'o3'), share('o1'), share('o1', 'o2', 'o4')]).toEqual([
      { got: 3, of: 3 },
      { got: 1, of: 3 },
      { got: 0, of: 3 },
    ]);
  });
});

describe('ASM-172 a question of GIFT is not taken', () => {
  it.each([
    ['$CATEGORY: top/Seizure', 'no-question'],
    ['Read the next ones.', 'no-question'],
    ['Who?{=Anna =%50%Ann}', 'no-rule'],
    ['Who?{=An*}', 'no-rule'],
    ['When?{#=10:0 =%50%10:1}', 'no-rule'],
    ['When?{#soon}', 'malformed'],
  ])('%s', (text, reason) => {
    expect(one(text)).toMatchObject({ taken: false, reason });
  });
});

describe('a GIFT file', () => {
  it('is read question by question, escapes, comments and line ends of any kind included', () => {
    const read = parseGift(
      '\uFEFF// one\r\n::A\\:B::Is \\{x\\} \\= 1?{F}\r\n\r\n[html]<p>Two</p>{=a\r\n\r\n~b}\r\n',
    );
    expect(read).toMatchObject([
      { type: 'TF', title: 'A:B', stem: { text: 'Is {x} = 1?' } },
      { type: 'MC', stem: { format: 'html', text: '<p>Two</p>' } },
    ]);
  });
});
