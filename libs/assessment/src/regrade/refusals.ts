import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** Every "no" about regrading. The Welsh is draft until a translator has checked it. */
export const refusal = defineRefusals({
  REGRADE_REASON_MISSING: {
    rule: 'ASM-140',
    en: 'Say what is wrong with the item, in 10 to 500 characters and without naming anybody. Write the reason and send it again.',
    cy: 'Dywedwch beth sydd o’i le ar yr eitem, mewn 10 i 500 o nodau a heb enwi neb. Ysgrifennwch y rheswm a’i anfon eto.',
  },
  REGRADE_ANSWER_UNFIT: {
    rule: 'ASM-140',
    en: 'That answer cannot be a key of this item. Give a whole answer to it, of options that it has; what people mark takes full marks or dropping.',
    cy: 'Ni all yr ateb hwnnw fod yn allwedd i’r eitem hon. Rhowch ateb cyfan iddi, o’r opsiynau sydd ganddi; marciau llawn neu ollwng sy’n addas i’r hyn y mae pobl yn ei farcio.',
  },
  REGRADE_ANSWER_RIGHT: {
    rule: 'ASM-140',
    en: 'That answer is right already, so nothing would change. Choose another remedy.',
    cy: 'Mae’r ateb hwnnw’n gywir eisoes, felly ni fyddai dim yn newid. Dewiswch feddyginiaeth arall.',
  },
  REGRADE_AT_WORK: {
    rule: 'ASM-144',
    en: 'Another regrade of this item, or of this course, is at work. Wait until it is applied, or cancel it.',
    cy: 'Mae ailraddio arall ar yr eitem hon, neu ar y cwrs hwn, ar waith. Arhoswch nes ei gymhwyso, neu canslwch ef.',
  },
  REGRADE_NOT_SHOWN: {
    rule: 'ASM-143',
    en: 'The dry run is not finished. Wait for its list, read it, and then go on.',
    cy: 'Nid yw’r prawf sych wedi gorffen. Arhoswch am ei restr, darllenwch hi, ac yna ewch ymlaen.',
  },
  REGRADE_STALE: {
    rule: 'ASM-145',
    en: 'Marks have changed since the dry run, so its list is no longer true. Nothing was changed. Run it again and read the new list.',
    cy: 'Mae marciau wedi newid ers y prawf sych, felly nid yw ei restr yn wir bellach. Ni newidiwyd dim. Rhedwch ef eto a darllenwch y rhestr newydd.',
  },
  REGRADE_APPLYING: {
    rule: 'ASM-144',
    en: 'This regrade is being applied, or has been: half of it would be unfair. Propose another one if it was wrong.',
    cy: 'Mae’r ailraddio hwn yn cael ei gymhwyso, neu wedi’i gymhwyso: byddai hanner ohono’n annheg. Cynigiwch un arall os oedd yn anghywir.',
  },
  REGRADE_CANCELLED: {
    rule: 'ASM-144',
    en: 'This regrade was cancelled. Propose it anew if it is still wanted.',
    cy: 'Canslwyd yr ailraddio hwn. Cynigiwch ef o’r newydd os oes ei eisiau o hyd.',
  },
  REGRADE_NOT_APPROVED: {
    rule: 'ASM-146',
    en: '{falls, plural, one {# person} other {# people}} would fall below the pass mark, and nobody has approved exactly that. Have it approved by somebody else, or keep the falls out.',
    cy: 'Byddai {falls} o bobl yn disgyn islaw’r marc pasio, ac nid oes neb wedi cymeradwyo hynny’n union. Gofynnwch i rywun arall ei gymeradwyo, neu cadwch y cwympiadau allan.',
  },
  REGRADE_OWN_APPROVAL: {
    rule: 'ASM-146',
    en: 'Whoever proposed a regrade does not approve its falls. Ask another publisher.',
    cy: 'Nid yw pwy bynnag a gynigiodd ailraddio yn cymeradwyo ei gwympiadau. Gofynnwch i gyhoeddwr arall.',
  },
  REGRADE_NO_FALLS: {
    rule: 'ASM-146',
    en: 'Nobody would fall below the pass mark, so there is nothing to approve. Apply it.',
    cy: 'Ni fyddai neb yn disgyn islaw’r marc pasio, felly nid oes dim i’w gymeradwyo. Cymhwyswch ef.',
  },
});
