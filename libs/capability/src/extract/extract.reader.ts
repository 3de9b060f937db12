import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import type { FileId } from '@app/platform/files/file.js';
import { idOf, objectId, parseId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import type { Extract, ExtractId } from './extract.js';
import { EXTRACT, type StoredExtract } from './extract.schema.js';

/** An extract with the force that it speaks for. */
export interface ExtractOfForce {
  readonly extract: Extract;
  readonly forceId: string;
}

/** Keeps and reads extracts. */
@Injectable()
export class ExtractRecords {
  constructor(@InjectModel(EXTRACT) private readonly extracts: Model<StoredExtract>) {}

  /** Remembers an extract. Joins the unit of work of its caller. */
  async add(scope: ForceScope, extract: Extract): Promise<void> {
    const { id, personId, jsonFileId, pdfFileId, madeBy, ...rest } = extract;
    await this.extracts.create([
      {
        ...rest,
        _id: objectId(id),
        forceId: objectId(scope.forceId),
        personId: objectId(personId),
        jsonFileId: objectId(jsonFileId),
        pdfFileId: objectId(pdfFileId),
        madeBy: objectId(madeBy),
        counted: [...extract.counted],
      },
    ]);
  }

  /** The force's extract of that id. */
  async byId(scope: ForceScope, id: ExtractId): Promise<Extract | null> {
    const stored = await this.extracts
      .findOne({ forceId: objectId(scope.forceId), _id: objectId(id) })
      .lean<StoredExtract>();
    return stored === null ? null : extractOf(stored);
  }

  /** A page of the force's extracts, newest first. */
  async page(scope: ForceScope, { limit, after }: ListRequest): Promise<ListPage<Extract>> {
    const all = { forceId: objectId(scope.forceId) };
    const from = after === null ? undefined : parseId<ExtractId>(after);
    if (after !== null && from === undefined) throw new Fault('BAD_USER_INPUT', undefined, 'after');
    const filter = from === undefined ? all : { ...all, _id: { $lt: objectId(from) } };
    const rows = await this.extracts.find(filter).sort({ _id: -1 }).limit(limit).lean<StoredExtract[]>();
    return {
      rows: rows.map(extractOf),
      totalCount: await this.extracts.countDocuments(all),
      keyOf: ({ id }) => id,
    };
  }

  /** The extract of that serial, whosever force's it is: who asks holds the document, and proves it by its code. */
  async bySerial(serial: string): Promise<ExtractOfForce | null> {
    const stored = await this.extracts
      .findOne({ serial }, null, acrossForces('a verification names a document by its serial and code'))
      .lean<StoredExtract>();
    return stored === null ? null : { extract: extractOf(stored), forceId: stored.forceId.toHexString() };
  }
}

function extractOf({ forceId: _, ...stored }: StoredExtract): Extract {
  return {
    ...stored,
    id: idOf<ExtractId>(stored._id),
    personId: idOf<PersonId>(stored.personId),
    jsonFileId: idOf<FileId>(stored.jsonFileId),
    pdfFileId: idOf<FileId>(stored.pdfFileId),
    madeBy: idOf<PersonId>(stored.madeBy),
    asAt: stored.asAt as CalendarDate,
  };
}

/** An id for a new extract. */
export function newExtractId(): ExtractId {
  return new Types.ObjectId().toHexString() as ExtractId;
}
