import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** Every "no" about adjustments. The Welsh is draft until a translator has checked it. */
export const refusal = defineRefusals({
  ADJUSTMENT_MALFORMED: {
    rule: 'ASM-80',
    en: 'An adjustment says at least one thing: a multiplier from 1.00 to 4.00, 0 to 240 extra minutes, 0 to 120 minutes of rest, 0 to 5 extra attempts, or how the paper is shown. Correct it and send it again.',
    cy: 'Mae addasiad yn dweud o leiaf un peth: lluosydd o 1.00 i 4.00, 0 i 240 munud ychwanegol, 0 i 120 munud o seibiant, 0 i 5 ymgais ychwanegol, neu sut y dangosir y papur. Cywirwch ef a’i anfon eto.',
  },
  ADJUSTMENT_DATES: {
    rule: 'ASM-80',
    en: 'The last day lies before the first. Correct the dates.',
    cy: 'Mae’r diwrnod olaf cyn y cyntaf. Cywirwch y dyddiadau.',
  },
  EXTRA_ATTEMPTS_UNPLACED: {
    rule: 'ASM-86',
    en: 'Extra attempts are granted for one assessment that the person is enrolled on. Name the course, or leave them out.',
    cy: 'Rhoddir ymgeisiau ychwanegol ar gyfer un asesiad y mae’r person wedi cofrestru arno. Enwch y cwrs, neu hepgorwch hwy.',
  },
  ADJUSTMENT_CONFLICT: {
    rule: 'ASM-87',
    en: 'You manage, mark or invigilate this person, or they are yourself, so you may neither read the reason nor decide. Ask another adjustments officer.',
    cy: 'Rydych yn rheoli, yn marcio neu’n goruchwylio’r person hwn, neu chi eich hun ydyw, felly ni chewch ddarllen y rheswm na phenderfynu. Gofynnwch i swyddog addasiadau arall.',
  },
  ADJUSTMENT_PENDING: {
    rule: 'ASM-88',
    en: 'You have asked for an adjustment already and it waits for a decision. Withdraw it first to ask for another.',
    cy: 'Rydych eisoes wedi gofyn am addasiad ac mae’n aros am benderfyniad. Tynnwch ef yn ôl yn gyntaf i ofyn am un arall.',
  },
  ADJUSTMENT_DECIDED: {
    rule: 'ASM-88',
    en: 'This adjustment has been decided or withdrawn already. Load the page again to see how it stands.',
    cy: 'Mae’r addasiad hwn eisoes wedi’i benderfynu neu ei dynnu’n ôl. Llwythwch y dudalen eto i weld sut y mae’n sefyll.',
  },
  ADJUSTMENT_REASON_MISSING: {
    rule: 'ASM-88',
    en: 'Give a reason of 3 to 2,000 characters.',
    cy: 'Rhowch reswm o 3 i 2,000 o nodau.',
  },
  ADJUSTMENT_GROUP_MALFORMED: {
    rule: 'ASM-83',
    en: 'A group has a name of 3 to 100 characters and at most 500 people, all of your force. Correct it and send it again.',
    cy: 'Mae gan grŵp enw o 3 i 100 o nodau a hyd at 500 o bobl, pob un o’ch heddlu. Cywirwch ef a’i anfon eto.',
  },
  FIXED_TIME_REASON_MISSING: {
    rule: 'ASM-84',
    en: 'Say in English why everybody gets the same time, in 3 to 500 characters: candidates will read it.',
    cy: 'Dywedwch yn Saesneg pam y mae pawb yn cael yr un amser, mewn 3 i 500 o nodau: bydd ymgeiswyr yn ei ddarllen.',
  },
  ATTEMPT_NOT_RUNNING: {
    rule: 'ASM-85',
    en: 'This attempt is not running any more, so its time cannot be changed. Grant the adjustment for the next one, or propose that this one be voided.',
    cy: 'Nid yw’r ymgais hon yn rhedeg mwyach, felly ni ellir newid ei hamser. Rhowch yr addasiad ar gyfer y nesaf, neu cynigiwch ddirymu hon.',
  },
});
