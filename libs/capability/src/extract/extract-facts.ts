import { type AwardId, AwardReader, ComponentReader } from '@app/certification';
import { SkillReader } from '@app/framework';
import { ForceReader, PeopleReader, type Person, staffNumberIn } from '@app/identity';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { found } from '@app/platform/refusal/fault.js';
import { ObservationReader } from '@app/practicals';
import {
  AuthorityReader,
  authorityOn,
  type Standing,
  StandingReader,
  type StandingReason,
} from '@app/standing';
import { Injectable } from '@nestjs/common';
import type {
  ExtractAssessor,
  ExtractAuthority,
  ExtractAward,
  ExtractContent,
  ExtractEvidence,
  ExtractQuestion,
  Sentence,
} from './extract.js';

/** What the records say, ready to be put into a document. */
export type ExtractFacts = Pick<ExtractContent, 'force' | 'person' | 'skill' | 'authority' | 'evidence'> & {
  readonly standing: Standing;
};

/** Standing, with the readers of all that it rests on. */
@Injectable()
export class StandingSources {
  constructor(
    readonly standings: StandingReader,
    readonly authorities: AuthorityReader,
    readonly awards: AwardReader,
    readonly components: ComponentReader,
    readonly observations: ObservationReader,
  ) {}
}

/** Gathers what an extract says: standing with its reasons, the awards behind it, who judged them and what made them fit to. */
@Injectable()
export class ExtractFactsReader {
  constructor(
    private readonly sources: StandingSources,
    private readonly people: PeopleReader,
    private readonly forces: ForceReader,
    private readonly skills: SkillReader,
  ) {}

  /** NOT_FOUND for a person or skill that there is not. */
  async of(scope: ForceScope, question: ExtractQuestion): Promise<ExtractFacts> {
    const person = found(await this.people.byId(scope, question.personId));
    const skill = found(await this.skills.byId(question.skillId));
    const force = found(await this.forces.byId(scope.forceId));
    const standing = await this.standing(scope, question);
    return {
      force: force.name.en,
      person: { name: nameOf(person), staffNumber: staffNumberIn(person, scope.forceId) },
      skill: { id: skill.id, name: sentence(skill.name) },
      standing,
      authority: await this.authority(scope, question, standing),
      evidence: await Promise.all(standing.because.map((reason) => this.evidence(scope, reason))),
    };
  }

  /** The standing alone: what a verification compares with. */
  async standing(
    scope: ForceScope,
    { personId, skillId, asAt, knownAt }: Pick<ExtractQuestion, 'personId' | 'skillId' | 'asAt' | 'knownAt'>,
  ): Promise<Standing> {
    return this.sources.standings.of(scope, { personId, skillId }, { asAt, knownAt });
  }

  private async authority(
    scope: ForceScope,
    { personId, asAt, knownAt }: ExtractQuestion,
    { because }: Standing,
  ): Promise<ExtractAuthority[]> {
    const codes = [...new Set(because.flatMap(({ evidence }) => evidence.certification?.code ?? []))].sort();
    const records = await this.sources.authorities.ofPerson(scope, personId);
    return codes.flatMap((certification) => {
      const own = records.filter(({ certificationCode }) => certificationCode === certification);
      const record = authorityOn(own, asAt, knownAt);
      if (record === null) return [];
      const { state, from, to, ground } = record;
      return { certification, state, from, to, ground };
    });
  }

  private async evidence(
    scope: ForceScope,
    { evidence, counts, why }: StandingReason,
  ): Promise<ExtractEvidence> {
    const { id, kind, title, level, from, lastValidDay, recordedAt } = evidence;
    const award = kind === 'award' ? await this.award(scope, evidence.sourceId as AwardId) : null;
    return {
      ...{ id, kind, title: sentence(title), level, from, lastValidDay, counts, why: { ...why }, award },
      recordedAt: recordedAt.toISOString(),
    };
  }

  private async award(scope: ForceScope, id: AwardId): Promise<ExtractAward | null> {
    const award = await this.sources.awards.byId(scope, id);
    if (award === null) return null;
    const { serial, courseCode, versionNumber, awardedOn, lastValidDay, withdrawn } = award;
    return {
      ...{ serial, course: courseCode, courseVersion: versionNumber, awardedOn, lastValidDay },
      withdrawnOn: withdrawn?.on ?? null,
      assessors: await this.assessors(scope, await this.sources.components.sourcesOf(scope, award)),
    };
  }

  private async assessors(scope: ForceScope, sourceIds: readonly string[]): Promise<ExtractAssessor[]> {
    const signatures = await this.sources.observations.signaturesOf(scope, sourceIds);
    const people = await this.people.byIds(
      scope,
      signatures.map(({ personId }): PersonId => personId),
    );
    return signatures.map(({ personId, standing }) => {
      const person = people.get(personId);
      const { skillId, level, held, isInDate, on } = standing;
      return {
        name: person === undefined ? 'of another force' : nameOf(person),
        ...{ skill: skillId, level, held, inDate: isInDate, on },
      };
    });
  }
}

function nameOf({ givenName, familyName }: Pick<Person, 'givenName' | 'familyName'>): string {
  return `${givenName} ${familyName}`;
}

function sentence({ en, cy }: Words): Sentence {
  return { en, cy: cy ?? en };
}
