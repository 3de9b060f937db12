import { PeopleReader, type Reach, reachOf, type UnitId, UnitReader } from '@app/identity';
import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { progressPermissions } from '../access.js';
import { refusal } from '../refusals.js';

/** The most people that one request enrols. */
export const MOST_AT_ONCE = 20_000;

/** Whom a lead means: people by name, and whoever is posted today to units and below. */
@Injectable()
export class PeopleToEnrol {
  constructor(
    private readonly people: PeopleReader,
    private readonly units: UnitReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Their ids, each once. A person or unit outside the force, or outside the lead's units, is NOT_FOUND. */
  async resolve(
    ctx: RequestContext,
    named: { personIds: readonly PersonId[]; unitIds: readonly UnitId[] },
  ): Promise<PersonId[]> {
    const reach = reachOf(ctx, progressPermissions.enrolPeople);
    await this.refuseStrangers(ctx, named.personIds, reach);
    const inUnits = await this.inUnits(ctx, named.unitIds, reach);
    const personIds = [...new Set([...named.personIds, ...inUnits])];
    if (personIds.length === 0) throw refusal('NOBODY_NAMED');
    if (personIds.length > MOST_AT_ONCE) {
      throw refusal('TOO_MANY_PEOPLE', { facts: { count: personIds.length, limit: MOST_AT_ONCE } });
    }
    return personIds;
  }

  private async refuseStrangers(ctx: RequestContext, personIds: readonly PersonId[], reach: Reach) {
    if (personIds.length === 0) return;
    const held = await this.people.byIds(ctx.force, personIds);
    const mine = reach === 'force' ? null : new Set(await this.postedTo(ctx, reach));
    const isStranger = (id: PersonId) => !held.has(id) || (mine !== null && !mine.has(id));
    if (personIds.some(isStranger)) throw new Fault('NOT_FOUND', undefined, 'personIds');
  }

  private async inUnits(ctx: RequestContext, unitIds: readonly UnitId[], reach: Reach): Promise<PersonId[]> {
    const wanted = new Set<UnitId>();
    for (const unitId of unitIds) {
      const subtree = await this.units.subtreeIds(ctx.force, unitId);
      const isMine = reach === 'force' || reach.includes(unitId);
      if (subtree.length === 0 || !isMine) throw new Fault('NOT_FOUND', undefined, 'unitIds');
      for (const id of subtree) wanted.add(id);
    }
    return wanted.size === 0 ? [] : this.postedTo(ctx, [...wanted]);
  }

  private async postedTo(ctx: RequestContext, unitIds: readonly UnitId[]): Promise<PersonId[]> {
    return this.people.idsInUnits(ctx.force, unitIds, londonDate(this.clock.now()));
  }
}
