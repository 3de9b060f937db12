import { type FailedWork, isSilent, type Pulse, type Recurring } from '@app/scheduling';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../edge/paging.js';
import { resultOf } from '../edge/refused.js';
import { DateTimeScalar } from '../edge/scalars.js';

@ObjectType('Recurring', { description: 'Something that recurs: how it goes and when it runs next.' })
export class RecurringType {
  @Field(() => ID, { description: 'The name of its job: `identity.forget-expired`.' })
  job!: string;

  @Field({ description: 'What it does.' })
  description!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'So many minutes after it last ran; null when it is daily.',
  })
  everyMinutes!: number | null;

  @Field(() => String, { nullable: true, description: 'Every day at this time of London’s clocks, `HH:MM`.' })
  dailyAt!: string | null;

  @Field({ description: 'Whether an operator has paused it.' })
  isPaused!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it runs next; null while it is paused, or before a worker has started.',
  })
  nextAt!: Date | null;

  @Field({ description: 'Whether its instant lies more than a minute back.' })
  isOverdue!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last ran; null when it never did.' })
  lastRanAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'How long that took, in milliseconds.' })
  lastTookMs!: number | null;

  @Field(() => Int, { description: 'Failures since it last went well.' })
  failures!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why it failed the last time, in the program’s words.',
  })
  failureReason!: string | null;
}

@ObjectType('WorkerLoop', { description: 'One loop of a worker.' })
export class WorkerLoopType {
  @Field({ description: '`relay`, `sweep` or `reconcile`.' })
  name!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last ended.' })
  lastAt!: Date | null;

  @Field(() => Int, { description: 'How long that took, in milliseconds.' })
  tookMs!: number;

  @Field(() => Int, { description: 'Failures since it last went well.' })
  failures!: number;
}

@ObjectType('QueueCounts', { description: 'What a queue holds, in jobs, as the worker last saw it.' })
export class QueueCountsType {
  @Field({ description: 'The queue: `events`, `timed`, `mail` or `reports`.' })
  name!: string;

  @Field(() => Int, { description: 'Ready to be done.' })
  waiting!: number;

  @Field(() => Int, { description: 'Being done.' })
  active!: number;

  @Field(() => Int, { description: 'Waiting for their instant.' })
  delayed!: number;

  @Field(() => Int, { description: 'Given up by the queue.' })
  failed!: number;
}

@ObjectType('WorkerProcess', { description: 'A worker process that was heard of in the last day.' })
export class WorkerProcessType {
  @Field(() => ID, { description: 'Its host and process id.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was last heard of.' })
  lastHeardAt!: Date;

  @Field({ description: 'Whether nothing was heard of it for thirty seconds.' })
  isSilent!: boolean;

  @Field({
    description:
      'False while its clock differs from the database’s by more than a second: it takes no timed work.',
  })
  clockTrusted!: boolean;

  @Field(() => [WorkerLoopType], { description: 'Its loops.' })
  loops!: readonly WorkerLoopType[];

  @Field(() => [QueueCountsType], {
    nullable: true,
    description: 'The queues as it saw them; null when Redis did not answer.',
  })
  queues!: readonly QueueCountsType[] | null;
}

export enum FailedWorkStateEnum {
  FAILED = 'FAILED',
  REDRIVEN = 'REDRIVEN',
  DISCARDED = 'DISCARDED',
}
registerEnumType(FailedWorkStateEnum, {
  name: 'FailedWorkState',
  description: 'What has become of work that failed for good.',
  valuesMap: {
    FAILED: { description: 'It waits for a person.' },
    REDRIVEN: { description: 'It is about to be tried anew.' },
    DISCARDED: { description: 'It was given up.' },
  },
});

@ObjectType('FailedWork', {
  description: 'Background work that could not be done, however often it was tried.',
})
export class FailedWorkType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field({ description: 'The job, or the consumer of the event.' })
  work!: string;

  @Field(() => String, { nullable: true, description: 'The event; null for something that fell due.' })
  event!: string | null;

  @Field(() => ID, { description: 'The force whose record it was about.' })
  forceId!: string;

  @Field(() => FailedWorkStateEnum, { description: 'What has become of it.' })
  state!: FailedWorkStateEnum;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => DateTimeScalar, { description: 'When it failed the last time.' })
  failedAt!: Date;

  @Field({ description: 'Why, in the program’s words. It holds nothing personal.' })
  reason!: string;
}

export const FailedWorkConnection = connectionOf(FailedWorkType);

@InputType({ description: 'Which of what recurs.' })
export class PauseRecurringInput {
  @Field(() => ID, { description: 'The name of its job.' })
  job!: string;
}

@InputType({ description: 'Which of what recurs.' })
export class ResumeRecurringInput extends PauseRecurringInput {}

@InputType({ description: 'Which of what recurs.' })
export class RunRecurringNowInput extends PauseRecurringInput {}

@InputType({ description: 'Which failed work.' })
export class RedriveWorkInput {
  @Field(() => ID, { description: 'Its id, from the list.' })
  workId!: string;
}

@InputType({ description: 'Which failed work, and why it is given up.' })
export class DiscardWorkInput extends RedriveWorkInput {
  @Field({ description: 'Why, in 3 to 500 characters: the journal keeps it.' })
  reason!: string;
}

export const PauseRecurringResult = resultOf('PauseRecurring', RecurringType);
export const ResumeRecurringResult = resultOf('ResumeRecurring', RecurringType);
export const RunRecurringNowResult = resultOf('RunRecurringNow', RecurringType);
export const RedriveWorkResult = resultOf('RedriveWork', FailedWorkType);
export const DiscardWorkResult = resultOf('DiscardWork', FailedWorkType);

/** What recurs, as the API shows it. */
export function recurringType({ rhythm, lastRun, failure, ...rest }: Recurring): RecurringType {
  return {
    ...rest,
    everyMinutes: 'everyMinutes' in rhythm ? rhythm.everyMinutes : null,
    dailyAt: 'dailyAt' in rhythm ? rhythm.dailyAt : null,
    lastRanAt: lastRun?.at ?? null,
    lastTookMs: lastRun?.tookMs ?? null,
    failureReason: failure?.reason ?? null,
  };
}

/** A worker, as the API shows it. */
export function workerProcessType(pulse: Pulse, now: Date): WorkerProcessType {
  const { worker, at, clockTrusted, loops, queues } = pulse;
  return { id: worker, lastHeardAt: at, isSilent: isSilent(pulse, now), clockTrusted, loops, queues };
}

/** Failed work, as the API shows it. */
export function failedWorkType({ state, ...rest }: FailedWork): FailedWorkType {
  return { ...rest, state: FailedWorkStateEnum[state] };
}
