import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Marker } from './marking-round.js';
import { MARKER, markerOf, type StoredMarker } from './marking-round.schema.js';
import type { Waiting } from './response.repository.js';

/** Names markers and ends them. */
@Injectable()
export class MarkerRepository {
  constructor(@InjectModel(MARKER) private readonly markers: Model<StoredMarker>) {}

  /** The person as a marker of the component, ended or not; null when never named. */
  async byKey(scope: ForceScope, key: Waiting & { personId: PersonId }): Promise<Marker | null> {
    const stored = await this.markers.findOne(keyOf(scope, key)).lean();
    return stored === null ? null : markerOf(stored);
  }

  /** Who marks a component for this force now. */
  async ofForce(scope: ForceScope, { courseCode, componentKey }: Waiting): Promise<Marker[]> {
    const filter = { forceId: objectId(scope.forceId), courseCode, componentKey, endedAt: null };
    return (await this.markers.find(filter).sort({ _id: 1 }).lean<StoredMarker[]>()).map(markerOf);
  }

  /** Who marks a component for the College now. */
  async ofCollege({ courseCode, componentKey }: Waiting): Promise<Marker[]> {
    const stored = await this.markers
      .find(
        { isCollege: true, courseCode, componentKey, endedAt: null },
        null,
        acrossForces('a force’s round may draw on the markers that the College named'),
      )
      .sort({ _id: 1 })
      .lean<StoredMarker[]>();
    return stored.map(markerOf);
  }

  /** Adds a marker, or lets one mark again. */
  async put(marker: Marker): Promise<void> {
    const { courseCode, componentKey, personId, isCollege, namedAt, endedAt } = marker;
    await this.markers.updateOne(
      {
        forceId: objectId(marker.forceId),
        courseCode,
        componentKey,
        personId: objectId(personId),
      },
      { $set: { isCollege, namedAt, endedAt }, $setOnInsert: { _id: objectId(marker.id) } },
      { upsert: true },
    );
  }
}

function keyOf(scope: ForceScope, { courseCode, componentKey, personId }: Waiting & { personId: PersonId }) {
  return {
    forceId: objectId(scope.forceId),
    courseCode,
    componentKey,
    personId: objectId(personId),
  };
}
