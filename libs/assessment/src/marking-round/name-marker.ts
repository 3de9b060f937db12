import { mustBeAllowed } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { markerNamed } from './events.js';
import { MarkerRepository } from './marker.repository.js';
import type { Marker, MarkerId } from './marking-round.js';
import { type NameMarkerInput, NamingGround } from './naming-ground.js';
import { markingPermissions } from './permissions.js';

/**
 * Names somebody of one's own force, or of the College, to mark a component. Refuses whoever does not hold the assessor's role
 * today (ASM-113). Whether they are in date in the skill is asked at each allocation and each mark. Named again, or after
 * having ended, is the same marker.
 */
@Injectable()
export class NameMarker {
  constructor(
    private readonly work: UnitOfWork,
    private readonly markers: MarkerRepository,
    private readonly ground: NamingGround,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: NameMarkerInput): Promise<Marker> {
    mustBeAllowed(ctx, markingPermissions.nameMarker, { forceWide: true });
    return this.work.run(ctx, async (announce) => {
      const isCollege = await this.ground.check(ctx, input);
      const before = await this.markers.byKey(ctx.force, input);
      if (before !== null && before.endedAt === null) return before;
      const { personId, courseCode, componentKey } = input;
      const marker: Marker = {
        id: before?.id ?? newId<MarkerId>(),
        forceId: ctx.force.forceId,
        ...{ personId, courseCode, componentKey, isCollege },
        ...{ namedAt: this.clock.now(), endedAt: null },
      };

      await this.markers.put(marker);

      announce(markerNamed({ personId, courseCode, componentKey, isCollege }));
      return marker;
    });
  }
}
