import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Certification } from '../certification/certification.js';
import { CertificationReader } from '../certification/certification.reader.js';
import { nextState } from '../certification/history.js';
import { CompleteCycle } from './complete-cycle.js';
import { CertificationFacts, type KnownOfPerson } from './facts.reader.js';
import { type Holding, historyOf } from './holding.js';
import { HoldingReader } from './holding.reader.js';
import { TendHolding } from './tend-holding.js';

export interface ReconsiderHoldingsInput {
  readonly personId: PersonId;
  /** Only this certification; all of the person's when left out. */
  readonly code?: string;
}

/** One holding brought up to date. */
@Injectable()
export class CompleteAndTend {
  constructor(
    private readonly completeCycle: CompleteCycle,
    private readonly tend: TendHolding,
  ) {}

  async execute(
    ctx: RequestContext,
    holding: Holding,
    {
      certification,
      known,
      stored,
    }: { certification: Certification; known: KnownOfPerson; stored?: Holding },
  ): Promise<Holding> {
    let next = holding;
    // The cycles of a course's own certification are decided where its components are collected.
    const history = certification.ofCourse
      ? historyOf(holding)
      : nextState(historyOf(holding), certification.rules, known);
    for (const cycle of history.cycles.slice(holding.cycles.length)) {
      const { title } = certification;
      const version = {
        versionId: `${certification.code}/${cycle.ruleNumber}`,
        versionNumber: cycle.ruleNumber,
      };
      const given = await this.completeCycle.award(ctx, next, {
        ...{ certification, cycle, title, skills: [], ...version, leaves: known.leaves, today: known.today },
      });
      next = given.next;
    }
    const { leaves, today, lastValidDays } = known;
    const given = {
      certification,
      leaves,
      today,
      lastValidDays,
      ...(stored === undefined ? {} : { stored }),
    };
    return this.tend.execute(ctx, next, given);
  }
}

/**
 * Looks at a person's certifications anew: gives the awards that the facts now show, moves last valid days, tells of windows
 * and expiries. It looks at what is, not at what an event said, so order and repeats make no difference.
 */
@Injectable()
export class ReconsiderHoldings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly holdings: HoldingReader,
    private readonly certifications: CertificationReader,
    private readonly facts: CertificationFacts,
    private readonly steps: CompleteAndTend,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: ReconsiderHoldingsInput): Promise<void> {
    await this.executeAll([{ ctx, ...input }]);
  }

  /** Those of several people of one force, in one transaction; asked of one twice, it is looked at once. */
  async executeAll(asked: readonly (ReconsiderHoldingsInput & { ctx: RequestContext })[]): Promise<void> {
    const [first] = asked;
    if (first === undefined) return;
    const { force } = first.ctx;
    const askedOf = Map.groupBy(asked, ({ personId }) => personId);
    const askOf = ({ personId, code }: Holding) =>
      askedOf.get(personId)?.find((ask) => ask.code === undefined || ask.code === code);
    await this.work.run(first.ctx, async () => {
      const all = await this.holdings.allOfPeople(force, [...askedOf.keys()]);
      const wanted = all.filter((holding) => askOf(holding) !== undefined);
      if (wanted.length === 0) return;
      const people = [...new Set(wanted.map(({ personId }) => personId))];
      const known = await this.facts.ofPeople(force, people, londonDate(this.clock.now()));
      const rules = await this.certifications.byCodes([...new Set(wanted.map(({ code }) => code))]);
      for (const holding of wanted) {
        const certification = rules.get(holding.code);
        if (certification === undefined) continue;
        const given = { certification, known: known(holding.personId), stored: holding };
        await this.steps.execute(askOf(holding)?.ctx ?? first.ctx, holding, given);
      }
    });
  }
}
