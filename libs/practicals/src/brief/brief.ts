import type { RubricLine } from '@app/assessment';
import type { Words } from '@app/platform/context/words.js';
import type { Id } from '@app/platform/ids/ids.js';

export type BriefId = Id<'Brief'>;

/**
 * How a component is done: `work` is written or filed by one person and marked by rubric; `observation` is seen by an assessor
 * with a checklist; `group-case` is handed in by several and marked for each; `conversation` is only recorded as held.
 */
export const BRIEF_FORMS = ['work', 'observation', 'group-case', 'conversation'] as const;

export type BriefForm = (typeof BRIEF_FORMS)[number];

/** One thing that is asked in writing. */
export interface BriefTask {
  /** Names it within its brief. */
  readonly key: string;
  readonly prompt: Words;
  /** Empty: nothing is graded, and handing in is done. */
  readonly rubric: readonly RubricLine[];
  /** In a group case: handed in once for all members. Never true elsewhere. */
  readonly shared: boolean;
}

/** One line of an assessor's checklist: what is seen, or not. */
export interface Criterion {
  readonly key: string;
  readonly text: Words;
  /** Not seen: the whole observation is failed, whatever else was seen. */
  readonly critical: boolean;
}

/** A part that somebody plays in a role-play or exercise. */
export interface BriefPart {
  readonly key: string;
  readonly title: Words;
  readonly text: Words;
  /** The candidate's own part; every other is for whoever plays it and for the assessor. */
  readonly candidate: boolean;
}

/** What a component that is no paper asks, and by what it is judged. National: the same for every force. */
export interface BriefContent {
  readonly courseCode: string;
  readonly componentKey: string;
  readonly form: BriefForm;
  readonly title: Words;
  /** For the candidate, before and while it is done. */
  readonly instructions: Words;
  /** For assessors and markers only. */
  readonly notes: Words | null;
  /** Of a work or group case: one or more. Else empty. */
  readonly tasks: readonly BriefTask[];
  /** Of an observation: one or more. Else empty. */
  readonly criteria: readonly Criterion[];
  /** Of a role-play or exercise; else empty. */
  readonly parts: readonly BriefPart[];
  /** Of a group case, 1–99: the share of the common part in a member's mark, in percent. Else null. */
  readonly sharedPercent: number | null;
  /** 0–100. In an observation: the share of criteria that must be seen, besides every critical one. */
  readonly passPercent: number;
  /** From 1. */
  readonly maxAttempts: number;
  /** From 0. */
  readonly coolDownHours: number;
  /** For how many months an outcome counts towards the award; null: as long as the course's cycle lasts. */
  readonly validityMonths: number | null;
  /** What markers and assessors must be in date in themselves. */
  readonly skillId: string;
  /** 1–4. */
  readonly level: number;
}

/** One published version of a brief. Never changed; what began on it ends on it. */
export interface Brief extends BriefContent {
  readonly id: BriefId;
  /** 1, 2, 3… within the component. */
  readonly number: number;
  readonly publishedAt: Date;
}
