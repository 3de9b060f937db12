import { defineRefusals } from '@app/platform/refusal/refusal.js';
import { rosterTexts } from './roster/roster-texts.js';
import { signInTexts } from './sign-in/sign-in-texts.js';

/** Every "no" of identity. The Welsh is draft until a translator has checked it. */
export const refusal = defineRefusals({
  DATES_REVERSED: {
    rule: 'IDN-10',
    en: 'The last day is before the first. Give a last day on or after the first, or leave it out.',
    cy: 'Mae’r diwrnod olaf cyn y cyntaf. Rhowch ddiwrnod olaf ar neu ar ôl y cyntaf, neu gadewch ef allan.',
  },
  UNIT_NAME_NOT_VALID: {
    rule: 'IDN-02',
    en: 'A unit’s name has 1 to 100 characters and no slash. Choose another name.',
    cy: 'Mae gan enw uned 1 i 100 nod a dim slaes. Dewiswch enw arall.',
  },
  UNIT_NAME_TAKEN: {
    rule: 'IDN-03',
    en: 'There is already a unit of that name in the same place. Use that one, or choose another name.',
    cy: 'Mae uned o’r enw hwnnw yn yr un lle eisoes. Defnyddiwch honno, neu dewiswch enw arall.',
  },
  UNIT_KIND_MISPLACED: {
    rule: 'IDN-04',
    en: 'A command stands above a district, and a district above a team. Choose another kind or another parent.',
    cy: 'Saif rheolaeth uwchlaw ardal, ac ardal uwchlaw tîm. Dewiswch fath arall neu uned uwch arall.',
  },
  UNIT_TOO_DEEP: {
    rule: 'IDN-05',
    en: 'The tree of units is at most {deepest} levels deep. Place the unit higher up.',
    cy: 'Mae’r goeden unedau yn {deepest} lefel ar y mwyaf. Rhowch yr uned yn uwch.',
  },
  PERSON_NAME_NOT_VALID: {
    rule: 'IDN-06',
    en: 'A name has 1 to 100 characters. Enter the name as the person writes it.',
    cy: 'Mae gan enw 1 i 100 nod. Rhowch yr enw fel y mae’r person yn ei ysgrifennu.',
  },
  EMAIL_NOT_VALID: {
    rule: 'IDN-07',
    en: 'This is not an e-mail address. Enter one such as name@example.police.uk.',
    cy: 'Nid cyfeiriad e-bost yw hwn. Rhowch un megis enw@example.police.uk.',
  },
  EMAIL_TAKEN: {
    rule: 'IDN-07',
    en: 'Another person of your force has this e-mail address. Check the address, or look for that person first.',
    cy: 'Mae gan berson arall o’ch heddlu y cyfeiriad e-bost hwn. Gwiriwch y cyfeiriad, neu chwiliwch am y person yn gyntaf.',
  },
  STAFF_NUMBER_NOT_VALID: {
    rule: 'IDN-08',
    en: 'A staff number has 1 to 32 letters, digits, hyphens, dots or slashes. Correct it.',
    cy: 'Mae gan rif staff 1 i 32 o lythrennau, rhifau, cysylltnodau, dotiau neu slaesau. Cywirwch ef.',
  },
  STAFF_NUMBER_TAKEN: {
    rule: 'IDN-08',
    en: 'Another person of your force has this staff number. Check the number, or look for that person first.',
    cy: 'Mae gan berson arall o’ch heddlu y rhif staff hwn. Gwiriwch y rhif, neu chwiliwch am y person yn gyntaf.',
  },
  PERSON_HELD_ELSEWHERE: {
    rule: 'IDN-09',
    en: 'This e-mail address belongs to an account that another force holds. Your proposal is recorded: the other force or the person must confirm it before you can post them.',
    cy: 'Mae’r cyfeiriad e-bost hwn yn perthyn i gyfrif a ddelir gan heddlu arall. Cofnodwyd eich cynnig: rhaid i’r heddlu arall neu’r person ei gadarnhau cyn y gallwch eu penodi.',
  },
  RANK_UNKNOWN: {
    rule: 'IDN-11',
    en: 'There is no such rank or grade. Choose one of the list, such as pc or sgt.',
    cy: 'Nid oes rheng na gradd o’r fath. Dewiswch un o’r rhestr, megis pc neu sgt.',
  },
  ROLE_UNKNOWN: {
    rule: 'IDN-12',
    en: 'There is no such role. Choose one of the list, such as response-officer.',
    cy: 'Nid oes rôl o’r fath. Dewiswch un o’r rhestr, megis response-officer.',
  },
  HOURS_OUT_OF_RANGE: {
    rule: 'IDN-13',
    en: 'Contracted hours are above 0 and at most 60 a week. Correct them, or leave them out.',
    cy: 'Mae oriau contract uwchlaw 0 a 60 yr wythnos ar y mwyaf. Cywirwch hwy, neu gadewch hwy allan.',
  },
  LINE_MANAGER_SELF: {
    rule: 'IDN-14',
    en: 'Nobody is their own line manager. Choose another person.',
    cy: 'Nid oes neb yn rheolwr llinell iddo’i hun. Dewiswch berson arall.',
  },
  POSTING_ALREADY_THERE: {
    rule: 'IDN-15',
    en: 'This person already has that posting from that day, with other details. End it first, or change the day.',
    cy: 'Mae gan y person hwn y penodiad hwnnw o’r diwrnod hwnnw eisoes, gyda manylion eraill. Dewch ag ef i ben yn gyntaf, neu newidiwch y diwrnod.',
  },
  POSTING_ALREADY_OVER: {
    rule: 'IDN-16',
    en: 'The last day of this posting has passed, so it stays as it is. Record a new posting instead.',
    cy: 'Mae diwrnod olaf y penodiad hwn wedi mynd heibio, felly mae’n aros fel y mae. Cofnodwch benodiad newydd yn lle hynny.',
  },
  ABSENCE_OVERLAPS: {
    rule: 'IDN-17',
    en: 'This person already has an absence on some of these days. Change that one, or choose other days.',
    cy: 'Mae gan y person hwn absenoldeb ar rai o’r diwrnodau hyn eisoes. Newidiwch hwnnw, neu dewiswch ddiwrnodau eraill.',
  },
  BUNDLE_UNKNOWN: {
    rule: 'IDN-18',
    en: 'There is no such role. Choose one of the list, such as training-lead.',
    cy: 'Nid oes rôl o’r fath. Dewiswch un o’r rhestr, megis training-lead.',
  },
  BUNDLE_NOT_OF_THIS_BODY: {
    rule: 'IDN-19',
    en: 'This role is not one that your organisation grants. Choose another role.',
    cy: 'Nid yw’r rôl hon yn un y mae eich sefydliad yn ei rhoi. Dewiswch rôl arall.',
  },
  ROLE_SELF_GRANTED: {
    rule: 'IDN-20',
    en: 'Nobody grants a role to themselves. Ask another administrator.',
    cy: 'Nid oes neb yn rhoi rôl iddo’i hun. Gofynnwch i weinyddwr arall.',
  },
  PERSON_SELF_SUSPENDED: {
    rule: 'IDN-21',
    en: 'Nobody suspends themselves. Ask another administrator.',
    cy: 'Nid oes neb yn ei atal ei hun. Gofynnwch i weinyddwr arall.',
  },
  REASON_MISSING: {
    rule: 'IDN-21',
    en: 'Say in 1 to 500 characters why. It is kept for the record, apart from the person’s data.',
    cy: 'Dywedwch mewn 1 i 500 nod pam. Fe’i cedwir ar gyfer y cofnod, ar wahân i ddata’r person.',
  },
  ...signInTexts,
  ...rosterTexts,
});
