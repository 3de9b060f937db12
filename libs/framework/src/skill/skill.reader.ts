import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { Injectable } from '@nestjs/common';
import { NO_RELATIONS, type Relations } from '../relation/relation.js';
import { CurrentFramework } from '../version/current-framework.reader.js';
import type { Skill, SkillArea, SkillId } from './skill.js';

/** Skills of the framework in use. National: the same for every force. */
@Injectable()
export class SkillReader {
  constructor(private readonly framework: CurrentFramework) {}

  /** Every skill in the order of the framework, retired ones included; of the version in force on a day, today when left out. */
  async all(on?: CalendarDate): Promise<readonly Skill[]> {
    return (await this.framework.read(on)).skills;
  }

  /** The skill of that key; null when the framework has none. */
  async byId(id: SkillId): Promise<Skill | null> {
    return (await this.all()).find((skill) => skill.id === id) ?? null;
  }

  /** How the skills bear on each other, for `rollUp`; of the version in force on a day, today when left out. */
  async relations(on?: CalendarDate): Promise<Relations> {
    return (await this.framework.read(on)).relations ?? NO_RELATIONS;
  }

  /** The areas that group the skills. */
  async areas(): Promise<readonly SkillArea[]> {
    return (await this.framework.read()).areas;
  }
}
