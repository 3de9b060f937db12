import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { AUTHORITY_STATES, type AuthorityRecord, type AuthorityState as State } from '@app/standing';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { resultOf } from '../edge/refused.js';
import { DateScalar, DateTimeScalar } from '../edge/scalars.js';

export const AuthorityState = Object.fromEntries(
  AUTHORITY_STATES.map((state) => [state.toUpperCase(), state]),
) as Record<Uppercase<State>, State>;
registerEnumType(AuthorityState, {
  name: 'AuthorityState',
  description: 'Whether a person may practise under a certification; apart from whether they hold it.',
  valuesMap: {
    AUTHORISED: { description: 'May practise; counts for cover.' },
    SUPERVISED: { description: 'Only under supervision; shown apart in cover.' },
    RESTRICTED: { description: 'Within limits; does not count.' },
    SUSPENDED: { description: 'May not practise until an officer says otherwise.' },
    LAPSED: { description: 'Ran out with the award; Lantern alone records it.' },
  },
});

@ObjectType('AuthorityRecord', {
  description: 'One entry in the history of a person’s authority to practise.',
})
export class AuthorityRecordType {
  @Field(() => ID, { description: 'The record.' })
  id!: string;

  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field({ description: 'Code of the certification.' })
  certificationCode!: string;

  @Field(() => AuthorityState, { description: 'What was recorded.' })
  state!: State;

  @Field(() => DateScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The last day, included; null without end.' })
  to!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The named officer; null when Lantern acted under a rule.',
  })
  by!: string | null;

  @Field({ description: 'named-officer, award-ran-out, award-withdrawn or failed-proficiency-test.' })
  ground!: string;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;
}

@InputType({ description: 'The decision of the officer who may give authority.' })
export class RecordAuthorityInput {
  @Field(() => ID, { description: 'The person; never oneself: AUTHORITY_OWN.' })
  personId!: string;

  @Field({ description: 'Code of the certification.' })
  certificationCode!: string;

  @Field(() => AuthorityState, { description: 'Any but LAPSED. Refused: AUTHORITY_LAPSES_BY_ITSELF.' })
  state!: State;

  @Field(() => DateScalar, { description: 'The first day, today or later. Refused: AUTHORITY_BACKDATED.' })
  from!: CalendarDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day, included. Refused: AUTHORITY_ENDS_BEFORE_IT_BEGINS.',
  })
  to?: CalendarDate | null;

  @Field({ description: 'Why, in 1 to 2,000 characters. Refused otherwise: AUTHORITY_REASON_MISSING.' })
  reason!: string;
}

export const RecordAuthorityResult = resultOf('RecordAuthority', AuthorityRecordType);

/** A record for the API. */
export function authorityType(record: AuthorityRecord): AuthorityRecordType {
  return record;
}
