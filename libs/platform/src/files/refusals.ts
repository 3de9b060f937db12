import { defineRefusals } from '../refusal/refusal.js';

/** Every "no" about files; the rules are in RULES.md. The Welsh is draft until a translator has checked it. */
export const refusal = defineRefusals({
  FILE_EMPTY: {
    rule: 'PLT-01',
    en: 'The file is empty. Choose the file again and send it once more.',
    cy: 'Mae’r ffeil yn wag. Dewiswch y ffeil eto a’i hanfon unwaith yn rhagor.',
  },
  FILE_TOO_LARGE: {
    rule: 'PLT-02',
    en: 'The file is larger than {megabytes, number} MB, which is the most here. Send a smaller one.',
    cy: 'Mae’r ffeil yn fwy na {megabytes, number} MB, sef y mwyaf a ganiateir yma. Anfonwch un llai.',
  },
  FILE_TYPE_REFUSED: {
    rule: 'PLT-03',
    en: 'Files of this kind are not taken here. Send one of these: {endings}.',
    cy: 'Ni dderbynnir ffeiliau o’r math hwn yma. Anfonwch un o’r rhain: {endings}.',
  },
  FILE_NOT_ITS_TYPE: {
    rule: 'PLT-04',
    en: 'The content of the file is not what its name or type says ({claimed}). Save it again in that format and send it once more.',
    cy: 'Nid yw cynnwys y ffeil yr hyn y mae ei henw neu ei math yn ei ddweud ({claimed}). Cadwch hi eto yn y fformat hwnnw a’i hanfon unwaith yn rhagor.',
  },
  FILE_HAS_SCRIPT: {
    rule: 'PLT-05',
    en: 'The drawing holds script, or something that it would load from elsewhere ({what}). Save it as a plain SVG, or as a PNG, and send that.',
    cy: 'Mae’r llun yn cynnwys sgript, neu rywbeth y byddai’n ei lwytho o fan arall ({what}). Cadwch ef fel SVG plaen, neu fel PNG, ac anfonwch hwnnw.',
  },
  FILE_TOO_MANY_PIXELS: {
    rule: 'PLT-06',
    en: 'The picture has more than {megapixels, number} million pixels. Make it smaller and send it again.',
    cy: 'Mae gan y llun fwy na {megapixels, number} miliwn o bicseli. Gwnewch ef yn llai a’i anfon eto.',
  },
  FILE_INFECTED: {
    rule: 'PLT-07',
    en: 'The virus scanner found something in the file, so it was not kept. Do not open it, and tell your force’s information security team.',
    cy: 'Canfu’r sganiwr firysau rywbeth yn y ffeil, felly ni chafodd ei chadw. Peidiwch â’i hagor, a rhowch wybod i dîm diogelwch gwybodaeth eich heddlu.',
  },
  FILE_SCANNER_SILENT: {
    rule: 'PLT-07',
    en: 'The virus scanner gave no verdict, so the file was not kept. Send it again in a few minutes; if it stays, tell your administrator.',
    cy: 'Ni roddodd y sganiwr firysau ddyfarniad, felly ni chafodd y ffeil ei chadw. Anfonwch hi eto ymhen ychydig funudau; os yw’n parhau, rhowch wybod i’ch gweinyddwr.',
  },
});
