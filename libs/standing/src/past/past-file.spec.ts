import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { neutralCell } from './neutral-cell.js';
import { MOST_ROWS, rowsOf, UnreadablePast } from './past-file.js';

const columns = {
  ...{ staffNumber: 'No', course: 'Course', completedOn: 'Done', expiresOn: null, level: null },
  ...{ number: null, force: null, dates: 'iso' as const },
};

describe('a file of the past', () => {
  it('STD-42 refuses more rows than it bears: PAST_TOO_MANY_ROWS', async () => {
    const chunk = '1,x,2020-01-01\n'.repeat(10_001);
    const file = Readable.from(['No,Course,Done\n', ...Array.from({ length: 100 }, () => chunk)].map((text) => Buffer.from(text)));
    let rows = 0;
    const read = async () => {
      for await (const _row of rowsOf(file, { encoding: 'utf-8', columns })) rows++;
    };
    const failed = await read().catch((error: unknown) => error);
    expect((failed as UnreadablePast).reason.code).toBe('PAST_TOO_MANY_ROWS');
    expect(rows).toBe(MOST_ROWS);
  }, 120_000);

  it.each([
    ['=1+1', "\"'=1+1\""],
    ['+44 20', "\"'+44 20\""],
    ['-2', "\"'-2\""],
    ['@SUM(A1)', "\"'@SUM(A1)\""],
    ['\t=1', "\"'\t=1\""],
    [' =1', "\"' =1\""],
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    [-2, '-2'],
    [null, ''],
  ])('STD-43 makes %j harmless as %s', (cell, out) => {
    expect(neutralCell(cell)).toBe(out);
  });
});
