import type { ForceId, ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Evidence, EvidenceEnd, EvidenceId } from '../evidence/evidence.js';
import { EVIDENCE, type StoredEvidence } from '../evidence/evidence.schema.js';
import { PAST_RECORD, type StoredPastRecord } from './past.schema.js';
import type { PastImportId, PastRecord } from './past-import.js';

const BY_COURSE = 'forceId_1_courseKey_1_isLive_1_mappedAt_1__id_1';

/** Stores records of the past and the evidence that they give, many at a time. */
@Injectable()
export class PastRecordRepository {
  constructor(
    @InjectModel(PAST_RECORD) private readonly records: Model<StoredPastRecord>,
    @InjectModel(EVIDENCE) private readonly evidence: Model<StoredEvidence>,
  ) {}

  /** Those of the keys that the force's past has. */
  async known(scope: ForceScope, keys: readonly string[]): Promise<Set<string>> {
    const there = await this.records
      .find({ forceId: objectId(scope.forceId), key: { $in: [...keys] }, isLive: true }, { _id: 0, key: 1 })
      .lean<{ key: string }[]>();
    return new Set(there.map(({ key }) => key));
  }

  /** Adds records; those not in `unmapped` have their evidence from `mappedAt` on. */
  async add(
    scope: ForceScope,
    records: readonly PastRecord[],
    more: { readonly unmapped: readonly PastRecord[]; readonly now: Date },
  ): Promise<void> {
    if (records.length === 0) return;
    const unmapped = new Set(more.unmapped.map(({ id }) => id));
    const forceId = objectId(scope.forceId);
    const rows = records.map(({ id, ...record }) => ({
      ...record,
      ...{ _id: objectId(id), forceId, isLive: true, mappedAt: unmapped.has(id) ? null : more.now },
      personId: objectId(record.personId),
      importId: objectId(record.importId),
    }));
    await this.records.insertMany(rows, { lean: true, rawResult: true });
  }

  /** Adds evidence in one write. */
  async addEvidence(pieces: readonly Evidence[]): Promise<void> {
    if (pieces.length === 0) return;
    await this.evidence.insertMany(
      pieces.map(({ id, ...fields }) => ({
        ...fields,
        _id: objectId(id),
        forceId: objectId(fields.forceId),
        personId: objectId(fields.personId),
      })),
      { lean: true, rawResult: true },
    );
  }

  /** The people of an import, each once, so many at a time. */
  async *peopleOf(scope: ForceScope, importId: PastImportId, size: number): AsyncGenerator<PersonId[]> {
    const people = this.records
      .aggregate<{ _id: StoredPastRecord['personId'] }>([
        { $match: { forceId: objectId(scope.forceId), importId: objectId(importId) } },
        { $group: { _id: '$personId' } },
      ])
      .allowDiskUse(true)
      .cursor({ batchSize: size });
    let page: PersonId[] = [];
    for await (const { _id } of people as AsyncIterable<{ _id: StoredPastRecord['personId'] }>) {
      page.push(idOf<PersonId>(_id));
      if (page.length < size) continue;
      yield page;
      page = [];
    }
    if (page.length > 0) yield page;
  }

  /** The first records of these courses whose evidence nobody has recorded. */
  async unmapped(scope: ForceScope, courseKeys: readonly string[], limit: number): Promise<PastRecord[]> {
    const stored = await this.records
      .find({
        forceId: objectId(scope.forceId),
        courseKey: { $in: [...courseKeys] },
        ...{ isLive: true, mappedAt: null },
      })
      // The index of keys holds live records too, and would be read whole.
      .hint(BY_COURSE)
      .limit(limit)
      .lean<StoredPastRecord[]>();
    return stored.map(recordOf);
  }

  /** Notes that the evidence of records is there. */
  async mapped(scope: ForceScope, records: readonly PastRecord[], now: Date): Promise<void> {
    await this.records.updateMany(
      { forceId: objectId(scope.forceId), _id: { $in: records.map(({ id }) => objectId(id)) } },
      { $set: { mappedAt: now } },
    );
  }

  /** How many rows of which courses nobody has mapped, most first. */
  async unknownCourses(scope: ForceScope, first: number): Promise<{ course: string; rows: number }[]> {
    const forceId: ForceId = scope.forceId;
    const groups = await this.records.aggregate<{ course: string; rows: number }>([
      { $match: { forceId: objectId(forceId), isLive: true, mappedAt: null } },
      { $group: { _id: '$courseKey', course: { $first: '$course' }, rows: { $sum: 1 } } },
      { $sort: { rows: -1, _id: 1 } },
      { $limit: first },
    ]);
    return groups.map(({ course, rows }) => ({ course, rows }));
  }

  /** A person's past as it was written, latest first. */
  async ofPerson(scope: ForceScope, personId: PersonId, first: number) {
    const stored = await this.records
      .find({ forceId: objectId(scope.forceId), personId: objectId(personId), isLive: true })
      .sort({ completedOn: -1 })
      .limit(first)
      .lean<StoredPastRecord[]>();
    return stored.map((row) => ({ ...recordOf(row), isMapped: row.mappedAt !== null }));
  }

  /** Pieces of an import that still count, in the order of their ids: at most `limit` after the given one. */
  async inForce(
    scope: ForceScope,
    importId: PastImportId,
    page: { readonly limit: number; readonly after: EvidenceId | null },
  ) {
    const after = page.after === null ? {} : { _id: { $gt: objectId(page.after) } };
    const ofImport = { forceId: objectId(scope.forceId), 'provenance.importId': importId };
    const rows = await this.evidence
      .find({ ...ofImport, ended: null, ...after }, { personId: 1 })
      .sort({ _id: 1 })
      .limit(page.limit)
      .lean<Pick<StoredEvidence, '_id' | 'personId'>[]>();
    return rows.map(({ _id, personId }) => ({
      id: idOf<EvidenceId>(_id),
      personId: idOf<PersonId>(personId),
    }));
  }

  /** Ends pieces that have not ended. */
  async endEvidence(scope: ForceScope, ids: readonly EvidenceId[], ended: EvidenceEnd): Promise<void> {
    await this.evidence.updateMany(
      { forceId: objectId(scope.forceId), _id: { $in: ids.map(objectId) }, ended: null },
      { $set: { ended } },
    );
  }

  /** Takes the records of an import out of the force's past: the same may come in again. */
  async end(scope: ForceScope, importId: PastImportId): Promise<void> {
    await this.records.updateMany(
      { forceId: objectId(scope.forceId), importId: objectId(importId), isLive: true },
      { $set: { isLive: false } },
    );
  }
}

function recordOf({
  _id,
  forceId: _forceId,
  isLive: _live,
  mappedAt: _at,
  ...stored
}: StoredPastRecord): PastRecord {
  return {
    ...stored,
    id: idOf(_id),
    personId: idOf(stored.personId),
    importId: idOf(stored.importId),
  };
}
