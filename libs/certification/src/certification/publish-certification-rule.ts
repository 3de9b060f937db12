import { CourseReader } from '@app/catalogue';
import { isSkillLevel, SkillReader } from '@app/framework';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { englishOnly, type Words } from '@app/platform/context/words.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { rulePublished } from '../events.js';
import type { BroughtRule, Certification } from './certification.js';
import { CertificationReader } from './certification.reader.js';
import { CertificationRepository } from './certification.repository.js';
import { refusal } from './refusals.js';
import type { CertificationRule, Requirement } from './rule.js';
import {
  refuseCircle,
  refuseWrongMonths,
  refuseWrongRoutes,
  refuseWrongStart,
  routesOf,
} from './sound-rule.js';

export interface PublishCertificationRuleInput extends Omit<CertificationRule, 'number'> {
  readonly code: string;
  /** In English; Welsh follows from a translator. */
  readonly title: string;
}

/** Publishes the first rule of a certification, or the next version of it. The same as the last one changes nothing. */
@Injectable()
export class PublishCertificationRule {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: CertificationReader,
    private readonly certifications: CertificationRepository,
    private readonly courses: CourseReader,
    private readonly skills: SkillReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: PublishCertificationRuleInput): Promise<Certification> {
    const { code: text, title: english, ...asked } = input;
    const { code, title } = named(text, english);
    return this.work.run(ctx, async (announce) => {
      const all = await this.reader.all();
      const known = all.find((each) => each.code === code) ?? null;
      const last = known?.rules.at(-1);
      const rule: BroughtRule = { ...asked, number: (last?.number ?? 0) + 1, broughtBy: null };
      if (known !== null && last !== undefined && isSame(last, rule)) return known;
      refuseWrongMonths(rule);
      refuseWrongRoutes(rule, known);
      refuseWrongStart(rule.appliesFrom, { today: londonDate(this.clock.now()), last });
      refuseCircle(code, rule, all);
      await this.mustExist(routesOf(rule).flat(), all);

      const before = known ?? { code, title, ofCourse: false, rules: [], revision: 0 };
      const next = withRule(before, rule, title);
      if (known === null) await this.certifications.add(next);
      else await this.certifications.append(known, { rule, title: next.title });
      announce(rulePublished({ code, number: rule.number, appliesFrom: rule.appliesFrom }));
      return next;
    });
  }

  private async mustExist(
    requirements: readonly Requirement[],
    all: readonly Certification[],
  ): Promise<void> {
    for (const requirement of requirements)
      if (!(await this.exists(requirement, all)))
        throw refusal('RULE_REQUIREMENT_UNKNOWN', { facts: { key: requirement.key }, field: 'initial' });
  }

  private async exists(requirement: Requirement, all: readonly Certification[]): Promise<boolean> {
    const { kind, key, level } = requirement;
    if (kind === 'observed' || kind === 'external') return this.isSkillAtLevel(key, level);
    if (level !== null) return false;
    return kind === 'certification' ? all.some(({ code }) => code === key) : this.isOfCourse(kind, key);
  }

  private async isSkillAtLevel(key: string, level: number | null): Promise<boolean> {
    if (level === null || level < 1 || !isSkillLevel(level)) return false;
    return (await this.skills.byId(key)) !== null;
  }

  private async isOfCourse(kind: 'course' | 'component', key: string): Promise<boolean> {
    const [code = '', component] = key.split('/');
    const course = await this.courses.published(code);
    if (course === null) return false;
    const has = course.components.some((each) => each.key === component);
    return kind === 'course' ? component === undefined : has;
  }
}

function named(text: string, english: string): { code: string; title: Words } {
  const title = english.trim();
  if (!/^[A-Z0-9][A-Z0-9-]{1,59}$/.test(text) || title === '' || title.length > 200)
    throw refusal('RULE_TITLE_MISSING', { field: 'code' });
  return { code: text, title: englishOnly(title) };
}

/** A certification with one more version. The title of a course's own is the course's. */
function withRule(before: Certification, rule: BroughtRule, title: Words): Certification {
  const rules = [...before.rules, rule];
  return { ...before, rules, title: before.ofCourse ? before.title : title, revision: before.revision + 1 };
}

/** A repeat of the last version, in everything but who brought it and its number. */
function isSame(last: BroughtRule, rule: BroughtRule): boolean {
  const content = (each: BroughtRule) =>
    JSON.stringify(
      Object.entries({ ...each, number: 0, broughtBy: null }).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return content(last) === content(rule);
}
