import { itemMoved, stimulusSaved, WatchBlueprints } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** One or the other: an item moved, or a stimulus was changed and its items went back to review with it. */
type Moved = { courseCode: string; itemKey: string } | { courseCode: string; stimulusId: string };

/** An item came into a bank, or left it for a while: can its papers still be drawn? */
@Injectable()
@Consumes({ name: 'assessment-watch-blueprints', events: [itemMoved, stimulusSaved] })
export class WatchBlueprintsProcessor implements EventConsumer<Moved> {
  constructor(private readonly watch: WatchBlueprints) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Moved>): Promise<void> {
    await this.watch.execute(ctx, {
      courseCode: data.courseCode,
      itemKey: 'itemKey' in data ? data.itemKey : data.stimulusId,
    });
  }
}
