import { randomBytes } from 'node:crypto';
import { CourseReader } from '@app/catalogue';
import { mustBeAllowed } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { roundOpened } from './events.js';
import {
  checkTerms,
  isSameTerms,
  type MarkingRound,
  type MarkingRoundId,
  type RoundTerms,
} from './marking-round.js';
import { MarkingRoundRepository } from './marking-round.repository.js';
import { markingPermissions } from './permissions.js';
import { refusal } from './refusals.js';

export interface OpenRoundInput extends RoundTerms {
  readonly courseCode: string;
  readonly componentKey: string;
}

/**
 * Begins the marking of a component in the force: what waits is allocated at once, what comes later as it comes. Refuses terms
 * that cannot be and an unknown component (ASM-111), and a second round on other terms (ASM-112). The same request again is
 * the same round.
 */
@Injectable()
export class OpenRound {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: CourseReader,
    private readonly rounds: MarkingRoundRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: OpenRoundInput): Promise<MarkingRound> {
    mustBeAllowed(ctx, markingPermissions.openRound, { forceWide: true });
    return this.work.run(ctx, async (announce) => {
      const course = found(await this.courses.published(input.courseCode));
      const before = await this.rounds.ofComponent(ctx.force, input);

      checkTerms(input);
      if (!course.components.some(({ key }) => key === input.componentKey))
        throw refusal('ROUND_COMPONENT_UNKNOWN', { field: 'componentKey' });
      if (before !== null && !isSameTerms(before.terms, input)) throw refusal('ROUND_ALREADY_OPEN');
      if (before !== null) return before;
      const round = this.plan(ctx, input, course);

      await this.rounds.add(round);

      const { id: roundId, courseCode, componentKey, terms } = round;
      announce(roundOpened({ roundId, courseCode, componentKey }, { payload: { terms } }));
      return round;
    });
  }

  private plan(
    ctx: RequestContext,
    input: OpenRoundInput,
    course: { readonly title: MarkingRound['courseTitle'] },
  ): MarkingRound {
    const { courseCode, componentKey, doubleMarking, doublePercent, reviewPercent, tolerance, panel } = input;
    return {
      id: newId<MarkingRoundId>(),
      forceId: ctx.force.forceId,
      ...{ courseCode, courseTitle: course.title, componentKey },
      terms: { doubleMarking, doublePercent, reviewPercent, tolerance, panel },
      seed: randomBytes(16).toString('hex'),
      openedAt: this.clock.now(),
      openedBy: actingPerson(ctx) ?? null,
      revision: 0,
    };
  }
}
