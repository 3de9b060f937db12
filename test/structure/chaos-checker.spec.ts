import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const CHECKER = resolve('test/chaos/checker');
const IMPORT = /(?:^|[;\s])(?:import|export)\s[^;]*?from\s+'([^']+)'|import\(\s*'([^']+)'/g;

/** Everything that a file imports, as it is written. */
function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([, from, lazy]) => from ?? lazy ?? []);
}

const files = readdirSync(CHECKER)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .map((name) => join(CHECKER, name));

describe('the checker of the chaos run', () => {
  it('imports nothing but its own files, the driver and Node: what it expects comes from nobody it checks', () => {
    const foreign = files.flatMap((file) =>
      importsOf(file).filter((from) => {
        if (from.startsWith('.')) return !resolve(dirname(file), from).startsWith(`${CHECKER}/`);
        return from !== 'mongodb' && !from.startsWith('node:');
      }),
    );
    expect(foreign).toEqual([]);
  });

  it('is there', () => {
    expect(files.length).toBeGreaterThan(5);
    expect(importsOf(join(CHECKER, 'check.ts'))).toContain('./lost.ts');
  });
});
