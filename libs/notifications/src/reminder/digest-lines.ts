import { PeopleReader } from '@app/identity';
import { startOfLondonDay } from '@app/platform/clock/calendar.js';
import type { Language, PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { fill } from '@app/platform/refusal/refusal.js';
import { Injectable } from '@nestjs/common';
import { titleIn } from '../template/messages.js';
import { APPROVAL_LINE, DIGEST_LINE } from '../template/reminder-texts.js';
import { StepRepository } from './step.repository.js';

/** The lines of a digest, with names: made when the mail is written, and kept nowhere. */
@Injectable()
export class DigestLines {
  constructor(
    private readonly steps: StepRepository,
    private readonly people: PeopleReader,
  ) {}

  async of(
    ctx: RequestContext,
    { recipient, day, language }: { recipient: PersonId; day: string; language: Language },
  ): Promise<string> {
    const steps = await this.steps.ofDigest(ctx.force, recipient, day);
    const people = await this.people.byIds(ctx.force, [...new Set(steps.map(({ thing }) => thing.personId))]);
    const lines = steps.flatMap(({ kind, thing, title, dueOn }) => {
      const person = people.get(thing.personId);
      if (person === undefined) return [];
      const name = `${person.givenName} ${person.familyName}`;
      const facts = { name, course: titleIn(title, language), dueOn: startOfLondonDay(dueOn) };
      return [fill(kind === 'approval' ? APPROVAL_LINE : DIGEST_LINE, facts, language)];
    });
    return lines.join('\n\n');
  }
}
