import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { SittingId } from '../sitting/sitting.js';
import type { Incident } from './invigilation.js';
import { INCIDENT, incidentOf, type StoredIncident, storedIncident } from './invigilation.schema.js';

/** The incident log: lines are added and read, never changed and never removed (ASM-97). */
@Injectable()
export class IncidentRepository {
  constructor(@InjectModel(INCIDENT) private readonly incidents: Model<StoredIncident>) {}

  /** Adds a line. The very same line again is a duplicate-key error. */
  async add(incident: Incident): Promise<void> {
    await this.incidents.create([storedIncident(incident)]);
  }

  /** The very same line, recorded before; null when it is new. */
  async same(incident: Incident): Promise<Incident | null> {
    const { forceId, sittingId, attemptId, kind, note, at, recordedBy } = storedIncident(incident);
    const line = { forceId, sittingId, attemptId, kind, note, at, recordedBy };
    const stored = await this.incidents.findOne(line).lean();
    return stored === null ? null : incidentOf(stored);
  }

  /** The log of a sitting, in the order of the happenings; at most 1,000 lines. */
  async ofSitting(scope: ForceScope, sittingId: SittingId): Promise<Incident[]> {
    const filter = { forceId: objectId(scope.forceId), sittingId: objectId(sittingId) };
    const stored = await this.incidents.find(filter).sort({ at: 1, _id: 1 }).limit(1000).lean();
    return stored.map(incidentOf);
  }
}
