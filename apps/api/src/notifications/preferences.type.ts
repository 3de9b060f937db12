import { type Preferences, PURPOSES, type Purpose } from '@app/notifications';
import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { resultOf } from '../edge/refused.js';

export const PurposeEnum = Object.fromEntries(PURPOSES.map((purpose) => [purpose, purpose])) as {
  readonly [P in Purpose]: P;
};
registerEnumType(PurposeEnum, {
  name: 'NotificationPurpose',
  description: 'What a message is for.',
  valuesMap: {
    ACCOUNT: { description: 'Invitations and passwords. Its mail cannot be switched off.' },
    AUTHORITY: {
      description: 'What you may practise, and what has run out. Its mail cannot be switched off.',
    },
    ESCALATIONS: { description: 'What is overdue among your people. Its mail cannot be switched off.' },
    SITTINGS: { description: 'Places and assessments to come.' },
    REMINDERS: { description: 'What is due soon or overdue.' },
    RESULTS: { description: 'Results that are ready.' },
    AWARDS: { description: 'Awards that you have earned.' },
  },
});

@ObjectType('NotificationPreferences', {
  description: 'How you want to be told. Notices inside Lantern are always left.',
})
export class NotificationPreferencesType {
  @Field(() => [PurposeEnum], { description: 'Purposes of which you want no mail.' })
  mailOff!: readonly Purpose[];

  @Field(() => String, {
    nullable: true,
    description: 'From when no mail is sent, `HH:MM` by London’s clocks; null: mail at any hour.',
  })
  quietFrom!: string | null;

  @Field(() => String, { nullable: true, description: 'Until when no mail is sent; null with `quietFrom`.' })
  quietTo!: string | null;
}

@InputType({ description: 'How you want to be told; it replaces what was said before.' })
export class SetNotificationPreferencesInput {
  @Field(() => [PurposeEnum], { description: 'Purposes of which you want no mail.' })
  mailOff!: Purpose[];

  @Field(() => String, {
    nullable: true,
    description: 'From when no mail is sent, `HH:MM`; over midnight when later than `quietTo`. Null with it.',
  })
  quietFrom?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Until when no mail is sent, `HH:MM`. Null with `quietFrom`.',
  })
  quietTo?: string | null;
}

export const SetNotificationPreferencesResult = resultOf(
  'SetNotificationPreferences',
  NotificationPreferencesType,
);

/** Preferences as the API shows them. */
export function preferencesType({ mailOff, quiet }: Preferences): NotificationPreferencesType {
  return { mailOff, quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null };
}

/** Preferences as the API takes them; one quiet hour without the other is none that holds. */
export function preferencesOf({ mailOff, quietFrom, quietTo }: SetNotificationPreferencesInput): Preferences {
  const [from, to] = [quietFrom ?? null, quietTo ?? null];
  return { mailOff, quiet: from === null && to === null ? null : { from: from ?? '', to: to ?? '' } };
}
