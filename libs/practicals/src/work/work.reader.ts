import { mustBeAllowed } from '@app/identity';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { objectId, parseId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { workPermissions } from './permissions.js';
import type { Work, WorkId } from './work.js';
import { type StoredWork, WORK, workOf } from './work.schema.js';

/** Reads works: one's own whole, those of others as the record of a force. Markers see what was handed in through their tasks alone. */
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
    return this.page(this.own(ctx), request);
  }

  /** A page of the force's works at a component, newest first, for whoever may see them for the whole force. */
  async forcePage(
    ctx: RequestContext,
    of: { courseCode: string; componentKey: string },
    request: ListRequest,
  ): Promise<ListPage<Work>> {
    mustBeAllowed(ctx, workPermissions.read, { forceWide: true });
    const { courseCode, componentKey } = of;
    return this.page({ forceId: objectId(ctx.force.forceId), courseCode, componentKey }, request);
  }

  private async page(wanted: QueryFilter<StoredWork>, request: ListRequest): Promise<ListPage<Work>> {
    const after = request.after === null ? {} : { _id: { $lt: cursorId(request.after) } };
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

function cursorId(after: string) {
  const id = parseId<WorkId>(after);
  if (id === undefined) throw new Fault('BAD_USER_INPUT', 'Give the endCursor of the page before.', 'after');
  return objectId(id);
}
