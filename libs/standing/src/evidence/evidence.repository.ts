import type { SkillId } from '@app/framework';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
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

  /** The pieces of those natural keys that were recorded. */
  async byKeys(scope: ForceScope, keys: readonly EvidenceKey[]): Promise<Evidence[]> {
    if (keys.length === 0) return [];
    const stored = await this.evidence
      .find({
        forceId: objectId(scope.forceId),
        $or: keys.map(({ personId, skillId, kind, sourceId }) => ({
          ...{ personId: objectId(personId), skillId, kind, sourceId },
        })),
      })
      .lean<StoredEvidence[]>();
    return stored.map(evidenceOf);
  }

  /** The piece of that id in this force; null when it has none. */
  async byId(scope: ForceScope, id: EvidenceId): Promise<Evidence | null> {
    const stored = await this.evidence
      .findOne({ _id: objectId(id), forceId: objectId(scope.forceId) })
      .lean<StoredEvidence>();
    return stored === null ? null : evidenceOf(stored);
  }

  /** The findings of one officer about a person's skill from one day, in the order in which they were recorded. */
  async findingsOf(
    scope: ForceScope,
    { personId, skillId, sources }: { personId: PersonId; skillId: SkillId; sources: readonly string[] },
  ): Promise<Evidence[]> {
    const whose = { forceId: objectId(scope.forceId), personId: objectId(personId), skillId };
    const stored = await this.evidence
      .find({ ...whose, kind: 'negative', sourceId: { $in: [...sources] } })
      .sort({ sourceId: 1 })
      .lean<StoredEvidence[]>();
    return stored.map(evidenceOf);
  }

  /** Adds pieces. A natural key that is taken fails as a duplicate key. */
  async addAll(pieces: readonly Evidence[]): Promise<void> {
    if (pieces.length === 0) return;
    await this.evidence.insertMany(
      pieces.map(({ id, ...fields }) => ({
        ...fields,
        _id: objectId(id),
        forceId: objectId(fields.forceId),
        personId: objectId(fields.personId),
      })),
    );
  }

  /** Ends a piece that has not ended. */
  async end(scope: ForceScope, id: EvidenceId, ended: EvidenceEnd): Promise<void> {
    await this.evidence.updateOne(
      { _id: objectId(id), forceId: objectId(scope.forceId), ended: null },
      { $set: { ended } },
    );
  }
}

/** Whether two are the same piece by their natural key. */
export function isSameKey(one: EvidenceKey, other: EvidenceKey): boolean {
  return (
    one.personId === other.personId &&
    one.skillId === other.skillId &&
    one.kind === other.kind &&
    one.sourceId === other.sourceId
  );
}
