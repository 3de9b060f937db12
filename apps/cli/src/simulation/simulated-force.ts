import { AddForce, AddPerson, CreateUnit, PostPerson, type UnitId, type UnitKind } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { type PersonId, type RequestContext, systemContext } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { inLanes } from '@app/platform/jobs/lanes.js';
import type { INestApplicationContext, Type } from '@nestjs/common';
import type { Day } from './days.js';

/** Somebody of the simulated force, and who stands above them: their line manager, and that one's. */
export interface SimulatedPerson {
  readonly personId: PersonId;
  readonly line: readonly PersonId[];
  readonly teamId: UnitId;
}

/** How many constables are taken on at once. */
const LANES = 16;
const TEAM = 50;
const TEAMS_OF_DISTRICT = 10;

type Above = { personId: PersonId; line: readonly PersonId[] } | null;

/** A force of so many people: teams of fifty with a sergeant each, districts of ten teams with an inspector each. */
export class SimulatedForce {
  readonly people: SimulatedPerson[] = [];

  private constructor(
    private readonly app: INestApplicationContext,
    readonly ctx: RequestContext,
    private readonly from: Day,
  ) {}

  static async raise(app: INestApplicationContext, { size, from }: { size: number; from: Day }) {
    const force = await app.get(AddForce, { strict: false }).execute(systemContext('simulation'), {
      ...{ slug: 'simshire', name: englishOnly('Simshire Police'), shortCode: 'SIM' },
      ...{ bilingual: false, kind: 'territorial' },
    });
    const raised = new SimulatedForce(app, systemContext('simulation', force.id), from);
    await raised.fill(size);
    return raised;
  }

  private async fill(size: number): Promise<void> {
    const root = await this.unit('Simshire', 'command', null);
    let district: { id: UnitId; inspector: Above } | null = null;
    for (let team = 0; this.people.length < size; team++) {
      if (district === null || team % TEAMS_OF_DISTRICT === 0) district = await this.district(team, root);
      const id = await this.unit(`Team ${team + 1}`, 'team', district.id);
      const sergeant = await this.person(id, 'sgt', district.inspector);
      const first = this.people.length;
      const wanted = Math.min(TEAM - 1, size - first);
      const places = Array.from({ length: wanted }, (_, n) => first + n);
      await inLanes(LANES, places, async (place) => {
        await this.person(id, 'pc', sergeant, place);
      });
    }
  }

  private async district(team: number, root: UnitId): Promise<{ id: UnitId; inspector: Above }> {
    const id = await this.unit(`District ${team / TEAMS_OF_DISTRICT + 1}`, 'district', root);
    return { id, inspector: await this.person(id, 'insp', null) };
  }

  private async unit(name: string, kind: UnitKind, parentId: UnitId | null) {
    const made = await this.get(CreateUnit).execute(this.ctx, { name, kind, parentId });
    return made.id;
  }

  /** Takes somebody on, at that place among the force's people: who they are depends on it. */
  private async person(
    ...[unitId, rankId, above, place = this.people.length]: [UnitId, string, Above, number?]
  ): Promise<Above> {
    const number = String(place + 1).padStart(5, '0');
    const { id: personId } = await this.get(AddPerson).execute(this.ctx, {
      ...{ givenName: 'Officer', familyName: `Number ${number}`, staffNumber: `S${number}` },
      email: `s${number}@simshire.lantern.example`,
    });
    const line = above === null ? [] : [above.personId, ...above.line];
    await this.get(PostPerson).execute(this.ctx, {
      ...{ personId, unitId, rankId, roleId: 'response-officer', from: calendarDateOf(this.from) },
      lineManagerId: above?.personId ?? null,
    });
    this.people[place] = { personId, line, teamId: unitId };
    return { personId, line };
  }

  private get<T>(type: Type<T>): T {
    return this.app.get<T>(type, { strict: false });
  }
}
