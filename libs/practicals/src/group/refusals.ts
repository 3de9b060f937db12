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
    en: 'This group has handed its case in, so nothing of it changes and nobody joins or leaves it now. Load the page again to see how it stands.',
    cy: 'Mae’r grŵp hwn wedi cyflwyno ei achos, felly nid oes dim ohono’n newid ac nid oes neb yn ymuno ag ef na’i adael nawr. Llwythwch y dudalen eto i weld sut y mae’n sefyll.',
  },
  GROUP_NOT_A_MEMBER: {
    rule: 'PRA-42',
    en: 'This person is not in the group, or is in it no more. Choose one of its members.',
    cy: 'Nid yw’r person hwn yn y grŵp, neu nid yw ynddo mwyach. Dewiswch un o’i aelodau.',
  },
  GROUP_TOO_SMALL: {
    rule: 'PRA-43',
    en: 'A group case is handed in by at least two people who are there. Let others join, or form another group.',
    cy: 'Mae achos grŵp yn cael ei gyflwyno gan o leiaf ddau berson sy’n bresennol. Gadewch i eraill ymuno, neu ffurfiwch grŵp arall.',
  },
  GROUP_NOT_ENROLLED: {
    rule: 'PRA-45',
    en: 'Everybody in a group is enrolled on {courseCode}. Let whoever is not enrol first, or leave them out.',
    cy: 'Mae pawb mewn grŵp wedi cofrestru ar {courseCode}. Gadewch i bwy bynnag nad yw wedi cofrestru wneud hynny yn gyntaf, neu gadewch nhw allan.',
  },
  GROUP_FULL: {
    rule: 'PRA-45',
    en: 'A group has at most {most, number} people. Form another one for the rest.',
    cy: 'Mae gan grŵp {most, number} o bobl ar y mwyaf. Ffurfiwch un arall i’r gweddill.',
  },
  GROUP_REMOVED: {
    rule: 'PRA-45',
    en: 'You were taken out of this group, so its code is no use to you. Ask your training lead for another group.',
    cy: 'Cawsoch eich tynnu o’r grŵp hwn, felly nid yw ei god o ddefnydd i chi. Gofynnwch i’ch arweinydd hyfforddi am grŵp arall.',
  },
  GROUP_IN_ANOTHER: {
    rule: 'PRA-46',
    en: 'Nobody is in two groups for the same part of a course at once. Wait for the result of the other group, or leave it first.',
    cy: 'Nid oes neb mewn dau grŵp ar gyfer yr un rhan o gwrs ar yr un pryd. Arhoswch am ganlyniad y grŵp arall, neu gadewch ef yn gyntaf.',
  },
  GROUP_ALREADY_PASSED: {
    rule: 'PRA-46',
    en: 'Whoever has passed this part of the course is in no group for it any more. There is nothing more to hand in.',
    cy: 'Nid yw’r sawl sydd wedi pasio’r rhan hon o’r cwrs mewn unrhyw grŵp ar ei chyfer mwyach. Nid oes dim mwy i’w gyflwyno.',
  },
  GROUP_ATTEMPTS_USED: {
    rule: 'PRA-46',
    en: 'A member has handed in as often as this course allows ({max, number}). Talk to the training lead.',
    cy: 'Mae aelod wedi cyflwyno cynifer o weithiau ag y mae’r cwrs hwn yn eu caniatáu ({max, number}). Siaradwch â’r arweinydd hyfforddi.',
  },
  GROUP_COOLING_DOWN: {
    rule: 'PRA-46',
    en: 'A member can be in a group again from {from, date, long} {from, time, short}. Wait until then.',
    cy: 'Gall aelod fod mewn grŵp eto o {from, date, long} {from, time, short}. Arhoswch tan hynny.',
  },
  GROUP_OTHER_WRITER: {
    rule: 'PRA-47',
    en: 'Somebody writes this part in another window, or on another device. Take it up here to go on writing here.',
    cy: 'Mae rhywun yn ysgrifennu’r rhan hon mewn ffenestr arall neu ar ddyfais arall. Cymerwch hi yma i ddal ati i ysgrifennu yma.',
  },
  GROUP_OLD_SEQUENCE: {
    rule: 'PRA-47',
    en: 'Something newer has been saved already. Load the part again and go on from there.',
    cy: 'Mae rhywbeth mwy newydd eisoes wedi’i gadw. Llwythwch y rhan eto ac ewch ymlaen o’r fan honno.',
  },
  GROUP_PART_UNKNOWN: {
    rule: 'PRA-47',
    en: 'This case has no such part there. Write for the parts that its brief names: shared ones together, own ones for yourself.',
    cy: 'Nid oes gan yr achos hwn ran o’r fath yno. Ysgrifennwch ar gyfer y rhannau y mae ei friff yn eu henwi: y rhai cyffredin gyda’ch gilydd, eich rhai eich hun ar eich pen eich hun.',
  },
  GROUP_SHARED_EMPTY: {
    rule: 'PRA-48',
    en: 'Shared part {part, number} is empty. Write something or add a file, then hand the case in.',
    cy: 'Mae rhan gyffredin {part, number} yn wag. Ysgrifennwch rywbeth neu ychwanegwch ffeil, yna cyflwynwch yr achos.',
  },
  GROUP_OWN_EMPTY: {
    rule: 'PRA-48',
    en: '{count, plural, one {One member has} other {# members have}} not written their own part yet. Hand the case in when everybody has.',
    cy: 'Nid yw {count, number} o aelodau wedi ysgrifennu eu rhan eu hunain eto. Cyflwynwch yr achos pan fydd pawb wedi gwneud.',
  },
  GROUP_NOT_SUBMITTED: {
    rule: 'PRA-49',
    en: 'This member has handed nothing in that could count. Take them out of the group instead.',
    cy: 'Nid yw’r aelod hwn wedi cyflwyno dim a allai gyfrif. Tynnwch nhw o’r grŵp yn lle hynny.',
  },
  GROUP_VOID_REASON_MISSING: {
    rule: 'PRA-49',
    en: 'Say why this member’s result shall not count, in 10 to 2,000 characters.',
    cy: 'Dywedwch pam na fydd canlyniad yr aelod hwn yn cyfrif, mewn 10 i 2,000 o nodau.',
  },
  GROUP_OWN_VOID: {
    rule: 'PRA-49',
    en: 'You are in this group, or you proposed it yourself, so somebody else must decide. Ask another training lead.',
    cy: 'Rydych yn y grŵp hwn, neu chi a’i cynigiodd, felly rhaid i rywun arall benderfynu. Gofynnwch i arweinydd hyfforddi arall.',
  },
  GROUP_VOID_PROPOSED: {
    rule: 'PRA-49',
    en: 'A proposal about this member waits already. Let it be decided first.',
    cy: 'Mae cynnig am yr aelod hwn eisoes yn aros. Gadewch iddo gael ei benderfynu yn gyntaf.',
  },
  GROUP_VOID_NOT_PROPOSED: {
    rule: 'PRA-49',
    en: 'No proposal about this member waits. Load the page again to see how it stands.',
    cy: 'Nid oes cynnig am yr aelod hwn yn aros. Llwythwch y dudalen eto i weld sut y mae’n sefyll.',
  },
});
