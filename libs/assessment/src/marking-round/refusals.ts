import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** Every "no" about marking by people; the rules are in RULES.md. The Welsh is draft. */
export const refusal = defineRefusals({
  RESPONSE_NOT_MARKED_YET: {
    rule: 'ASM-110',
    en: 'This response still waits for its markers. Come back when its marking is complete.',
    cy: 'Mae’r ymateb hwn yn dal i aros am ei farcwyr. Dewch yn ôl pan fydd y marcio wedi’i gwblhau.',
  },
  ROUND_TERMS_MALFORMED: {
    rule: 'ASM-111',
    en: 'These terms of marking cannot be. A sample is 1 to 99 per cent (0 without a sample), a review 0 to 100 per cent, and a tolerance is in half points from 0.',
    cy: 'Ni all y telerau marcio hyn fod. Mae sampl yn 1 i 99 y cant (0 heb sampl), adolygiad yn 0 i 100 y cant, a goddefiant mewn hanner pwyntiau o 0.',
  },
  ROUND_COMPONENT_UNKNOWN: {
    rule: 'ASM-111',
    en: 'The course has no such component that people mark. Choose a component of its published version.',
    cy: 'Nid oes gan y cwrs elfen o’r fath y mae pobl yn ei marcio. Dewiswch elfen o’i fersiwn gyhoeddedig.',
  },
  ROUND_ALREADY_OPEN: {
    rule: 'ASM-112',
    en: 'A marking round of this component is open already, on other terms. Use that round.',
    cy: 'Mae rownd farcio o’r elfen hon eisoes ar agor, ar delerau eraill. Defnyddiwch y rownd honno.',
  },
  NOT_AN_ASSESSOR: {
    rule: 'ASM-113',
    en: 'This person does not hold the assessor’s role today. Ask an administrator to grant it, then name them.',
    cy: 'Nid yw’r person hwn yn dal rôl yr asesydd heddiw. Gofynnwch i weinyddwr ei rhoi, yna enwch nhw.',
  },
  MARKER_CONFLICT: {
    rule: 'ASM-115',
    en: 'You may not judge this response: its candidate is somebody whom your work has to do with. Hand it on.',
    cy: 'Ni chewch farnu’r ymateb hwn: mae’r ymgeisydd yn rhywun y mae a wnelo eich gwaith ag ef. Trosglwyddwch ef.',
  },
  ASSESSOR_NOT_IN_DATE: {
    rule: 'ASM-116',
    en: 'You are not in date in {skill} at level {level} today, which marking this needs. Hand it on, and renew the skill.',
    cy: 'Nid ydych yn gyfredol yn {skill} ar lefel {level} heddiw, sydd ei angen i farcio hwn. Trosglwyddwch ef, ac adnewyddwch y sgil.',
  },
  ASSESSOR_ROLE_ENDED: {
    rule: 'ASM-116',
    en: 'You do not hold the assessor’s role for this today. Ask your administrator if you should.',
    cy: 'Nid ydych yn dal rôl yr asesydd ar gyfer hyn heddiw. Gofynnwch i’ch gweinyddwr a ddylech.',
  },
  CRITERION_UNKNOWN: {
    rule: 'ASM-119',
    en: 'The rubric has no criterion {criterion}: it has {count}. Mark the criteria that it has.',
    cy: 'Nid oes maen prawf {criterion} yn y cyfarwyddyd marcio: mae ganddo {count}. Marciwch y meini prawf sydd ynddo.',
  },
  CRITERION_MISSING: {
    rule: 'ASM-119',
    en: 'Criterion {criterion} has no points yet. Give every criterion its points, 0 included.',
    cy: 'Nid oes pwyntiau i faen prawf {criterion} eto. Rhowch ei bwyntiau i bob maen prawf, gan gynnwys 0.',
  },
  CRITERION_TWICE: {
    rule: 'ASM-119',
    en: 'Criterion {criterion} was marked twice. Give it its points once.',
    cy: 'Cafodd maen prawf {criterion} ei farcio ddwywaith. Rhowch ei bwyntiau iddo unwaith.',
  },
  POINTS_OUT_OF_RANGE: {
    rule: 'ASM-119',
    en: 'Criterion {criterion} takes 0 to {most} points, in halves. Correct its points.',
    cy: 'Mae maen prawf {criterion} yn cymryd 0 i {most} pwynt, mewn haneri. Cywirwch ei bwyntiau.',
  },
  COMMENT_TOO_LONG: {
    rule: 'ASM-119',
    en: 'A comment has at most {most} characters. Shorten it.',
    cy: 'Mae gan sylw {most} nod ar y mwyaf. Byrhewch ef.',
  },
  MARK_GIVEN: {
    rule: 'ASM-120',
    en: 'You have marked this response. To change the mark, withdraw it first and say why.',
    cy: 'Rydych wedi marcio’r ymateb hwn. I newid y marc, tynnwch ef yn ôl yn gyntaf a dywedwch pam.',
  },
  MARK_IN_REVIEW: {
    rule: 'ASM-120',
    en: 'This response has its final mark, so only the moderator can withdraw a mark of it now. Ask the moderator.',
    cy: 'Mae gan yr ymateb hwn ei farc terfynol, felly dim ond y cymedrolwr all dynnu marc yn ôl nawr. Gofynnwch i’r cymedrolwr.',
  },
  MARKING_REASON_MISSING: {
    rule: 'ASM-127',
    en: 'Say why, in 3 to 500 characters: the record keeps the reason.',
    cy: 'Dywedwch pam, mewn 3 i 500 o nodau: mae’r cofnod yn cadw’r rheswm.',
  },
  MODERATOR_MARKED: {
    rule: 'ASM-122',
    en: 'You are one of this response’s markers, so you cannot moderate it. Ask another moderator.',
    cy: 'Rydych yn un o farcwyr yr ymateb hwn, felly ni allwch ei gymedroli. Gofynnwch i gymedrolwr arall.',
  },
  RESPONSE_RELEASED: {
    rule: 'ASM-123',
    en: 'The mark of this response is released, so nobody changes it here any more. A regrade or an appeal can.',
    cy: 'Mae marc yr ymateb hwn wedi’i ryddhau, felly nid oes neb yn ei newid yma mwyach. Gall ailraddio neu apêl wneud hynny.',
  },
  RESPONSE_WITHDRAWN: {
    rule: 'ASM-129',
    en: 'The attempt or work that this response belongs to counts no more, so nobody marks it. Take the next one.',
    cy: 'Nid yw’r ymgais neu’r gwaith y mae’r ymateb hwn yn perthyn iddo yn cyfrif mwyach, felly nid oes neb yn ei farcio. Cymerwch yr un nesaf.',
  },
  TASK_ENDED: {
    rule: 'ASM-127',
    en: 'This response is no longer yours to mark. Take the next one.',
    cy: 'Nid chi sydd i farcio’r ymateb hwn mwyach. Cymerwch yr un nesaf.',
  },
});
