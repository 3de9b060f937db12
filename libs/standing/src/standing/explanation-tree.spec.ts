import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { describe, expect, it } from '@jest/globals';
import type { Evidence, EvidenceId } from '../evidence/evidence.js';
import { explanationOf, explanationText } from './explanation-tree.js';
import { type StandingRules, skillStanding } from './roll-up.js';

const AT = { asAt: calendarDateOf('2026-11-23'), knownAt: new Date('2026-11-23T09:00:00Z') };
const RULES: StandingRules = {
  rollUps: [
    {
      ...{ skillId: 'A', level: 3, atLeast: 2 },
      parts: [
        { skillId: 'B', level: 2 },
        { skillId: 'C', level: 2 },
      ],
    },
  ],
};

function piece(skillId: string, more: Partial<Evidence> = {}): Evidence {
  return {
    ...{ id: newId<EvidenceId>(), forceId: newId<ForceId>(), personId: newId<PersonId>(), skillId, level: 2 },
    ...{ kind: 'external', title: englishOnly(`Course ${skillId}`), sourceId: newId(), certification: null },
    ...{ from: calendarDateOf('2026-01-01'), lastValidDay: calendarDateOf('2026-12-31') },
    ...{ recordedAt: new Date('2026-01-01T09:00:00Z'), ended: null, ...more },
  };
}

function told(evidence: readonly Evidence[], names: Readonly<Record<string, string>> = {}) {
  return explanationOf(skillStanding({ skillId: 'A', evidence, ...AT }, RULES), {
    ...AT,
    skillName: (id) => (id === 'C' ? null : { en: `Skill ${id}`, cy: `Sgil ${id}`, cyState: 'draft' }),
    personName: (id) => names[id] ?? null,
  });
}

describe('explanationOf', () => {
  it('STD-57 puts a rule of the framework beside the evidence, with its parts and theirs below', () => {
    const nodes = told([piece('B'), piece('C')]);
    expect(nodes.map(({ id, kind, rule, counts }) => [id, kind, rule, counts])).toEqual([
      ['1', 'standing', 'STD-31', true],
      ['1.1', 'rule', 'STD-31', true],
      ['1.1.1', 'part', 'STD-31', true],
      ['1.1.1.1', 'evidence', 'STD-04', true],
      ['1.1.1.1.1', 'source', 'STD-43', null],
      ['1.1.1.1.2', 'known', 'STD-57', null],
      ['1.1.2', 'part', 'STD-31', true],
      ['1.1.2.1', 'evidence', 'STD-04', true],
      ['1.1.2.1.1', 'source', 'STD-43', null],
      ['1.1.2.1.2', 'known', 'STD-57', null],
    ]);
    expect(nodes[0]?.level).toBe(3);
    expect(nodes[0]?.words.en).toMatch(/^Skill A: level 3 on 23 November 2026 by a rule of the framework/);
  });

  it('STD-57 says in both languages what a rule lacks, and what stands in its way', () => {
    const [, rule, held, , , , missing] = told([piece('B')]);
    expect(rule?.words.en).toBe(
      'By a rule of the framework level 3 would follow from 2 of 2 other skills; 1 held.',
    );
    expect(held?.words).toEqual({
      en: 'Skill B at level 2: held, at level 2.',
      cy: 'Sgil B ar lefel 2: ar gael, ar lefel 2.',
    });
    expect(missing?.words.en).toBe('C at level 2: not held; the level is 0.');
    const overruled = told([piece('B'), piece('C'), piece('A', { kind: 'negative', level: 1 })]);
    expect(overruled.find(({ kind }) => kind === 'rule')?.words.en).toMatch(
      /but a finding against this skill/,
    );
  });

  it('STD-57 names who judged and who confirmed, and says so of whoever has left', () => {
    const [judge, checker] = [newId<PersonId>(), newId<PersonId>()];
    const provenance = {
      assessors: [judge],
      checkedBy: checker,
      confidence: 'judged',
      source: null,
    } as const;
    const nodes = told([piece('A', { kind: 'observed', provenance })], { [judge]: 'Tess Farrow' });
    const people = nodes.find(({ kind }) => kind === 'people');
    expect(people).toMatchObject({ personIds: [judge, checker], rule: 'STD-51' });
    expect(people?.words.en).toBe('Judged by Tess Farrow; confirmed by somebody who is no longer here.');
    const source = nodes.find(({ kind }) => kind === 'source');
    expect(source?.words.en).toBe(
      'Source: Lantern’s own record. How sure: judged in Lantern by people who are named.',
    );
  });

  it('STD-57 shows a certificate with its number, and is text by indentation', () => {
    const external = { issuer: 'A body', number: 'N-1', fileIds: [] };
    const provenance = { assessors: [], confidence: 'documented', source: 'A body', external } as const;
    const text = explanationText(told([piece('A', { provenance })]), 'en').split('\n');
    expect(text.map((line) => /^ */.exec(line)?.[0].length)).toEqual([0, 2, 4, 4, 2, 4, 4]);
    expect(text[1]).toBe(
      '  External certificate “Course A”, level 2. Counts: it shows level 2 and is in date until the end of 31 December 2026.',
    );
    expect(text[2]).toBe('    Source: A body, certificate N-1. How sure: by a document that somebody saw.');
  });

  it('STD-57 has nothing to tell where nothing is known, and says that', () => {
    const nodes = explanationOf(skillStanding({ skillId: 'D', evidence: [], ...AT }, RULES), {
      ...AT,
      ...{ skillName: () => null, personName: () => null },
    });
    expect(nodes).toHaveLength(1);
    expect(nodes[0]?.words.en).toMatch(
      /^D: no level in date on 23 November 2026, as known at 23 November 2026/,
    );
    expect(nodes[0]?.counts).toBe(false);
  });
});
