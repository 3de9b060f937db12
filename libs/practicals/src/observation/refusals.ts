import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** Every "no" about observations. The Welsh is draft until a translator has checked it. */
export const refusal = defineRefusals({
  OBSERVATION_STATE: {
    rule: 'PRA-01',
    en: 'This observation has moved on, so this can no longer be done, or cannot be done yet. Load the page again to see how it stands.',
    cy: 'Mae’r arsylwad hwn wedi symud ymlaen, felly ni ellir gwneud hyn mwyach, neu ni ellir ei wneud eto. Llwythwch y dudalen eto i weld sut y mae’n sefyll.',
  },
  OBSERVATION_NOT_ENROLLED: {
    rule: 'PRA-02',
    en: 'This person is not enrolled on {courseCode}. Enrol them first, then send this again.',
    cy: 'Nid yw’r person hwn wedi cofrestru ar {courseCode}. Cofrestrwch nhw yn gyntaf, yna anfonwch hyn eto.',
  },
  OBSERVATION_BRIEF_OTHER: {
    rule: 'PRA-02',
    en: 'This sheet was made for another brief than this observation’s. Load the observation’s own sheet and copy your ticks to it.',
    cy: 'Gwnaed y daflen hon ar gyfer briff gwahanol i un yr arsylwad hwn. Llwythwch daflen yr arsylwad ei hun a chopïwch eich ticiau iddi.',
  },
  OBSERVATION_OPEN: {
    rule: 'PRA-03',
    en: 'Another observation of this part of the course is under way for this person. Finish or cancel that one first.',
    cy: 'Mae arsylwad arall o’r rhan hon o’r cwrs ar y gweill i’r person hwn. Gorffennwch neu canslwch hwnnw yn gyntaf.',
  },
  OBSERVATION_ALREADY_PASSED: {
    rule: 'PRA-03',
    en: 'This person has passed this part of the course. There is nothing more to observe.',
    cy: 'Mae’r person hwn wedi pasio’r rhan hon o’r cwrs. Nid oes dim mwy i’w arsylwi.',
  },
  OBSERVATION_ATTEMPTS_USED: {
    rule: 'PRA-03',
    en: 'This person has been observed as often as this course allows ({max}). Talk to the training lead.',
    cy: 'Mae’r person hwn wedi’i arsylwi cynifer o weithiau ag y mae’r cwrs hwn yn eu caniatáu ({max}). Siaradwch â’r arweinydd hyfforddi.',
  },
  OBSERVATION_COOLING_DOWN: {
    rule: 'PRA-03',
    en: 'This person can be observed again from {from, date, long} {from, time, short}. Choose a time after that.',
    cy: 'Gellir arsylwi’r person hwn eto o {from, date, long} {from, time, short}. Dewiswch amser ar ôl hynny.',
  },
  OBSERVATION_PLAN_PAST: {
    rule: 'PRA-04',
    en: 'An observation is planned for a time to come. Choose a later time, or begin it on the spot.',
    cy: 'Cynllunnir arsylwad ar gyfer amser i ddod. Dewiswch amser diweddarach, neu dechreuwch ef yn y fan a’r lle.',
  },
  OBSERVATION_OTHER_SHEET: {
    rule: 'PRA-05',
    en: 'Another sheet has been received for this observation, and it stays. Correct that one, or send yours as a new observation.',
    cy: 'Mae taflen arall wedi dod i law ar gyfer yr arsylwad hwn, ac mae’n aros. Cywirwch honno, neu anfonwch eich un chi fel arsylwad newydd.',
  },
  OBSERVATION_CRITERION_UNKNOWN: {
    rule: 'PRA-06',
    en: 'The sheet ticks something that the brief does not ask. Take it off.',
    cy: 'Mae’r daflen yn ticio rhywbeth nad yw’r briff yn gofyn amdano. Tynnwch ef.',
  },
  OBSERVATION_CRITERION_TWICE: {
    rule: 'PRA-06',
    en: 'The sheet ticks one criterion twice. Keep one tick for each.',
    cy: 'Mae’r daflen yn ticio un maen prawf ddwywaith. Cadwch un tic ar gyfer pob un.',
  },
  OBSERVATION_CRITERION_MISSING: {
    rule: 'PRA-06',
    en: 'Criterion {number} has no tick. Say for each criterion whether you saw it or not.',
    cy: 'Nid oes tic ar faen prawf {number}. Dywedwch ar gyfer pob maen prawf a welsoch chi ef ai peidio.',
  },
  OBSERVATION_TIMES: {
    rule: 'PRA-07',
    en: 'The times on the sheet contradict each other: each tick lies between beginning and end, at most a day apart, and the sheet is sent afterwards. Correct them.',
    cy: 'Mae’r amseroedd ar y daflen yn gwrth-ddweud ei gilydd: mae pob tic rhwng y dechrau a’r diwedd, o fewn diwrnod ar y mwyaf, ac anfonir y daflen wedyn. Cywirwch nhw.',
  },
  OBSERVATION_TIME_FUTURE: {
    rule: 'PRA-07',
    en: 'The sheet ends at a time that has not come yet. Check the clock of your device; your sheet stays on it, so send it again then.',
    cy: 'Mae’r daflen yn gorffen ar amser nad yw wedi dod eto. Gwiriwch gloc eich dyfais; mae eich taflen yn aros arni, felly anfonwch hi eto bryd hynny.',
  },
  OBSERVATION_TIME_EARLY: {
    rule: 'PRA-07',
    en: 'The sheet begins before this observation could ({from, date, long} {from, time, short}). Check the clock of your device and the times on the sheet.',
    cy: 'Mae’r daflen yn dechrau cyn y gallai’r arsylwad hwn ({from, date, long} {from, time, short}). Gwiriwch gloc eich dyfais a’r amseroedd ar y daflen.',
  },
  OBSERVATION_PLAYERS: {
    rule: 'PRA-08',
    en: 'Say once for each part, other than the candidate’s, who played it. The candidate plays no other part.',
    cy: 'Dywedwch unwaith ar gyfer pob rhan, heblaw rhan yr ymgeisydd, pwy a’i chwaraeodd. Nid yw’r ymgeisydd yn chwarae unrhyw ran arall.',
  },
  OBSERVATION_CONFLICT: {
    rule: 'PRA-10',
    en: 'Whoever has a conflict with a candidate does not observe them. The sheet, if there is one, is kept: another assessor who was there can sign it, or observe afresh.',
    cy: 'Nid yw neb sydd â gwrthdaro â’r ymgeisydd yn eu harsylwi. Cedwir y daflen, os oes un: gall asesydd arall a oedd yno ei llofnodi, neu arsylwi o’r newydd.',
  },
  OBSERVATION_NO_ROLE: {
    rule: 'PRA-10',
    en: 'Only somebody who held the role of assessor on that day observes. The sheet, if there is one, is kept: another assessor who was there can sign it, or observe afresh.',
    cy: 'Dim ond rhywun a oedd â rôl asesydd ar y diwrnod hwnnw sy’n arsylwi. Cedwir y daflen, os oes un: gall asesydd arall a oedd yno ei llofnodi, neu arsylwi o’r newydd.',
  },
  OBSERVATION_NOT_IN_DATE: {
    rule: 'PRA-10',
    en: 'Whoever observes is in date in {skill} at level {level} on that day. The sheet, if there is one, is kept: another assessor who was there can sign it, or observe afresh.',
    cy: 'Mae pwy bynnag sy’n arsylwi yn gyfredol yn {skill} ar lefel {level} ar y diwrnod hwnnw. Cedwir y daflen, os oes un: gall asesydd arall a oedd yno ei llofnodi, neu arsylwi o’r newydd.',
  },
  OBSERVATION_NOT_PRESENT: {
    rule: 'PRA-10',
    en: 'You sign what you have seen yourself. If you were there, say so; otherwise ask somebody who was.',
    cy: 'Rydych yn llofnodi’r hyn a welsoch eich hun. Os oeddech yno, dywedwch hynny; fel arall gofynnwch i rywun a oedd.',
  },
  OBSERVATION_SHEET_CHANGED: {
    rule: 'PRA-11',
    en: 'The sheet has changed since you read it. Load it again, read it and sign that one.',
    cy: 'Mae’r daflen wedi newid ers i chi ei darllen. Llwythwch hi eto, darllenwch hi a llofnodwch honno.',
  },
  OBSERVATION_REASON_MISSING: {
    rule: 'PRA-12',
    en: 'Say why, in 10 to 2,000 characters: those whom it is about will read it.',
    cy: 'Dywedwch pam, mewn 10 i 2,000 o nodau: bydd y rhai y mae’n ymwneud â nhw yn ei ddarllen.',
  },
  OBSERVATION_DISPUTE_INVOLVED: {
    rule: 'PRA-14',
    en: 'A dispute is decided by somebody who had no part in the observation and no conflict with the candidate. Ask another training lead.',
    cy: 'Penderfynir anghydfod gan rywun nad oedd â rhan yn yr arsylwad na gwrthdaro â’r ymgeisydd. Gofynnwch i arweinydd hyfforddi arall.',
  },
  OBSERVATION_TIME_TO_ANSWER: {
    rule: 'PRA-19',
    en: 'The candidate has until {from, date, long} {from, time, short} to sign or dispute the sheet. Conclude it after that.',
    cy: 'Mae gan yr ymgeisydd tan {from, date, long} {from, time, short} i lofnodi’r daflen neu ei herio. Dewch ag ef i ben ar ôl hynny.',
  },
  OBSERVATION_VOID_OWN: {
    rule: 'PRA-15',
    en: 'An observation is voided by two people, neither of them its candidate. Ask a colleague to decide.',
    cy: 'Dirymir arsylwad gan ddau berson, heb i’r un ohonynt fod yn ymgeisydd iddo. Gofynnwch i gydweithiwr benderfynu.',
  },
  OBSERVATION_VOID_NOT_PROPOSED: {
    rule: 'PRA-15',
    en: 'Nobody has proposed to void this observation, or it has been decided. Propose it first.',
    cy: 'Nid oes neb wedi cynnig dirymu’r arsylwad hwn, neu mae wedi’i benderfynu. Cynigiwch hynny yn gyntaf.',
  },
  OBSERVATION_VOID_PROPOSED: {
    rule: 'PRA-15',
    en: 'Somebody has proposed to void this observation already. Ask a second person to decide.',
    cy: 'Mae rhywun eisoes wedi cynnig dirymu’r arsylwad hwn. Gofynnwch i ail berson benderfynu.',
  },
});
