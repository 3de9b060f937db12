import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** Every "no" about invigilated sittings. The Welsh is draft until a translator has checked it. */
export const refusal = defineRefusals({
  START_CODE_WRONG: {
    rule: 'ASM-95',
    en: 'That is not the start code of this sitting at this moment. Ask your invigilator for the code and type it again.',
    cy: 'Nid dyna god cychwyn y sesiwn hon ar hyn o bryd. Gofynnwch i’ch goruchwyliwr arholiad am y cod a theipiwch ef eto.',
  },
  START_CODE_THROTTLED: {
    rule: 'ASM-95',
    en: 'Too many wrong codes were typed. Wait until {until, time, short}, ask your invigilator for the code, and type it then.',
    cy: 'Teipiwyd gormod o godau anghywir. Arhoswch tan {until, time, short}, gofynnwch i’ch goruchwyliwr arholiad am y cod, a theipiwch ef bryd hynny.',
  },
  SITTING_NOT_INVIGILATED: {
    rule: 'ASM-96',
    en: 'This sitting is not an invigilated one. Make an invigilated sitting instead.',
    cy: 'Nid yw’r sesiwn hon yn un dan oruchwyliaeth. Crëwch sesiwn dan oruchwyliaeth yn lle hynny.',
  },
  NOT_AN_INVIGILATOR: {
    rule: 'ASM-96',
    en: 'Only people who hold the invigilator’s role today can be assigned. Ask your administrator to grant it, or choose others.',
    cy: 'Dim ond pobl sydd â rôl goruchwyliwr arholiad heddiw y gellir eu pennu. Gofynnwch i’ch gweinyddwr ei rhoi, neu dewiswch eraill.',
  },
  INVIGILATOR_SITS: {
    rule: 'ASM-96',
    en: 'Nobody invigilates a sitting in which they hold a place, or sits in one that they invigilate. Choose somebody else, or another sitting.',
    cy: 'Nid oes neb yn goruchwylio sesiwn y mae ganddynt le ynddi, nac yn sefyll mewn un y maent yn ei goruchwylio. Dewiswch rywun arall, neu sesiwn arall.',
  },
  INCIDENT_MALFORMED: {
    rule: 'ASM-97',
    en: 'An incident has a note of 3 to 2,000 characters and a time that is not in the future, within a day of the sitting. Correct it and send it again.',
    cy: 'Mae gan ddigwyddiad nodyn o 3 i 2,000 o nodau ac amser nad yw yn y dyfodol, o fewn diwrnod i’r sesiwn. Cywirwch ef a’i anfon eto.',
  },
});
