import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { CaseOutcome } from '../../apps/cli/src/fixtures/case-outcome.js';
import { scoreGift } from '../../apps/cli/src/fixtures/score-gift.js';
import { scoreQti } from '../../apps/cli/src/fixtures/score-qti.js';

const folder = process.env['LANTERN_FIXTURES'] ?? '../shared/data';
const isThere = existsSync(join(folder, 'qti')) && existsSync(join(folder, 'gift'));

const differing = (cases: readonly CaseOutcome[]) => cases.filter(({ outcome }) => outcome === 'differs');
const scored = (cases: readonly CaseOutcome[]) => cases.filter(({ outcome }) => outcome === 'scored').length;
const reasonless = (cases: readonly CaseOutcome[]) =>
  cases.filter(({ outcome, why }) => outcome === 'not-taken' && why === '');

(isThere ? describe : describe.skip)(
  `cases from elsewhere (${isThere ? folder : `left out: there is no ${folder}`})`,
  () => {
    it('ASM-171 every QTI case scores as it says, or is not taken for a reason', () => {
      const cases = scoreQti(join(folder, 'qti'));
      expect(differing(cases)).toEqual([]);
      expect(reasonless(cases)).toEqual([]);
      // The items with an interaction whose scores one of our rules gives: contains (5), mapping (3), outcome condition (2), sums
      // over blanks (5 and 6), hotspot (3), mapped choices (12), keys set by a template (4). The rest test operators, not items.
      expect(scored(cases)).toBeGreaterThanOrEqual(5 + 3 + 2 + 5 + 6 + 3 + 12 + 4);
    });

    it('ASM-172 every GIFT file is read as expected, and its answers are worth what it says', () => {
      const cases = scoreGift(join(folder, 'gift'));
      expect(differing(cases)).toEqual([]);
      expect(reasonless(cases)).toEqual([]);
      // 26 readings and 169 answers: all that the files tell the worth of, but for 6 texts that ask nothing, 3 essays, and the
      // 14 answers of two questions that give half marks for something typed.
      expect(scored(cases)).toBeGreaterThanOrEqual(26 + 169);
    });
  },
);
