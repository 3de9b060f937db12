import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Work, WorkId } from './work.js';
import { type StoredWork, WORK, workOf } from './work.schema.js';

/** Reads one's own works. Markers see what was handed in through their tasks alone. */
@Injectable()
export class WorkReader {
  constructor(@InjectModel(WORK) private readonly works: Model<StoredWork>) {}

  /** One's own work; anybody else's is NOT_FOUND. */
  async ownById(ctx: RequestContext, id: WorkId): Promise<Work> {
    const filter = { ...this.own(ctx), _id: objectId(id) };
    return workOf(found(await this.works.findOne(filter).lean<StoredWork>()));
  }

  /** A page of one's own works, newest first. */
  async ownPage(ctx: RequestContext, request: ListRequest): Promise<ListPage<Work>> {
    const wanted = this.own(ctx);
    const after = request.after === null ? {} : { _id: { $lt: objectId(request.after as WorkId) } };
    const rows = await this.works
      .find({ ...wanted, ...after })
      .sort({ _id: -1 })
      .limit(request.limit)
      .lean<StoredWork[]>();
    const totalCount = await this.works.countDocuments(wanted);
    return { rows: rows.map(workOf), totalCount, keyOf: ({ id }) => id };
  }

  private own(ctx: RequestContext) {
    const personId = objectId(found(actingPerson(ctx)));
    return { forceId: objectId(ctx.force.forceId), personId };
  }
}
