import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const RULE = /\b(?:PLT|IDN|FRM|STD|CAT|PRG|ASM|PRA|CRT|CAP|NTF|SCD)-\d{2,3}\b/g;

function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));
}

function idsIn(files: readonly string[]): Set<string> {
  return new Set(files.flatMap((file) => readFileSync(file, 'utf8').match(RULE) ?? []));
}

const written = idsIn(filesUnder('libs', /RULES\.md$/));
const cited = idsIn(filesUnder('libs', /(?<!\.spec)\.ts$/));
const tested = idsIn([...filesUnder('libs', /\.spec\.ts$/), ...filesUnder('test', /\.e2e-spec\.ts$/)]);

describe('rules', () => {
  it('are all written down before code cites them', () => {
    expect([...cited].filter((id) => !written.has(id))).toEqual([]);
  });

  it('are each cited by a test', () => {
    expect([...written].filter((id) => !tested.has(id))).toEqual([]);
  });

  it('exist', () => {
    expect(written.size).toBeGreaterThan(50);
  });
});
