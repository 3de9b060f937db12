import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId, parseId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Level } from './plan.js';
import type { Step, StepId } from './step.js';
import { stepFrom } from './step.repository.js';
import { STEP, type StoredStep } from './step.schema.js';

const UP_THE_LINE: Level[] = [1, 2];

/** Reads what went up the line. */
@Injectable()
export class StepReader {
  constructor(@InjectModel(STEP) private readonly steps: Model<StoredStep>) {}

  /** NTF-26. A page of the open matters of a force that went up the line, newest first; of these people only, when they are named. */
  async escalations(
    scope: ForceScope,
    people: readonly PersonId[] | null,
    { limit, after }: ListRequest,
  ): Promise<ListPage<Step>> {
    const whose = people === null ? {} : { personId: { $in: people.map(objectId) } };
    const wanted = {
      forceId: objectId(scope.forceId),
      open: true,
      state: 'told' as const,
      level: { $in: UP_THE_LINE },
      ...whose,
    };
    const last = after === null ? undefined : parseId<StepId>(after);
    const older = last === undefined ? {} : { _id: { $lt: objectId(last) } };
    const rows = await this.steps
      .find({ ...wanted, ...older })
      .sort({ _id: -1 })
      .limit(limit)
      .lean<StoredStep[]>();
    const totalCount = await this.steps.countDocuments(wanted);
    return { rows: rows.map(stepFrom), totalCount, keyOf: ({ id }) => id };
  }
}
