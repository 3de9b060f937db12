import { defineRefusals } from '@app/platform/refusal/refusal.js';
import { claimTexts } from './claim/claim-texts.js';
import { pastTexts } from './past/past-texts.js';

/** What standing refuses. Welsh: draft. */
export const refusal = defineRefusals({
  ...pastTexts,
  ...claimTexts,
  EVIDENCE_SKILL_UNKNOWN: {
    rule: 'STD-01',
    en: 'The framework has no skill {skill}. Choose a skill of the framework in use.',
    cy: 'Nid oes sgil {skill} yn y fframwaith. Dewiswch sgil o’r fframwaith sydd ar waith.',
  },
  EVIDENCE_LEVEL_WRONG: {
    rule: 'STD-01',
    en: 'Evidence is at a level from 1 to 4. Correct the level.',
    cy: 'Mae tystiolaeth ar lefel o 1 i 4. Cywirwch y lefel.',
  },
  EVIDENCE_ENDS_BEFORE_IT_BEGINS: {
    rule: 'STD-03',
    en: 'The last valid day lies before the first. Correct one of the two dates.',
    cy: 'Mae’r diwrnod dilys olaf cyn y cyntaf. Cywirwch un o’r ddau ddyddiad.',
  },
  EVIDENCE_DIFFERS: {
    rule: 'STD-05',
    en: 'This source has already given evidence of this skill, and it said something else. Supersede the earlier record instead.',
    cy: 'Mae’r ffynhonnell hon eisoes wedi rhoi tystiolaeth o’r sgil hon, a dywedodd rywbeth arall. Disodlwch y cofnod cynharach yn lle hynny.',
  },
  EVIDENCE_ALREADY_ENDED: {
    rule: 'STD-06',
    en: 'This evidence was withdrawn or superseded before. Look at the newer record.',
    cy: 'Cafodd y dystiolaeth hon ei thynnu’n ôl neu ei disodli o’r blaen. Edrychwch ar y cofnod mwy diweddar.',
  },
  EVIDENCE_REASON_MISSING: {
    rule: 'STD-06',
    en: 'Say why the evidence is withdrawn: the record keeps the reason.',
    cy: 'Dywedwch pam y tynnir y dystiolaeth yn ôl: mae’r cofnod yn cadw’r rheswm.',
  },
});
