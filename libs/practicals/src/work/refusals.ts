import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** Every "no" about works. The Welsh is draft until a translator has checked it. */
export const refusal = defineRefusals({
  WORK_NOT_ENROLLED: {
    rule: 'PRA-30',
    en: 'You are not enrolled on {courseCode}. Enrol first, then write.',
    cy: 'Nid ydych wedi cofrestru ar {courseCode}. Cofrestrwch yn gyntaf, yna ysgrifennwch.',
  },
  WORK_ALREADY_PASSED: {
    rule: 'PRA-31',
    en: 'You have passed this part of the course. There is nothing more to hand in.',
    cy: 'Rydych wedi pasio’r rhan hon o’r cwrs. Nid oes dim mwy i’w gyflwyno.',
  },
  WORK_WAITING: {
    rule: 'PRA-31',
    en: 'Your last work still waits for its mark. Wait for it before you start another.',
    cy: 'Mae eich gwaith diwethaf yn dal i aros am ei farc. Arhoswch amdano cyn dechrau un arall.',
  },
  WORK_ATTEMPTS_USED: {
    rule: 'PRA-31',
    en: 'You have handed in as often as this course allows ({max}). Talk to your training lead.',
    cy: 'Rydych wedi cyflwyno cynifer o weithiau ag y mae’r cwrs hwn yn eu caniatáu ({max}). Siaradwch â’ch arweinydd hyfforddi.',
  },
  WORK_COOLING_DOWN: {
    rule: 'PRA-31',
    en: 'You can start again from {from, date, long} {from, time, short}.',
    cy: 'Gallwch ddechrau eto o {from, date, long} {from, time, short}.',
  },
  WORK_NOT_DRAFT: {
    rule: 'PRA-32',
    en: 'This work has been handed in, taken back or voided, so it cannot be changed. Load the page again to see how it stands.',
    cy: 'Mae’r gwaith hwn wedi’i gyflwyno, ei dynnu’n ôl neu ei ddirymu, felly ni ellir ei newid. Llwythwch y dudalen eto i weld sut y mae’n sefyll.',
  },
  WORK_OTHER_WRITER: {
    rule: 'PRA-33',
    en: 'This work is open in another window or on another device. Take it up here to go on writing here.',
    cy: 'Mae’r gwaith hwn ar agor mewn ffenestr arall neu ar ddyfais arall. Cymerwch ef yma i ddal ati i ysgrifennu yma.',
  },
  WORK_OLD_SEQUENCE: {
    rule: 'PRA-33',
    en: 'Something newer has been saved already. Load the work again and go on from there.',
    cy: 'Mae rhywbeth mwy newydd eisoes wedi’i gadw. Llwythwch y gwaith eto ac ewch ymlaen o’r fan honno.',
  },
  WORK_PART_UNKNOWN: {
    rule: 'PRA-34',
    en: 'This work has no such part. Write for the parts that its brief names.',
    cy: 'Nid oes rhan o’r fath i’r gwaith hwn. Ysgrifennwch ar gyfer y rhannau y mae ei friff yn eu henwi.',
  },
  WORK_PART_EMPTY: {
    rule: 'PRA-35',
    en: 'Part {part} is empty. Write something or add a file, then hand the work in.',
    cy: 'Mae rhan {part} yn wag. Ysgrifennwch rywbeth neu ychwanegwch ffeil, yna cyflwynwch y gwaith.',
  },
  WORK_HAS_MARK: {
    rule: 'PRA-36',
    en: 'This work has its mark, so it cannot be taken back. Talk to your training lead.',
    cy: 'Mae gan y gwaith hwn ei farc, felly ni ellir ei dynnu’n ôl. Siaradwch â’ch arweinydd hyfforddi.',
  },
  WORK_VOID_REASON_MISSING: {
    rule: 'PRA-37',
    en: 'Say why the work shall not count, in 10 to 2,000 characters.',
    cy: 'Dywedwch pam na fydd y gwaith yn cyfrif, mewn 10 i 2,000 o nodau.',
  },
  WORK_OWN_VOID: {
    rule: 'PRA-37',
    en: 'This is your own work, or you proposed it yourself, so somebody else must decide about it. Ask another training lead.',
    cy: 'Eich gwaith chi yw hwn, neu chi a’i cynigiodd, felly rhaid i rywun arall benderfynu amdano. Gofynnwch i arweinydd hyfforddi arall.',
  },
  WORK_VOID_PROPOSED: {
    rule: 'PRA-37',
    en: 'Somebody has already proposed that this work shall not count. Decide about that proposal, or wait until somebody has.',
    cy: 'Mae rhywun eisoes wedi cynnig na fydd y gwaith hwn yn cyfrif. Penderfynwch ar y cynnig hwnnw, neu arhoswch nes bod rhywun wedi gwneud.',
  },
  WORK_VOID_NOT_PROPOSED: {
    rule: 'PRA-37',
    en: 'No proposal about this work waits for a decision. Load the page again to see how it stands.',
    cy: 'Nid oes unrhyw gynnig am y gwaith hwn yn aros am benderfyniad. Llwythwch y dudalen eto i weld sut y mae’n sefyll.',
  },
});
