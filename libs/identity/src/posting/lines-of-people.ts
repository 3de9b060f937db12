import { type CalendarDate, holdsOn } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import type { Posting } from './posting.js';
import { PostingReader } from './posting.reader.js';

/** Everybody above a person: line managers and deputies, theirs, and so on to the top. */
export type Lines = ReadonlyMap<PersonId, ReadonlySet<PersonId>>;

const DEEPEST_LINE = 30;

/** Reads people's lines in one force, as their postings of a day have them. */
@Injectable()
export class LinesOfPeople {
  constructor(private readonly postings: PostingReader) {}

  /** Who stands above each of these people on the day: one read for each step upwards. */
  async above(scope: ForceScope, personIds: readonly PersonId[], on: CalendarDate): Promise<Lines> {
    const direct = new Map<PersonId, readonly PersonId[]>();
    let step = [...new Set(personIds)];
    for (let depth = 0; step.length > 0 && depth < DEEPEST_LINE; depth++) {
      const postings = await this.postings.ofPeople(scope, step);
      for (const personId of step) direct.set(personId, managersOf(postings.get(personId) ?? [], on));
      step = [...new Set(step.flatMap((personId) => direct.get(personId) ?? []))].filter(
        (personId) => !direct.has(personId),
      );
    }
    return new Map([...new Set(personIds)].map((personId) => [personId, everybodyAbove(personId, direct)]));
  }
}

/** Whether two are the same person, or one stands above the other. `lines` has both. */
export function areInLine(lines: Lines, one: PersonId, other: PersonId): boolean {
  return one === other || lines.get(one)?.has(other) === true || lines.get(other)?.has(one) === true;
}

function managersOf(postings: readonly Posting[], on: CalendarDate): PersonId[] {
  return postings
    .filter((posting) => holdsOn(posting, on))
    .flatMap(({ lineManagers, deputies }) => [...lineManagers, ...deputies])
    .filter((dated) => holdsOn(dated, on))
    .map(({ personId }) => personId);
}

function everybodyAbove(
  personId: PersonId,
  direct: ReadonlyMap<PersonId, readonly PersonId[]>,
): Set<PersonId> {
  const above = new Set(direct.get(personId));
  for (const manager of above) for (const next of direct.get(manager) ?? []) above.add(next);
  return above;
}
