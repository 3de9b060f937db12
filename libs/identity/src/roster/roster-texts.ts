import type { RefusalText } from '@app/platform/refusal/refusal.js';

type RosterCode =
  | 'FILE_NAME_NOT_VALID'
  | 'UPLOAD_NOT_VALID'
  | 'UPLOAD_EXPIRED'
  | 'UPLOAD_TOO_LARGE'
  | 'UPLOAD_ALREADY_THERE'
  | 'UPLOAD_EMPTY'
  | 'ROSTER_NOT_CHECKED'
  | 'ROSTER_FAILED'
  | 'ROSTER_NOT_UTF8'
  | 'ROSTER_NOT_CSV'
  | 'ROSTER_WITHOUT_ROWS'
  | 'ROSTER_COLUMN_MISSING'
  | 'ROSTER_COLUMN_UNKNOWN'
  | 'ROSTER_COLUMN_REPEATED'
  | 'ROSTER_TOO_MANY_ROWS'
  | 'ROSTER_ROW_LENGTH'
  | 'ROSTER_VALUE_MISSING'
  | 'ROSTER_DATE_NOT_VALID'
  | 'ROSTER_LANGUAGE_UNKNOWN'
  | 'ROSTER_UNIT_NOT_FOUND'
  | 'ROSTER_MANAGER_NOT_FOUND'
  | 'ROSTER_ROW_REPEATED'
  | 'ROSTER_PERSON_DIFFERS'
  | 'ROSTER_EMAIL_REPEATED'
  | 'ROSTER_STAFF_NUMBER_DIFFERS'
  | 'ROSTER_EMAIL_IN_USE'
  | 'ROSTER_LEAVES_MANY_OUT'
  | 'ROSTER_NEEDS_SECOND_PERSON';

/** The refusals of a roster: of the file as a whole, and of its rows. */
export const rosterTexts: Record<RosterCode, RefusalText> = {
  FILE_NAME_NOT_VALID: {
    rule: 'IDN-31',
    en: 'A roster is a file whose name ends in .csv. Save it as CSV (UTF-8) and choose it again.',
    cy: 'Mae rhestr staff yn ffeil y mae ei henw’n gorffen â .csv. Cadwch hi fel CSV (UTF-8) a’i dewis eto.',
  },
  UPLOAD_NOT_VALID: {
    rule: 'IDN-31',
    en: 'This address takes no file from you. Ask for a new address and upload the file again.',
    cy: 'Nid yw’r cyfeiriad hwn yn derbyn ffeil gennych. Gofynnwch am gyfeiriad newydd a llwythwch y ffeil eto.',
  },
  UPLOAD_EXPIRED: {
    rule: 'IDN-31',
    en: 'This address worked for 15 minutes and has expired. Ask for a new address and upload the file again.',
    cy: 'Gweithiodd y cyfeiriad hwn am 15 munud ac mae wedi dod i ben. Gofynnwch am gyfeiriad newydd a llwythwch y ffeil eto.',
  },
  UPLOAD_TOO_LARGE: {
    rule: 'IDN-31',
    en: 'The file is larger than {megabytes} MB. Divide it and upload the parts one by one.',
    cy: 'Mae’r ffeil yn fwy na {megabytes} MB. Rhannwch hi a llwythwch y rhannau fesul un.',
  },
  UPLOAD_ALREADY_THERE: {
    rule: 'IDN-31',
    en: 'A file has been uploaded to this address already. Ask for a new address for another file.',
    cy: 'Llwythwyd ffeil i’r cyfeiriad hwn eisoes. Gofynnwch am gyfeiriad newydd ar gyfer ffeil arall.',
  },
  UPLOAD_EMPTY: {
    rule: 'IDN-32',
    en: 'No file has arrived yet. Upload the roster first, then check it.',
    cy: 'Nid oes ffeil wedi cyrraedd eto. Llwythwch y rhestr yn gyntaf, yna ei gwirio.',
  },
  ROSTER_NOT_CHECKED: {
    rule: 'IDN-33',
    en: 'The roster is still being checked. Wait for the result, look at it, then apply.',
    cy: 'Mae’r rhestr yn dal i gael ei gwirio. Arhoswch am y canlyniad, edrychwch arno, yna gweithredwch.',
  },
  ROSTER_FAILED: {
    rule: 'IDN-33',
    en: 'The roster could not be read, so there is nothing to apply. Correct the file and upload it again.',
    cy: 'Ni ellid darllen y rhestr, felly nid oes dim i’w weithredu. Cywirwch y ffeil a’i llwytho eto.',
  },
  ROSTER_NOT_UTF8: {
    rule: 'IDN-34',
    en: 'The file is not UTF-8 text. In your spreadsheet choose “CSV UTF-8” when you save it, then upload it again.',
    cy: 'Nid testun UTF-8 yw’r ffeil. Yn eich taenlen dewiswch “CSV UTF-8” wrth ei chadw, yna llwythwch hi eto.',
  },
  ROSTER_NOT_CSV: {
    rule: 'IDN-34',
    en: 'The file stops being CSV near line {line}: look for an opening quotation mark that is not closed.',
    cy: 'Nid yw’r ffeil yn CSV o gwmpas llinell {line}: chwiliwch am ddyfynnod agoriadol nad yw wedi’i gau.',
  },
  ROSTER_WITHOUT_ROWS: {
    rule: 'IDN-34',
    en: 'The file has no rows below its heading. Add the people and upload it again.',
    cy: 'Nid oes rhesi o dan bennawd y ffeil. Ychwanegwch y bobl a llwythwch hi eto.',
  },
  ROSTER_COLUMN_MISSING: {
    rule: 'IDN-34',
    en: 'The column {column} is missing. Add it to the heading and to every row.',
    cy: 'Mae’r golofn {column} ar goll. Ychwanegwch hi at y pennawd ac at bob rhes.',
  },
  ROSTER_COLUMN_UNKNOWN: {
    rule: 'IDN-34',
    en: 'There is no column of the name {column}. Correct the heading or take the column out.',
    cy: 'Nid oes colofn o’r enw {column}. Cywirwch y pennawd neu tynnwch y golofn allan.',
  },
  ROSTER_COLUMN_REPEATED: {
    rule: 'IDN-34',
    en: 'The column {column} stands twice in the heading. Keep one.',
    cy: 'Mae’r golofn {column} yn y pennawd ddwywaith. Cadwch un.',
  },
  ROSTER_TOO_MANY_ROWS: {
    rule: 'IDN-34',
    en: 'A roster holds at most {most, number} rows. Divide the file and upload the parts one by one.',
    cy: 'Mae rhestr yn dal {most, number} rhes ar y mwyaf. Rhannwch y ffeil a llwythwch y rhannau fesul un.',
  },
  ROSTER_ROW_LENGTH: {
    rule: 'IDN-35',
    en: 'This row has {cells} values and the heading has {columns}. Look for a missing comma or quotation mark.',
    cy: 'Mae gan y rhes hon {cells} gwerth a’r pennawd {columns}. Chwiliwch am goma neu ddyfynnod sydd ar goll.',
  },
  ROSTER_VALUE_MISSING: {
    rule: 'IDN-35',
    en: 'This value must not be empty. Fill it in.',
    cy: 'Ni chaiff y gwerth hwn fod yn wag. Llenwch ef.',
  },
  ROSTER_DATE_NOT_VALID: {
    rule: 'IDN-35',
    en: 'This is not a date. Write it as YYYY-MM-DD, such as 2026-11-23.',
    cy: 'Nid dyddiad yw hwn. Ysgrifennwch ef fel BBBB-MM-DD, megis 2026-11-23.',
  },
  ROSTER_LANGUAGE_UNKNOWN: {
    rule: 'IDN-35',
    en: 'The language is en or cy. Correct it, or leave it empty.',
    cy: 'Yr iaith yw en neu cy. Cywirwch hi, neu gadewch hi’n wag.',
  },
  ROSTER_UNIT_NOT_FOUND: {
    rule: 'IDN-35',
    en: 'Your force has no unit at this path. Create the unit first, or write its path from the top, such as Crime/Digital team.',
    cy: 'Nid oes gan eich heddlu uned ar y llwybr hwn. Crëwch yr uned yn gyntaf, neu ysgrifennwch ei llwybr o’r brig, megis Crime/Digital team.',
  },
  ROSTER_MANAGER_NOT_FOUND: {
    rule: 'IDN-35',
    en: 'No person of your force, and no row above this one, has this staff number. Place the manager’s row above.',
    cy: 'Nid oes gan neb yn eich heddlu, na’r un rhes uwchben hon, y rhif staff hwn. Rhowch res y rheolwr uwchben.',
  },
  ROSTER_ROW_REPEATED: {
    rule: 'IDN-35',
    en: 'This row gives the same posting as line {line}. Keep one of the two.',
    cy: 'Mae’r rhes hon yn rhoi’r un penodiad â llinell {line}. Cadwch un o’r ddwy.',
  },
  ROSTER_PERSON_DIFFERS: {
    rule: 'IDN-35',
    en: 'Line {line} gives other personal details for the same staff number. Make the two rows agree.',
    cy: 'Mae llinell {line} yn rhoi manylion personol eraill ar gyfer yr un rhif staff. Gwnewch i’r ddwy res gytuno.',
  },
  ROSTER_EMAIL_REPEATED: {
    rule: 'IDN-35',
    en: 'Line {line} gives this e-mail address to another staff number. An address belongs to one person.',
    cy: 'Mae llinell {line} yn rhoi’r cyfeiriad e-bost hwn i rif staff arall. Mae cyfeiriad yn perthyn i un person.',
  },
  ROSTER_STAFF_NUMBER_DIFFERS: {
    rule: 'IDN-35',
    en: 'A person of your force with another staff number has this e-mail address. Correct the number or the address.',
    cy: 'Mae gan berson o’ch heddlu â rhif staff arall y cyfeiriad e-bost hwn. Cywirwch y rhif neu’r cyfeiriad.',
  },
  ROSTER_EMAIL_IN_USE: {
    rule: 'IDN-36',
    en: 'This person signs in with another e-mail address, which a roster does not change. Keep the address that they use.',
    cy: 'Mae’r person hwn yn mewngofnodi â chyfeiriad e-bost arall, nad yw rhestr yn ei newid. Cadwch y cyfeiriad y mae’n ei ddefnyddio.',
  },
  ROSTER_LEAVES_MANY_OUT: {
    rule: 'IDN-42',
    en: 'This roster leaves out {leavers, number} of {held, number} people, more than {most} in a hundred, and would suspend them. Look at who they are; if it is right, let somebody else apply it and name that number.',
    cy: 'Mae’r rhestr hon yn hepgor {leavers, number} o {held, number} o bobl, mwy na {most} ym mhob cant, a byddai’n eu hatal. Edrychwch pwy ydynt; os yw’n gywir, gadewch i rywun arall ei chymhwyso ac enwi’r nifer hwnnw.',
  },
  ROSTER_NEEDS_SECOND_PERSON: {
    rule: 'IDN-42',
    en: 'You submitted this roster, and it would suspend {leavers, number} people. Ask another training lead to look at them and apply it.',
    cy: 'Chi a gyflwynodd y rhestr hon, a byddai’n atal {leavers, number} o bobl. Gofynnwch i arweinydd hyfforddi arall edrych arnynt a’i chymhwyso.',
  },
};
