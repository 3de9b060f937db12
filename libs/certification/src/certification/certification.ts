import type { Words } from '@app/platform/context/words.js';
import type { CertificationRule } from './rule.js';

/**
 * A certification: what it is called, and the versions of its rule, oldest first. National, like the courses it asks for.
 * Each course brings one under its own code, whose every route is the course itself; only its dates are open to edits.
 */
export interface Certification {
  /** That of the course which brings it, or its own. */
  readonly code: string;
  readonly title: Words;
  /** Whether a course brings it. */
  readonly ofCourse: boolean;
  readonly rules: readonly BroughtRule[];
  /** The optimistic lock. */
  readonly revision: number;
}

/** A rule version, and the course version that brought it; null when somebody published it. */
export interface BroughtRule extends CertificationRule {
  readonly broughtBy: string | null;
}
