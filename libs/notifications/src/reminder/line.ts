import { type DatedPerson, PeopleReader, type Posting, PostingReader, statusIn } from '@app/identity';
import { type CalendarDate, holdsOn } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import type { Level } from './plan.js';

/** Whom a person answers to on a day, and who stands in for them. */
interface Above {
  readonly manager: PersonId;
  readonly deputies: readonly PersonId[];
}

/** Who stands above a person, level by level, on a day. */
@Injectable()
export class Line {
  constructor(
    private readonly postings: PostingReader,
    private readonly people: PeopleReader,
  ) {}

  /**
   * NTF-21. Who is told at a level: the deputies whose days these are, else the manager. Who is suspended here is passed over for
   * whoever stands above them. Nobody, when the line ends before.
   */
  async at(
    ctx: RequestContext,
    of: { personId: PersonId; level: Level; day: CalendarDate },
  ): Promise<PersonId[]> {
    const seen = new Set<PersonId>([of.personId]);
    let [below, level] = [of.personId, 0];
    for (;;) {
      const above = await this.above(ctx, below, of.day);
      if (above === null || seen.has(above.manager)) return [];
      seen.add(above.manager);
      const able = await this.able(ctx, above.deputies.length > 0 ? above.deputies : [above.manager]);
      if (able.length > 0) level += 1;
      if (level === of.level) return able.filter((personId) => personId !== of.personId);
      below = above.manager;
    }
  }

  private async above(ctx: RequestContext, personId: PersonId, day: CalendarDate): Promise<Above | null> {
    const held = await this.postings.ofPerson(ctx.force, personId, day);
    const posting = held.find(({ lineManagers }) => lineManagers.some((each) => holdsOn(each, day)));
    return posting === undefined ? null : aboveIn(posting, day);
  }

  private async able(ctx: RequestContext, personIds: readonly PersonId[]): Promise<PersonId[]> {
    const people = await this.people.byIds(ctx.force, personIds);
    return personIds.filter((personId) => {
      const person = people.get(personId);
      return person !== undefined && statusIn(person, ctx.force.forceId) !== 'suspended';
    });
  }
}

function aboveIn({ lineManagers, deputies }: Posting, day: CalendarDate): Above | null {
  const on = (dated: readonly DatedPerson[]) =>
    dated.filter((each) => holdsOn(each, day)).map(({ personId }) => personId);
  const manager = on(lineManagers).at(-1);
  return manager === undefined ? null : { manager, deputies: on(deputies) };
}
