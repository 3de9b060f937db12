import { isDeepStrictEqual } from 'node:util';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, RequestContext } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { forceAdded, forceChanged } from '../events.js';
import { type Force, type ForceKind, forceEndsAfterItBegins } from './force.js';
import { ForceRepository } from './force.repository.js';

/** A force of the reference data. */
export interface AddForceInput {
  readonly slug: string;
  readonly name: Words;
  readonly shortCode: string;
  readonly kind: ForceKind;
  readonly bilingual: boolean;
  readonly effectiveFrom?: CalendarDate | null;
  readonly effectiveTo?: CalendarDate | null;
  /** The slug of the force into which this one merged; it must have been added before. */
  readonly mergedIntoSlug?: string | null;
}

/** Adds a force of the reference data, or brings it up to date: loading the same data again changes nothing. */
@Injectable()
export class AddForce {
  constructor(
    private readonly work: UnitOfWork,
    private readonly forces: ForceRepository,
  ) {}

  async execute(ctx: RequestContext, input: AddForceInput): Promise<Force> {
    return this.work.run(ctx, async (announce) => {
      const known = await this.forces.bySlug(input.slug);
      const mergedInto = await this.successor(input.mergedIntoSlug);

      const force = forceFrom(input, known?.id ?? newId<ForceId>(), mergedInto);
      forceEndsAfterItBegins(force);
      if (known !== null && isDeepStrictEqual(known, force)) return known;

      await this.forces.save(force);
      const event = known === null ? forceAdded : forceChanged;
      announce(event({ forceId: force.id }, { forceId: force.id }));
      return force;
    });
  }

  private async successor(slug: string | null | undefined): Promise<ForceId | null> {
    return slug === undefined || slug === null ? null : found(await this.forces.bySlug(slug)).id;
  }
}

function forceFrom(input: AddForceInput, id: ForceId, mergedInto: ForceId | null): Force {
  return {
    id,
    slug: input.slug,
    name: { en: input.name.en, cy: input.name.cy, cyState: input.name.cyState },
    shortCode: input.shortCode,
    kind: input.kind,
    bilingual: input.bilingual,
    effectiveFrom: input.effectiveFrom ?? null,
    effectiveTo: input.effectiveTo ?? null,
    mergedInto,
  };
}
