import { mustBeAllowed } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { markerEnded } from './events.js';
import { MarkerRepository } from './marker.repository.js';
import type { Marker } from './marking-round.js';
import { markingPermissions } from './permissions.js';

export interface EndMarkerInput {
  readonly personId: PersonId;
  readonly courseCode: string;
  readonly componentKey: string;
}

/** Lets somebody mark a component no longer. Their marks stay; what they had not marked goes to others. Again is the same answer. */
@Injectable()
export class EndMarker {
  constructor(
    private readonly work: UnitOfWork,
    private readonly markers: MarkerRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: EndMarkerInput): Promise<Marker> {
    mustBeAllowed(ctx, markingPermissions.endMarker, { forceWide: true });
    return this.work.run(ctx, async (announce) => {
      const marker = found(await this.markers.byKey(ctx.force, input));
      if (marker.endedAt !== null) return marker;
      const ended: Marker = { ...marker, endedAt: this.clock.now() };

      await this.markers.put(ended);

      const { personId, courseCode, componentKey, isCollege } = ended;
      announce(markerEnded({ personId, courseCode, componentKey, isCollege }));
      return ended;
    });
  }
}
