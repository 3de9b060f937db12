import { AdjustmentsOf } from '@app/assessment';
import { PeopleReader } from '@app/identity';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { type Enrolment, EnrolmentReader } from '@app/progress';
import { Injectable } from '@nestjs/common';
import type { Brief, BriefId } from '../brief/brief.js';
import { BriefReader } from '../brief/brief.reader.js';
import type { Observation, ObservationId, ObservationTerms } from './observation.js';
import { refusal } from './refusals.js';

/** Which part of which course somebody is observed in. */
export interface WhatIsObserved {
  readonly personId: PersonId;
  readonly courseCode: string;
  readonly componentKey: string;
}

/** Whoever observes does so in person. The system observes nobody. */
export function observerOf(ctx: RequestContext): PersonId {
  const personId = actingPerson(ctx);
  if (personId === undefined) throw new Fault('FORBIDDEN');
  return personId;
}

/** What an observation depends on, besides those before it. */
@Injectable()
export class ObservationGround {
  constructor(
    private readonly people: PeopleReader,
    private readonly enrolments: EnrolmentReader,
    private readonly briefs: BriefReader,
    private readonly adjustments: AdjustmentsOf,
  ) {}

  /** PRA-02: the candidate's enrolment. NOT_FOUND for somebody whom the force does not hold; refuses whoever is not enrolled. */
  async enrolment(ctx: RequestContext, { personId, courseCode }: WhatIsObserved): Promise<Enrolment> {
    await this.mustKnow(ctx, [personId]);
    const enrolment = await this.enrolments.current(ctx.force, personId, courseCode);
    if (enrolment === null)
      throw refusal('OBSERVATION_NOT_ENROLLED', { facts: { courseCode }, field: 'personId' });
    return enrolment;
  }

  /** NOT_FOUND unless the force holds all of these people. */
  async mustKnow(ctx: RequestContext, personIds: readonly PersonId[]): Promise<void> {
    const wanted = new Set(personIds);
    if (wanted.size === 0) return;
    const known = await this.people.byIds(ctx.force, [...wanted]);
    if (known.size < wanted.size) throw new Fault('NOT_FOUND');
  }

  /** PRA-02: the terms by the brief that is in force; NOT_FOUND when the component is not observed. */
  async currentTerms(ctx: RequestContext, enrolment: Enrolment, of: WhatIsObserved & { at: Date }) {
    const brief = await this.briefs.current(of.courseCode, of.componentKey);
    return this.terms(ctx, enrolment, { brief: found(brief), at: of.at });
  }

  /** PRA-02: the terms by one version of the component's brief; refuses another component's. */
  async termsBy(
    ctx: RequestContext,
    enrolment: Enrolment,
    of: WhatIsObserved & { at: Date; briefId: BriefId },
  ): Promise<ObservationTerms> {
    const brief = found(await this.briefs.byId(of.briefId));
    if (brief.courseCode !== of.courseCode || brief.componentKey !== of.componentKey)
      throw refusal('OBSERVATION_BRIEF_OTHER', { field: 'briefId' });
    return this.terms(ctx, enrolment, { brief, at: of.at });
  }

  private async terms(
    ctx: RequestContext,
    { personId, courseCode, id: enrolmentId }: Enrolment,
    { brief, at }: { brief: Brief; at: Date },
  ): Promise<ObservationTerms> {
    if (brief.form !== 'observation') throw new Fault('NOT_FOUND');
    const { componentKey, title, instructions, notes, criteria, parts, passPercent } = brief;
    const { coolDownHours, validityMonths, skillId, level } = brief;
    const asked = { personId, courseCode, componentKey, enrolmentId, attemptId: null, at };
    const { adjustment } = await this.adjustments.execute(ctx.force, asked);
    return {
      ...{ briefId: brief.id, title, instructions, notes, criteria, parts, passPercent },
      ...{ coolDownHours, validityMonths, skillId, level },
      maxAttempts: brief.maxAttempts + (adjustment?.extraAttempts ?? 0),
    };
  }
}

/** An observation that begins: as the `number`th of its enrolment. */
export function newObservation(
  { forceId, personId, id: enrolmentId, courseCode, versionId }: Enrolment,
  of: { id: ObservationId; componentKey: string; number: number; terms: ObservationTerms },
): Observation {
  return {
    ...{ ...of, forceId, personId, enrolmentId, courseCode, versionId },
    ...{ state: 'PLANNED', plan: null, sheet: null, earlier: [] },
    ...{ assessorSignature: null, candidateSignature: null, dispute: null, conclusion: null, voiding: null },
    ...{ outcome: null, releasedAt: null, flags: [], revision: 0 },
  };
}

/** What every event about an observation says. */
export function factsOf({ id: observationId, personId, courseCode, versionId, componentKey }: Observation) {
  return { observationId, personId, courseCode, versionId, componentKey };
}
