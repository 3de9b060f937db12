import type { PublishedVersion } from '@app/catalogue';
import { BriefReader } from '@app/practicals';
import { Injectable } from '@nestjs/common';
import { type AwardTerms, termsOf } from './outcome.js';

/** What an award of a course version asks for. */
@Injectable()
export class TermsReader {
  constructor(private readonly briefs: BriefReader) {}

  /** CRT-53: for how long a result counts, where the version does not say it, its component's brief says. */
  async of(version: Pick<PublishedVersion, 'code' | 'components' | 'assessment'>): Promise<AwardTerms> {
    const terms = termsOf(version);
    if (terms.components.every(({ validityMonths }) => validityMonths !== null)) return terms;
    const briefs = await this.briefs.ofCourse(version.code);
    const months = new Map(briefs.map((brief) => [brief.componentKey, brief.validityMonths]));
    const components = terms.components.map((component) => ({
      ...component,
      validityMonths: component.validityMonths ?? months.get(component.key) ?? null,
    }));
    return { ...terms, components };
  }
}
