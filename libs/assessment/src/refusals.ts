import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** Every "no" of this lib; the rules are in RULES.md. The Welsh is draft until a translator has checked it. */
export const refusal = defineRefusals({
  ITEM_USE_CHANGED: {
    rule: 'ASM-02',
    en: 'Item {key} is already kept for the other use: an item is for practice or for papers, never both. Give the new one a key of its own.',
    cy: 'Mae eitem {key} eisoes wedi’i chadw at y defnydd arall: mae eitem naill ai ar gyfer ymarfer neu ar gyfer papurau, byth y ddau. Rhowch ei hallwedd ei hun i’r un newydd.',
  },
  ITEM_STATE_REFUSED: {
    rule: 'ASM-03',
    en: 'Item {key} cannot go from {from} to {to}. Follow the steps draft, in review, ready, retired.',
    cy: 'Ni all eitem {key} fynd o {from} i {to}. Dilynwch y camau drafft, dan adolygiad, parod, wedi ymddeol.',
  },
  ITEMS_FAULTY: {
    rule: 'ASM-04',
    en: 'Nothing was loaded, since {count, plural, one {# fault} other {# faults}} were found. Mend these first: {faults}',
    cy: 'Ni lwythwyd dim, oherwydd canfuwyd {count} o ddiffygion. Trwsiwch y rhain yn gyntaf: {faults}',
  },
  SITTING_NEEDS_SAMPLES: {
    rule: 'ASM-05',
    en: 'A paper for {courseCode} could only be drawn from sample items, and those are for the demonstration alone. Ask the College to ready items of its own first.',
    cy: 'Dim ond o eitemau enghreifftiol y gellid llunio papur ar gyfer {courseCode}, ac ar gyfer yr arddangosiad yn unig y mae’r rheini. Gofynnwch i’r Coleg baratoi ei eitemau ei hun yn gyntaf.',
  },
  BLUEPRINT_SHORT: {
    rule: 'ASM-07',
    en: 'The blueprint cannot be met: {quota} needs {needed} and the bank has {available}. {added, plural, =-1 {No new item would mend that: ask for fewer, or exclude less.} one {Ready # more item ({mend}), or ask for fewer.} other {Ready # more items ({mend}), or ask for fewer.}}',
    cy: 'Ni ellir bodloni’r glasbrint: mae angen {needed} ar gyfer {quota} ac mae {available} yn y banc. {added, plural, =-1 {Ni fyddai unrhyw eitem newydd yn trwsio hynny: gofynnwch am lai, neu eithriwch lai.} other {Paratowch # yn rhagor ({mend}), neu gofynnwch am lai.}}',
  },
  BLUEPRINT_MALFORMED: {
    rule: 'ASM-08',
    en: 'The blueprint contradicts itself: {what}. Correct it and set it again.',
    cy: 'Mae’r glasbrint yn ei wrth-ddweud ei hun: {what}. Cywirwch ef a’i osod eto.',
  },
  BLUEPRINT_MISSING: {
    rule: 'ASM-09',
    en: 'There is no blueprint for {componentKey} of {courseCode} yet, so no paper can be drawn. Ask the College when it will follow.',
    cy: 'Nid oes glasbrint ar gyfer {componentKey} o {courseCode} eto, felly ni ellir llunio papur. Gofynnwch i’r Coleg pryd y bydd yn dilyn.',
  },
  COMPONENT_UNKNOWN: {
    rule: 'ASM-10',
    en: '{courseCode} has no paper called {componentKey} with a time limit. Choose one of the papers of its assessment.',
    cy: 'Nid oes gan {courseCode} bapur o’r enw {componentKey} â therfyn amser. Dewiswch un o bapurau ei asesiad.',
  },
  SITTING_WINDOW: {
    rule: 'ASM-11',
    en: 'A sitting opens in the future and closes at least {limitMinutes} minutes later. Choose other times.',
    cy: 'Mae sesiwn yn agor yn y dyfodol ac yn cau o leiaf {limitMinutes} munud wedyn. Dewiswch amserau eraill.',
  },
  SITTING_SEATS: {
    rule: 'ASM-12',
    en: 'A sitting has 1 to {most} seats. Choose a number in between.',
    cy: 'Mae gan sesiwn rhwng 1 a {most} o seddi. Dewiswch rif yn y canol.',
  },
  REMINDER_TOO_LATE: {
    rule: 'ASM-13',
    en: 'The reminder would fall due in the past. Choose fewer minutes before the opening.',
    cy: 'Byddai’r nodyn atgoffa yn ddyledus yn y gorffennol. Dewiswch lai o funudau cyn agor.',
  },
  SITTING_CLOSED: {
    rule: 'ASM-14',
    en: 'This sitting closed on {closesAt, date, long} at {closesAt, time, short}. Choose another, or ask your training lead for one.',
    cy: 'Caeodd y sesiwn hon ar {closesAt, date, long} am {closesAt, time, short}. Dewiswch un arall, neu gofynnwch i’ch arweinydd hyfforddi am un.',
  },
  SITTING_CANCELLED: {
    rule: 'ASM-15',
    en: 'This sitting has been cancelled. Choose another, or ask your training lead for one.',
    cy: 'Mae’r sesiwn hon wedi’i chanslo. Dewiswch un arall, neu gofynnwch i’ch arweinydd hyfforddi am un.',
  },
  SITTING_RUNNING: {
    rule: 'ASM-16',
    en: 'Somebody is sitting this paper at the moment, so it cannot be cancelled. Wait until the last of them has finished.',
    cy: 'Mae rhywun yn sefyll y papur hwn ar hyn o bryd, felly ni ellir ei ganslo. Arhoswch nes bod yr olaf ohonynt wedi gorffen.',
  },
  CANCEL_REASON_MISSING: {
    rule: 'ASM-17',
    en: 'Say why, in 3 to 500 characters: those who hold a place will read it.',
    cy: 'Dywedwch pam, mewn 3 i 500 o nodau: bydd y rhai sydd â lle yn ei ddarllen.',
  },
  SITTING_FULL: {
    rule: 'ASM-18',
    en: '{left, plural, =0 {No seat is left} one {Only # seat is left} other {Only # seats are left}} in this sitting. Choose another, or ask your training lead for one.',
    cy: '{left, plural, =0 {Nid oes sedd ar ôl} other {Dim ond # sedd sydd ar ôl}} yn y sesiwn hon. Dewiswch un arall, neu gofynnwch i’ch arweinydd hyfforddi am un.',
  },
  NOT_IN_COHORT: {
    rule: 'ASM-19',
    en: 'This sitting is for other units or people. Choose another, or ask your training lead to include you.',
    cy: 'Mae’r sesiwn hon ar gyfer unedau neu bobl eraill. Dewiswch un arall, neu gofynnwch i’ch arweinydd hyfforddi eich cynnwys.',
  },
  PLACE_USED: {
    rule: 'ASM-20',
    en: 'You have already started in this sitting, so the place cannot be given up. Finish your attempt instead.',
    cy: 'Rydych eisoes wedi dechrau yn y sesiwn hon, felly ni ellir ildio’r lle. Gorffennwch eich ymgais yn lle hynny.',
  },
  PLACE_MISSING: {
    rule: 'ASM-21',
    en: 'You have no place in this sitting. Book one first.',
    cy: 'Nid oes gennych le yn y sesiwn hon. Archebwch un yn gyntaf.',
  },
  SITTING_NOT_OPEN: {
    rule: 'ASM-22',
    en: 'This sitting opens on {opensAt, date, long} at {opensAt, time, short}. Come back then.',
    cy: 'Mae’r sesiwn hon yn agor ar {opensAt, date, long} am {opensAt, time, short}. Dewch yn ôl bryd hynny.',
  },
  NOT_ENROLLED: {
    rule: 'ASM-23',
    en: 'You are not enrolled on {courseCode}. Enrol first, then start.',
    cy: 'Nid ydych wedi cofrestru ar {courseCode}. Cofrestrwch yn gyntaf, yna dechreuwch.',
  },
  NO_ATTEMPTS_LEFT: {
    rule: 'ASM-24',
    en: 'You have used all {max, plural, one {# attempt} other {# attempts}}. Ask your training lead what to do next.',
    cy: 'Rydych wedi defnyddio pob un o’r {max} ymgais. Gofynnwch i’ch arweinydd hyfforddi beth i’w wneud nesaf.',
  },
  COOLING_DOWN: {
    rule: 'ASM-25',
    en: 'You may try again from {from, date, long} at {from, time, short}. Use the time to look at the lessons once more.',
    cy: 'Cewch roi cynnig arall arni o {from, date, long} am {from, time, short}. Defnyddiwch yr amser i edrych ar y gwersi eto.',
  },
  ALREADY_PASSED: {
    rule: 'ASM-26',
    en: 'You have already passed this. There is nothing more to sit.',
    cy: 'Rydych eisoes wedi pasio hwn. Nid oes dim byd arall i’w sefyll.',
  },
  PAPER_SHORT: {
    rule: 'ASM-27',
    en: 'No paper can be drawn for you at the moment: too few items are ready. Nothing was used up; tell your training lead.',
    cy: 'Ni ellir llunio papur i chi ar hyn o bryd: mae rhy ychydig o eitemau’n barod. Ni ddefnyddiwyd dim; dywedwch wrth eich arweinydd hyfforddi.',
  },
  ATTEMPT_OVER: {
    rule: 'ASM-30',
    en: 'Time was up at {deadline, time, short}, so this was not saved. What was saved before is kept; look at the attempt to see how it ended.',
    cy: 'Daeth yr amser i ben am {deadline, time, short}, felly ni chadwyd hwn. Mae’r hyn a gadwyd cynt wedi’i gadw; edrychwch ar yr ymgais i weld sut y daeth i ben.',
  },
  ATTEMPT_SUBMITTED: {
    rule: 'ASM-31',
    en: 'This attempt has been handed in and can no longer be changed.',
    cy: 'Mae’r ymgais hon wedi’i chyflwyno ac ni ellir ei newid mwyach.',
  },
  OTHER_WRITER: {
    rule: 'ASM-32',
    en: 'This attempt has been taken up on another page or device. Continue there, or choose Resume to continue here.',
    cy: 'Mae’r ymgais hon yn parhau ar dudalen neu ddyfais arall. Parhewch yno, neu dewiswch Ailddechrau i barhau yma.',
  },
  ITEM_NOT_IN_PAPER: {
    rule: 'ASM-33',
    en: 'That question is not in your paper. Load the page again and answer there.',
    cy: 'Nid yw’r cwestiwn hwnnw yn eich papur. Llwythwch y dudalen eto ac atebwch yno.',
  },
  OLD_SEQUENCE: {
    rule: 'ASM-34',
    en: 'A later answer to this question has already been saved and counts. Load the page again to see it.',
    cy: 'Mae ateb diweddarach i’r cwestiwn hwn eisoes wedi’i gadw ac yn cyfrif. Llwythwch y dudalen eto i’w weld.',
  },
  HISTORY_FULL: {
    rule: 'ASM-35',
    en: 'Your answers have been changed too often to keep them all, so this change was not saved. What was saved counts; hand in your attempt.',
    cy: 'Mae eich atebion wedi’u newid yn rhy aml i’w cadw i gyd, felly ni chadwyd y newid hwn. Mae’r hyn a gadwyd yn cyfrif; cyflwynwch eich ymgais.',
  },
  RESULTS_TOO_EARLY: {
    rule: 'ASM-40',
    en: 'Results can be released once the sitting has closed, on {closesAt, date, long} at {closesAt, time, short}. Try again then.',
    cy: 'Gellir rhyddhau canlyniadau unwaith y bydd y sesiwn wedi cau, ar {closesAt, date, long} am {closesAt, time, short}. Rhowch gynnig arall arni bryd hynny.',
  },
});
