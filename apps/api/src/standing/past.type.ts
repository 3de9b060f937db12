import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { Language } from '@app/platform/context/request-context.js';
import { declaredRefusals, fill } from '@app/platform/refusal/refusal.js';
import {
  type Confidence as AConfidence,
  CONFIDENCES,
  DATE_FORMS,
  type DateForm,
  PAST_STATES,
  type PastError,
  type PastImport,
  type PastState as State,
} from '@app/standing';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar } from '../edge/scalars.js';

/** An enum of the API from values of the code: `taken-back` is TAKEN_BACK. */
export function valuesOf<Value extends string>(values: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(values.map((value) => [value.toUpperCase().replaceAll('-', '_'), value]));
}

export const EvidenceConfidence = valuesOf<AConfidence>(CONFIDENCES);
registerEnumType(EvidenceConfidence, {
  name: 'EvidenceConfidence',
  description: 'How sure a piece of evidence is.',
  valuesMap: {
    JUDGED: { description: 'Judged in Lantern by the people who are named.' },
    DOCUMENTED: { description: 'By a document that somebody saw.' },
    RECORDED: { description: 'Recorded in another system.' },
    STATED: { description: 'Stated by somebody, without a document or a record.' },
  },
});

export const PastDateForm = valuesOf<DateForm>(DATE_FORMS);
registerEnumType(PastDateForm, {
  name: 'PastDateForm',
  description: 'How a file writes its dates.',
  valuesMap: {
    ISO: { description: '2025-01-31.' },
    DAY_FIRST: { description: '31/01/2025, 31.01.2025 or 31-01-2025.' },
  },
});

export const PastState = valuesOf<State>(PAST_STATES);
registerEnumType(PastState, {
  name: 'PastState',
  description: 'How far a file of past training has come.',
  valuesMap: {
    WAITING: { description: 'Waits to be checked.' },
    CHECKING: { description: 'Is being checked; nothing else is changed.' },
    CHECKED: { description: 'Checked: look at counts, errors and unknown courses, then apply.' },
    APPLYING: { description: 'Is being applied.' },
    APPLIED: { description: 'Applied; rows with errors were left out.' },
    CANCELLING: { description: 'Stops at its next batch.' },
    CANCELLED: { description: 'Was stopped. What was applied before stays, until it is undone.' },
    UNDOING: { description: 'Its evidence is being withdrawn.' },
    UNDONE: { description: 'Its evidence is withdrawn; the same file may come in again.' },
    FAILED: { description: 'Could not be read at all; nothing was changed.' },
  },
});

@ObjectType('UnknownCourse', { description: 'A course of the past that nobody has mapped.' })
export class UnknownCourseType {
  @Field({ description: 'As files write it.' })
  course!: string;

  @Field(() => Int, { description: 'How many rows name it.' })
  rows!: number;
}

@ObjectType('PastImport', { description: 'A file of past training on its way in.' })
export class PastImportType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => PastState, { description: 'How far it has come.' })
  state!: State;

  @Field({ description: 'The record that it comes from; every explanation shows it.' })
  source!: string;

  @Field(() => EvidenceConfidence, { description: 'How sure its rows are.' })
  confidence!: AConfidence;

  @Field(() => DateTimeScalar, { description: 'When it was submitted.' })
  submittedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'utf-8, utf-16le, utf-16be or windows-1252, as the check found it; null before.',
  })
  encoding!: string | null;

  @Field(() => Int, { description: 'Rows below the heading; 0 until they were counted. At most 1,000,000.' })
  rows!: number;

  @Field(() => Int, { description: 'Rows worked through in this step: its progress.' })
  processed!: number;

  @Field(() => Int, { description: 'Rows that are kept as records of the past.' })
  kept!: number;

  @Field(() => Int, { description: 'Of those kept, rows whose course nobody has mapped.' })
  unmapped!: number;

  @Field(() => Int, { description: 'Pieces of evidence that they give; a course may show several skills.' })
  evidence!: number;

  @Field(() => Int, { description: 'Rows that are there already: same person, source, course and day.' })
  duplicates!: number;

  @Field(() => Int, { description: 'Rows with errors, which are left out.' })
  errorRows!: number;

  @Field(() => Int, { description: 'Errors; a row may have several.' })
  errorCount!: number;

  @Field(() => [UnknownCourseType], {
    description: 'Courses that nobody has mapped, most rows first; at most 500.',
  })
  unknownCourses!: readonly UnknownCourseType[];
}

@ObjectType('PastError', { description: 'One thing wrong with a row.' })
export class PastErrorType {
  @Field(() => Int, { description: 'The line of the file; the heading is line 1.' })
  line!: number;

  @Field(() => String, { nullable: true, description: 'The column, where there is one.' })
  column!: string | null;

  @Field({ description: 'What is wrong, stable for programs: `PAST_PERSON_UNKNOWN`.' })
  code!: string;

  @Field({ description: 'What is wrong and what to do, in one sentence, in the language of the request.' })
  message!: string;
}

@ObjectType('PastRecord', { description: 'One row of a person’s past, as it was written.' })
export class PastRecordType {
  @Field(() => ID, { description: 'The record.' })
  id!: string;

  @Field({ description: 'The course, as the file wrote it.' })
  course!: string;

  @Field(() => DateScalar, { description: 'The day on which it was done.' })
  completedOn!: CalendarDate;

  @Field(() => DateScalar, { nullable: true, description: 'The last valid day that the row gives.' })
  expiresOn!: CalendarDate | null;

  @Field(() => String, { nullable: true, description: 'The number of its certificate.' })
  number!: string | null;

  @Field({ description: 'The record that it comes from.' })
  source!: string;

  @Field(() => EvidenceConfidence, { description: 'How sure it is.' })
  confidence!: AConfidence;

  @Field({ description: 'Whether its course is mapped: if not, it is evidence of no skill.' })
  isMapped!: boolean;
}

/** An import as the API shows it. */
export function pastImportTypeOf(past: PastImport): PastImportType {
  return past;
}

/** An error of a row in the reader's language. */
export function pastErrorTypeOf(error: PastError, language: Language): PastErrorType {
  const { line, column, code } = error;
  const text = declaredRefusals().get(code);
  return { line, column, code, message: text === undefined ? code : fill(text, error.facts, language) };
}
