import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Format } from '../adjustment/adjustment.js';
import type { AttemptId, AttemptState } from '../attempt/attempt.js';
import { AttemptRepository } from '../attempt/attempt.repository.js';
import { type AttemptHead, summaryOf } from '../attempt/attempt-rules.js';
import { restingUntil } from '../attempt/pause-rules.js';
import type { Sitting, SittingId } from '../sitting/sitting.js';
import { SittingReader } from '../sitting/sitting.reader.js';
import { IncidentRepository } from './incident.repository.js';
import type { Incident, Invigilation, StartCode } from './invigilation.js';
import { InvigilationRepository } from './invigilation.repository.js';
import { StartCodes } from './start-codes.js';

/** One candidate as an invigilator sees them: how far, never what they answered. */
export interface CandidateNow {
  readonly personId: PersonId;
  /** Null until they have started. */
  readonly attemptId: AttemptId | null;
  readonly state: AttemptState | null;
  readonly startedAt: Date | null;
  readonly deadline: Date | null;
  /** Whole minutes left, rounded up; null unless the attempt runs or is suspended. */
  readonly minutesLeft: number | null;
  /** When a rest that is under way ends at the latest. */
  readonly restingUntil: Date | null;
  /** Whether a supervisor has yet to confirm the recall. */
  readonly recallWaits: boolean;
  /** How the paper is to be presented: never why. */
  readonly format: Format | null;
}

/** A sitting as its invigilators see it. */
export interface InvigilatedSitting {
  readonly sitting: Sitting;
  readonly invigilation: Invigilation;
  readonly startCode: StartCode;
}

const MINUTE_MS = 60_000;

/** Reads what an invigilator sees: of sittings that they are assigned to, and of no others. */
@Injectable()
export class InvigilationReader {
  constructor(
    private readonly invigilations: InvigilationRepository,
    private readonly sittings: SittingReader,
    private readonly attempts: AttemptRepository,
    private readonly incidents: IncidentRepository,
    private readonly codes: StartCodes,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The sitting with its start code. NOT_FOUND to anybody but its invigilators. */
  async of(ctx: RequestContext, sittingId: SittingId): Promise<InvigilatedSitting> {
    const sitting = found(await this.sittings.byId(ctx.force, sittingId));
    const invigilation = found(await this.invigilations.of(ctx.force, sittingId));
    const actor = found(actingPerson(ctx));
    found(invigilation.invigilatorIds.includes(actor) ? actor : null);
    return { sitting, invigilation, startCode: this.codes.show(invigilation) };
  }

  /** The sittings that the actor invigilates, latest first; at most 100. */
  async mine(ctx: RequestContext): Promise<Sitting[]> {
    const ids = await this.invigilations.sittingsOf(ctx.force, found(actingPerson(ctx)));
    const sittings = await this.sittings.byIds(ctx.force, ids.slice(-100));
    return sittings.sort((a, b) => b.opensAt.getTime() - a.opensAt.getTime());
  }

  /** Everybody with a place, and how far they are at this moment. */
  async candidates(ctx: RequestContext, sittingId: SittingId): Promise<CandidateNow[]> {
    const now = this.clock.now();
    const people = await this.sittings.peopleWithPlace(ctx.force, sittingId);
    const attempts = await this.attempts.ofSitting(ctx.force, sittingId);
    const latest = new Map(attempts.map((attempt) => [attempt.personId, attempt]));
    return people.map((personId) => candidateNow(personId, latest.get(personId), now));
  }

  /** The incident log. */
  async log(ctx: RequestContext, sittingId: SittingId): Promise<Incident[]> {
    return this.incidents.ofSitting(ctx.force, sittingId);
  }
}

function candidateNow(personId: PersonId, attempt: AttemptHead | undefined, now: Date): CandidateNow {
  const none = { attemptId: null, state: null, startedAt: null, deadline: null, minutesLeft: null };
  if (attempt === undefined)
    return { personId, ...none, restingUntil: null, recallWaits: false, format: null };
  const { state } = summaryOf(attempt, now);
  const leftMs = leftOf(attempt, state, now);
  return {
    personId,
    attemptId: attempt.id,
    state,
    startedAt: attempt.startedAt,
    deadline: attempt.deadline,
    minutesLeft: leftMs === undefined ? null : Math.max(0, Math.ceil(leftMs / MINUTE_MS)),
    restingUntil: state === 'OPEN' ? restingUntil(attempt, now) : null,
    recallWaits: state === 'SUSPENDED' && attempt.recall?.confirmedBy === null,
    format: attempt.terms.adjustment?.format ?? null,
  };
}

/** Time left; while a rest or a recall runs the clock stands. Undefined when the attempt is over. */
function leftOf(attempt: AttemptHead, state: AttemptState, now: Date): number | undefined {
  if (state === 'SUSPENDED') return attempt.recall?.leftMs;
  if (state !== 'OPEN') return undefined;
  return attempt.deadline.getTime() - (restingUntil(attempt, now) ?? now).getTime();
}
