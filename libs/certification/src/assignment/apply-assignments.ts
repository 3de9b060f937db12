import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import type { Announce } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { CertificationReader } from '../certification/certification.reader.js';
import { certificationAssigned, certificationUnassigned } from '../events.js';
import { askedByRule, type Holding, type HoldingId, newHolding } from '../holding/holding.js';
import { HoldingReader } from '../holding/holding.reader.js';
import { HoldingRepository } from '../holding/holding.repository.js';
import { AssignmentRepository } from './assignment.repository.js';
import { assignmentBegun, assignmentHeldBack } from './assignment-events.js';
import type { AssignmentChange } from './evaluate.js';

/**
 * Writes what an evaluation changed, with what it means for people's certifications: asked for, by another date, or no longer. In
 * the transaction that evaluated, whether of one person or of a thousand.
 */
@Injectable()
export class ApplyAssignments {
  constructor(
    private readonly assignments: AssignmentRepository,
    private readonly holdings: HoldingReader,
    private readonly holdingBook: HoldingRepository,
    private readonly certifications: CertificationReader,
  ) {}

  async execute(
    ctx: RequestContext,
    announce: Announce,
    { changes, today }: { changes: readonly AssignmentChange[]; today: CalendarDate },
  ): Promise<void> {
    if (changes.length === 0) return;
    await this.assignments.saveAll(
      ctx.force,
      changes.map(({ after }) => after),
    );
    for (const { before, after } of changes)
      if (after.state === 'held-back' && before.state !== 'held-back')
        announce(assignmentHeldBack({ personId: after.personId, code: after.code }));
    await this.ask(ctx, announce, { changes: changes.filter(movesHolding), today });
  }

  private async ask(
    ctx: RequestContext,
    announce: Announce,
    { changes, today }: { changes: readonly AssignmentChange[]; today: CalendarDate },
  ): Promise<void> {
    if (changes.length === 0) return;
    const codes = [...new Set(changes.map(({ after }) => after.code))];
    const people = [...new Set(changes.map(({ after }) => after.personId))];
    const there = await this.holdings.ofPeople(ctx.force, people, codes);
    const byKey = new Map(there.map((holding) => [keyOf(holding), holding]));
    const certifications = await this.certifications.byCodes(codes);
    const saved: Holding[] = [];
    for (const { after } of changes) {
      const { personId, code, state, dueOn } = after;
      const holding = byKey.get(keyOf(after)) ?? newHolding({ id: newId<HoldingId>(), personId, code });
      const asked = askedByRule(holding, state === 'assigned' ? { dueOn } : null, today);
      if (asked === null) continue;
      saved.push(asked);
      if (state !== 'assigned') announce(certificationUnassigned({ personId, code }));
      else {
        announce(certificationAssigned({ personId, code, dueOn }));
        // The cycles of a course's own certification are decided where its components are collected.
        if (certifications.get(code)?.ofCourse === false) announce(assignmentBegun({ personId, code }));
      }
    }
    await this.holdingBook.saveAsked(ctx.force, saved);
  }
}

function movesHolding({ before, after }: AssignmentChange): boolean {
  return before.state !== after.state || before.dueOn !== after.dueOn;
}

function keyOf({ personId, code }: { readonly personId: PersonId; readonly code: string }): string {
  return `${personId}/${code}`;
}
