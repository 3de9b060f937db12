import { quotaOf, type SkillId, SkillReader } from '@app/framework';
import { PeopleReader } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { type ExplanationNode, explanationOf } from './explanation-tree.js';
import { type SkillStanding, skillStanding } from './roll-up.js';
import { StandingReader } from './standing.reader.js';

/** Whose standing, in what, on which day, as known when. */
export interface StandingQuestion {
  readonly personId: PersonId;
  readonly skillId: SkillId;
  readonly asAt: CalendarDate;
  readonly knownAt: Date;
}

/** STD-57. Why a standing is what it is, as a tree that a person can read, by the framework that was in force on the day. */
@Injectable()
export class ExplainStanding {
  constructor(
    private readonly reader: StandingReader,
    private readonly skills: SkillReader,
    private readonly people: PeopleReader,
  ) {}

  /** The tree as a list: each node after its parent, the root first. */
  async execute(scope: ForceScope, question: StandingQuestion): Promise<ExplanationNode[]> {
    const { personId, skillId, asAt, knownAt } = question;
    const evidence = await this.reader.evidenceOf(scope, personId);
    const { rollUps } = await this.skills.relations(asAt);
    const rules = { rollUps: rollUps.map((rule) => ({ ...rule, atLeast: quotaOf(rule) })) };
    const standing = skillStanding({ skillId, evidence, asAt, knownAt }, rules);
    const known = await this.people.byIds(scope, [...judgesIn(standing)]);
    const skills = await this.skills.all();
    return explanationOf(standing, {
      ...{ asAt, knownAt },
      skillName: (id) => skills.find((skill) => skill.id === id)?.name ?? null,
      personName: (id) => {
        const person = known.get(id);
        return person === undefined ? null : `${person.givenName} ${person.familyName}`;
      },
    });
  }
}

function judgesIn(standing: SkillStanding): Set<PersonId> {
  const own = standing.own.because.flatMap(({ evidence: { provenance } }) => [
    ...(provenance?.assessors ?? []),
    ...(provenance?.checkedBy === undefined ? [] : [provenance.checkedBy]),
  ]);
  const parts = standing.rolledUp.flatMap((rule) => rule.parts.map((part) => part.standing));
  return new Set([...own, ...parts.flatMap((part) => [...judgesIn(part)])]);
}
