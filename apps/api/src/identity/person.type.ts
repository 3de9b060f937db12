import {
  type Person,
  type RoleGrant,
  type PersonStatus as Status,
  staffNumberIn,
  statusIn,
} from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, Language } from '@app/platform/context/request-context.js';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LanguageEnum } from '../edge/language.enum.js';
import { connectionOf } from '../edge/paging.js';
import { DateScalar } from '../edge/scalars.js';

export const PersonStatus = {
  ADDED: 'added',
  INVITED: 'invited',
  ACTIVE: 'active',
  SUSPENDED: 'suspended',
  LEFT: 'left',
} as const;
registerEnumType(PersonStatus, {
  name: 'PersonStatus',
  description: 'How a person stands in your force.',
  valuesMap: {
    ADDED: { description: 'On record, not yet invited.' },
    INVITED: { description: 'Invited, has not yet chosen a password.' },
    ACTIVE: { description: 'Can sign in.' },
    SUSPENDED: { description: 'Suspended by your force; can do nothing here.' },
    LEFT: { description: 'No longer of your force. Kept for later: nothing gives it yet.' },
  },
});

@ObjectType('RoleGrant', {
  description: 'A role held in your force, perhaps for one unit and those below it.',
})
export class RoleGrantType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field({ description: 'The role: `training-lead`.' })
  bundle!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit that it is limited to; null for the whole force.',
  })
  unitId!: string | null;

  @Field(() => DateScalar, { description: 'The first day.' })
  from!: CalendarDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day, which still counts; null without end.',
  })
  to!: CalendarDate | null;
}

@ObjectType('Person', { description: 'One human with one account, as your force sees them.' })
export class PersonType {
  @Field(() => ID, { description: 'The id.' })
  id!: string;

  @Field({ description: 'Given name.' })
  givenName!: string;

  @Field({ description: 'Family name.' })
  familyName!: string;

  @Field(() => String, { nullable: true, description: 'Your force’s number for the person.' })
  staffNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'The address that the person signs in with.' })
  email!: string | null;

  @Field(() => PersonStatus, { description: 'How the person stands in your force.' })
  status!: Status;

  @Field(() => LanguageEnum, { description: 'The language that the person chose.' })
  language!: Language;
}

export const PersonConnection = connectionOf(PersonType);

@InputType({ description: 'Somebody new to your force.' })
export class AddPersonInput {
  @Field({ description: '1–100 characters.' })
  givenName!: string;

  @Field({ description: '1–100 characters.' })
  familyName!: string;

  @Field({ description: '1–32 letters, digits, hyphens, dots or slashes; unique in your force.' })
  staffNumber!: string;

  @Field({ description: 'The address to sign in with; unique.' })
  email!: string;
}

@InputType({ description: 'Who is suspended, and why.' })
export class SuspendPersonInput {
  @Field(() => ID, { description: 'Who.' })
  personId!: string;

  @Field({ description: '1–500 characters, kept apart from the person’s data.' })
  reason!: string;
}

@InputType({ description: 'Who may work again.' })
export class ReinstatePersonInput {
  @Field(() => ID, { description: 'Who.' })
  personId!: string;
}

@InputType({ description: 'Which role a person gets.' })
export class GrantRoleInput {
  @Field(() => ID, { description: 'Who; not yourself.' })
  personId!: string;

  @Field({ description: 'The role: `training-lead`.' })
  bundle!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Limits it to a unit and those below; the force when absent.',
  })
  unitId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The first day; today when absent.' })
  from?: CalendarDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day; without end when absent.' })
  to?: CalendarDate | null;
}

@InputType({ description: 'Which role ends.' })
export class RevokeRoleInput {
  @Field(() => ID, { description: 'The grant, as `Person.roles` gives it.' })
  grantId!: string;
}

/** A person as the API shows them to a force. */
export function personTypeOf(person: Person, forceId: ForceId): PersonType {
  const { id, givenName, familyName, email, language } = person;
  const staffNumber = staffNumberIn(person, forceId);
  return { id, givenName, familyName, staffNumber, email, status: statusIn(person, forceId), language };
}

/** A role as the API shows it. */
export function roleGrantTypeOf(grant: RoleGrant): RoleGrantType {
  const { id, bundle, unitId, from, to } = grant;
  return { id, bundle, unitId, from, to };
}
