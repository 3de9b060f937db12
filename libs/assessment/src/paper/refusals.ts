import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** Every "no" about blueprints beyond those of the lib; the rules are in RULES.md. The Welsh is draft. */
export const refusal = defineRefusals({
  BLUEPRINT_UNDECIDED: {
    rule: 'ASM-70',
    en: 'It could not be decided within {seconds} seconds whether the bank can meet this blueprint, so nothing was changed. Ask for fewer exclusions that overlap, then try again.',
    cy: 'Ni ellid penderfynu o fewn {seconds} eiliad a all y banc fodloni’r glasbrint hwn, felly ni newidiwyd dim. Gofynnwch am lai o eithriadau sy’n gorgyffwrdd, yna rhowch gynnig arall arni.',
  },
  BLUEPRINT_FIXED_UNDRAWABLE: {
    rule: 'ASM-71',
    en: 'No paper can hold {keys}, which the blueprint fixes: the bank has no such ready item in scope, or not its whole set. Ready what is missing, or fix others.',
    cy: 'Ni all unrhyw bapur gynnwys {keys}, y mae’r glasbrint yn eu pennu: nid oes eitem barod o’r fath o fewn cwmpas yn y banc, neu nid ei set gyfan. Paratowch yr hyn sydd ar goll, neu pennwch eraill.',
  },
  BLUEPRINT_ITEM_UNKNOWN: {
    rule: 'ASM-72',
    en: 'The bank of this course has no item called {keys}. Correct the key, or leave it out.',
    cy: 'Nid oes gan fanc y cwrs hwn eitem o’r enw {keys}. Cywirwch yr allwedd, neu gadewch hi allan.',
  },
  ITEM_STILL_NEEDED: {
    rule: 'ASM-74',
    en: 'Without {key}, papers for {blueprints} could no longer be drawn: {quota} would need {needed} and the bank would have {available}. Ready another item first, or retire it all the same and say why.',
    cy: 'Heb {key}, ni ellid llunio papurau ar gyfer {blueprints} mwyach: byddai angen {needed} ar gyfer {quota} a byddai {available} yn y banc. Paratowch eitem arall yn gyntaf, neu ei hymddeol beth bynnag a dweud pam.',
  },
  SHORT_REASON_MALFORMED: {
    rule: 'ASM-75',
    en: 'Say why it cannot wait, in 3 to 500 characters: the College will read it.',
    cy: 'Dywedwch pam na all aros, mewn 3 i 500 o nodau: bydd y Coleg yn ei ddarllen.',
  },
});
