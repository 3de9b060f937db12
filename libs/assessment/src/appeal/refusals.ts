import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** Every "no" about appeals and extenuating circumstances. The Welsh is draft until a translator has checked it. */
export const refusal = defineRefusals({
  APPEAL_TOO_EARLY: {
    rule: 'ASM-152',
    en: 'There is nothing to ask about yet. Circumstances can be told once the attempt is over, an outcome appealed against once it is released. Try again then.',
    cy: 'Nid oes dim i ofyn amdano eto. Gellir sôn am amgylchiadau ar ôl i’r ymgais ddod i ben, ac apelio yn erbyn canlyniad ar ôl ei ryddhau. Ceisiwch eto bryd hynny.',
  },
  APPEAL_TOO_LATE: {
    rule: 'ASM-152',
    en: 'The last day to ask was {lastDay, date, long}. Talk to your training lead if something kept you from asking in time.',
    cy: 'Y diwrnod olaf i ofyn oedd {lastDay, date, long}. Siaradwch â’ch arweinydd hyfforddi os oedd rhywbeth yn eich atal rhag gofyn mewn pryd.',
  },
  APPEAL_ATTEMPT_VOIDED: {
    rule: 'ASM-152',
    en: 'This attempt was voided and has no outcome. Read why on its page, and talk to your training lead.',
    cy: 'Dirymwyd yr ymgais hon ac nid oes iddi ganlyniad. Darllenwch pam ar ei thudalen, a siaradwch â’ch arweinydd hyfforddi.',
  },
  APPEAL_WORDS_MISSING: {
    rule: 'ASM-153',
    en: 'Say what happened or why, in 20 to 5,000 characters. Write it and send it again.',
    cy: 'Dywedwch beth ddigwyddodd neu pam, mewn 20 i 5,000 o nodau. Ysgrifennwch ef a’i anfon eto.',
  },
  APPEAL_OPEN: {
    rule: 'ASM-153',
    en: 'You have asked about this attempt already, and it waits for a decision. Wait for it, or withdraw it and ask anew.',
    cy: 'Rydych wedi gofyn am yr ymgais hon eisoes, ac mae’n aros am benderfyniad. Arhoswch amdano, neu tynnwch ef yn ôl a gofynnwch o’r newydd.',
  },
  APPEAL_DECIDED: {
    rule: 'ASM-153',
    en: 'This has been decided. Read the reasons; a new appeal is possible if the outcome itself changes.',
    cy: 'Mae hyn wedi’i benderfynu. Darllenwch y rhesymau; mae apêl newydd yn bosibl os bydd y canlyniad ei hun yn newid.',
  },
  APPEAL_ENDED: {
    rule: 'ASM-154',
    en: 'This appeal is decided or withdrawn, and stays so. Read how it ended.',
    cy: 'Mae’r apêl hon wedi’i phenderfynu neu ei thynnu’n ôl, ac felly y bydd. Darllenwch sut y daeth i ben.',
  },
  APPEAL_INVOLVED: {
    rule: 'ASM-155',
    en: 'You marked, moderated or invigilated this attempt, or you and the candidate are in one line. Ask somebody uninvolved to deal with it.',
    cy: 'Gwnaethoch farcio, cymedroli neu oruchwylio’r ymgais hon, neu rydych chi a’r ymgeisydd yn yr un llinell reoli. Gofynnwch i rywun nad oedd yn rhan ohoni ymdrin â hi.',
  },
  APPEAL_ITEM_MISSING: {
    rule: 'ASM-156',
    en: 'Name the question that is thought to be faulty, from the paper of this attempt.',
    cy: 'Enwch y cwestiwn y credir ei fod yn ddiffygiol, o bapur yr ymgais hon.',
  },
  APPEAL_NOTHING_TO_REMARK: {
    rule: 'ASM-157',
    en: 'No person marked anything in this attempt, so there is nothing to mark again. Choose another remedy.',
    cy: 'Ni wnaeth neb farcio dim yn yr ymgais hon, felly nid oes dim i’w farcio eto. Dewiswch feddyginiaeth arall.',
  },
  REMARK_NOT_DECIDED: {
    rule: 'ASM-157',
    en: 'Nobody has decided that this answer is to be marked again. Decide on the appeal first.',
    cy: 'Nid oes neb wedi penderfynu bod yr ateb hwn i’w farcio eto. Penderfynwch ar yr apêl yn gyntaf.',
  },
  REMARK_WOULD_FAIL: {
    rule: 'ASM-157',
    en: 'With this mark a candidate who has passed would fail, and an appeal takes no pass away. Leave the mark as it is.',
    cy: 'Gyda’r marc hwn byddai ymgeisydd sydd wedi pasio yn methu, ac nid yw apêl yn dwyn pàs oddi ar neb. Gadewch y marc fel y mae.',
  },
});
