import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** What certification refuses. Welsh: draft. */
export const refusal = defineRefusals({
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
