import { type CalendarDate, holdsOn, londonDate } from '@app/platform/clock/calendar.js';
import {
  type ForceId,
  type Language,
  type PersonId,
  scopeOf,
} from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { SessionId } from '../events.js';
import type { PersonStatus } from '../person/person.js';
import type { UnitId } from '../unit/unit.js';
import { UnitReader } from '../unit/unit.reader.js';
import { ACCESS, type StoredAccess, type StoredHeld } from './access.schema.js';
import type { HeldNow } from './may.js';

/** What a person may do in a force at an instant. */
export interface AccessNow {
  readonly status: PersonStatus;
  readonly language: Language;
  /** What they hold in that force now; `officer` is everyone's. Empty unless the account is active there. */
  readonly bundles: readonly HeldNow[];
  /** Sessions that have ended although a token of theirs may still look valid. */
  readonly endedSessions: ReadonlySet<SessionId>;
}

/** The one read that each request makes of its actor. A holder of a unit's bundle costs one more, for its subtree. */
@Injectable()
export class AccessReader {
  constructor(
    @InjectModel(ACCESS) private readonly access: Model<StoredAccess>,
    private readonly units: UnitReader,
  ) {}

  /** What the person may do in the force at that instant; null when the force does not hold them. */
  async of(personId: PersonId, forceId: ForceId, at: Date): Promise<AccessNow | null> {
    // By the bare driver: each request makes this read, and it names the force itself.
    const stored = await this.access.collection.findOne<StoredAccess>({
      _id: objectId(personId),
      forceIds: objectId(forceId),
    });
    if (stored === null) return null;
    const suspended = stored.suspendedIn.some((id) => idOf(id) === forceId);
    const status = suspended ? 'suspended' : stored.accountStatus;
    return {
      status,
      language: stored.language,
      bundles: status === 'active' ? await this.heldNow(stored.grants, forceId, londonDate(at)) : [],
      endedSessions: new Set(stored.endedSessions.map(({ sessionId }) => idOf<SessionId>(sessionId))),
    };
  }

  private async heldNow(
    grants: readonly StoredHeld[],
    forceId: ForceId,
    today: CalendarDate,
  ): Promise<HeldNow[]> {
    const held: HeldNow[] = [{ bundle: 'officer', forceId, unitId: null, reach: null }];
    for (const grant of grants) {
      const period = { from: grant.from as CalendarDate, to: grant.to as CalendarDate | null };
      if (idOf(grant.forceId) !== forceId || !holdsOn(period, today)) continue;
      const unitId = grant.unitId === null ? null : idOf<UnitId>(grant.unitId);
      const reach = unitId === null ? null : await this.units.subtreeIds(scopeOf(forceId), unitId);
      held.push({ bundle: grant.bundle, forceId, unitId, reach });
    }
    return held;
  }
}
