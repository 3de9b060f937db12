import { PeopleReader } from '@app/identity';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { CertificationReader } from '../certification/certification.reader.js';
import { certificationAssigned } from '../events.js';
import { CertificationFacts } from './facts.reader.js';
import { type Holding, type HoldingId, newHolding } from './holding.js';
import { HoldingReader } from './holding.reader.js';
import { CompleteAndTend } from './reconsider-holdings.js';

export interface AssignCertificationInput {
  readonly personId: PersonId;
  readonly code: string;
  /** By when it is to be held first; null: no date, and a record all the same. */
  readonly dueOn: CalendarDate | null;
}

/** A person's holding of a certification, there or not yet, with its rule and what is known of the person. */
@Injectable()
export class AskedHolding {
  constructor(
    private readonly holdings: HoldingReader,
    private readonly certifications: CertificationReader,
    private readonly facts: CertificationFacts,
  ) {}

  async of(ctx: RequestContext, asked: { personId: PersonId; code: string; today: CalendarDate }) {
    const { personId, code, today } = asked;
    const certification = found(await this.certifications.byCode(code));
    const known = await this.facts.of(ctx.force, personId, today);
    const there = await this.holdings.of(ctx.force, personId, code);
    return { holding: there ?? newHolding({ id: newId<HoldingId>(), personId, code }), certification, known };
  }
}

/** Asks of a person that they hold a certification. Assigned again, they find everything as it was. */
@Injectable()
export class AssignCertification {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PeopleReader,
    private readonly asked: AskedHolding,
    private readonly steps: CompleteAndTend,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { personId, code, dueOn }: AssignCertificationInput): Promise<Holding> {
    return this.work.run(ctx, async (announce) => {
      found(await this.people.byId(ctx.force, personId));
      const today = londonDate(this.clock.now());
      const { holding, certification, known } = await this.asked.of(ctx, { personId, code, today });
      const { assignment } = holding;
      // Asked by hand from now on, a rule neither moves nor ends it.
      const isByHand = assignment !== null && assignment.endedOn === null && assignment.by === undefined;
      if (isByHand && assignment.dueOn === dueOn) return holding;
      const on = assignment?.on ?? today;

      announce(certificationAssigned({ personId, code, dueOn }));
      const assigned = { ...holding, assignment: { on, dueOn, endedOn: null } };
      return this.steps.execute(ctx, assigned, { certification, known });
    });
  }
}
