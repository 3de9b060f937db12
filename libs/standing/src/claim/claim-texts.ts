import type { RefusalText } from '@app/platform/refusal/refusal.js';

type ClaimCode =
  | 'CLAIM_OVER'
  | 'CLAIM_OWN'
  | 'CLAIM_SECOND_PERSON'
  | 'CLAIM_DIFFERS'
  | 'CLAIM_TEXT_WRONG'
  | 'CLAIM_IN_LINE'
  | 'EVIDENCE_IN_FUTURE'
  | 'PRACTICE_CRITERIA_WRONG'
  | 'PRACTICE_CRITICAL_NOT_SEEN'
  | 'PRACTICE_NOTHING_SEEN'
  | 'JUDGE_ROLE_MISSING'
  | 'JUDGE_NOT_IN_DATE'
  | 'CERTIFICATE_ISSUER_WRONG'
  | 'CERTIFICATE_ISSUER_UNKNOWN'
  | 'CERTIFICATE_LESS_SURE'
  | 'CERTIFICATE_TOO_MANY_FILES'
  | 'ISSUER_KEY_WRONG'
  | 'RECOGNISED_TOO_HIGH'
  | 'PORTFOLIO_MISSING'
  | 'FINDING_OWN'
  | 'FINDING_NOT_IN_FORCE'
  | 'EVIDENCE_OWN'
  | 'EVIDENCE_OF_AWARD'
  | 'EVIDENCE_RAISED';

/** The refusals of claims, findings and of ending evidence. Welsh: draft. */
export const claimTexts: Record<ClaimCode, RefusalText> = {
  CLAIM_OVER: {
    rule: 'STD-50',
    en: 'This has been decided or taken back already. Load it again to see how it stands.',
    cy: 'Mae hyn eisoes wedi’i benderfynu neu ei gymryd yn ôl. Llwythwch ef eto i weld sut y mae’n sefyll.',
  },
  CLAIM_OWN: {
    rule: 'STD-50',
    en: 'Nobody judges or decides what is about themselves. Ask a colleague who may.',
    cy: 'Nid oes neb yn barnu nac yn penderfynu’r hyn sydd amdanynt eu hunain. Gofynnwch i gydweithiwr sydd â’r hawl.',
  },
  CLAIM_SECOND_PERSON: {
    rule: 'STD-50',
    en: 'Whoever put this forward does not decide it. Ask a second person, who had no part in it.',
    cy: 'Nid yw pwy bynnag a gyflwynodd hyn yn ei benderfynu. Gofynnwch i ail berson, heb ran ynddo.',
  },
  CLAIM_DIFFERS: {
    rule: 'STD-50',
    en: 'This has been put forward already and said something else. Take that one back first, or look at it.',
    cy: 'Mae hyn eisoes wedi’i gyflwyno a dywedodd rywbeth arall. Cymerwch hwnnw yn ôl yn gyntaf, neu edrychwch arno.',
  },
  CLAIM_TEXT_WRONG: {
    rule: 'STD-50',
    en: 'Write this in 1 to {most, number} characters.',
    cy: 'Ysgrifennwch hyn mewn 1 i {most, number} nod.',
  },
  CLAIM_IN_LINE: {
    rule: 'STD-51',
    en: 'Nobody judges or confirms the skill of somebody in their own line, above or below. Ask an assessor outside it.',
    cy: 'Nid oes neb yn barnu nac yn cadarnhau sgil rhywun yn ei linell ei hun, uwchben neu oddi tano. Gofynnwch i asesydd y tu allan iddi.',
  },
  EVIDENCE_IN_FUTURE: {
    rule: 'STD-50',
    en: 'The day lies in the future: it has not happened yet. Correct the day.',
    cy: 'Mae’r diwrnod yn y dyfodol: nid yw wedi digwydd eto. Cywirwch y diwrnod.',
  },
  PRACTICE_CRITERIA_WRONG: {
    rule: 'STD-51',
    en: 'Name 1 to {most} criteria, and say of each whether you saw it.',
    cy: 'Enwch 1 i {most} maen prawf, a dywedwch am bob un a welsoch ef.',
  },
  PRACTICE_CRITICAL_NOT_SEEN: {
    rule: 'STD-51',
    en: 'Criterion {number} is critical and was not seen, so this practice does not show the skill. Observe again another day, or have a finding recorded.',
    cy: 'Mae maen prawf {number} yn hollbwysig ac ni welwyd ef, felly nid yw’r ymarfer hwn yn dangos y sgil. Arsylwch eto ddiwrnod arall, neu trefnwch gofnodi canfyddiad.',
  },
  PRACTICE_NOTHING_SEEN: {
    rule: 'STD-51',
    en: 'None of the criteria was seen, so there is nothing to record. Observe again another day.',
    cy: 'Ni welwyd yr un o’r meini prawf, felly nid oes dim i’w gofnodi. Arsylwch eto ddiwrnod arall.',
  },
  JUDGE_ROLE_MISSING: {
    rule: 'STD-51',
    en: 'Only somebody who held the role of assessor on that day judges. Ask an assessor.',
    cy: 'Dim ond rhywun a oedd â rôl asesydd ar y diwrnod hwnnw sy’n barnu. Gofynnwch i asesydd.',
  },
  JUDGE_NOT_IN_DATE: {
    rule: 'STD-51',
    en: 'Whoever judges {skill} at level {level} is in date in it at that level on that day. Ask an assessor who is.',
    cy: 'Mae pwy bynnag sy’n barnu {skill} ar lefel {level} yn gyfredol ynddo ar y lefel honno ar y diwrnod hwnnw. Gofynnwch i asesydd sydd.',
  },
  CERTIFICATE_ISSUER_WRONG: {
    rule: 'STD-52',
    en: 'Say who issued the certificate: choose an issuer of the register, or write its name, and not both.',
    cy: 'Dywedwch pwy roddodd y dystysgrif: dewiswch roddwr o’r gofrestr, neu ysgrifennwch ei enw, ac nid y ddau.',
  },
  CERTIFICATE_ISSUER_UNKNOWN: {
    rule: 'STD-52',
    en: 'The register has no open issuer with this key. Choose another, or write the name.',
    cy: 'Nid oes rhoddwr agored â’r allwedd hon yn y gofrestr. Dewiswch un arall, neu ysgrifennwch yr enw.',
  },
  CERTIFICATE_LESS_SURE: {
    rule: 'STD-52',
    en: 'That is surer than what lies before you: a document asks for a file, a record for an issuer of the register, and judged is only what people of Lantern saw. Choose a lower confidence.',
    cy: 'Mae hynny’n sicrach na’r hyn sydd o’ch blaen: mae dogfen yn gofyn am ffeil, cofnod am roddwr o’r gofrestr, a dim ond yr hyn a welodd pobl Lantern a farnwyd. Dewiswch hyder is.',
  },
  CERTIFICATE_TOO_MANY_FILES: {
    rule: 'STD-52',
    en: 'At most {most} files go with it. Put pages together in one file.',
    cy: 'Mae {most} ffeil ar y mwyaf yn mynd gydag ef. Rhowch dudalennau gyda’i gilydd mewn un ffeil.',
  },
  ISSUER_KEY_WRONG: {
    rule: 'STD-52',
    en: 'A key has 2 to 40 small letters, digits and hyphens. Correct it.',
    cy: 'Mae gan allwedd 2 i 40 o lythrennau bach, digidau a chysylltnodau. Cywirwch hi.',
  },
  RECOGNISED_TOO_HIGH: {
    rule: 'STD-53',
    en: 'At most level {level} was claimed: no more than that is recognised. Lower the level.',
    cy: 'Hawliwyd lefel {level} ar y mwyaf: ni chydnabyddir mwy na hynny. Gostyngwch y lefel.',
  },
  PORTFOLIO_MISSING: {
    rule: 'STD-53',
    en: 'Prior learning is shown by a portfolio. Upload at least one file of it.',
    cy: 'Dangosir dysgu blaenorol gan bortffolio. Llwythwch o leiaf un ffeil ohono.',
  },
  FINDING_OWN: {
    rule: 'STD-54',
    en: 'Nobody records a finding about themselves. Ask a lead who may.',
    cy: 'Nid oes neb yn cofnodi canfyddiad amdanynt eu hunain. Gofynnwch i arweinydd sydd â’r hawl.',
  },
  FINDING_NOT_IN_FORCE: {
    rule: 'STD-55',
    en: 'Only a finding that has not been withdrawn can be appealed against. Look at your evidence to see how it stands.',
    cy: 'Dim ond canfyddiad nad yw wedi’i dynnu’n ôl y gellir apelio yn ei erbyn. Edrychwch ar eich tystiolaeth i weld sut y mae’n sefyll.',
  },
  EVIDENCE_OWN: {
    rule: 'STD-56',
    en: 'Nobody withdraws or supersedes evidence about themselves. Ask a lead who may, or appeal against a finding.',
    cy: 'Nid oes neb yn tynnu’n ôl nac yn disodli tystiolaeth amdanynt eu hunain. Gofynnwch i arweinydd sydd â’r hawl, neu apeliwch yn erbyn canfyddiad.',
  },
  EVIDENCE_OF_AWARD: {
    rule: 'STD-56',
    en: 'This evidence comes from an award and goes with it. Withdraw or extend the award instead.',
    cy: 'Daw’r dystiolaeth hon o ddyfarniad ac mae’n mynd gydag ef. Tynnwch y dyfarniad yn ôl neu ei ymestyn yn lle hynny.',
  },
  EVIDENCE_RAISED: {
    rule: 'STD-56',
    en: 'A correction shows no more than what it takes the place of: no higher level, no earlier first day, no later last day. Put more forward as a new claim.',
    cy: 'Nid yw cywiriad yn dangos mwy na’r hyn y mae’n cymryd ei le: dim lefel uwch, dim diwrnod cyntaf cynharach, dim diwrnod olaf hwyrach. Cyflwynwch fwy fel hawliad newydd.',
  },
};
