import type { RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer } from '@app/platform/jobs/job.js';
import { MapPast, pastMappingSaved } from '@app/standing';
import { Injectable } from '@nestjs/common';

/** What waited for a mapping becomes evidence. Long: it commits batch by batch. */
@Injectable()
@Consumes({ name: 'map-past', events: [pastMappingSaved], queue: 'reports', outside: true })
export class MapPastProcessor implements EventConsumer {
  constructor(private readonly useCase: MapPast) {}

  async consume(ctx: RequestContext): Promise<void> {
    await this.useCase.execute(ctx);
  }
}
