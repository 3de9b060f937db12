import { englishOnly } from '@app/platform/context/words.js';
import { describe, expect, it } from '@jest/globals';
import type { AssessmentComponent } from '../course/course-content.js';
import { refuseUnsoundComponents } from './check-components.js';

const component = (more: Partial<AssessmentComponent> = {}): AssessmentComponent => ({
  ...{ key: 'paper', kind: 'paper', title: englishOnly('Paper'), hurdle: true, weight: null, graded: true },
  ...{ validityMonths: null, ...more },
});
const share = (key: string, weight: number): AssessmentComponent => component({ key, hurdle: false, weight });

describe('components of a course', () => {
  it.each<[string, AssessmentComponent[]]>([
    ['none', []],
    ['a hurdle', [component()]],
    ['shares of 100 beside a hurdle', [share('paper', 60), share('project', 40), component({ key: 'talk' })]],
    ['thirds', [share('a', 33), share('b', 33), share('c', 34)]],
    ['a conversation', [component({ kind: 'conversation', graded: false })]],
    ['a result that counts for ten years', [component({ validityMonths: 120 })]],
  ])('CAT-16 CAT-17 takes %s', (_what, components) => {
    expect(() => refuseUnsoundComponents(components)).not.toThrow();
  });

  it.each<[string, AssessmentComponent[], string]>([
    ['CAT-16 shares of 99', [share('paper', 60), share('project', 39)], 'COMPONENT_WEIGHTS_WRONG'],
    ['CAT-16 shares of 101', [share('paper', 61), share('project', 40)], 'COMPONENT_WEIGHTS_WRONG'],
    ['CAT-16 one share of 50', [share('paper', 50)], 'COMPONENT_WEIGHTS_WRONG'],
    ['CAT-16 a hurdle with a weight', [component({ weight: 100 })], 'COMPONENT_WEIGHT_WRONG'],
    ['CAT-16 neither', [component({ hurdle: false })], 'COMPONENT_WEIGHT_WRONG'],
    ['CAT-16 a share of nothing', [share('paper', 0), share('b', 100)], 'COMPONENT_WEIGHT_WRONG'],
    ['CAT-16 half a per cent', [share('paper', 99.5), share('b', 0.5)], 'COMPONENT_WEIGHT_WRONG'],
    ['CAT-16 a share without a mark', [{ ...share('paper', 100), graded: false }], 'COMPONENT_NOT_GRADED'],
    ['CAT-17 a graded conversation', [component({ kind: 'conversation' })], 'COMPONENT_NOT_GRADED'],
    ['CAT-17 one key twice', [component(), component()], 'COMPONENT_KEY_WRONG'],
    ['CAT-17 a key with a blank', [component({ key: 'the paper' })], 'COMPONENT_KEY_WRONG'],
    ['CAT-17 no such kind', [component({ kind: 'dance' })], 'COMPONENT_UNNAMED'],
    ['CAT-17 no title', [component({ title: englishOnly(' ') })], 'COMPONENT_UNNAMED'],
    ['CAT-17 no month', [component({ validityMonths: 0 })], 'COMPONENT_VALIDITY_WRONG'],
    ['CAT-17 eleven years', [component({ validityMonths: 132 })], 'COMPONENT_VALIDITY_WRONG'],
  ])('%s is refused', (_what, components, code) => {
    expect(() => refuseUnsoundComponents(components)).toThrow(expect.objectContaining({ code }));
  });
});
