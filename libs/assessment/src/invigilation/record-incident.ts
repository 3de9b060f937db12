import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { isDuplicateKey, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { type AttemptId } from '../attempt/attempt.js';
import { AttemptRepository } from '../attempt/attempt.repository.js';
import { Overseers } from '../attempt/overseers.js';
import { incidentRecorded } from '../events.js';
import type { Sitting, SittingId } from '../sitting/sitting.js';
import { SittingRepository } from '../sitting/sitting.repository.js';
import { IncidentRepository } from './incident.repository.js';
import type { Incident, IncidentId, IncidentKind } from './invigilation.js';
import { refusal } from './refusals.js';

const DAY_MS = 24 * 3_600_000;

export interface RecordIncidentInput {
  readonly sittingId: SittingId;
  /** Of one attempt in the sitting; of the whole sitting when left out. */
  readonly attemptId?: AttemptId | null | undefined;
  readonly kind: IncidentKind;
  /** 3–2,000 characters. */
  readonly note: string;
  /** When it happened; now when left out. Not in the future, and within a day of the sitting. */
  readonly at?: Date | null | undefined;
}

/** Adds a line to the incident log of a sitting, by one of its invigilators (ASM-97). The very same line again is one. */
@Injectable()
export class RecordIncident {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sittings: SittingRepository,
    private readonly attempts: AttemptRepository,
    private readonly overseers: Overseers,
    private readonly incidents: IncidentRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: RecordIncidentInput): Promise<Incident> {
    const sitting = await this.sittings.load(ctx.force, input.sittingId);
    if (!(await this.overseers.invigilates(ctx, sitting.id))) found(null);
    const attempt = await this.attemptOf(ctx, input);
    const incident = this.lineOf(ctx, sitting, { ...input, attemptId: attempt });
    try {
      return await this.add(ctx, incident);
    } catch (error) {
      const same = isDuplicateKey(error) ? await this.incidents.same(incident) : null;
      if (same === null) throw error;
      return same;
    }
  }

  private async add(ctx: RequestContext, incident: Incident): Promise<Incident> {
    return this.work.run(ctx, async (announce) => {
      await this.incidents.add(incident);
      const { id: incidentId, sittingId, attemptId, kind, note } = incident;
      announce(incidentRecorded({ incidentId, sittingId, attemptId, kind }, { payload: { note } }));
      return incident;
    });
  }

  private async attemptOf(ctx: RequestContext, input: RecordIncidentInput): Promise<AttemptId | null> {
    if (input.attemptId === null || input.attemptId === undefined) return null;
    const attempt = found(await this.attempts.byId(ctx.force, input.attemptId));
    return found(attempt.sittingId === input.sittingId ? attempt : null).id;
  }

  private lineOf(
    ctx: RequestContext,
    sitting: Sitting,
    input: RecordIncidentInput & { attemptId: AttemptId | null },
  ): Incident {
    const now = this.clock.now();
    const at = input.at ?? now;
    const note = input.note.trim();
    if (note.length < 3 || note.length > 2000) throw refusal('INCIDENT_MALFORMED', { field: 'note' });
    const [from, until] = [sitting.opensAt.getTime() - DAY_MS, sitting.closesAt.getTime() + DAY_MS];
    if (at > now || at.getTime() < from || at.getTime() > until)
      throw refusal('INCIDENT_MALFORMED', { field: 'at' });
    return {
      id: newId<IncidentId>(),
      forceId: ctx.force.forceId,
      sittingId: sitting.id,
      attemptId: input.attemptId,
      ...{ kind: input.kind, note, at, recordedAt: now, recordedBy: found(actingPerson(ctx)) },
    };
  }
}
