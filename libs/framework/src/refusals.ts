import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** What the framework refuses. Welsh: draft. */
export const refusal = defineRefusals({
  FRAMEWORK_REFERENCE_UNKNOWN: {
    rule: 'FRM-01',
    en: '{where} names {key}, which the framework does not hold. Add it, or correct the reference.',
    cy: 'Mae {where} yn enwi {key}, nad yw yn y fframwaith. Ychwanegwch ef, neu cywirwch y cyfeiriad.',
  },
  FRAMEWORK_KEY_REPEATED: {
    rule: 'FRM-01',
    en: 'The key {key} is used twice. Give one of the two entries a key of its own.',
    cy: 'Defnyddir yr allwedd {key} ddwywaith. Rhowch ei allwedd ei hun i un o’r ddau gofnod.',
  },
  FRAMEWORK_LEVEL_WRONG: {
    rule: 'FRM-02',
    en: '{where} asks for level {level}. A level is a whole number from 1 to 4: correct it.',
    cy: 'Mae {where} yn gofyn am lefel {level}. Rhif cyfan o 1 i 4 yw lefel: cywirwch ef.',
  },
  SKILL_VALIDITY_WRONG: {
    rule: 'FRM-03',
    en: 'Skill {skill} needs a validity of at least one whole month. Correct the number of months.',
    cy: 'Mae angen cyfnod dilysrwydd o o leiaf un mis cyfan ar sgil {skill}. Cywirwch nifer y misoedd.',
  },
});
