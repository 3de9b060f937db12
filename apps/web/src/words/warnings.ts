import type { Language } from './words.js';

/** Draft Welsh of the kinds of distressing material that the content names. */
const WELSH: Readonly<Record<string, string>> = {
  abuse: 'cam-drin',
  'abuse, discussed': 'cam-drin, wedi’i drafod',
  bereavement: 'profedigaeth',
  'child sexual abuse, discussed without images': 'cam-drin plant yn rhywiol, wedi’i drafod heb ddelweddau',
  distress: 'gofid',
  'distressing material, discussed and not shown': 'deunydd gofidus, wedi’i drafod ac nid ei ddangos',
  'distressing material, possible': 'deunydd gofidus, o bosibl',
  harassment: 'aflonyddu',
  'loss and distress': 'colled a gofid',
  'mental health': 'iechyd meddwl',
  'missing persons': 'pobl ar goll',
  'sexual content, discussed and not shown': 'cynnwys rhywiol, wedi’i drafod ac nid ei ddangos',
  'suicide and self-harm': 'hunanladdiad a hunan-niweidio',
  terrorism: 'terfysgaeth',
  'threats of violence': 'bygythiadau o drais',
  'threats in text, possible': 'bygythiadau mewn testun, o bosibl',
  'upsetting online content, possible': 'cynnwys ar-lein a all beri gofid, o bosibl',
  violence: 'trais',
};

/** The kinds as one phrase of this language; a kind without Welsh stays as it was written. */
export function warningsInWords(language: Language, kinds: readonly string[]): string {
  return kinds.map((kind) => (language === 'cy' ? (WELSH[kind] ?? kind) : kind)).join('; ');
}
