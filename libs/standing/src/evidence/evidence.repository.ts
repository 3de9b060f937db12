import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Evidence, EvidenceEnd, EvidenceId } from './evidence.js';
import { evidenceOf } from './evidence.mapping.js';
import { EVIDENCE, type StoredEvidence } from './evidence.schema.js';

/** The natural key of a piece of evidence within a force. */
export type EvidenceKey = Pick<Evidence, 'personId' | 'skillId' | 'kind' | 'sourceId'>;

/** Loads evidence for writing, adds it, ends it. Nothing else about a piece ever changes. */
@Injectable()
export class EvidenceRepository {
  constructor(@InjectModel(EVIDENCE) private readonly evidence: Model<StoredEvidence>) {}

  /** The piece of that natural key; null when none was recorded. */
  async byKey(scope: ForceScope, key: EvidenceKey): Promise<Evidence | null> {
    const { personId, skillId, kind, sourceId } = key;
    const stored = await this.evidence
      .findOne({ forceId: objectId(scope.forceId), personId: objectId(personId), skillId, kind, sourceId })
      .lean<StoredEvidence>();
    return stored === null ? null : evidenceOf(stored);
  }

  /** The piece of that id in this force; null when it has none. */
  async byId(scope: ForceScope, id: EvidenceId): Promise<Evidence | null> {
    const stored = await this.evidence
      .findOne({ _id: objectId(id), forceId: objectId(scope.forceId) })
      .lean<StoredEvidence>();
    return stored === null ? null : evidenceOf(stored);
  }

  /** Adds a piece. A natural key that is taken fails as a duplicate key. */
  async add(evidence: Evidence): Promise<void> {
    const { id, ...fields } = evidence;
    await this.evidence.create([
      {
        ...fields,
        _id: objectId(id),
        forceId: objectId(evidence.forceId),
        personId: objectId(evidence.personId),
      },
    ]);
  }

  /** Ends a piece that has not ended. */
  async end(scope: ForceScope, id: EvidenceId, ended: EvidenceEnd): Promise<void> {
    await this.evidence.updateOne(
      { _id: objectId(id), forceId: objectId(scope.forceId), ended: null },
      { $set: { ended } },
    );
  }
}
