import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** Every "no" about rests, recalls and voided attempts. The Welsh is draft until a translator has checked it. */
export const refusal = defineRefusals({
  NO_REST_LEFT: {
    rule: 'ASM-89',
    en: 'You have no rest break left in this attempt. Go on with your paper.',
    cy: 'Nid oes gennych seibiant ar ôl yn yr ymgais hon. Ewch ymlaen â’ch papur.',
  },
  ON_REST: {
    rule: 'ASM-89',
    en: 'You are on a rest break until {until, time, short}, so this was not saved. End the break first, then answer.',
    cy: 'Rydych ar seibiant tan {until, time, short}, felly ni chadwyd hwn. Gorffennwch y seibiant yn gyntaf, yna atebwch.',
  },
  ATTEMPT_SUSPENDED: {
    rule: 'ASM-90',
    en: 'This attempt stands still for an operational recall, so nothing is saved. Go on with it when your supervisor has confirmed the recall.',
    cy: 'Mae’r ymgais hon wedi’i hatal oherwydd galwad weithredol, felly ni chedwir dim. Ewch ymlaen â hi pan fydd eich goruchwyliwr wedi cadarnhau’r alwad.',
  },
  ATTEMPT_STANDS_STILL: {
    rule: 'ASM-90',
    en: 'This attempt is over, so its clock can no longer be stopped. Look at the attempt to see how it ended.',
    cy: 'Mae’r ymgais hon ar ben, felly ni ellir atal ei chloc mwyach. Edrychwch ar yr ymgais i weld sut y daeth i ben.',
  },
  RECALL_OWN: {
    rule: 'ASM-91',
    en: 'A recall is confirmed by a supervisor other than the candidate and whoever asked for it. Ask another supervisor.',
    cy: 'Cadarnheir galwad gan oruchwyliwr heblaw’r ymgeisydd a phwy bynnag a ofynnodd amdani. Gofynnwch i oruchwyliwr arall.',
  },
  RECALL_NONE: {
    rule: 'ASM-91',
    en: 'This attempt is not suspended for a recall. Load the page again to see how it stands.',
    cy: 'Nid yw’r ymgais hon wedi’i hatal oherwydd galwad. Llwythwch y dudalen eto i weld sut y mae’n sefyll.',
  },
  RECALL_UNCONFIRMED: {
    rule: 'ASM-92',
    en: 'No supervisor has confirmed this recall yet. Ask yours to, or withdraw the recall: the time since then counts as used.',
    cy: 'Nid oes goruchwyliwr wedi cadarnhau’r alwad hon eto. Gofynnwch i’ch un chi wneud, neu tynnwch yr alwad yn ôl: mae’r amser ers hynny’n cyfrif fel amser a ddefnyddiwyd.',
  },
  RECALL_CONFIRMED: {
    rule: 'ASM-92',
    en: 'A supervisor has confirmed this recall, so it can no longer be withdrawn or turned down. Go on with the attempt instead.',
    cy: 'Mae goruchwyliwr wedi cadarnhau’r alwad hon, felly ni ellir ei thynnu’n ôl na’i gwrthod mwyach. Ewch ymlaen â’r ymgais yn lle hynny.',
  },
  RECALL_BANK_SHORT: {
    rule: 'ASM-93',
    en: 'Too few questions are left that you have not seen, so this attempt cannot go on fairly. Ask your training lead to void it: it will not count as used.',
    cy: 'Mae rhy ychydig o gwestiynau ar ôl nad ydych wedi’u gweld, felly ni all yr ymgais hon fynd ymlaen yn deg. Gofynnwch i’ch arweinydd hyfforddi ei dirymu: ni fydd yn cyfrif fel un a ddefnyddiwyd.',
  },
  ITEM_LOCKED: {
    rule: 'ASM-94',
    en: 'You answered this question before you were called away. That answer stands; go on with the questions that are new.',
    cy: 'Atebasoch y cwestiwn hwn cyn i chi gael eich galw i ffwrdd. Mae’r ateb hwnnw’n sefyll; ewch ymlaen â’r cwestiynau newydd.',
  },
  VOID_REASON_MISSING: {
    rule: 'ASM-98',
    en: 'Say why, in 10 to 2,000 characters: the candidate will read it.',
    cy: 'Dywedwch pam, mewn 10 i 2,000 o nodau: bydd yr ymgeisydd yn ei ddarllen.',
  },
  VOID_OWN_PROPOSAL: {
    rule: 'ASM-98',
    en: 'An attempt is voided by two people, neither of them its candidate. Ask a colleague to decide.',
    cy: 'Dirymir ymgais gan ddau berson, heb i’r un ohonynt fod yn ymgeisydd iddi. Gofynnwch i gydweithiwr benderfynu.',
  },
  VOID_NOT_PROPOSED: {
    rule: 'ASM-98',
    en: 'Nobody has proposed to void this attempt, or it has been decided. Propose it first.',
    cy: 'Nid oes neb wedi cynnig dirymu’r ymgais hon, neu mae wedi’i benderfynu. Cynigiwch hynny yn gyntaf.',
  },
  VOID_PROPOSED: {
    rule: 'ASM-98',
    en: 'Somebody has proposed to void this attempt already. Ask a second person to decide.',
    cy: 'Mae rhywun eisoes wedi cynnig dirymu’r ymgais hon. Gofynnwch i ail berson benderfynu.',
  },
  ATTEMPT_VOIDED: {
    rule: 'ASM-98',
    en: 'This attempt has been voided and no longer counts. Look at the attempt to see why, and what you may do next.',
    cy: 'Mae’r ymgais hon wedi’i dirymu ac nid yw’n cyfrif mwyach. Edrychwch ar yr ymgais i weld pam, a beth y cewch ei wneud nesaf.',
  },
});
