import type { RefusalText } from '@app/platform/refusal/refusal.js';

type PastCode =
  | 'PAST_NOT_CHECKED'
  | 'PAST_ENDED'
  | 'PAST_NOT_APPLIED'
  | 'PAST_SOURCE_MISSING'
  | 'PAST_COLUMNS_MISSING'
  | 'PAST_MAPPING_TOO_LARGE'
  | 'PAST_MAPPING_NOT_VALID'
  | 'PAST_NOT_CSV'
  | 'PAST_WITHOUT_ROWS'
  | 'PAST_TOO_MANY_ROWS'
  | 'PAST_COLUMN_MISSING'
  | 'PAST_COLUMN_REPEATED'
  | 'PAST_VALUE_MISSING'
  | 'PAST_VALUE_TOO_LONG'
  | 'PAST_DATE_NOT_VALID'
  | 'PAST_IN_FUTURE'
  | 'PAST_ENDS_BEFORE_IT_BEGINS'
  | 'PAST_LEVEL_WRONG'
  | 'PAST_PERSON_UNKNOWN'
  | 'PAST_FORCE_UNKNOWN'
  | 'PAST_FORCE_OTHER'
  | 'PAST_FORCE_UNCLEAR'
  | 'PAST_FORCE_CLOSED';

/** The refusals of the past: of an import, of its file, and of its rows. Welsh: draft. */
export const pastTexts: Record<PastCode, RefusalText> = {
  PAST_NOT_CHECKED: {
    rule: 'STD-44',
    en: 'The file has not been checked yet. Wait for its check, then apply it.',
    cy: 'Nid yw’r ffeil wedi’i gwirio eto. Arhoswch am y gwiriad, yna ei chymhwyso.',
  },
  PAST_ENDED: {
    rule: 'STD-44',
    en: 'This import failed or was cancelled. Upload the corrected file and check that.',
    cy: 'Methodd y mewnforiad hwn neu cafodd ei ganslo. Llwythwch y ffeil wedi’i chywiro a’i gwirio.',
  },
  PAST_NOT_APPLIED: {
    rule: 'STD-46',
    en: 'There is nothing to undo: this import was not applied. Cancel it instead.',
    cy: 'Nid oes dim i’w ddadwneud: ni chymhwyswyd y mewnforiad hwn. Canslwch ef yn lle hynny.',
  },
  PAST_SOURCE_MISSING: {
    rule: 'STD-43',
    en: 'Say in 1 to 200 characters what record the file comes from: every explanation shows it.',
    cy: 'Dywedwch mewn 1 i 200 nod o ba gofnod y daw’r ffeil: mae pob esboniad yn ei ddangos.',
  },
  PAST_COLUMNS_MISSING: {
    rule: 'STD-41',
    en: 'Nobody has said yet what the columns of your force’s files mean. Save the mapping of columns first.',
    cy: 'Nid oes neb wedi dweud eto beth yw ystyr colofnau ffeiliau eich heddlu. Cadwch fapio’r colofnau yn gyntaf.',
  },
  PAST_MAPPING_TOO_LARGE: {
    rule: 'STD-41',
    en: 'At most {most} courses are saved at a time. Save them in parts.',
    cy: 'Cedwir {most} cwrs ar y mwyaf ar y tro. Cadwch nhw fesul rhan.',
  },
  PAST_MAPPING_NOT_VALID: {
    rule: 'STD-41',
    en: 'A course has a name of 1 to 300 characters, at most 60 skills and, where it ran out, 1 to 600 months. Correct the mapping.',
    cy: 'Mae gan gwrs enw o 1 i 300 nod, 60 sgil ar y mwyaf ac, os daeth i ben, 1 i 600 mis. Cywirwch y mapio.',
  },
  PAST_NOT_CSV: {
    rule: 'STD-42',
    en: 'The file cannot be read as a table at line {line}. Save it as CSV and upload it again.',
    cy: 'Ni ellir darllen y ffeil fel tabl ar linell {line}. Cadwch hi fel CSV a’i llwytho eto.',
  },
  PAST_WITHOUT_ROWS: {
    rule: 'STD-42',
    en: 'The file has no row below its heading. Check that it is the right one.',
    cy: 'Nid oes rhes o dan y pennawd yn y ffeil. Gwiriwch mai dyma’r un gywir.',
  },
  PAST_TOO_MANY_ROWS: {
    rule: 'STD-42',
    en: 'The file has more than {most, number} rows. Divide it and upload the parts.',
    cy: 'Mae gan y ffeil fwy na {most, number} rhes. Rhannwch hi a llwythwch y rhannau.',
  },
  PAST_COLUMN_MISSING: {
    rule: 'STD-42',
    en: 'The file has no column “{column}”, which the mapping names. Correct the mapping or the heading.',
    cy: 'Nid oes colofn “{column}” yn y ffeil, y mae’r mapio’n ei henwi. Cywirwch y mapio neu’r pennawd.',
  },
  PAST_COLUMN_REPEATED: {
    rule: 'STD-42',
    en: 'The file has the column “{column}” twice. Rename one of them.',
    cy: 'Mae’r golofn “{column}” yn y ffeil ddwywaith. Ailenwch un ohonynt.',
  },
  PAST_VALUE_MISSING: {
    rule: 'STD-42',
    en: 'A value is missing here. Write it in, or leave the row out.',
    cy: 'Mae gwerth ar goll yma. Rhowch ef, neu gadewch y rhes allan.',
  },
  PAST_VALUE_TOO_LONG: {
    rule: 'STD-42',
    en: 'The value is longer than {most} characters. Shorten it.',
    cy: 'Mae’r gwerth yn hirach na {most} nod. Byrhewch ef.',
  },
  PAST_DATE_NOT_VALID: {
    rule: 'STD-42',
    en: 'This is no date that exists, in the form that the mapping says. Correct it.',
    cy: 'Nid yw hwn yn ddyddiad sy’n bod, yn y ffurf y mae’r mapio’n ei dweud. Cywirwch ef.',
  },
  PAST_IN_FUTURE: {
    rule: 'STD-42',
    en: 'The day lies in the future: nobody can have done this yet. Correct it.',
    cy: 'Mae’r diwrnod yn y dyfodol: ni all neb fod wedi gwneud hyn eto. Cywirwch ef.',
  },
  PAST_ENDS_BEFORE_IT_BEGINS: {
    rule: 'STD-42',
    en: 'It ends before it was done. Correct one of the two dates.',
    cy: 'Mae’n dod i ben cyn iddo gael ei wneud. Cywirwch un o’r ddau ddyddiad.',
  },
  PAST_LEVEL_WRONG: {
    rule: 'STD-42',
    en: 'Levels run from 1 to 4. Correct the level, or leave it empty.',
    cy: 'Mae’r lefelau o 1 i 4. Cywirwch y lefel, neu gadewch hi’n wag.',
  },
  PAST_PERSON_UNKNOWN: {
    rule: 'STD-42',
    en: 'Nobody of your force has this staff number. Correct it, or add the person first.',
    cy: 'Nid oes gan neb yn eich heddlu y rhif staff hwn. Cywirwch ef, neu ychwanegwch y person yn gyntaf.',
  },
  PAST_FORCE_UNKNOWN: {
    rule: 'STD-42',
    en: 'There is no force of this name. Write its name, its short code or its key.',
    cy: 'Nid oes heddlu o’r enw hwn. Rhowch ei enw, ei god byr neu ei allwedd.',
  },
  PAST_FORCE_OTHER: {
    rule: 'STD-42',
    en: 'This is the record of another force, which brings it in itself. Leave the row out.',
    cy: 'Cofnod heddlu arall yw hwn, a’r heddlu hwnnw sy’n dod ag ef i mewn. Gadewch y rhes allan.',
  },
  PAST_FORCE_UNCLEAR: {
    rule: 'STD-47',
    en: 'On this day the person was posted in two forces, and the record belongs to one. Name the force in the row.',
    cy: 'Ar y diwrnod hwn roedd y person wedi’i bostio mewn dau heddlu, ac mae’r cofnod yn perthyn i un. Enwch yr heddlu yn y rhes.',
  },
  PAST_FORCE_CLOSED: {
    rule: 'STD-42',
    en: 'On this day the force had closed or merged. Name the force that followed it, or correct the day.',
    cy: 'Ar y diwrnod hwn roedd yr heddlu wedi cau neu uno. Enwch yr heddlu a’i dilynodd, neu cywirwch y diwrnod.',
  },
};
