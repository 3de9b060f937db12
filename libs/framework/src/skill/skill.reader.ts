import { Injectable } from '@nestjs/common';
import { CurrentFramework } from '../version/current-framework.reader.js';
import type { Skill, SkillArea, SkillId } from './skill.js';

/** Skills of the framework in use. National: the same for every force. */
@Injectable()
export class SkillReader {
  constructor(private readonly framework: CurrentFramework) {}

  /** Every skill, in the order of the framework. */
  async all(): Promise<readonly Skill[]> {
    return (await this.framework.read()).skills;
  }

  /** The skill of that key; null when the framework has none. */
  async byId(id: SkillId): Promise<Skill | null> {
    return (await this.all()).find((skill) => skill.id === id) ?? null;
  }

  /** The areas that group the skills. */
  async areas(): Promise<readonly SkillArea[]> {
    return (await this.framework.read()).areas;
  }
}
