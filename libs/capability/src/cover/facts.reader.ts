import { AbsenceReader, PeopleReader, type Posting, PostingReader, UnitReader } from '@app/identity';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { AuthorityReader, StandingReader } from '@app/standing';
import { Injectable } from '@nestjs/common';
import type { PersonFacts } from './contribution.js';

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
    const people = await this.people.byIds(scope, personIds);
    const postings = await this.postings.ofPeople(scope, personIds);
    const absences = await this.absences.ofPeople(scope, personIds);
    const evidence = await this.standing.evidenceOfPeople(scope, personIds);
    const authority = await this.authority.ofPeople(scope, personIds);
    const unitIds = new Set([...postings.values()].flat().map(({ unitId }) => unitId));
    const units = await this.units.byIds(scope, [...unitIds]);
    return personIds.map((personId) => ({
      personId,
      postings: (postings.get(personId) ?? []).map((posting) => ({
        ...periodOf(posting),
        roleId: posting.roleId,
        path: units.get(posting.unitId)?.path ?? [],
      })),
      absences: (absences.get(personId) ?? []).map(periodOf),
      isSuspended: people.get(personId)?.suspendedIn.includes(scope.forceId) ?? false,
      evidence: evidence.get(personId) ?? [],
      authority: authority.get(personId) ?? [],
    }));
  }

  /** Everybody who has or had a posting in the force. */
  async everybody(scope: ForceScope): Promise<PersonId[]> {
    const postings = await this.postings.inForce(scope);
    return [...new Set(postings.map(({ personId }) => personId))];
  }
}

function periodOf({ from, to }: Pick<Posting, 'from' | 'to'>): Pick<Posting, 'from' | 'to'> {
  return { from, to };
}
