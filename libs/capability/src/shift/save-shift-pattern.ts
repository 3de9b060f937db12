import { mustBeAllowed } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { capabilityPermissions } from '../access.js';
import { shiftPatternSaved } from '../events.js';
import { type ShiftPattern, shiftPattern } from './shift-pattern.js';
import { ShiftPatternRepository } from './shift-pattern.repository.js';

/** Saves a force's shift pattern, or the hours of one that it keeps. The same again changes nothing. */
@Injectable()
export class SaveShiftPattern {
  constructor(
    private readonly work: UnitOfWork,
    private readonly patterns: ShiftPatternRepository,
  ) {}

  async execute(ctx: RequestContext, input: ShiftPattern): Promise<ShiftPattern> {
    const pattern = shiftPattern(input);
    mustBeAllowed(ctx, capabilityPermissions.setMinimum, { forceWide: true });
    return this.work.run(ctx, async (announce) => {
      const known = await this.patterns.byName(ctx.force, pattern.name);
      if (known?.startsAt === pattern.startsAt && known.endsAt === pattern.endsAt) return known;
      await this.patterns.save(ctx.force, pattern);
      announce(shiftPatternSaved({ ...pattern }));
      return pattern;
    });
  }
}
