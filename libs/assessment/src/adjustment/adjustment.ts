import { type CalendarDate, holdsOn } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { AttemptId } from '../attempt/attempt-id.js';
import { refusal } from './refusals.js';

export type AdjustmentId = Id<'Adjustment'>;
export type AdjustmentGroupId = Id<'AdjustmentGroup'>;

export const TEXT_SIZES = ['LARGE', 'LARGER', 'LARGEST'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];
export const PAGE_COLOURS = ['CREAM', 'BLUE', 'GREEN', 'PINK', 'YELLOW', 'DARK', 'HIGH_CONTRAST'] as const;
export type PageColours = (typeof PAGE_COLOURS)[number];
export const READERS = ['READER', 'SCRIBE', 'READER_AND_SCRIBE'] as const;
export type ReaderOrScribe = (typeof READERS)[number];

/** How a paper is to be presented. Null or false: as for everybody. */
export interface Format {
  readonly textSize: TextSize | null;
  readonly pageColours: PageColours | null;
  readonly language: 'en' | 'cy' | null;
  readonly readerOrScribe: ReaderOrScribe | null;
  readonly screenReader: boolean;
  readonly separateRoom: boolean;
}

/** What an adjustment says. Null: it says nothing of that, and a wider adjustment may. */
export interface AdjustmentFields {
  /** 1.00–4.00, at most two decimals: 1.5 is half as much time again. */
  readonly multiplier: number | null;
  /** 0–240 whole minutes on top. */
  readonly extraMinutes: number | null;
  /** 0–120 whole minutes of rest in all. */
  readonly restMinutes: number | null;
  /** 0–5, of one enrolment only. */
  readonly extraAttempts: number | null;
  readonly textSize: TextSize | null;
  readonly pageColours: PageColours | null;
  readonly language: 'en' | 'cy' | null;
  readonly readerOrScribe: ReaderOrScribe | null;
  readonly screenReader: boolean | null;
  readonly separateRoom: boolean | null;
}

/** How narrow an adjustment is, from the narrowest: what a narrower one says goes before what a wider one says (ASM-83). */
export const LEVELS = ['ATTEMPT', 'ASSESSMENT', 'PERSON', 'GROUP'] as const;
export type AdjustmentLevel = (typeof LEVELS)[number];

/** Whom and what an adjustment is for. */
export interface AdjustmentTarget {
  readonly level: AdjustmentLevel;
  /** Of every level but GROUP. */
  readonly personId: PersonId | null;
  /** Of GROUP. */
  readonly groupId: AdjustmentGroupId | null;
  /** Of ASSESSMENT; the component may be left out for every paper of the course. */
  readonly courseCode: string | null;
  readonly componentKey: string | null;
  /** Of ATTEMPT. */
  readonly attemptId: AttemptId | null;
}

export type AdjustmentState = 'ASKED' | 'GRANTED' | 'REFUSED' | 'WITHDRAWN' | 'ENDED';

/** One thing that happened to an adjustment: appended, never changed. */
export interface AdjustmentStep {
  readonly what: AdjustmentState;
  readonly at: Date;
  readonly by: PersonId | null;
  readonly fields: AdjustmentFields;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

/**
 * What is to be different for one person, or a group, when they are assessed, in a period of London dates (both ends
 * included). It belongs to the person, not to a test, and moves every clock of theirs. The reason for it is not here:
 * it is kept apart, and only an adjustments officer who does not mark, manage or invigilate the person reads it.
 */
export interface Adjustment extends AdjustmentTarget {
  readonly id: AdjustmentId;
  readonly forceId: ForceId;
  readonly state: AdjustmentState;
  readonly fields: AdjustmentFields;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  /** The enrolment whose attempts `extraAttempts` adds to; null when there are none (ASM-86). */
  readonly enrolmentId: string | null;
  readonly decidedBy: PersonId | null;
  readonly decidedAt: Date | null;
  /** What the person is told of a refusal or an ending; null otherwise. */
  readonly decision: string | null;
  readonly history: readonly AdjustmentStep[];
  readonly revision: number;
}

/** A named set of people of one force, for adjustments that they share. */
export interface AdjustmentGroup {
  readonly id: AdjustmentGroupId;
  readonly forceId: ForceId;
  /** 3–100 characters; one of a name in a force. */
  readonly name: string;
  readonly personIds: readonly PersonId[];
  readonly revision: number;
}

const transitions: Record<AdjustmentState, readonly AdjustmentState[]> = {
  ASKED: ['GRANTED', 'REFUSED', 'WITHDRAWN'],
  GRANTED: ['ENDED'],
  REFUSED: [],
  WITHDRAWN: [],
  ENDED: [],
};

/** What a step changes besides the state. */
export type StepChange = Partial<
  Pick<Adjustment, 'fields' | 'validFrom' | 'validTo' | 'enrolmentId' | 'decision'>
>;

/** The adjustment one step further, or ASM-88 when it is decided already. */
export function moveAdjustment(
  adjustment: Adjustment,
  to: AdjustmentState,
  step: { by: PersonId | null; at: Date; change?: StepChange },
): Adjustment {
  if (!transitions[adjustment.state].includes(to)) throw refusal('ADJUSTMENT_DECIDED');
  const next = { ...adjustment, ...step.change, state: to, revision: adjustment.revision + 1 };
  const { fields, validFrom, validTo } = next;
  const history = [...adjustment.history, { what: to, at: step.at, by: step.by, fields, validFrom, validTo }];
  return { ...next, decidedBy: step.by, decidedAt: step.at, history };
}

/** Whether it counts on that day for that assessment and, when the attempt is known, that attempt. */
export function countsFor(
  adjustment: Adjustment,
  asked: { on: CalendarDate; courseCode: string; componentKey: string; attemptId: AttemptId | null },
): boolean {
  const { courseCode, componentKey, attemptId } = adjustment;
  if (adjustment.state !== 'GRANTED') return false;
  if (!holdsOn({ from: adjustment.validFrom, to: adjustment.validTo }, asked.on)) return false;
  if (attemptId !== null && attemptId !== asked.attemptId) return false;
  if (courseCode !== null && courseCode !== asked.courseCode) return false;
  return componentKey === null || componentKey === asked.componentKey;
}
