import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** What rules of certifications, and decisions about people’s, refuse. Welsh: draft. */
export const refusal = defineRefusals({
  RULE_MONTHS_WRONG: {
    rule: 'CRT-40',
    en: 'A certification is good for 1 to {most} whole months. Correct the months.',
    cy: 'Mae ardystiad yn ddilys am 1 i {most} o fisoedd cyfan. Cywirwch y misoedd.',
  },
  RULE_WINDOW_TOO_LONG: {
    rule: 'CRT-40',
    en: 'The window must be shorter than the validity. Shorten the window or lengthen the validity.',
    cy: 'Rhaid i’r ffenestr fod yn fyrrach na’r cyfnod dilys. Byrhewch y ffenestr neu ymestynnwch y cyfnod dilys.',
  },
  RULE_MINIMUM_WRONG: {
    rule: 'CRT-40',
    en: 'With rule FIXED the minimum lies between the window and the validity; with the other rules it is 0. Correct the minimum.',
    cy: 'Gyda rheol FIXED mae’r isafswm rhwng y ffenestr a’r cyfnod dilys; gyda’r rheolau eraill mae’n 0. Cywirwch yr isafswm.',
  },
  RULE_EARLY_DAYS_WRONG: {
    rule: 'CRT-40',
    en: 'Work may count from 0 to {most} days before the window. Correct the number, or leave it out for any time.',
    cy: 'Gall gwaith gyfrif o 0 i {most} diwrnod cyn y ffenestr. Cywirwch y rhif, neu hepgorwch ef ar gyfer unrhyw bryd.',
  },
  RULE_ROUTE_EMPTY: {
    rule: 'CRT-41',
    en: 'A route asks for something. Add a requirement to the route that has none, or take the route out.',
    cy: 'Mae llwybr yn gofyn am rywbeth. Ychwanegwch ofyniad at y llwybr sydd heb un, neu tynnwch y llwybr allan.',
  },
  RULE_BANDS_WRONG: {
    rule: 'CRT-41',
    en: 'Each return route is for a longer lapse than the one before, of 1 to {most} months. Put them in order.',
    cy: 'Mae pob llwybr dychwelyd ar gyfer bwlch hwy na’r un o’i flaen, o 1 i {most} mis. Rhowch nhw mewn trefn.',
  },
  RULE_OF_COURSE: {
    rule: 'CRT-41',
    en: 'The certification of the course {code} asks for that course and nothing else. Make a certification with a code of its own.',
    cy: 'Mae ardystiad y cwrs {code} yn gofyn am y cwrs hwnnw a dim arall. Gwnewch ardystiad â’i god ei hun.',
  },
  RULE_BACKDATED: {
    rule: 'CRT-42',
    en: 'A rule applies from today or later, and not before the version it follows. Choose a later first day.',
    cy: 'Mae rheol yn gymwys o heddiw ymlaen neu’n hwyrach, ac nid cyn y fersiwn y mae’n ei dilyn. Dewiswch ddiwrnod cyntaf hwyrach.',
  },
  RULE_CIRCULAR: {
    rule: 'CRT-43',
    en: 'The requirements go round in a circle: {way}. Take one of them out.',
    cy: 'Mae’r gofynion yn mynd mewn cylch: {way}. Tynnwch un ohonynt allan.',
  },
  RULE_REQUIREMENT_UNKNOWN: {
    rule: 'CRT-41',
    en: 'There is nothing called {key} to ask for. Choose a course, component, skill with a level, or certification that exists.',
    cy: 'Nid oes dim o’r enw {key} i ofyn amdano. Dewiswch gwrs, cydran, sgil â lefel, neu ardystiad sy’n bodoli.',
  },
  RULE_TITLE_MISSING: {
    rule: 'CRT-41',
    en: 'Give the certification a code of letters, digits and hyphens and a title. Each is at most 60 and 200 characters.',
    cy: 'Rhowch god o lythrennau, digidau a chysylltnodau a theitl i’r ardystiad. Mae’r ddau ar y mwyaf yn 60 a 200 nod.',
  },
  EXTENSION_TOO_SHORT: {
    rule: 'CRT-44',
    en: 'An extension ends after the present last valid day. Choose a later day.',
    cy: 'Mae estyniad yn dod i ben ar ôl y diwrnod dilys olaf presennol. Dewiswch ddiwrnod hwyrach.',
  },
  EXTENSION_TOO_LONG: {
    rule: 'CRT-44',
    en: 'An extension is shorter than the validity itself: choose a day before {limit, date, long}, or have the certification renewed.',
    cy: 'Mae estyniad yn fyrrach na’r cyfnod dilys ei hun: dewiswch ddiwrnod cyn {limit, date, long}, neu trefnwch i adnewyddu’r ardystiad.',
  },
  AWARD_NOT_CURRENT: {
    rule: 'CRT-44',
    en: 'Only the award that is in date now can be extended. This one has run out, was withdrawn or has been renewed.',
    cy: 'Dim ond y dyfarniad sy’n gyfredol nawr y gellir ei ymestyn. Mae’r un hwn wedi dod i ben, wedi’i dynnu’n ôl neu wedi’i adnewyddu.',
  },
  EXEMPTION_PERIOD_WRONG: {
    rule: 'CRT-45',
    en: 'The last day of the exemption lies before the first. Correct one of the two dates.',
    cy: 'Mae diwrnod olaf yr eithriad cyn y cyntaf. Cywirwch un o’r ddau ddyddiad.',
  },
});
