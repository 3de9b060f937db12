import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import type { AwardStake } from './regrade.js';

/** A released result that would come to be another. */
export interface WouldBeRevised {
  readonly personId: PersonId;
  readonly courseCode: string;
  readonly versionId: string;
  readonly componentKey: string;
  readonly sourceId: string;
  /** The London day of the work. */
  readonly on: CalendarDate;
  /** 0–100. */
  readonly percent: number;
  readonly passed: boolean;
}

/** What would become of an award; null when none is touched. */
export type StakeOf = (scope: ForceScope, would: WouldBeRevised) => Promise<AwardStake | null>;

/**
 * Which awards a regrade would touch. Assessment knows of none: certification, above it, adds its answer when it starts. Without
 * one nothing is at stake.
 */
@Injectable()
export class AwardStakes {
  private answer: StakeOf = async () => null;

  /** Says who knows. Call it once, when the module starts. */
  use(answer: StakeOf): void {
    this.answer = answer;
  }

  async of(scope: ForceScope, would: WouldBeRevised): Promise<AwardStake | null> {
    return this.answer(scope, would);
  }
}
