import type { Language } from '@app/platform/context/request-context.js';
import type { Encoding } from './past-import.js';

const SURE = {
  en: 'The file was read as {form}.',
  cy: 'Darllenwyd y ffeil fel {form}.',
} as const;

/** Welsh: draft. */
const TEXTS: Record<Encoding, Readonly<Record<Language, string>>> = {
  'utf-8': formed('UTF-8'),
  'utf-16le': formed('UTF-16'),
  'utf-16be': formed('UTF-16'),
  'windows-1252': {
    en: 'The file is no UTF-8 and was read as Windows-1252. Look at names with accents before you apply it; where they are wrong, save it as UTF-8 and upload it again.',
    cy: 'Nid yw’r ffeil yn UTF-8 ac fe’i darllenwyd fel Windows-1252. Edrychwch ar enwau ag acenion cyn ei chymhwyso; lle maent yn anghywir, cadwch hi fel UTF-8 a’i llwytho eto.',
  },
};

function formed(form: string): Readonly<Record<Language, string>> {
  return { en: SURE.en.replace('{form}', form), cy: SURE.cy.replace('{form}', form) };
}

/** STD-42. How a file was read, and what to look at where that was a guess. */
export function encodingWords(encoding: Encoding, language: Language): string {
  return TEXTS[encoding][language];
}
