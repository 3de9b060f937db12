import { AbsenceReader, PeopleReader, PostingReader, type UnitId, UnitReader } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { AuthorityReader, StandingReader } from '@app/standing';
import { Injectable } from '@nestjs/common';
import { dayOf, dayOfInstant } from './day.js';
import type { Known, PersonFacts } from './facts.js';

/** What identity and standing know of people, as cover needs it. */
@Injectable()
export class FactsReader {
  constructor(
    private readonly people: PeopleReader,
    private readonly postings: PostingReader,
    private readonly absences: AbsenceReader,
    private readonly units: UnitReader,
    private readonly standing: StandingReader,
    private readonly authority: AuthorityReader,
  ) {}

  /** The facts of each of the people. One read of each kind, however many they are. */
  async of(scope: ForceScope, personIds: readonly PersonId[]): Promise<PersonFacts[]> {
    const suspensions = await this.people.suspensionsOf(scope, personIds);
    const postings = await this.postings.historiesOf(scope, personIds);
    const absences = await this.absences.historiesOf(scope, personIds);
    const evidence = await this.standing.evidenceOfPeople(scope, personIds);
    const authority = await this.authority.ofPeople(scope, personIds);
    const unitIds = new Set([...postings.values()].flat().map(({ unitId }) => unitId));
    const units = await this.units.byIds(scope, [...unitIds]);
    return personIds.map((personId) => ({
      personId,
      postings: (postings.get(personId) ?? []).map(({ unitId, roleId, shiftPattern, ...posting }) => ({
        ...{ roleId, shift: shiftPattern, known: knownOf(posting) },
        path: units.get(unitId)?.path ?? [],
      })),
      absences: (absences.get(personId) ?? []).map((absence) => ({ known: knownOf(absence) })),
      suspensions: (suspensions.get(personId) ?? []).map(({ at, isSuspended }) => ({
        since: at === null ? 0 : dayOfInstant(at),
        isSuspended,
      })),
      evidence: evidence.get(personId) ?? [],
      authority: authority.get(personId) ?? [],
    }));
  }

  /** Everybody who has or had a posting in the force, those of one unit one after another, in batches. */
  everybody(scope: ForceScope, batch: number): AsyncGenerator<PersonId[]> {
    return this.postings.everybody(scope, batch);
  }

  /** The paths of all units of the force. */
  async paths(scope: ForceScope): Promise<ReadonlyMap<UnitId, readonly UnitId[]>> {
    return new Map((await this.units.all(scope)).map(({ id, path }) => [id, path]));
  }
}

/** A record of which nobody knows since when it was known counts as known all along; of one day the last word counts. */
function knownOf({
  from,
  to,
  known,
}: {
  from: CalendarDate;
  to: CalendarDate | null;
  known: readonly { at: Date; to: CalendarDate | null }[];
}): Known[] {
  const first = dayOf(from);
  const byDay = new Map(known.map((each) => [dayOfInstant(each.at), dayOf(each.to)]));
  const days = [...byDay].sort(([a], [b]) => a - b);
  const last = days.pop()?.[0] ?? 0;
  return [
    ...days.map(([since, until]) => ({ since, from: first, to: until })),
    { since: last, from: first, to: dayOf(to) },
  ];
}
