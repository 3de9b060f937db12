import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** Every "no" about bookings, waiting lists, swaps and abstraction. The Welsh is draft until a translator has checked it. */
export const refusal = defineRefusals({
  SESSION_NOT_FOR_YOU: {
    rule: 'ASM-188',
    en: 'This session is for other people. Choose one that is open to you, or ask your training lead.',
    cy: 'Mae’r sesiwn hon ar gyfer pobl eraill. Dewiswch un sydd ar agor i chi, neu gofynnwch i’ch arweinydd hyfforddi.',
  },
  SESSION_FULL: {
    rule: 'ASM-189',
    en: 'Every seat of this session is taken. Join its waiting list, or choose another.',
    cy: 'Mae pob sedd yn y sesiwn hon wedi’i chymryd. Ymunwch â’i rhestr aros, neu dewiswch un arall.',
  },
  ALREADY_ELSEWHERE: {
    rule: 'ASM-190',
    en: 'That person is in another session at that time. Cancel the other booking first, or choose another time.',
    cy: 'Mae’r person hwnnw mewn sesiwn arall bryd hynny. Canslwch yr archeb arall yn gyntaf, neu dewiswch amser arall.',
  },
  BOOKING_DECIDED: {
    rule: 'ASM-191',
    en: 'This booking has been decided, or waits for nobody’s approval. Look at its state.',
    cy: 'Penderfynwyd ar yr archeb hon, neu nid yw’n aros am gymeradwyaeth neb. Edrychwch ar ei chyflwr.',
  },
  SESSION_HAS_SEATS: {
    rule: 'ASM-192',
    en: 'This session still has seats. Book one instead of waiting.',
    cy: 'Mae seddi ar ôl yn y sesiwn hon. Archebwch un yn lle aros.',
  },
  OFFER_OVER: {
    rule: 'ASM-193',
    en: 'No seat is offered to you here now. Join the waiting list, or choose another session.',
    cy: 'Nid oes sedd yn cael ei chynnig i chi yma nawr. Ymunwch â’r rhestr aros, neu dewiswch sesiwn arall.',
  },
  BOOKING_NOT_HELD: {
    rule: 'ASM-194',
    en: 'This booking is over. Look at its state.',
    cy: 'Mae’r archeb hon ar ben. Edrychwch ar ei chyflwr.',
  },
  SWAP_UNLIKE: {
    rule: 'ASM-195',
    en: 'Two people swap booked seats of different sessions of the same course and kind. Choose another person’s booking.',
    cy: 'Mae dau berson yn cyfnewid seddi a archebwyd mewn sesiynau gwahanol o’r un cwrs a math. Dewiswch archeb rhywun arall.',
  },
  SWAP_OVER: {
    rule: 'ASM-195',
    en: 'This swap is over: it was agreed, withdrawn, or a booking has changed. Offer another.',
    cy: 'Mae’r cyfnewid hwn ar ben: cytunwyd arno, fe’i tynnwyd yn ôl, neu newidiodd archeb. Cynigiwch un arall.',
  },
  ABSTRACTION_LIMIT: {
    rule: 'ASM-196',
    en: '{away} of {strength} people of the unit are away on {day, date, long}, and {most} may be. There is room from {next, date, long}: choose a session then.',
    cy: 'Mae {away} o {strength} o bobl yr uned i ffwrdd ar {day, date, long}, a chaiff {most} fod. Mae lle o {next, date, long}: dewiswch sesiwn bryd hynny.',
  },
  ABSTRACTION_NO_ROOM: {
    rule: 'ASM-196',
    en: '{away} of {strength} people of the unit are away on {day, date, long}, and {most} may be. There is no room in the 60 days after: ask your training lead.',
    cy: 'Mae {away} o {strength} o bobl yr uned i ffwrdd ar {day, date, long}, a chaiff {most} fod. Nid oes lle yn y 60 diwrnod wedyn: gofynnwch i’ch arweinydd hyfforddi.',
  },
  LIMIT_OUT_OF_RANGE: {
    rule: 'ASM-197',
    en: 'A limit is a whole number of per cent, 0 to 100. Correct it.',
    cy: 'Mae terfyn yn nifer cyfan o’r cant, 0 i 100. Cywirwch ef.',
  },
  ATTENDANCE_TOO_EARLY: {
    rule: 'ASM-198',
    en: 'The session begins on {startsAt, date, long} at {startsAt, time, short}. Record who came from then on.',
    cy: 'Mae’r sesiwn yn dechrau ar {startsAt, date, long} am {startsAt, time, short}. Cofnodwch bwy ddaeth o hynny ymlaen.',
  },
  TERMS_OUT_OF_RANGE: {
    rule: 'ASM-201',
    en: 'An offer stands 1 to 168 hours. Choose a number in between.',
    cy: 'Mae cynnig yn sefyll 1 i 168 awr. Dewiswch rif yn y canol.',
  },
  PLACE_HELD: {
    rule: 'ASM-202',
    en: 'That person has a place in the sitting already. It is to be given up first.',
    cy: 'Mae gan y person hwnnw le yn yr eisteddiad eisoes. Rhaid ei ildio yn gyntaf.',
  },
});
