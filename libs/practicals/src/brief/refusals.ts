import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** Every "no" about briefs. The Welsh is draft until a translator has checked it. */
export const refusal = defineRefusals({
  BRIEF_TASKS: {
    rule: 'PRA-50',
    en: 'The brief of {componentKey} needs one or more tasks, each with a key of its own and words that say what to do. Complete them.',
    cy: 'Mae angen un dasg neu ragor ar friff {componentKey}, pob un â’i hallwedd ei hun a geiriau sy’n dweud beth i’w wneud. Cwblhewch nhw.',
  },
  BRIEF_CRITERIA: {
    rule: 'PRA-50',
    en: 'The brief of {componentKey} needs one or more criteria, each with a key of its own and words that say what is seen. Complete them.',
    cy: 'Mae angen un maen prawf neu ragor ar friff {componentKey}, pob un â’i allwedd ei hun a geiriau sy’n dweud beth a welir. Cwblhewch nhw.',
  },
  BRIEF_FORM: {
    rule: 'PRA-50',
    en: 'The brief of {componentKey} says things that its form ({form}) has no use for. Take them out, or choose the right form.',
    cy: 'Mae briff {componentKey} yn dweud pethau nad oes gan ei ffurf ({form}) ddefnydd iddynt. Tynnwch nhw, neu dewiswch y ffurf gywir.',
  },
  BRIEF_RUBRIC: {
    rule: 'PRA-51',
    en: 'Task {task}: each line of its rubric has a criterion and points in steps of 0.5 above 0; either every task of a brief has one or none has. Correct it.',
    cy: 'Tasg {task}: mae gan bob llinell o’i chyfarwyddyd marcio faen prawf a phwyntiau mewn camau o 0.5 uwchlaw 0; naill ai mae gan bob tasg mewn briff un neu nid oes gan yr un. Cywirwch ef.',
  },
  BRIEF_PARTS: {
    rule: 'PRA-52',
    en: 'The brief of {componentKey} has parts to play: exactly one is the candidate’s, and each has a key and words of its own. Correct them.',
    cy: 'Mae gan friff {componentKey} rannau i’w chwarae: mae un yn union yn perthyn i’r ymgeisydd, ac mae gan bob un allwedd a geiriau ei hun. Cywirwch nhw.',
  },
  BRIEF_SHARES: {
    rule: 'PRA-53',
    en: 'The brief of {componentKey} is for a group: at least one task is shared, at least one is each member’s own, and the shared part counts 1 to 99 per cent. Correct it.',
    cy: 'Mae briff {componentKey} ar gyfer grŵp: mae o leiaf un dasg yn gyffredin, mae o leiaf un yn perthyn i bob aelod, ac mae’r rhan gyffredin yn cyfrif 1 i 99 y cant. Cywirwch ef.',
  },
  BRIEF_NUMBERS: {
    rule: 'PRA-54',
    en: 'The brief of {componentKey}: {what} is out of range. It is a whole number from {from, number} to {to, number}.',
    cy: 'Briff {componentKey}: mae {what} y tu allan i’r ystod. Rhif cyfan o {from, number} i {to, number} ydyw.',
  },
});
