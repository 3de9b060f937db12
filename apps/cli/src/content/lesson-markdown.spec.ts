import { describe, expect, it } from '@jest/globals';
import { countWords, cutLesson, proseWordsIn, readBlocks } from './lesson-markdown.js';
import type { Block, Fault } from './pack-schema.js';

function blocksOf(body: string): { blocks: Block[]; faults: Fault[] } {
  const text = cutLesson(`---\nid: x\n---\n${body}`);
  if (!text) throw new Error('not a lesson');
  const faults: Fault[] = [];
  return { blocks: readBlocks('lesson.md', text, faults), faults };
}

describe('a lesson', () => {
  it('is cut into blocks in their order, each with its id and line', () => {
    const { blocks, faults } = blocksOf(
      [
        '## One {#one}',
        'First words.',
        '',
        '### A smaller heading stays in the text',
        '::: example {#two} Shown',
        '## not a block in here {#no}',
        ':::',
        '::: callout {#three tone=court}',
        'Say what you saw.',
        ':::',
        '::: law {#four ref=osa-181}',
        ':::',
      ].join('\n'),
    );
    expect(faults).toEqual([]);
    expect(blocks.map(({ id, kind, at }) => [id, kind, at.line])).toEqual([
      ['one', 'text', 4],
      ['two', 'example', 8],
      ['three', 'callout', 11],
      ['four', 'law', 14],
    ]);
    expect(blocks[0]).toMatchObject({
      heading: { en: 'One', cy: null, cyState: 'absent' },
      markdown: { en: 'First words.\n\n### A smaller heading stays in the text' },
    });
    expect(blocks[1]).toMatchObject({
      heading: { en: 'Shown' },
      markdown: { en: '## not a block in here {#no}' },
    });
    expect(blocks[2]).toMatchObject({ tone: 'court', heading: null });
    expect(blocks[3]).toMatchObject({ lawId: 'osa-181', markdown: null });
  });

  it('carries the warnings of a block', () => {
    const { blocks } = blocksOf('## One {#one warn="self-harm:2, abuse:1"}\nWords.');
    expect(blocks[0]?.warnings).toEqual([
      { kind: 'self-harm', intensity: 2 },
      { kind: 'abuse', intensity: 1 },
    ]);
  });

  it('reads the YAML of a quick check and names the line of its fault', () => {
    const { faults } = blocksOf(
      '::: check {#q}\ntype: single\nstem: Which?\noptions:\n  - {id: a, text: A, why: w}\n  - {id: b, text: B, why: w}\nkey: a\n:::',
    );
    // three lines of head, then `key` is the seventh line of the body
    expect(faults).toEqual([{ file: 'lesson.md', line: 3 + 7, reason: expect.stringContaining('key') }]);
  });

  it('counts prose, and neither marks of Markdown nor quick checks', () => {
    expect(countWords('**Two words** — and - two more')).toBe('Two words and two more'.split(' ').length);
    const { blocks } = blocksOf('## A heading {#h}\nThree more words.');
    expect(blocks.map(proseWordsIn)).toEqual([2 + 3]);
  });

  it.each([['no head at all'], ['---\nid: x\nno end of the head']])(
    'is none without its head: %s',
    (text) => {
      expect(cutLesson(text)).toBeNull();
    },
  );
});
