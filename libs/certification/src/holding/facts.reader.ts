import { type Absence, AbsenceReader } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { type Evidence, StandingReader } from '@app/standing';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { AwardId } from '../award/award.js';
import { AWARD, type StoredAward } from '../award/award.schema.js';
import type { Leave } from '../certification/expiry.js';
import type { Fact, Known } from '../certification/history.js';
import { CYCLE, type StoredCycle } from '../component/cycle.schema.js';

/** What is known of a person, and until when each award of theirs stands. */
export interface KnownOfPerson extends Known {
  readonly lastValidDays: ReadonlyMap<AwardId, string>;
}

/** What is known of a person that certifications may ask for: awards, components, evidence, and leave that stops the clock. */
@Injectable()
export class CertificationFacts {
  constructor(
    @InjectModel(AWARD) private readonly awards: Model<StoredAward>,
    @InjectModel(CYCLE) private readonly cycles: Model<StoredCycle>,
    private readonly standing: StandingReader,
    private readonly absences: AbsenceReader,
  ) {}

  /** All of it, as known today. */
  async of(scope: ForceScope, personId: PersonId, today: CalendarDate): Promise<KnownOfPerson> {
    return (await this.ofPeople(scope, [personId], today))(personId);
  }

  /** As `of`, of several people: one read of each kind, however many they are. */
  async ofPeople(
    scope: ForceScope,
    personIds: readonly PersonId[],
    today: CalendarDate,
  ): Promise<(personId: PersonId) => KnownOfPerson> {
    const whose = { forceId: objectId(scope.forceId), personId: { $in: personIds.map(objectId) } };
    const awards = byPerson(await this.awards.find({ ...whose, withdrawn: null }).lean<StoredAward[]>());
    const cycles = byPerson(await this.cycles.find(whose).lean<StoredCycle[]>());
    const evidence = await this.standing.evidenceOfPeople(scope, personIds);
    const absences = await this.absences.ofPeople(scope, personIds);
    return (personId) => {
      const own = awards.get(personId) ?? [];
      const components = (cycles.get(personId) ?? []).flatMap(componentsOf);
      const observed = evidenceFacts(evidence.get(personId) ?? []);
      return {
        facts: [...own.flatMap(awardFacts), ...components, ...observed],
        leaves: leavesIn(absences.get(personId) ?? []),
        lastValidDays: new Map(own.map(({ _id, lastValidDay }) => [idOf<AwardId>(_id), lastValidDay])),
        today,
      };
    };
  }

  /** Leave that stops the clock. */
  async leaves(scope: ForceScope, personId: PersonId): Promise<Leave[]> {
    return leavesIn(await this.absences.ofPerson(scope, personId));
  }
}

function byPerson<Row extends { personId: StoredAward['personId'] }>(
  rows: readonly Row[],
): Map<PersonId, Row[]> {
  return Map.groupBy(rows, ({ personId }) => idOf<PersonId>(personId));
}

function leavesIn(absences: readonly Absence[]): Leave[] {
  return absences.filter(({ clockStopped }) => clockStopped).map(({ from, to }) => ({ from, to }));
}

function evidenceFacts(pieces: readonly Evidence[]): Fact[] {
  return pieces.flatMap(({ kind, skillId, level, from, lastValidDay, ended }) =>
    ended === null && (kind === 'observed' || kind === 'external')
      ? [{ kind, key: skillId, level, on: from, until: lastValidDay }]
      : [],
  );
}

/** An award is work in its course, and a certification held. */
function awardFacts({ courseCode: key, awardedOn, lastValidDay }: StoredAward): Fact[] {
  const days = { on: awardedOn as CalendarDate, until: lastValidDay as CalendarDate };
  return (['course', 'certification'] as const).map((kind) => ({ kind, key, level: null, ...days }));
}

function componentsOf({ courseCode, outcomes }: StoredCycle): Fact[] {
  const passes = outcomes.filter(({ passed, counts }) => passed && counts);
  return passes.map(({ componentKey, on }) => ({
    ...{ kind: 'component' as const, key: `${courseCode}/${componentKey}`, level: null },
    ...{ on: on as CalendarDate, until: null },
  }));
}
