import type { UnitId } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Columns } from './columns.js';
import { COVER_TALLY, type StoredPart } from './cover.schema.js';
import { dayOf } from './day.js';
import { ANY, type TallyKey, tallyName } from './expand.js';
import { addMoves, type Moves } from './moves.js';
import type { View } from './profile.js';
import { type CoverState, StateRepository } from './state.repository.js';
import { addPart, monthsOf, movesByDay, slotsOn } from './tally.js';

/** Which tallies are wanted. */
export interface TalliesWanted {
  readonly view?: View;
  /** Absent: every unit, and the force (null) as a whole. */
  readonly unitIds?: readonly (UnitId | null)[];
  /** `*` is any role. Absent: `*`. */
  readonly roleIds?: readonly string[];
  /** Absent: any shift. */
  readonly shifts?: readonly string[];
}

/** The numbers of the wanted tallies on a day, and the columns that say what they count. */
export interface Tallied {
  readonly columns: Columns;
  /** By `tallyName`; a tally that counts nobody is absent. */
  readonly numbers: ReadonlyMap<string, { readonly key: TallyKey; readonly numbers: readonly number[] }>;
}

/** The numbers of one tally on the first day of a period, and how they move on the later ones. */
export interface TalliedOver {
  readonly columns: Columns;
  readonly first: readonly number[];
  /** All moves of the months of the period, those before and after it included. */
  readonly moves: Moves;
}

const TRIES = 3;

/** Reads tallies. Each question reads a number of documents that follows from the units, roles and months asked about. */
@Injectable()
export class TallyReader {
  constructor(
    @InjectModel(COVER_TALLY) private readonly tallies: Model<StoredPart>,
    private readonly states: StateRepository,
  ) {}

  /** The numbers on a day. */
  async on(scope: ForceScope, wanted: TalliesWanted, date: CalendarDate): Promise<Tallied> {
    return this.whole(scope, async (state) => {
      const slots = new Map(slotsOn(date).map(({ part, slot }) => [part, slot]));
      const parts = await this.read(scope, state, { wanted, slots });
      const numbers = new Map<string, { key: TallyKey; numbers: number[] }>();
      for (const part of parts) {
        const key = keyOf(part);
        const known = numbers.get(tallyName(key)) ?? { key, numbers: [] };
        numbers.set(tallyName(key), known);
        addPart(known.numbers, part, { slot: slots.get(part.part) ?? 0, day: dayOf(date) });
      }
      return { columns: state.columns, numbers };
    });
  }

  /** The shifts by which people of a unit and a role are counted, several held at once among them. */
  async shiftsIn(scope: ForceScope, unitId: UnitId, roleId: string): Promise<string[]> {
    const { generation } = await this.states.of(scope);
    return this.tallies.distinct('shift', {
      ...{ forceId: objectId(scope.forceId), generation },
      ...{ unitId: objectId(unitId), view: 'now', roleId, part: '' },
    });
  }

  /** One tally over a period; the sum of them where several are wanted. */
  async over(
    scope: ForceScope,
    wanted: TalliesWanted,
    period: { from: CalendarDate; to: CalendarDate },
  ): Promise<TalliedOver> {
    return this.whole(scope, async (state) => {
      const slots = new Map(slotsOn(period.from).map(({ part, slot }) => [part, slot]));
      const first: number[] = [];
      for (const part of await this.read(scope, state, { wanted, slots }))
        addPart(first, part, { slot: slots.get(part.part) ?? 0, day: dayOf(period.from) });
      const moves: Moves = new Map();
      const months = monthsOf(period);
      for (const part of await this.moving(scope, state, { wanted, months }))
        addMoves(moves, movesByDay(part, part.part));
      return { columns: state.columns, first, moves };
    });
  }

  /** Reads once more when a rebuild took the place of what was being read. */
  private async whole<T>(scope: ForceScope, read: (state: CoverState) => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried++) {
      const state = await this.states.of(scope);
      const done = await read(state);
      if (tried === TRIES || (await this.states.isCurrent(scope, state))) return done;
    }
  }

  /** The parts that list what moves in some months by day: the months themselves, and leaves above them. */
  private async moving(
    scope: ForceScope,
    state: CoverState,
    { wanted, months }: { wanted: TalliesWanted; months: readonly string[] },
  ): Promise<StoredPart[]> {
    const above = ['', ...new Set(months.map((month) => month.slice(0, 4)))];
    const leaves = { ...filterOf(scope, state, { wanted, parts: above }), leaf: true };
    const found = this.tallies.collection.find(leaves, { promoteBuffers: true });
    const slots = new Map(months.map((month) => [month, null]));
    const inMonths = await this.read(scope, state, { wanted, slots });
    return [...((await found.toArray()) as unknown as StoredPart[]), ...inMonths];
  }

  private async read(
    scope: ForceScope,
    state: CoverState,
    { wanted, slots }: { wanted: TalliesWanted; slots: ReadonlyMap<string, number | null> },
  ): Promise<StoredPart[]> {
    const found = this.tallies.collection.find(filterOf(scope, state, { wanted, parts: [...slots.keys()] }), {
      projection: projectionOf([...slots.values()]),
      promoteBuffers: true,
      batchSize: 10_000,
    });
    return (await found.toArray()) as unknown as StoredPart[];
  }
}

function filterOf(
  scope: ForceScope,
  { generation }: CoverState,
  { wanted, parts }: { wanted: TalliesWanted; parts: readonly string[] },
): object {
  const { view = 'now', unitIds, roleIds = [ANY], shifts = [ANY] } = wanted;
  const units = unitIds?.map((unitId) => (unitId === null ? null : objectId(unitId)));
  return {
    ...{ forceId: objectId(scope.forceId), generation, view },
    ...{ shift: { $in: [...shifts] }, part: { $in: [...parts] }, roleId: { $in: [...roleIds] } },
    ...(units === undefined ? {} : { unitId: { $in: units } }),
  };
}

/** Of running sums only those of the day; all of them where a part is wanted whole. */
function projectionOf(slots: readonly (number | null)[]): Record<string, 1> {
  const fields = ['view', 'unitId', 'roleId', 'shift', 'part', 'leaf', 'count', 'lo', 'hi', 'moves', 'last'];
  const sums = slots.includes(null) ? ['at'] : slots.map((slot) => `at.${String(slot)}`);
  return Object.fromEntries([...fields, ...new Set(sums)].map((field) => [field, 1]));
}

function keyOf({ view, unitId, roleId, shift }: StoredPart): TallyKey {
  return { view, unitId: unitId === null ? null : (unitId.toHexString() as UnitId), roleId, shift };
}
