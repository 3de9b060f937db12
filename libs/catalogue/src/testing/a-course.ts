import type { LoadFrameworkInput } from '@app/framework';
import { englishOnly, type Words } from '@app/platform/context/words.js';
import type { Activity, Block, CourseContent, Module } from '../course/course-content.js';

/** A text with Welsh in the given state. */
export function inBoth(en: string, cyState: 'draft' | 'checked' | 'stale' = 'checked'): Words {
  return { en, cy: `${en} (cy)`, cyState };
}

const PLAIN = { tone: null, heading: null, markdown: null, lawId: null, check: null, warnings: [] } as const;

/** A block of prose. */
export function aText(id: string, markdown: Words = englishOnly(`The text of ${id}.`)): Block {
  return { ...PLAIN, id, kind: 'text', markdown };
}

/** A block that cites law. */
export function aLawBlock(id: string, lawId: string): Block {
  return { ...PLAIN, id, kind: 'law', lawId };
}

/** A check with options a, b and c, whose key is the given ids. */
export function aCheck(id: string, key: readonly string[] = ['a']): Block {
  const options = ['a', 'b', 'c'].map((option) => ({
    id: option,
    text: englishOnly(`Option ${option}`),
    why: englishOnly(`Why ${option}`),
  }));
  const type = key.length > 1 ? ('multiple' as const) : ('single' as const);
  const check = { type, stem: englishOnly('Which?'), options, key, explanation: null };
  return { ...PLAIN, id, kind: 'check', check };
}

/** A lesson that is complete when it has been read, unless told otherwise. */
export function aLesson(id: string, more: Partial<Activity> = {}): Activity {
  const title = englishOnly(`Lesson ${id}`);
  return { id, kind: 'lesson', title, minutes: 10, rule: { kind: 'read' }, blocks: [aText('text')], ...more };
}

/** A module of activities. */
export function aModule(id: string, activities: readonly Activity[]): Module {
  return {
    id,
    title: englishOnly(`Module ${id}`),
    minutes: 30,
    outcomes: [englishOnly('Knows')],
    activities,
  };
}

/** A complete course: module M1 with a lesson to read, module M2 with a lesson of two checks. */
export function aCourse(more: Partial<CourseContent> = {}): CourseContent {
  const reading = aLesson('read', {
    blocks: [aText('text', inBoth('What to know.')), aLawBlock('law', 'osa-181')],
  });
  const checking = aLesson('check', {
    rule: { kind: 'checks' },
    blocks: [aCheck('one'), aCheck('two', ['a', 'b'])],
  });
  return {
    title: inBoth('Online harms law for officers', 'draft'),
    summary: null,
    status: 'complete',
    ...{ durationMinutes: 150, validityMonths: 12, classification: 'OFFICIAL', warnings: [] },
    ...{ audienceRoles: ['response-officer'], prerequisites: [] },
    skillsTaught: [{ skillId: 'OLH-01', level: 2 }],
    components: [
      { key: 'paper', kind: 'paper', title: englishOnly('Paper'), hurdle: true, weight: null, graded: true },
    ],
    assessment: { passPercent: 80, maxAttempts: 3, coolDownHours: 24, limitMinutes: 35 },
    modules: [aModule('M1', [reading]), aModule('M2', [checking])],
    ...more,
  };
}

/** A framework with one skill, and a register with one sound and one uncertain entry. */
export function aFramework(): LoadFrameworkInput {
  const levels = ['0', '1', '2', '3', '4'];
  const law = {
    extent: 'E,W',
    status: 'in force',
    summary: '…',
    unconfirmedParts: null,
    checked: false,
    sources: [],
  };
  return {
    areas: [{ id: 'OLH', name: englishOnly('Online harms'), levels }],
    skills: [
      {
        ...{ id: 'OLH-01', areaId: 'OLH', fade: 'fast', validityMonths: 12, levels },
        name: inBoth('Regulation'),
        description: englishOnly('…'),
      },
    ],
    roles: [
      { id: 'response-officer', name: englishOnly('Response officer'), employment: 'officer', purpose: '…' },
    ],
    ranks: [],
    profiles: [
      {
        roleId: 'response-officer',
        roleName: englishOnly('Response officer'),
        requirements: [{ skillId: 'OLH-01', level: 2, essential: true }],
      },
    ],
    law: [
      { ...law, id: 'osa-181', title: 'Threatening communications', confidence: 'src', nextReview: null },
      { ...law, id: 'rsed', title: 'Remotely stored data', confidence: 'uncertain', nextReview: null },
    ],
  };
}
