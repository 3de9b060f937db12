import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** What assignment by rule refuses. Welsh: draft. */
export const refusal = defineRefusals({
  ASSIGNMENT_TITLE_MISSING: {
    rule: 'CRT-61',
    en: 'Give the rule a title of 1 to {most} characters.',
    cy: 'Rhowch deitl o 1 i {most} nod i’r rheol.',
  },
  ASSIGNMENT_TARGET_UNKNOWN: {
    rule: 'CRT-61',
    en: 'There is no certification or course with the code {code}. Choose one that is published.',
    cy: 'Nid oes ardystiad na chwrs â’r cod {code}. Dewiswch un sydd wedi’i gyhoeddi.',
  },
  ASSIGNMENT_AUDIENCE_EMPTY: {
    rule: 'CRT-61',
    en: 'Say whom the rule is for: 1 to {most} conditions, each with something in it.',
    cy: 'Dywedwch ar gyfer pwy mae’r rheol: 1 i {most} amod, a rhywbeth ym mhob un.',
  },
  ASSIGNMENT_CONDITION_UNKNOWN: {
    rule: 'CRT-61',
    en: 'The condition {kind} names {key}, which does not exist. Choose one that does.',
    cy: 'Mae’r amod {kind} yn enwi {key}, nad yw’n bodoli. Dewiswch un sy’n bodoli.',
  },
  ASSIGNMENT_DAYS_WRONG: {
    rule: 'CRT-61',
    en: 'Days are whole numbers from 0 to {most}, and months from 0 to 120. Only a due date counted from an expiry may lie before it. Correct the number.',
    cy: 'Rhifau cyfan o 0 i {most} yw dyddiau, ac o 0 i 120 yw misoedd. Dim ond dyddiad dyledus a gyfrifir o ddod i ben a all fod cyn hynny. Cywirwch y rhif.',
  },
  ASSIGNMENT_DUE_PAST: {
    rule: 'CRT-63',
    en: 'The due date has passed. Choose today or a later day.',
    cy: 'Mae’r dyddiad dyledus wedi mynd heibio. Dewiswch heddiw neu ddiwrnod diweddarach.',
  },
  ASSIGNMENT_DUE_BASELESS: {
    rule: 'CRT-63',
    en: 'A due date counted from an expiry needs the condition that an award is about to expire. Add it, or count from something else.',
    cy: 'Mae angen yr amod bod dyfarniad ar fin dod i ben ar ddyddiad dyledus a gyfrifir o ddod i ben. Ychwanegwch ef, neu cyfrifwch o rywbeth arall.',
  },
  ASSIGNMENT_RULE_IS_ON: {
    rule: 'CRT-60',
    en: 'The rule is on. Pause it, change it, and switch it on again.',
    cy: 'Mae’r rheol ymlaen. Oedwch hi, newidiwch hi, a throwch hi ymlaen eto.',
  },
  ASSIGNMENT_RULE_IS_OFF: {
    rule: 'CRT-60',
    en: 'The rule was switched off for good. Make a new one.',
    cy: 'Cafodd y rheol ei diffodd am byth. Gwnewch un newydd.',
  },
  ASSIGNMENT_RULE_NOT_ON: {
    rule: 'CRT-60',
    en: 'Only a rule that is on can be paused. Look at its state.',
    cy: 'Dim ond rheol sydd ymlaen y gellir ei hoedi. Edrychwch ar ei chyflwr.',
  },
  ASSIGNMENT_TOO_MANY: {
    rule: 'CRT-68',
    en: 'The rule would newly assign {newly, number} of {people, number} people, more than {percent} %. Somebody other than its author must confirm that this is meant.',
    cy: 'Byddai’r rheol yn aseinio {newly, number} o {people, number} o bobl o’r newydd, mwy na {percent} %. Rhaid i rywun heblaw ei hawdur gadarnhau mai dyna’r bwriad.',
  },
  ASSIGNMENT_CONFIRM_OWN: {
    rule: 'CRT-68',
    en: 'Who wrote the rule cannot confirm it. Ask somebody else who may.',
    cy: 'Ni all y sawl a ysgrifennodd y rheol ei chadarnhau. Gofynnwch i rywun arall sydd â’r hawl.',
  },
  ASSIGNMENT_GUARD_WRONG: {
    rule: 'CRT-68',
    en: 'The share is a whole number from 1 to 100. Correct it.',
    cy: 'Rhif cyfan o 1 i 100 yw’r gyfran. Cywirwch hi.',
  },
  ASSIGNMENT_LEFT_OUT_TOO_MANY: {
    rule: 'CRT-69',
    en: 'A rule leaves out at most {most, number} people. Describe the audience more closely instead.',
    cy: 'Mae rheol yn gadael allan {most, number} o bobl ar y mwyaf. Disgrifiwch y gynulleidfa’n fanylach yn lle hynny.',
  },
  ASSIGNMENT_TITLE_TAKEN: {
    rule: 'CRT-61',
    en: 'There is a rule with this title already. Choose another title, or change that rule.',
    cy: 'Mae rheol â’r teitl hwn eisoes. Dewiswch deitl arall, neu newidiwch y rheol honno.',
  },
  ASSIGNMENT_TARGET_FIXED: {
    rule: 'CRT-61',
    en: 'A rule keeps its certification, {code}. Make a new rule for another.',
    cy: 'Mae rheol yn cadw ei hardystiad, {code}. Gwnewch reol newydd ar gyfer un arall.',
  },
  ASSIGNMENT_OWN: {
    rule: 'CRT-69',
    en: 'Nobody decides about themselves. Ask somebody else who may.',
    cy: 'Nid oes neb yn penderfynu amdano’i hun. Gofynnwch i rywun arall sydd â’r hawl.',
  },
  ASSIGNMENT_BY_RULE: {
    rule: 'CRT-73',
    en: 'A rule asks this of the person. Leave them out of the rule instead.',
    cy: 'Mae rheol yn gofyn hyn gan y person. Gadewch nhw allan o’r rheol yn lle hynny.',
  },
  ASSIGNMENT_NOTHING_TO_DECIDE: {
    rule: 'CRT-66',
    en: 'There is nothing to decide for this person under this rule: they have time enough, or the rule does not catch them.',
    cy: 'Nid oes dim i’w benderfynu ar gyfer y person hwn dan y rheol hon: mae digon o amser, neu nid yw’r rheol yn eu dal.',
  },
});
