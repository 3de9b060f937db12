import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** Every "no" about sessions and rooms. The Welsh is draft until a translator has checked it. */
export const refusal = defineRefusals({
  SESSION_TIMES: {
    rule: 'ASM-180',
    en: 'A session begins in the future, begins and ends on a quarter hour, and lasts 24 hours at most. Choose other times.',
    cy: 'Mae sesiwn yn dechrau yn y dyfodol, yn dechrau ac yn gorffen ar chwarter awr, ac yn para 24 awr ar y mwyaf. Dewiswch amserau eraill.',
  },
  SESSION_SEATS: {
    rule: 'ASM-181',
    en: 'A session has 1 to {most} seats. Choose a number in between.',
    cy: 'Mae gan sesiwn rhwng 1 a {most} o seddi. Dewiswch rif yn y canol.',
  },
  SESSION_OVER_CAPACITY: {
    rule: 'ASM-181',
    en: 'The room holds {capacity, plural, one {# person} other {# people}}. Ask for fewer seats, or choose a larger room.',
    cy: 'Mae’r ystafell yn dal {capacity} o bobl. Gofynnwch am lai o seddi, neu dewiswch ystafell fwy.',
  },
  SESSION_WHERE: {
    rule: 'ASM-182',
    en: 'Say where people meet: a room, or an address that begins with https, not both. Only at a workplace may both be left out.',
    cy: 'Dywedwch ble mae pobl yn cwrdd: ystafell, neu gyfeiriad sy’n dechrau â https, nid y ddau. Dim ond mewn gweithle y gellir gadael y ddau allan.',
  },
  ROOM_CLOSED: {
    rule: 'ASM-182',
    en: 'This room is closed. Choose another.',
    cy: 'Mae’r ystafell hon ar gau. Dewiswch un arall.',
  },
  SESSION_SITTING: {
    rule: 'ASM-183',
    en: 'An assessment needs a sitting of the same course whose window covers the session and which has that many seats left; other kinds have none. Make the sitting first, or choose another.',
    cy: 'Mae angen eisteddiad o’r un cwrs ar asesiad, un y mae ei ffenestr yn cwmpasu’r sesiwn ac sydd â chynifer o seddi ar ôl; nid oes gan fathau eraill yr un. Gwnewch yr eisteddiad yn gyntaf, neu dewiswch un arall.',
  },
  SITTING_HAS_SESSIONS: {
    rule: 'ASM-183',
    en: 'This sitting is sat in sessions that are booked. Cancel those first.',
    cy: 'Mae’r eisteddiad hwn yn cael ei sefyll mewn sesiynau sydd wedi’u harchebu. Canslwch y rheini yn gyntaf.',
  },
  PLACE_BY_BOOKING: {
    rule: 'ASM-183',
    en: 'This place comes with your booking of a session. Cancel the booking instead.',
    cy: 'Daw’r lle hwn gyda’ch archeb ar gyfer sesiwn. Canslwch yr archeb yn lle hynny.',
  },
  ROOM_TAKEN: {
    rule: 'ASM-184',
    en: 'The room is taken at that time. Choose another room or another time.',
    cy: 'Mae’r ystafell wedi’i chymryd bryd hynny. Dewiswch ystafell arall neu amser arall.',
  },
  TRAINER_TAKEN: {
    rule: 'ASM-184',
    en: 'One of those who are to run it is in another session at that time. Choose somebody else or another time.',
    cy: 'Mae un o’r rhai sydd i’w chynnal mewn sesiwn arall bryd hynny. Dewiswch rywun arall neu amser arall.',
  },
  TRAINERS_MISSING: {
    rule: 'ASM-184',
    en: 'Name 1 to {most} people of your force who run the session; each who runs an assessment holds the invigilator’s role.',
    cy: 'Enwch 1 i {most} o bobl o’ch heddlu sy’n cynnal y sesiwn; mae gan bawb sy’n cynnal asesiad rôl y goruchwyliwr.',
  },
  ROOM_MALFORMED: {
    rule: 'ASM-185',
    en: 'A room has a name of 1 to 100 characters and holds 1 to {most} people. Correct that and save it again.',
    cy: 'Mae gan ystafell enw o 1 i 100 o nodau ac mae’n dal 1 i {most} o bobl. Cywirwch hynny a’i chadw eto.',
  },
  ROOM_NAME_TAKEN: {
    rule: 'ASM-185',
    en: 'Your force has a room of that name. Choose another name, or change that room.',
    cy: 'Mae gan eich heddlu ystafell o’r enw hwnnw. Dewiswch enw arall, neu newidiwch yr ystafell honno.',
  },
  SESSION_CANCELLED: {
    rule: 'ASM-186',
    en: 'This session has been cancelled. Choose another.',
    cy: 'Mae’r sesiwn hon wedi’i chanslo. Dewiswch un arall.',
  },
  SESSION_BEGUN: {
    rule: 'ASM-186',
    en: 'This session began on {startsAt, date, long} at {startsAt, time, short}. Choose another.',
    cy: 'Dechreuodd y sesiwn hon ar {startsAt, date, long} am {startsAt, time, short}. Dewiswch un arall.',
  },
  SESSION_REASON_MISSING: {
    rule: 'ASM-187',
    en: 'Say why, in 3 to 500 characters: those concerned will read it.',
    cy: 'Dywedwch pam, mewn 3 i 500 o nodau: bydd y rhai dan sylw yn ei ddarllen.',
  },
});
