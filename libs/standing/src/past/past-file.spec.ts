import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { neutralCell } from './neutral-cell.js';
import { countRows, MOST_ROWS, type UnreadablePast } from './past-file.js';

const columns = {
  ...{ staffNumber: 'No', course: 'Course', completedOn: 'Done', expiresOn: null, level: null },
  ...{ number: null, force: null, dates: 'iso' as const },
};

describe('a file of the past', () => {
  it('STD-42 refuses more rows than it bears: PAST_TOO_MANY_ROWS', async () => {
    const chunk = '1,x,2020-01-01\n'.repeat(10_001);
    const file = Readable.from(
      ['No,Course,Done\n', ...Array.from({ length: 100 }, () => chunk)].map((text) => Buffer.from(text)),
    );
    const failed = await countRows(file, { encoding: 'utf-8', columns }).catch((error: unknown) => error);
    expect((failed as UnreadablePast).reason.code).toBe('PAST_TOO_MANY_ROWS');
    expect((failed as UnreadablePast).line).toBe(MOST_ROWS + 2);
  }, 120_000);

  it.each([
    ['=1+1', '"\'=1+1"'],
    ['+44 20', '"\'+44 20"'],
    ['-2', '"\'-2"'],
    ['@SUM(A1)', '"\'@SUM(A1)"'],
    ['\t=1', '"\'\t=1"'],
    [' =1', '"\' =1"'],
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    [-2, '-2'],
    [null, ''],
  ])('STD-43 makes %j harmless as %s', (cell, out) => {
    expect(neutralCell(cell)).toBe(out);
  });
});
