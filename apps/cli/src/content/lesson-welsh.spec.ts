import { describe, expect, it } from '@jest/globals';
import { cutLesson, type LessonText, readBlocks } from './lesson-markdown.js';
import { digestOfLesson, withWelsh } from './lesson-welsh.js';
import type { Block, Fault } from './pack-schema.js';

const ENGLISH = [
  ...['## Two clocks {#clocks}', 'A phone has its own time.', ''],
  ...['::: callout {#note tone=court}', 'Say which clock.', ':::', ''],
  ...['::: law {#law ref=osa-181}', 'It is an offence.', ':::'],
].join('\n');

function lesson(body: string): { text: LessonText; blocks: Block[] } {
  const text = cutLesson(`---\nid: x\n---\n${body}`);
  if (text === null) throw new Error('not a lesson');
  return { text, blocks: readBlocks('lesson.md', text, []) };
}

function translated(welsh: string, english = ENGLISH): { blocks: Block[]; faults: string[] } {
  const faults: Fault[] = [];
  const blocks = withWelsh(lesson(english), { file: 'welsh.md', text: welsh }, faults);
  return { blocks, faults: faults.map(({ file, line, reason }) => `${file}:${line} ${reason}`) };
}

const DIGEST = digestOfLesson(lesson(ENGLISH).text);
const WELSH = [
  ...['---', `of: ${DIGEST}`, '---'],
  ...['## Dau gloc {#clocks}', 'Mae gan ffôn ei amser ei hun.', ''],
  ...['::: law {#law ref=osa-181}', 'Mae’n drosedd.', ':::'],
].join('\n');

describe('the Welsh of a lesson', () => {
  it('stands beside the English of each block it has, as a draft', () => {
    const { blocks, faults } = translated(WELSH);
    expect(faults).toEqual([]);
    expect(blocks[0]).toMatchObject({
      heading: { en: 'Two clocks', cy: 'Dau gloc', cyState: 'draft' },
      markdown: { en: 'A phone has its own time.', cy: 'Mae gan ffôn ei amser ei hun.', cyState: 'draft' },
    });
    expect(blocks[1]).toMatchObject({ markdown: { en: 'Say which clock.', cy: null, cyState: 'absent' } });
    expect(blocks[2]).toMatchObject({ lawId: 'osa-181', markdown: { cy: 'Mae’n drosedd.' } });
  });

  it('is told by file and line when its English has changed since', () => {
    const changed = ENGLISH.replace('its own time', 'a time of its own');
    const wanted = digestOfLesson(lesson(changed).text);
    expect(wanted).not.toBe(DIGEST);
    expect(translated(WELSH, changed).faults).toEqual([
      `welsh.md:1 the English has changed since this was made: look at both, then write of: ${wanted}`,
    ]);
  });

  it('is told when it names no English, a block that is not there, or one of another kind', () => {
    expect(translated('## Dau gloc {#clocks}\nGeiriau.').faults[0]).toContain('begins with its head');
    const strange = `---\nof: ${DIGEST}\n---\n## Arall {#other}\nGeiriau.\n## Nodyn {#note}\nGeiriau.`;
    expect(translated(strange).faults).toEqual([
      'welsh.md:4 the lesson has no block other',
      'welsh.md:6 block note is a callout in the lesson, here a text',
    ]);
  });

  it('counts no change of white space at the ends of lines', () => {
    expect(digestOfLesson(lesson(`${ENGLISH.replaceAll('\n', '  \n')}\n`).text)).toBe(DIGEST);
  });
});
