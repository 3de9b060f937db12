/** How a component is done, in the words of this test. */
export type Way = 'paper' | 'observed' | 'role-play' | 'written' | 'group' | 'self-check' | 'conversation';

/** One component as the form of a course names it: its key, the kind that the catalogue calls it, and how it is done. */
export type Part = readonly [key: string, kind: string, way: Way];

/** What one course says of its assessment. */
export interface Form {
  readonly code: string;
  /** The form in the words of the domain brief. */
  readonly form: string;
  readonly passPercent: number;
  readonly attempts: number;
  readonly minutes: number | null;
  readonly parts: readonly Part[];
}

type Terms = readonly [passPercent: number, attempts: number, minutes: number | null];

const form = (
  code: string,
  text: string,
  [passPercent, attempts, minutes]: Terms,
  ...parts: Part[]
): Form => ({
  ...{ code, form: text, passPercent, attempts, minutes, parts },
});

const paper: Part = ['paper', 'PAPER', 'paper'];

/**
 * The forms of all 19 courses, worked out by hand from what the domain brief says of each (form, pass mark, attempts, minutes), not
 * from the content pack: one component for each thing that the form names.
 */
export const FORMS: readonly Form[] = [
  form('DEV-101', 'online item bank plus one observed practical', [75, 3, 40], paper, [
    'observed-practical',
    'OBSERVED_PRACTICAL',
    'observed',
  ]),
  form('DFX-201', 'practical interpretation paper, marked by rubric and items', [70, 2, 75], paper, [
    'interpretation',
    'PRACTICAL_EXERCISE',
    'written',
  ]),
  form('OLH-101', 'online item bank, law version stamped', [80, 3, 35], paper),
  form('OLH-120', 'scenario paper plus reflective note', [70, 2, 50], paper, [
    'reflective-note',
    'REFLECTIVE_NOTE',
    'written',
  ]),
  form('OLH-210', 'inject exercise with observer plus items', [75, 2, 45], paper, [
    'inject-exercise',
    'PRACTICAL_EXERCISE',
    'observed',
  ]),
  form('COM-201', 'assessed written rationale plus items', [70, 2, 60], paper, [
    'rationale',
    'WRITTEN_WORK',
    'written',
  ]),
  form('CPV-110', 'scenario items plus short referral note', [80, 3, 40], paper, [
    'referral-note',
    'WRITTEN_WORK',
    'written',
  ]),
  form(
    'CPV-120',
    'reflective assignment',
    [60, 2, 60],
    ['reflective-assignment', 'REFLECTIVE_NOTE', 'written'],
  ),
  form('DFX-120', 'observed practical at kiosk by unit assessor plus test', [80, 2, 120], paper, [
    'kiosk-practical',
    'OBSERVED_PRACTICAL',
    'observed',
  ]),
  form('OSI-110', 'capture task plus threshold scenarios', [75, 2, 60], paper, [
    'capture-task',
    'PRACTICAL_EXERCISE',
    'written',
  ]),
  form('CYB-110', 'items and a victim advice role-play', [75, 3, 40], paper, [
    'advice-role-play',
    'ROLE_PLAY',
    'role-play',
  ]),
  form('ANA-210', 'build a timeline from two exports and a short quiz', [70, 2, 75], paper, [
    'timeline',
    'PRACTICAL_EXERCISE',
    'written',
  ]),
  form('ANA-310', 'case paper', [65, 2, 75], ['case-paper', 'WRITTEN_WORK', 'written']),
  form('BIO-210', 'plan a deployment on paper, plus items', [75, 2, 60], paper, [
    'deployment-plan',
    'WRITTEN_WORK',
    'written',
  ]),
  form('SVP-210', 'group case plus items', [65, 2, 60], paper, ['group-case', 'GROUP_CASE', 'group']),
  form('SVP-220', 'decision exercise plus items', [75, 2, 60], paper, [
    'decision-exercise',
    'PRACTICAL_EXERCISE',
    'observed',
  ]),
  form('PRO-110', 'items plus short disclosure note', [80, 3, 45], paper, [
    'disclosure-note',
    'WRITTEN_WORK',
    'written',
  ]),
  form(
    'PRO-120',
    'self-check and supervisor conversation, not graded',
    [0, 1, null],
    ['self-check', 'WRITTEN_WORK', 'self-check'],
    ['conversation', 'CONVERSATION', 'conversation'],
  ),
  form(
    'PRO-310',
    'project: one-page capability plan',
    [65, 2, null],
    ['capability-plan', 'PROJECT', 'written'],
  ),
];
