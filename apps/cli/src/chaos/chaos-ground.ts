import { NameMarker, OpenRound, SetBlueprint } from '@app/assessment';
import { GrantRole } from '@app/identity';
import { SetNotificationPreferences } from '@app/notifications';
import { addDays, addMonths, daysBetween, londonDate } from '@app/platform/clock/calendar.js';
import {
  type ForceId,
  type PersonId,
  type RequestContext,
  scopeOf,
  systemContext,
} from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { InlineDriver } from '@app/platform/jobs/inline-driver.js';
import { RecordEvidence } from '@app/standing';
import type { INestApplicationContext, Type } from '@nestjs/common';
import type { MadeForce, MadePerson } from '../demo/build-demo.js';

/** How many officers of each force passed a year ago and hold an award until yesterday. */
export const LAPSING = 6;
/** How many officers of each force mark; the last of its list. */
export const MARKERS = 2;

const WRITTEN = { courseCode: 'DEV-101', componentKey: 'paper' } as const;
const WRITTEN_SKILL = { skillId: 'DEV-05', level: 2 } as const;

/** A sitting so long ago that what was won in it is valid for the last time on the day of `now`. */
export function lapsingSitting(now: Date): { daysAgo: number; from: number; to: number } {
  const today = londonDate(now);
  return { daysAgo: daysBetween(addMonths(today, -12), today), from: 0, to: LAPSING };
}

/** What the chaos run finds made: a paper with a question that people mark, a round of marking, and mail at any hour. */
export class ChaosGround {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly now: Date,
  ) {}

  /** A paper of four questions, one of them written. */
  async paper(): Promise<void> {
    await this.get(SetBlueprint).execute(systemContext('chaos'), {
      ...{ ...WRITTEN, count: 4 },
      quotas: [
        { count: 1, types: ['written'] },
        { count: 3, types: ['single'] },
      ],
    });
  }

  /** Markers who are in date, a round that is open, and nobody with quiet hours. */
  async force(force: MadeForce): Promise<void> {
    const system = systemContext('chaos', force.forceId);
    for (const marker of this.markersOf(force)) await this.marker(system, marker);
    await this.get(OpenRound).execute(system, {
      ...{
        ...WRITTEN,
        doubleMarking: 'NONE',
        doublePercent: 0,
        reviewPercent: 0,
        tolerance: 1,
        panel: 'FORCE',
      },
    });
    for (const { personId } of [...force.officers, ...force.leads.values()])
      await this.get(SetNotificationPreferences).execute(acting(personId, force.forceId), {
        ...{ mailOff: [], quiet: null },
      });
    await this.get(InlineDriver).drain();
  }

  /** Those of a force who mark. */
  markersOf(force: MadeForce): readonly MadePerson[] {
    return force.officers.slice(-MARKERS);
  }

  private async marker(system: RequestContext, { personId }: MadePerson): Promise<void> {
    await this.get(GrantRole).execute(system, { personId, bundle: 'assessor' });
    await this.get(RecordEvidence).execute(system, {
      ...{ personId, ...WRITTEN_SKILL, kind: 'award', title: englishOnly('Course for markers') },
      ...{ from: addDays(londonDate(this.now), -30), lastValidDay: null, sourceId: `marker ${personId}` },
    });
    await this.get(NameMarker).execute(system, { personId, ...WRITTEN });
  }

  private get<T>(type: Type<T>): T {
    return this.app.get<T>(type, { strict: false });
  }
}

function acting(personId: PersonId, forceId: ForceId): RequestContext {
  return {
    actor: { kind: 'person', personId },
    force: scopeOf(forceId),
    requestId: 'chaos',
    language: 'en',
    bundles: [{ bundle: 'officer', forceId, unitId: null }],
  };
}
