import { permissionsOf, type SignedIn } from '@app/identity';
import type { Language, RequestContext } from '@app/platform/context/request-context.js';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { LanguageEnum } from '../edge/language.enum.js';
import { DateTimeScalar } from '../edge/scalars.js';

@ObjectType('Me', { description: 'Whoever signed in, in the force of the session.' })
export class MeType {
  @Field(() => [String], { description: 'The roles held now; `officer` is everyone’s.' })
  bundles!: string[];

  @Field(() => [String], { description: 'What those roles allow, perhaps for some units only.' })
  permissions!: string[];
}

@ObjectType('SignedIn', { description: 'The tokens of a session.' })
export class SignedInType {
  @Field({ description: 'Send it as `Authorization: Bearer …`; lives 10 minutes.' })
  accessToken!: string;

  @Field(() => DateTimeScalar, { description: 'When the access token dies.' })
  accessTokenExpiresAt!: Date;

  @Field({
    description: 'Exchange it for the next pair; used once: a second use ends the session. Lives 7 days.',
  })
  refreshToken!: string;

  @Field(() => MeType, { description: 'Whoever signed in.' })
  me!: MeType;
}

@InputType({ description: 'An e-mail address and its password.' })
export class SignInInput {
  @Field({ description: 'The e-mail address.' })
  identifier!: string;

  @Field({ description: 'The password.' })
  password!: string;

  @Field(() => String, { nullable: true, description: 'Which force, for a person whom several hold.' })
  forceSlug?: string | null;
}

@InputType({ description: 'The refresh token that was given last.' })
export class RefreshSessionInput {
  @Field({ description: 'It works once.' })
  refreshToken!: string;
}

@InputType({ description: 'The session to end.' })
export class SignOutInput {
  @Field({ description: 'Any refresh token of the session.' })
  refreshToken!: string;
}

@InputType({ description: 'Whose password is forgotten.' })
export class RequestPasswordResetInput {
  @Field({ description: 'The e-mail address; the answer is the same whether it has an account or not.' })
  email!: string;
}

@InputType({ description: 'A new password.' })
export class ResetPasswordInput {
  @Field({ description: 'The token of the link in the mail; works once, for an hour.' })
  token!: string;

  @Field({ description: '12–128 characters.' })
  password!: string;
}

@InputType({ description: 'Who is invited.' })
export class InvitePersonInput {
  @Field(() => ID, { description: 'Somebody who has never signed in.' })
  personId!: string;
}

@InputType({ description: 'A first password.' })
export class AcceptInvitationInput {
  @Field({ description: 'The token of the link in the mail; works once, for seven days.' })
  token!: string;

  @Field({ description: '12–128 characters.' })
  password!: string;
}

@InputType({ description: 'The language to be spoken to in.' })
export class ChangeLanguageInput {
  @Field(() => LanguageEnum, { description: 'From the next request on.' })
  language!: Language;
}

/** What the API says of whoever acts. */
export function meOf(ctx: RequestContext): MeType {
  const bundles = [...new Set(ctx.bundles.map(({ bundle }) => bundle))];
  const permissions = [...new Set(bundles.flatMap((bundle) => [...permissionsOf(bundle)]))].sort();
  return { bundles, permissions };
}

/** The tokens as the API gives them. */
export function signedInTypeOf(done: SignedIn, ctx: RequestContext): SignedInType {
  const { accessToken, accessTokenExpiresAt, refreshToken } = done;
  return { accessToken, accessTokenExpiresAt, refreshToken, me: meOf(ctx) };
}
