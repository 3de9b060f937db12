import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { MARKING_TASK, type StoredMarkingTask } from '../marking-round/marking-task.schema.js';
import { RESPONSE, type StoredResponse } from '../marking-round/response.schema.js';

/** Who marks whom: read here for ASM-87 only, and never shown, since marking is blind. */
@Injectable()
export class MarkersOfPerson {
  constructor(
    @InjectModel(RESPONSE) private readonly responses: Model<StoredResponse>,
    @InjectModel(MARKING_TASK) private readonly tasks: Model<StoredMarkingTask>,
  ) {}

  /** Whether anything of the person's was ever on the marker's desk. */
  async marks(scope: ForceScope, markerId: PersonId, personId: PersonId): Promise<boolean> {
    const forceId = objectId(scope.forceId);
    const theirs = await this.responses.find({ forceId, personId: objectId(personId) }, { _id: 1 }).lean();
    if (theirs.length === 0) return false;
    const filter = {
      forceId,
      responseId: { $in: theirs.map(({ _id }) => _id) },
      markerId: objectId(markerId),
    };
    return (await this.tasks.exists(filter)) !== null;
  }
}
