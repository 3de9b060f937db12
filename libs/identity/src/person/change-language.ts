import type { Language, RequestContext } from '@app/platform/context/request-context.js';
import { actingPerson } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { AccessRepository } from '../access/access.repository.js';
import { personChanged } from '../events.js';
import type { Person } from './person.js';
import { PersonRepository } from './person.repository.js';

/** The language in which a person wishes to be spoken to. */
export interface ChangeLanguageInput {
  readonly language: Language;
}

/** Changes the actor's own language, from the next request on. */
@Injectable()
export class ChangeLanguage {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
    private readonly access: AccessRepository,
  ) {}

  async execute(ctx: RequestContext, input: ChangeLanguageInput): Promise<Person> {
    const personId = actingPerson(ctx);
    if (personId === undefined) throw new Fault('UNAUTHENTICATED');
    return this.work.run(ctx, async (announce) => {
      const person = found(await this.people.account(personId));
      if (person.language === input.language) return person;
      const changed: Person = { ...person, language: input.language };

      await this.people.save(changed);
      await this.access.follow(personId, changed);
      announce(personChanged({ personId }));
      return { ...changed, revision: person.revision + 1 };
    });
  }
}
