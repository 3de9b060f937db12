import type { LawId, SkillId } from '@app/framework';
import type { Words } from '@app/platform/context/words.js';
import type { FileId } from '@app/platform/files/file.js';

/** `outline`: what will be taught, not open for enrolment. `complete`: lessons to learn from. */
export type CourseStatus = 'outline' | 'complete';

/** What may distress in a block, and how strongly: 1 mentioned, 2 described, 3 central. */
export interface BlockWarning {
  readonly kind: string;
  readonly intensity: number;
}

/** One choice of a quick check, with the reason why it is right or wrong. */
export interface CheckOption {
  readonly id: string;
  readonly text: Words;
  /** Shown only after answering. */
  readonly why: Words;
}

/** A question inside a lesson. It teaches and is never part of a paper (DESIGN 4.13). */
export interface QuickCheck {
  readonly type: 'single' | 'multiple' | 'true-false';
  readonly stem: Words;
  readonly options: readonly CheckOption[];
  /** Option ids, all and only the right ones. Never sent before an answer. */
  readonly key: readonly string[];
  readonly explanation: Words | null;
}

/** A picture that a lesson shows. What it says is said in words too (WCAG 2.2, 1.1.1). */
export interface Picture {
  readonly fileId: FileId;
  readonly mediaType: string;
  /** In CSS pixels, as drawn; the page shrinks it to fit. */
  readonly width: number;
  readonly height: number;
  /** What somebody who does not see it needs to know. */
  readonly alt: Words;
  /** A line below it; null: none. */
  readonly caption: Words | null;
}

export type BlockKind = 'text' | 'example' | 'callout' | 'law' | 'check' | 'picture';

/**
 * The smallest piece of a lesson that can be corrected. Its id is stable: progress is kept by it from version to version,
 * so it never changes with the wording.
 */
export interface Block {
  readonly id: string;
  readonly kind: BlockKind;
  /** Of a callout: note, mistake, court or support. */
  readonly tone: string | null;
  readonly heading: Words | null;
  /** CommonMark without HTML; null in a check and a picture, and perhaps in a law block. */
  readonly markdown: Words | null;
  /** Of a law block: the entry of the register that it cites. */
  readonly lawId: LawId | null;
  readonly check: QuickCheck | null;
  /** Of a picture block, and of no other. */
  readonly picture?: Picture;
  readonly warnings: readonly BlockWarning[];
}

/** When an activity is complete: its text was read, all its checks were answered, or enough of them rightly. */
export type CompletionRule =
  | { readonly kind: 'read' }
  | { readonly kind: 'checks' }
  | { readonly kind: 'score'; readonly percent: number };

export type ActivityKind = 'lesson' | 'practice_quiz' | 'practical' | 'assessment';

/** Something to do inside a module. `assessment` is completed by its result elsewhere, never by a click. */
export interface Activity {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly title: Words;
  readonly minutes: number;
  readonly rule: CompletionRule;
  readonly blocks: readonly Block[];
}

export interface Module {
  readonly id: string;
  readonly title: Words;
  readonly minutes: number;
  readonly outcomes: readonly Words[];
  readonly activities: readonly Activity[];
}

/** What sorts of component there are. */
export const COMPONENT_KINDS = [
  'paper',
  'observed-practical',
  'role-play',
  'practical-exercise',
  'written-work',
  'reflective-note',
  'group-case',
  'project',
  'conversation',
] as const;

/** One part of a course's assessment; the award waits for all of them. */
export interface AssessmentComponent {
  readonly key: string;
  /** One of COMPONENT_KINDS. */
  readonly kind: string;
  readonly title: Words;
  readonly hurdle: boolean;
  /** Share of a common mark in whole percent; null for a hurdle. All shares of a course add up to 100. */
  readonly weight: number | null;
  /** For how many calendar months a result counts towards the award, 1–120; left out or null: as long as the cycle lasts. */
  readonly validityMonths?: number | null;
  /** False: done or not done, never passed or failed. */
  readonly graded: boolean;
}

/** How the course is assessed. */
export interface AssessmentTerms {
  /** 0–100. */
  readonly passPercent: number;
  readonly maxAttempts: number;
  readonly coolDownHours: number;
  /** Null: no limit. */
  readonly limitMinutes: number | null;
}

/** Everything that a version of a course says. The draft of a course is one of these too. */
export interface CourseContent {
  readonly title: Words;
  readonly summary: Words | null;
  readonly status: CourseStatus;
  readonly durationMinutes: number;
  readonly validityMonths: number;
  readonly classification: string;
  readonly warnings: readonly BlockWarning[];
  readonly audienceRoles: readonly string[];
  readonly prerequisites: readonly string[];
  readonly skillsTaught: readonly { readonly skillId: SkillId; readonly level: number }[];
  readonly components: readonly AssessmentComponent[];
  readonly assessment: AssessmentTerms;
  readonly modules: readonly Module[];
}

/** Every activity of a course, in order. */
export function activitiesOf(content: Pick<CourseContent, 'modules'>): readonly Activity[] {
  return content.modules.flatMap(({ activities }) => activities);
}

/** The activity of that id; undefined when the content has none. */
export function activityOf(content: Pick<CourseContent, 'modules'>, id: string): Activity | undefined {
  return activitiesOf(content).find((activity) => activity.id === id);
}

/** Every law entry that the course's blocks cite, each once. */
export function lawCited(content: Pick<CourseContent, 'modules'>): LawId[] {
  const blocks = activitiesOf(content).flatMap((activity) => activity.blocks);
  return [...new Set(blocks.flatMap(({ lawId }) => (lawId === null ? [] : [lawId])))];
}
