import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** What authority to practise refuses. Welsh: draft. */
export const refusal = defineRefusals({
  AUTHORITY_BACKDATED: {
    rule: 'STD-21',
    en: 'Authority begins today or later: what was true in the past stays as it was. Choose a first day that is not past.',
    cy: 'Mae awdurdod yn dechrau heddiw neu’n hwyrach: mae’r hyn a oedd yn wir yn y gorffennol yn aros fel yr oedd. Dewiswch ddiwrnod cyntaf nad yw wedi mynd heibio.',
  },
  AUTHORITY_ENDS_BEFORE_IT_BEGINS: {
    rule: 'STD-21',
    en: 'The last day lies before the first. Correct one of the two dates.',
    cy: 'Mae’r diwrnod olaf cyn y cyntaf. Cywirwch un o’r ddau ddyddiad.',
  },
  AUTHORITY_REASON_MISSING: {
    rule: 'STD-22',
    en: 'Say why, in at most {most} characters: the record keeps the reason.',
    cy: 'Dywedwch pam, mewn dim mwy na {most} o nodau: mae’r cofnod yn cadw’r rheswm.',
  },
  AUTHORITY_OWN: {
    rule: 'STD-22',
    en: 'Nobody gives or takes authority of their own. Ask another officer who may.',
    cy: 'Nid oes neb yn rhoi na chymryd ei awdurdod ei hun. Gofynnwch i swyddog arall sydd â’r hawl.',
  },
  AUTHORITY_LAPSES_BY_ITSELF: {
    rule: 'STD-22',
    en: 'Authority lapses by itself when the award runs out. To take it away, suspend it.',
    cy: 'Mae awdurdod yn dod i ben ohono’i hun pan ddaw’r dyfarniad i ben. I’w gymryd ymaith, ataliwch ef.',
  },
});
