import type { RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import type { CourseContent } from '../course/course-content.js';

/** What is about to be published. */
export interface CourseToPublish {
  readonly code: string;
  readonly content: CourseContent;
}

/** A condition of publishing that another domain knows of: throws its own refusal when it does not hold. */
export type PublicationCheck = (ctx: RequestContext, course: CourseToPublish) => Promise<void>;

/**
 * What must hold before a course is published, beyond what catalogue knows. Domains above add their checks when they start, so
 * that catalogue knows none of them and yet nobody publishes past them. Checks run inside the transaction of publishing.
 */
@Injectable()
export class PublicationGate {
  private readonly checks: PublicationCheck[] = [];

  /** Adds a condition. Call it once, when the module starts. */
  add(check: PublicationCheck): void {
    this.checks.push(check);
  }

  /** Throws the first refusal of those that were added. */
  async pass(ctx: RequestContext, course: CourseToPublish): Promise<void> {
    for (const check of this.checks) await check(ctx, course);
  }
}
