import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** What a version of the framework is refused for. Welsh: draft. */
export const refusal = defineRefusals({
  FRAMEWORK_DATES_WRONG: {
    rule: 'FRM-26',
    en: 'Skill {skill} would end on {to}, before it begins on {from}. Correct one of the two dates.',
    cy: 'Byddai sgil {skill} yn dod i ben ar {to}, cyn iddo ddechrau ar {from}. Cywirwch un o’r ddau ddyddiad.',
  },
  FRAMEWORK_REPLACED_LIVE: {
    rule: 'FRM-26',
    en: 'Skill {skill} names what replaces it, but is not retired. Give it a last day, or take its successors out.',
    cy: 'Mae sgil {skill} yn enwi ei olynwyr, ond nid yw wedi ymddeol. Rhowch ddiwrnod olaf iddo, neu tynnwch ei olynwyr.',
  },
  FRAMEWORK_LEVELS_WRONG: {
    rule: 'FRM-27',
    en: 'Skill {skill} needs five sentences, one for each level from 0 to 4. Add those that are missing.',
    cy: 'Mae angen pum brawddeg ar sgil {skill}, un ar gyfer pob lefel o 0 i 4. Ychwanegwch y rhai sydd ar goll.',
  },
});
