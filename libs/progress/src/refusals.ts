import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** What progress refuses. Welsh: draft. */
export const refusal = defineRefusals({
  COURSE_IS_OUTLINE: {
    rule: 'PRG-01',
    en: 'This course is an outline: its lessons are not written yet, so nobody can be enrolled. Choose a course that is complete.',
    cy: 'Amlinelliad yw’r cwrs hwn: nid yw ei wersi wedi’u hysgrifennu eto, felly ni ellir cofrestru neb. Dewiswch gwrs sy’n gyflawn.',
  },
  NOBODY_NAMED: {
    rule: 'PRG-03',
    en: 'Nobody was named, or nobody is posted to those units today. Name people or choose other units.',
    cy: 'Ni enwyd neb, neu nid oes neb wedi’i bostio i’r unedau hynny heddiw. Enwch bobl neu dewiswch unedau eraill.',
  },
  TOO_MANY_PEOPLE: {
    rule: 'PRG-03',
    en: 'That is {count, number} people; at most {limit, number} are enrolled at once. Choose smaller units.',
    cy: 'Mae hynny’n {count, number} o bobl; cofrestrir {limit, number} ar y tro ar y mwyaf. Dewiswch unedau llai.',
  },
  DUE_DATE_PAST: {
    rule: 'PRG-04',
    en: 'The due date has passed. Choose today or a later day.',
    cy: 'Mae’r dyddiad dyledus wedi mynd heibio. Dewiswch heddiw neu ddiwrnod diweddarach.',
  },
  CHOICE_MISSING: {
    rule: 'PRG-06',
    en: 'Choose an answer first.',
    cy: 'Dewiswch ateb yn gyntaf.',
  },
  CHOICE_UNKNOWN: {
    rule: 'PRG-06',
    en: 'One of the choices does not belong to this question. Choose from the answers shown.',
    cy: 'Nid yw un o’r dewisiadau yn perthyn i’r cwestiwn hwn. Dewiswch o’r atebion a ddangosir.',
  },
  ONE_CHOICE_ONLY: {
    rule: 'PRG-06',
    en: 'This question takes one answer. Choose one only.',
    cy: 'Un ateb sydd i’r cwestiwn hwn. Dewiswch un yn unig.',
  },
  ACTIVITY_NOT_OPENED: {
    rule: 'PRG-07',
    en: 'Open this activity before you complete it.',
    cy: 'Agorwch y gweithgaredd hwn cyn ei gwblhau.',
  },
  CHECKS_UNANSWERED: {
    rule: 'PRG-07',
    en: '{count, plural, one {# question of this activity is} other {# questions of this activity are}} still unanswered. Answer them, then complete it.',
    cy: 'Mae {count, plural, other {# cwestiwn}} o’r gweithgaredd hwn heb eu hateb o hyd. Atebwch hwy, yna cwblhewch ef.',
  },
  SCORE_TOO_LOW: {
    rule: 'PRG-07',
    en: 'You have {score, number}% right and need {needed, number}%. Look at the reasons and answer again.',
    cy: 'Mae gennych {score, number}% yn gywir ac mae angen {needed, number}%. Edrychwch ar y rhesymau ac atebwch eto.',
  },
  ACTIVITY_ASSESSED: {
    rule: 'PRG-08',
    en: 'An assessment is completed by its result. Book a sitting to take it.',
    cy: 'Cwblheir asesiad gan ei ganlyniad. Archebwch le mewn eisteddiad i’w gymryd.',
  },
  CYCLE_UNDER_WAY: {
    rule: 'PRG-10',
    en: 'The present cycle is not complete, so a new one cannot begin. Finish the course first.',
    cy: 'Nid yw’r cylch presennol wedi’i gwblhau, felly ni all un newydd ddechrau. Gorffennwch y cwrs yn gyntaf.',
  },
});
