import type { RosterError, RosterImport, RosterState as State } from '@app/identity';
import type { Language } from '@app/platform/context/request-context.js';
import { declaredRefusals, fill } from '@app/platform/refusal/refusal.js';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export const RosterState = {
  WAITING: 'waiting',
  CHECKING: 'checking',
  CHECKED: 'checked',
  APPLYING: 'applying',
  APPLIED: 'applied',
  FAILED: 'failed',
} as const;
registerEnumType(RosterState, {
  name: 'RosterState',
  description: 'How far a roster has come.',
  valuesMap: {
    WAITING: { description: 'Waits to be checked.' },
    CHECKING: { description: 'Is being checked; nothing else is changed.' },
    CHECKED: { description: 'Checked: look at the counts and errors, then apply.' },
    APPLYING: { description: 'Is being applied.' },
    APPLIED: { description: 'Applied; rows with errors were left out.' },
    FAILED: { description: 'Could not be read at all; nothing was changed.' },
  },
});

@ObjectType('Upload', { description: 'An address for one file.' })
export class UploadType {
  @Field(() => ID, { description: 'Name it when the bytes are there.' })
  id!: string;

  @Field({
    description:
      'PUT the bytes here within 15 minutes, with the same session’s access token; relative to this server. At most 200 MB.',
  })
  url!: string;
}

@ObjectType('RosterImport', { description: 'A roster on its way into the force’s records.' })
export class RosterImportType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => RosterState, { description: 'How far it has come.' })
  state!: State;

  @Field(() => Int, {
    description: 'Rows below the heading; 0 until they have been counted. At most 1,000,000.',
  })
  rows!: number;

  @Field(() => Int, { description: 'Rows worked through in this step.' })
  processed!: number;

  @Field(() => Int, { description: 'Rows that add a person or a posting.' })
  added!: number;

  @Field(() => Int, { description: 'Rows that change a person or a posting.' })
  changed!: number;

  @Field(() => Int, { description: 'Rows that say what is on record already.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Rows that cannot be applied.' })
  errorCount!: number;

  @Field({ description: 'Whether it was submitted as naming everybody.' })
  isWhole!: boolean;

  @Field(() => Int, {
    description:
      'People whom a whole roster leaves out and who will be suspended when it is applied, as its check found them.',
  })
  leaverCount!: number;

  @Field(() => Int, {
    description: 'People of whom the force’s rosters have spoken, as the check of a whole roster found them.',
  })
  held!: number;
}

@ObjectType('RosterError', { description: 'One thing wrong with a roster.' })
export class RosterErrorType {
  @Field(() => Int, { description: 'The line of the file; the heading is line 1.' })
  line!: number;

  @Field(() => String, { nullable: true, description: 'The column, where there is one.' })
  column!: string | null;

  @Field({ description: 'What is wrong, stable for programs: `ROSTER_UNIT_NOT_FOUND`.' })
  code!: string;

  @Field({ description: 'What is wrong and what to do, in one sentence.' })
  message!: string;
}

@InputType({ description: 'The file that is to be uploaded.' })
export class RequestRosterUploadInput {
  @Field({ description: 'Its name, which ends in .csv.' })
  fileName!: string;
}

@InputType({ description: 'The file to check.' })
export class CheckRosterInput {
  @Field(() => ID, { description: 'The upload whose bytes are there.' })
  uploadId!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it names everybody: whom it leaves out is suspended when it is applied. Needs the permission to suspend.',
  })
  isWhole?: boolean | null;
}

@InputType({ description: 'The roster to apply.' })
export class ApplyRosterInput {
  @Field(() => ID, { description: 'An import that was checked.' })
  importId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The leaver count that you were shown; asked for when more than 5 in a hundred would be suspended.',
  })
  confirmedLeavers?: number | null;
}

/** A roster import as the API shows it. */
export function rosterImportTypeOf(roster: RosterImport): RosterImportType {
  const { id, state, rows, processed, added, changed, unchanged, errorCount, isWhole, held } = roster;
  const leaverCount = roster.leavers.length;
  return { id, state, rows, processed, added, changed, unchanged, errorCount, isWhole, held, leaverCount };
}

/** An error of a roster in the reader's language. */
export function rosterErrorTypeOf(error: RosterError, language: Language): RosterErrorType {
  const { line, column, code } = error;
  const text = declaredRefusals().get(code);
  return { line, column, code, message: text === undefined ? code : fill(text, error.facts, language) };
}
