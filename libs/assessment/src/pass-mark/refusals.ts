import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** Every "no" about pass marks and the panels that judge them. The Welsh is draft until a translator has checked it. */
export const refusal = defineRefusals({
  PANEL_ITEM_UNKNOWN: {
    rule: 'ASM-161',
    en: '{itemKey} is not an item that papers of this course may draw today. Take it out, or have it approved first.',
    cy: 'Nid yw {itemKey} yn eitem y caiff papurau’r cwrs hwn ei thynnu heddiw. Tynnwch hi allan, neu gofynnwch am ei chymeradwyo yn gyntaf.',
  },
  PANEL_TOO_SMALL: {
    rule: 'ASM-161',
    en: 'A panel judges 1 to 200 items, each named once, and has {least} to {most} judges. Change the lists.',
    cy: 'Mae panel yn barnu 1 i 200 o eitemau, pob un wedi’i henwi unwaith, ac mae ganddo {least} i {most} o feirniaid. Newidiwch y rhestrau.',
  },
  NOT_A_JUDGE: {
    rule: 'ASM-161',
    en: 'Judges are people of the College who may rate items today. Ask the College’s administrator to grant the role, or name others.',
    cy: 'Pobl o’r Coleg sy’n cael graddio eitemau heddiw yw’r beirniaid. Gofynnwch i weinyddwr y Coleg roi’r rôl, neu enwch eraill.',
  },
  PANEL_OPEN_ALREADY: {
    rule: 'ASM-161',
    en: 'A panel for this component is still at work. Finish or end it first.',
    cy: 'Mae panel ar gyfer y gydran hon yn dal wrth ei waith. Gorffennwch neu diweddwch ef yn gyntaf.',
  },
  PANEL_NOT_RATING: {
    rule: 'ASM-162',
    en: 'This panel takes no ratings any more. Look at what it came to.',
    cy: 'Nid yw’r panel hwn yn derbyn graddau bellach. Edrychwch ar ei ganlyniad.',
  },
  RATINGS_INCOMPLETE: {
    rule: 'ASM-162',
    en: 'Rate every item of the panel once, with a whole number from 0 to 100. {missing, plural, one {# item is missing or malformed} other {# items are missing or malformed}}.',
    cy: 'Graddiwch bob eitem o’r panel unwaith, â rhif cyfan o 0 i 100. Mae {missing} ar goll neu o’r ffurf anghywir.',
  },
  PANEL_TOO_FEW_RATED: {
    rule: 'ASM-162',
    en: 'At least {least} judges must have rated before the round is closed; {rated} have. Ask the others to rate.',
    cy: 'Rhaid i o leiaf {least} o feirniaid fod wedi graddio cyn cau’r rownd; mae {rated} wedi gwneud. Gofynnwch i’r lleill raddio.',
  },
  PANEL_NOT_CLOSED: {
    rule: 'ASM-164',
    en: 'The pass mark is decided once, after the second round is closed. Close the rounds first, or open another panel.',
    cy: 'Penderfynir y marc pasio unwaith, ar ôl cau’r ail rownd. Caewch y rowndiau yn gyntaf, neu agorwch banel arall.',
  },
  PASS_MARK_JUDGED: {
    rule: 'ASM-164',
    en: 'Nobody decides on a pass mark for which they were a judge. Ask another publisher.',
    cy: 'Nid oes neb yn penderfynu ar farc pasio y buont yn feirniad arno. Gofynnwch i gyhoeddwr arall.',
  },
  PASS_MARK_STEPS: {
    rule: 'ASM-164',
    en: 'A pass mark is moved by at most {most} standard errors, in halves. Choose fewer.',
    cy: 'Symudir marc pasio gan hyd at {most} o gyfeiliornadau safonol, fesul hanner. Dewiswch lai.',
  },
  PASS_MARK_REASON_MISSING: {
    rule: 'ASM-164',
    en: 'Whoever moves the pass mark off what the panel came to says why, in 10 to 500 characters. Write the reason.',
    cy: 'Mae pwy bynnag sy’n symud y marc pasio oddi wrth ganlyniad y panel yn dweud pam, mewn 10 i 500 o nodau. Ysgrifennwch y rheswm.',
  },
  PASS_MARK_OUT_OF_RANGE: {
    rule: 'ASM-164',
    en: 'That would be a pass mark of {percent} per cent; it must be from 1 to 100. Move it less.',
    cy: 'Byddai hynny’n farc pasio o {percent} y cant; rhaid iddo fod o 1 i 100. Symudwch ef lai.',
  },
});
