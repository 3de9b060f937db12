import type { Language } from '@app/platform/context/request-context.js';
import type { Refusal } from '@app/platform/refusal/refusal.js';
import { createUnionType, Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A business "no": nothing was changed, and the message says what to do next.' })
export class Refused {
  @Field({ description: 'What was refused, as a stable code: `INVITATION_EXPIRED`.' })
  code!: string;

  @Field({ description: 'The rule behind it, as numbered in the RULES.md of its domain: `IDN-07`.' })
  rule!: string;

  @Field({ description: 'One plain sentence for the person, in the language of the request.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'The input field it is about, where there is one.' })
  field!: string | null;

  static of(refusal: Refusal, language: Language): Refused {
    return Object.assign(new Refused(), {
      code: refusal.code,
      rule: refusal.text.rule,
      message: refusal.sentence(language),
      field: refusal.field ?? null,
    });
  }
}

/**
 * The result union of a mutation: `resultOf('SignIn', SignedIn)` is `union SignInResult = SignedIn | Refused`. Whatever the
 * resolver returns is the good case; a thrown Refusal becomes the other.
 */
export function resultOf<T>(mutation: string, done: new () => T) {
  return createUnionType({
    name: `${mutation}Result`,
    description: `What ${mutation} gives: the good case, or a refusal that says what to do next.`,
    types: () => [done, Refused] as const,
    resolveType: (value: unknown) => (value instanceof Refused ? Refused : done),
  });
}
