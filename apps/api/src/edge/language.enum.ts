import { registerEnumType } from '@nestjs/graphql';

/** The two languages as the API names them. */
export const LanguageEnum = { EN: 'en', CY: 'cy' } as const;
registerEnumType(LanguageEnum, {
  name: 'Language',
  description: 'A language in which a person can be spoken to.',
  valuesMap: { EN: { description: 'English.' }, CY: { description: 'Welsh.' } },
});
