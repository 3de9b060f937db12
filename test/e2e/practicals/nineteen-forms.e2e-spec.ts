import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPack } from '../../../apps/cli/src/content/read-pack.js';
import { BEGINNING } from '../../support/a-world.js';
import { type Someone, someone } from '../assessment/marking-world.js';
import { type Assessors, aWorldOfAssessors, build } from './build-form.js';
import { FORMS } from './nineteen-forms.js';
import { PASS } from './pass-form.js';

const PAGE =
  'query($code: ID!) { myCourse(code: $code) { award { courseCode awardedOn inDate } components { key passed } } }';

describe('the assessment forms of the 19 courses', () => {
  let assessors: Assessors;
  beforeAll(async () => {
    assessors = await aWorldOfAssessors();
  }, 240_000);
  afterAll(() => assessors.world.end());

  const page = async (candidate: Someone, code: string) => (await candidate.call()).query(PAGE, { code });

  it('are 19, and the content pack names the same components', () => {
    const { pack } = readPack('content');
    const written = (pack?.courses ?? []).map(({ code, assessment }) => ({
      ...{ code, form: assessment.form, passPercent: assessment.passPercent },
      ...{ attempts: assessment.attempts, minutes: assessment.limitMinutes },
      parts: assessment.components.map(({ key, kind }) => `${key}: ${kind}`).sort(),
    }));
    const expected = FORMS.map(({ parts, ...form }) => ({
      ...form,
      parts: parts.map(([key, kind]) => `${key}: ${kind.toLowerCase().replaceAll('_', '-')}`).sort(),
    }));
    const byCode = (one: { code: string }, other: { code: string }) => (one.code < other.code ? -1 : 1);
    expect(written.sort(byCode)).toEqual(expected.sort(byCode));
    expect(written).toHaveLength(19);
  });

  it.each(FORMS.map((form) => [`${form.code}: ${form.form}`, form] as const))(
    '%s',
    async (_, form) => {
      const { world } = assessors;
      await build(world, form);
      const candidate = await someone(world);
      world.at(BEGINNING);
      await (await candidate.call()).mutate('enrol', { courseCode: form.code }, 'id');
      for (const [place, [componentKey, , way]] of form.parts.entries()) {
        world.at(BEGINNING);
        await PASS[way](assessors, candidate, { courseCode: form.code, componentKey });
        await world.settle();
        const { award, components } = await page(candidate, form.code);
        expect(components.map(({ passed }: { passed: boolean }) => passed)).toEqual(
          form.parts.map((__, each) => each <= place),
        );
        // The award waits for all, and for nothing more.
        const isWhole = place === form.parts.length - 1;
        expect(award).toEqual(
          isWhole ? { courseCode: form.code, awardedOn: '2026-11-23', inDate: true } : null,
        );
      }
    },
    120_000,
  );
});
