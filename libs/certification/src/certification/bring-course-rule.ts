import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { rulePublished } from '../events.js';
import type { Certification } from './certification.js';
import { CertificationReader } from './certification.reader.js';
import { CertificationRepository } from './certification.repository.js';
import { type RuleBringer, ruleOfCourse } from './course-rule.js';

/** Keeps the certification that a course brings in step with its published versions. Joins the transaction of its caller. */
@Injectable()
export class BringCourseRule {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: CertificationReader,
    private readonly certifications: CertificationRepository,
  ) {}

  async execute(ctx: RequestContext, version: RuleBringer): Promise<Certification> {
    return this.work.run(ctx, async (announce) => {
      const { code, title } = version;
      const known = await this.reader.byCode(code);
      const rule = ruleOfCourse(version, known);
      if (rule === null) return known ?? this.begin({ code, title, ofCourse: true, rules: [], revision: 1 });
      announce(rulePublished({ code, number: rule.number, appliesFrom: rule.appliesFrom }));
      if (known === null) return this.begin({ code, title, ofCourse: true, rules: [rule], revision: 1 });
      await this.certifications.append(known, { rule, title });
      return { ...known, title, rules: [...known.rules, rule], revision: known.revision + 1 };
    });
  }

  private async begin(certification: Certification): Promise<Certification> {
    await this.certifications.add(certification);
    return certification;
  }

  /** The certification of a course, brought now if the news of its publication is still on its way. */
  async ensured(ctx: RequestContext, version: RuleBringer): Promise<Certification> {
    return (await this.reader.byCode(version.code)) ?? this.execute(ctx, version);
  }
}
