import { createHash } from 'node:crypto';
import { type Skill, type SkillId, SkillReader } from '@app/framework';
import { type Force, ForceReader, PeopleReader, type Posting, PostingReader } from '@app/identity';
import { type CalendarDate, holdsOn } from '@app/platform/clock/calendar.js';
import type { ForceId, ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import type { CourseMapping } from './past-mapping.js';
import { PastMappingRepository } from './past-mapping.repository.js';
import type { PastRow } from './past-row.js';
import { forceKey, type Known, type NumberedForce, personKey } from './plan-past.js';

type Days = Pick<Posting, 'from' | 'to'>;

/** What holds for a whole file. */
export interface WholeGround {
  readonly own: NumberedForce;
  readonly forces: ReadonlyMap<string, NumberedForce>;
  readonly mappings: ReadonlyMap<string, CourseMapping>;
  readonly skills: ReadonlyMap<SkillId, Skill>;
}

/** Reads what rows of the past are placed against: a handful of reads, whatever their number. */
@Injectable()
export class PastGround {
  constructor(
    private readonly people: PeopleReader,
    private readonly postings: PostingReader,
    private readonly forceReader: ForceReader,
    private readonly skillReader: SkillReader,
    private readonly mappings: PastMappingRepository,
  ) {}

  /** Forces, mappings and skills, read once. */
  async whole(scope: ForceScope): Promise<WholeGround> {
    const all = await this.allForces();
    const numbered = (force: Force): NumberedForce => ({
      forceId: force.id,
      lastDay: force.effectiveTo,
      isOurs: force.id === scope.forceId || force.mergedInto === scope.forceId,
    });
    const names = (force: Force) => [force.slug, force.shortCode, force.name.en, force.name.cy ?? force.slug];
    const entries = all.flatMap((force) =>
      names(force).map((name): [string, NumberedForce] => [forceKey(name), numbered(force)]),
    );
    return {
      own: numbered(found(await this.forceReader.byId(scope.forceId))),
      forces: new Map(entries),
      mappings: await this.mappings.courses(scope),
      skills: new Map((await this.skillReader.all()).map((skill) => [skill.id, skill])),
    };
  }

  /** The people of rows, by force and staff number. */
  async peopleOf(
    scope: ForceScope,
    rows: readonly PastRow[],
    whole: WholeGround,
  ): Promise<ReadonlyMap<string, PersonId>> {
    const byForce = new Map<ForceId, Set<string>>();
    for (const { force, staffNumber } of rows) {
      const where = force === null ? whole.own : whole.forces.get(forceKey(force));
      if (where?.isOurs !== true) continue;
      const numbers = byForce.get(where.forceId) ?? new Set();
      byForce.set(where.forceId, numbers.add(staffNumber));
    }
    const known = new Map<string, PersonId>();
    for (const [forceId, numbers] of byForce) {
      const ids = await this.people.idsByStaffNumbers(scope, forceId, [...numbers]);
      for (const [number, id] of ids) known.set(personKey(forceId, number), id);
    }
    return known;
  }

  /** STD-47. Where people who are held by several forces were posted on a day. */
  async postedOn(scope: ForceScope, personIds: readonly PersonId[]): Promise<Known['postedOn']> {
    const people = [...(await this.people.byIds(scope, [...new Set(personIds)])).values()];
    const several = people.filter(({ forceIds }) => forceIds.length > 1);
    if (several.length === 0) return () => 'here';
    const ids = several.map(({ id }) => id);
    const forceIds = [...new Set(several.flatMap((person) => person.forceIds))];
    const theirs = await this.postings.daysElsewhere(scope, ids, forceIds);
    const ours = await this.postings.ofPeople(scope, ids);
    const holds = (days: readonly Days[] | undefined, day: CalendarDate) =>
      days?.some((each) => holdsOn(each, day)) === true;
    return (personId, day) => {
      if (!holds(theirs.get(personId), day)) return 'here';
      return holds(ours.get(personId), day) ? 'both' : 'elsewhere';
    };
  }

  private async allForces(): Promise<Force[]> {
    const forces: Force[] = [];
    let after: string | null = null;
    for (;;) {
      const page = await this.forceReader.page({ limit: 100, after });
      forces.push(...page.rows);
      const last = page.rows.at(-1);
      if (last === undefined || page.rows.length < 100) return forces;
      after = last.slug;
    }
  }
}

/** Remembers in eight bytes each which keys a file has had: a million of them are some dozens of megabytes. */
export class SeenKeys {
  private readonly seen = new Set<number>();

  has(key: string): boolean {
    return this.seen.has(numberOf(key));
  }

  note(key: string): void {
    this.seen.add(numberOf(key));
  }
}

function numberOf(key: string): number {
  return createHash('sha256').update(key).digest().readUIntBE(0, 6);
}
