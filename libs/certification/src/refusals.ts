import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** What certification refuses. Welsh: draft. */
export const refusal = defineRefusals({
  AWARD_OWN: {
    rule: 'CRT-30',
    en: 'Nobody extends or withdraws an award of their own. Ask somebody else who may.',
    cy: 'Nid oes neb yn ymestyn na thynnu’n ôl ei ddyfarniad ei hun. Gofynnwch i rywun arall sydd â’r hawl.',
  },
  AWARD_REASON_MISSING: {
    rule: 'CRT-30',
    en: 'Say why, in at most {most} characters: the record keeps the reason.',
    cy: 'Dywedwch pam, mewn dim mwy na {most} o nodau: mae’r cofnod yn cadw’r rheswm.',
  },
  AWARD_VALIDITY_WRONG: {
    rule: 'CRT-02',
    en: 'An award is valid for 1 to 120 calendar months. Ask the College to correct the course.',
    cy: 'Mae dyfarniad yn ddilys am 1 i 120 o fisoedd calendr. Gofynnwch i’r Coleg gywiro’r cwrs.',
  },
  COMPONENT_VERSION_UNKNOWN: {
    rule: 'CRT-04',
    en: 'The course version that this component belongs to is not published. Look at the attempt that named it.',
    cy: 'Nid yw’r fersiwn o’r cwrs y mae’r gydran hon yn perthyn iddi wedi’i chyhoeddi. Edrychwch ar yr ymgais a’i henwodd.',
  },
});
