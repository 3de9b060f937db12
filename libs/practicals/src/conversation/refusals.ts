import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** Every "no" about conversations. The Welsh is draft until a translator has checked it. */
export const refusal = defineRefusals({
  CONVERSATION_NOT_ENROLLED: {
    rule: 'PRA-20',
    en: 'This person is not enrolled on {courseCode}. Let them enrol first, then record the conversation.',
    cy: 'Nid yw’r person hwn wedi cofrestru ar {courseCode}. Gadewch iddynt gofrestru yn gyntaf, yna cofnodwch y sgwrs.',
  },
  CONVERSATION_WITH_ONESELF: {
    rule: 'PRA-21',
    en: 'Nobody records a conversation with themselves. Ask your supervisor to record it.',
    cy: 'Nid oes neb yn cofnodi sgwrs â nhw eu hunain. Gofynnwch i’ch goruchwyliwr ei chofnodi.',
  },
  CONVERSATION_IN_FUTURE: {
    rule: 'PRA-22',
    en: 'This day is still to come. Record the conversation once it was held.',
    cy: 'Mae’r diwrnod hwn eto i ddod. Cofnodwch y sgwrs ar ôl ei chynnal.',
  },
  CONVERSATION_TOO_EARLY: {
    rule: 'PRA-22',
    en: 'On this day the person was not enrolled yet. Give the day of a conversation that was held for this course.',
    cy: 'Nid oedd y person wedi cofrestru eto ar y diwrnod hwn. Rhowch ddiwrnod sgwrs a gynhaliwyd ar gyfer y cwrs hwn.',
  },
  CONVERSATION_CONFIRMED: {
    rule: 'PRA-23',
    en: 'A conversation is confirmed by both already, so this part of the course is done. There is nothing more to do.',
    cy: 'Mae sgwrs eisoes wedi’i chadarnhau gan y ddau, felly mae’r rhan hon o’r cwrs wedi’i gwneud. Nid oes dim mwy i’w wneud.',
  },
  CONVERSATION_TAKEN_BACK: {
    rule: 'PRA-23',
    en: 'This record was taken back. If the conversation was held, ask the supervisor to record it again.',
    cy: 'Cafodd y cofnod hwn ei dynnu’n ôl. Os cynhaliwyd y sgwrs, gofynnwch i’r goruchwyliwr ei chofnodi eto.',
  },
  CONVERSATION_WAITS: {
    rule: 'PRA-24',
    en: 'Another conversation waits for this person to confirm it. Let them confirm it, or have it taken back first.',
    cy: 'Mae sgwrs arall yn aros i’r person hwn ei chadarnhau. Gadewch iddynt ei chadarnhau, neu gofynnwch am ei thynnu’n ôl yn gyntaf.',
  },
  CONVERSATION_OWN_RECORD: {
    rule: 'PRA-25',
    en: 'You recorded this conversation, so the other person confirms it. Ask them to.',
    cy: 'Chi a gofnododd y sgwrs hon, felly y person arall sy’n ei chadarnhau. Gofynnwch iddynt wneud hynny.',
  },
});
