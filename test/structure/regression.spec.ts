import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const FOLDER = 'test/regression';

interface Line {
  readonly fault: string;
  readonly source: string;
  readonly file: string;
  readonly test: string;
}

/** The lines of the tables whose third column names a file. */
function linesOf(readme: string): Line[] {
  const rows = readme.split('\n').filter((line) => line.startsWith('|') && /\.e2e-spec\.ts`/.test(line));
  return rows.map((row) => {
    const [fault = '', source = '', file = '', test = ''] = row
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return { fault, source, file: file.replaceAll('`', ''), test: test.replaceAll('`', '') };
  });
}

/** The names of the tests of a file, as they stand in it. */
function testsIn(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/\bit(?:\.each\([\s\S]*?\))?\(\s*'((?:[^'\\]|\\.)*)'/g)].map(
    ([, name = '']) => name,
  );
}

const lines = linesOf(readFileSync(`${FOLDER}/README.md`, 'utf8'));

describe('the table of faults of peers', () => {
  it('has a line for each row of the peers', () => {
    const peers = [
      'ClassroomIO',
      'LearnHouse',
      'edX',
      'Canvas',
      'CaSS',
      'Totara',
      'Kolibri',
      'Oppia',
      'CTFd',
    ];
    expect(peers.filter((peer) => !lines.some(({ source }) => source.includes(peer)))).toEqual([]);
    expect(lines.length).toBeGreaterThan(25);
  });

  it.each(lines)('$fault: “$test” exists', ({ file, test }) => {
    expect(existsSync(file)).toBe(true);
    expect(testsIn(file)).toContain(test);
  });

  it('names every file of the folder', () => {
    const named = new Set(lines.map(({ file }) => file));
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.e2e-spec.ts'));
    expect(files.filter((name) => !named.has(`${FOLDER}/${name}`))).toEqual([]);
  });
});
