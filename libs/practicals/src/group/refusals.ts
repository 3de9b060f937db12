import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** Every "no" about group cases. The Welsh is draft until a translator has checked it. */
export const refusal = defineRefusals({
  GROUP_WEIGHTS: {
    rule: 'PRA-41',
    en: 'The shared and the own part of a group case are whole per cents that add up to 100. Correct them.',
    cy: 'Mae rhan gyffredin a rhan bersonol achos grŵp yn ganrannau cyfan sy’n adio i 100. Cywirwch hwy.',
  },
  GROUP_SUBMITTED: {
    rule: 'PRA-42',
    en: 'This group has handed its case in, so nobody joins or leaves it now. Load the page again to see how it stands.',
    cy: 'Mae’r grŵp hwn wedi cyflwyno ei achos, felly nid oes neb yn ymuno ag ef na’i adael nawr. Llwythwch y dudalen eto i weld sut y mae’n sefyll.',
  },
  GROUP_NOT_A_MEMBER: {
    rule: 'PRA-42',
    en: 'This person is not in the group, or is in it no more. Choose one of its members.',
    cy: 'Nid yw’r person hwn yn y grŵp, neu nid yw ynddo mwyach. Dewiswch un o’i aelodau.',
  },
  GROUP_TOO_SMALL: {
    rule: 'PRA-43',
    en: 'A group case is handed in by at least two people who are there. Let others join, or end the group.',
    cy: 'Mae achos grŵp yn cael ei gyflwyno gan o leiaf ddau berson sy’n bresennol. Gadewch i eraill ymuno, neu dewch â’r grŵp i ben.',
  },
});
