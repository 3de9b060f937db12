import { readFileSync } from 'node:fs';

/** An operation that was acknowledged, as the client wrote it down when the reply came. `at`: ms since 1970, its own clock. */
export type Done = { readonly kind: 'done'; readonly at: number } & (
  | { readonly op: 'enrol'; readonly personId: string; readonly courseCode: string }
  | { readonly op: 'assign'; readonly personId: string; readonly code: string; readonly dueOn: string }
  | {
      readonly op: 'sitting';
      readonly sittingId: string;
      readonly opensAt: number;
      readonly closesAt: number;
      readonly remindAt: number | null;
    }
  | { readonly op: 'place'; readonly sittingId: string; readonly personId: string }
  | { readonly op: 'giveUp'; readonly sittingId: string; readonly personId: string }
  | {
      readonly op: 'start';
      readonly attemptId: string;
      readonly sittingId: string;
      readonly personId: string;
      readonly deadline: number;
    }
  | {
      readonly op: 'answer';
      readonly attemptId: string;
      readonly itemId: string;
      readonly sequence: number;
      readonly value: Readonly<Record<string, unknown>>;
    }
  | { readonly op: 'submit'; readonly attemptId: string }
  | { readonly op: 'mark'; readonly taskId: string; readonly points: readonly number[] }
  | { readonly op: 'quiet'; readonly personId: string; readonly quietTo: string }
);

/** Asked, whatever became of it. */
export interface Asked {
  readonly kind: 'asked';
  readonly at: number;
  readonly op: 'submit' | 'giveUp';
  readonly id: string;
  readonly personId: string;
}

/** Something was struck. */
export interface Struck {
  readonly kind: 'struck';
  readonly at: number;
  readonly how: 'kill' | 'kill and lose' | 'pause' | 'clock';
  readonly target: string;
}

/** How many workers answered with a clock that is right, and whether a majority of the database took a write, at this moment. */
export interface Health {
  readonly kind: 'health';
  readonly at: number;
  readonly workers: number;
  readonly mongo: boolean;
}

/** The run begins. These attempts and mails were there before: the past, made with the ground; its mail went into files. */
export interface Begun {
  readonly kind: 'begun';
  readonly at: number;
  readonly attempts: readonly string[];
  readonly mails: readonly string[];
}

export type LogLine = Begun | Done | Asked | Struck | Health;

/** One message, as the SMTP server took it. */
export interface TakenMail {
  readonly at: number;
  readonly messageId: string;
  readonly subject: string;
  readonly to: string;
}

/** What was acknowledged, by its kind of operation. */
export type DoneOf<Op extends Done['op']> = Extract<Done, { op: Op }>;

/** The acknowledged operations of one kind. */
export function doneOf<Op extends Done['op']>(log: readonly LogLine[], op: Op): DoneOf<Op>[] {
  return log.filter((line): line is DoneOf<Op> => line.kind === 'done' && line.op === op);
}

/** Reads a file of lines of JSON; a last line that was cut off is left out. */
export function readLines<T>(file: string): T[] {
  const text = readFileSync(file, 'utf8');
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
