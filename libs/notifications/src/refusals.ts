import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** What notifications refuse. Welsh: draft. */
export const refusal = defineRefusals({
  MAIL_NOT_OPTIONAL: {
    rule: 'NTF-15',
    en: 'Mail about your account, your authority to practise and your own people cannot be switched off. Leave these on.',
    cy: 'Ni ellir diffodd post am eich cyfrif, eich awdurdod i ymarfer na’ch pobl eich hun. Gadewch y rhain ymlaen.',
  },
  QUIET_HOURS_WRONG: {
    rule: 'NTF-16',
    en: 'Write quiet hours as two different times of day, such as 21:00 and 07:00, or leave both out.',
    cy: 'Ysgrifennwch oriau tawel fel dau amser gwahanol o’r dydd, megis 21:00 a 07:00, neu gadewch y ddau allan.',
  },
  DELIVERY_NOT_FAILED: {
    rule: 'NTF-24',
    en: 'Only a message that failed or bounced can be sent again or given up, and only until that is done.',
    cy: 'Dim ond neges a fethodd neu a ddychwelwyd y gellir ei hanfon eto neu roi’r gorau iddi, a hynny hyd nes y gwneir hynny.',
  },
  DELIVERY_MAY_HAVE_GONE: {
    rule: 'NTF-24',
    en: 'Nobody can know whether this message arrived, so it is not sent again. Ask the person, then mark it resolved.',
    cy: 'Ni all neb wybod a gyrhaeddodd y neges hon, felly nid anfonir hi eto. Gofynnwch i’r person, yna nodwch ei bod wedi’i datrys.',
  },
  DELIVERY_NOT_UNKNOWN: {
    rule: 'NTF-24',
    en: 'Only a message whose fate is unknown can be marked resolved.',
    cy: 'Dim ond neges nad yw ei thynged yn hysbys y gellir ei nodi fel wedi’i datrys.',
  },
  DELIVERY_REASON_MISSING: {
    rule: 'NTF-24',
    en: 'Say why, in 3 to 500 characters: the journal keeps it.',
    cy: 'Dywedwch pam, mewn 3 i 500 o nodau: mae’r dyddlyfr yn ei gadw.',
  },
});
