import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** Every "no" about items beyond those of the lib; the rules are in RULES.md. The Welsh is draft. */
export const refusal = defineRefusals({
  ITEM_OPTIONS_COUNT: {
    rule: 'ASM-52',
    en: 'Item {key}: there are {count, number} of {what}, and there must be {fewest} to {most}. Add or remove some.',
    cy: 'Eitem {key}: mae {count, number} o {what}, a rhaid cael rhwng {fewest} a {most}. Ychwanegwch neu dynnu rhai.',
  },
  ITEM_OPTION_EMPTY: {
    rule: 'ASM-52',
    en: 'Item {key}: one of the {what} says nothing. Write its text, or remove it.',
    cy: 'Eitem {key}: nid yw un o’r {what} yn dweud dim. Ysgrifennwch ei destun, neu ei dynnu.',
  },
  ITEM_OPTIONS_SAME: {
    rule: 'ASM-52',
    en: 'Item {key}: two of the {what} are identical ({same}). Make them differ, or remove one.',
    cy: 'Eitem {key}: mae dau o’r {what} yr un fath ({same}). Gwnewch nhw’n wahanol, neu dynnu un.',
  },
  ITEM_NO_RIGHT_ANSWER: {
    rule: 'ASM-53',
    en: 'Item {key} has no right answer. Say what is right.',
    cy: 'Nid oes gan eitem {key} ateb cywir. Dywedwch beth sy’n gywir.',
  },
  ITEM_KEY_UNKNOWN: {
    rule: 'ASM-53',
    en: 'Item {key}: the key names {named}, which cannot be chosen. Name what is there.',
    cy: 'Eitem {key}: mae’r allwedd yn enwi {named}, na ellir ei ddewis. Enwch yr hyn sydd yno.',
  },
  ITEM_KEY_TWICE: {
    rule: 'ASM-53',
    en: 'Item {key}: the key names {named} twice. Name it once.',
    cy: 'Eitem {key}: mae’r allwedd yn enwi {named} ddwywaith. Enwch ef unwaith.',
  },
  ITEM_KEY_INCOMPLETE: {
    rule: 'ASM-53',
    en: 'Item {key}: the key leaves {named} out. Say where it belongs.',
    cy: 'Eitem {key}: mae’r allwedd yn hepgor {named}. Dywedwch ble mae’n perthyn.',
  },
  ITEM_RUBRIC_SUM: {
    rule: 'ASM-54',
    en: 'Item {key}: the lines of its rubric add up to {sum, number} and the item is worth {points, number}. Make them the same.',
    cy: 'Eitem {key}: mae llinellau ei chyfarwyddyd marcio’n gwneud cyfanswm o {sum, number} ac mae’r eitem yn werth {points, number}. Gwnewch nhw yr un fath.',
  },
  ITEM_RUBRIC_MALFORMED: {
    rule: 'ASM-54',
    en: 'Item {key}: a rubric has at least one line, and each line a criterion and points in steps of 0.5 above 0. Complete it.',
    cy: 'Eitem {key}: mae gan gyfarwyddyd marcio o leiaf un llinell, a phob llinell faen prawf a phwyntiau mewn camau o 0.5 uwchlaw 0. Cwblhewch ef.',
  },
  ITEM_TOLERANCE_NEGATIVE: {
    rule: 'ASM-55',
    en: 'Item {key}: a tolerance is a number from 0. Give how far an answer may lie from the right one.',
    cy: 'Eitem {key}: rhif o 0 i fyny yw goddefiant. Rhowch pa mor bell y caiff ateb fod o’r un cywir.',
  },
  ITEM_AREA_UNLABELLED: {
    rule: 'ASM-56',
    en: 'Item {key}: area {area} has no label. Say in words what is there, so that it can be chosen without seeing it.',
    cy: 'Eitem {key}: nid oes label gan ardal {area}. Dywedwch mewn geiriau beth sydd yno, fel y gellir ei dewis heb ei gweld.',
  },
  ITEM_AREA_MALFORMED: {
    rule: 'ASM-56',
    en: 'Item {key}: area {area} is no circle, rectangle or polygon within the image. Draw it again.',
    cy: 'Eitem {key}: nid yw ardal {area} yn gylch, yn betryal nac yn bolygon o fewn y ddelwedd. Lluniwch hi eto.',
  },
  ITEM_IMAGE_UNDESCRIBED: {
    rule: 'ASM-56',
    en: 'Item {key}: the image has no description, or no size. Say in words what it shows and give its width and height in pixels.',
    cy: 'Eitem {key}: nid oes gan y ddelwedd ddisgrifiad, neu faint. Dywedwch mewn geiriau beth mae’n ei ddangos a rhowch ei lled a’i huchder mewn picseli.',
  },
  ITEM_IMAGE_UNKNOWN: {
    rule: 'ASM-56',
    en: 'Item {key}: there is no such image among the item images. Upload it first, and give the id that came back.',
    cy: 'Eitem {key}: nid oes delwedd o’r fath ymhlith delweddau’r eitemau. Llwythwch hi i fyny yn gyntaf, a rhowch yr id a ddaeth yn ôl.',
  },
  ITEM_GAP_UNFILLABLE: {
    rule: 'ASM-57',
    en: 'Item {key}: gap {gap} has no accepted form. Say what fills it.',
    cy: 'Eitem {key}: nid oes gan fwlch {gap} ffurf a dderbynnir. Dywedwch beth sy’n ei lenwi.',
  },
  ITEM_GAP_MISPLACED: {
    rule: 'ASM-57',
    en: 'Item {key}: gap {gap} must stand exactly once in the text of each language, as [[{gap}]], and be among the gaps. Correct the text or the gaps.',
    cy: 'Eitem {key}: rhaid i fwlch {gap} sefyll unwaith yn union yn nhestun pob iaith, fel [[{gap}]], a bod ymhlith y bylchau. Cywirwch y testun neu’r bylchau.',
  },
  ITEM_GAP_WEIGHT: {
    rule: 'ASM-57',
    en: 'Item {key}: gap {gap} has a weight that is no step of 0.5 above 0. Give it one, or leave it out.',
    cy: 'Eitem {key}: mae gan fwlch {gap} bwysau nad yw’n gam o 0.5 uwchlaw 0. Rhowch un iddo, neu ei hepgor.',
  },
  ITEM_ROW_WITHOUT_KEY: {
    rule: 'ASM-58',
    en: 'Item {key}: row {row} has {columns, plural, =0 {no column in the key} other {more than one column in the key, and a row takes one}}. Give it the right one.',
    cy: 'Eitem {key}: {columns, plural, =0 {nid oes gan res {row} golofn yn yr allwedd} other {mae gan res {row} fwy nag un golofn yn yr allwedd, ac un a gymer rhes}}. Rhowch yr un gywir iddi.',
  },
  ITEM_STIMULUS_UNKNOWN: {
    rule: 'ASM-59',
    en: 'Item {key}: there is no stimulus {stimulus} in this course. Create it first, or leave it out.',
    cy: 'Eitem {key}: nid oes ysgogiad {stimulus} yn y cwrs hwn. Crëwch ef yn gyntaf, neu ei hepgor.',
  },
  ITEM_FILES_MALFORMED: {
    rule: 'ASM-60',
    en: 'Item {key}: say which kinds of file are taken, of those that Lantern knows, how large one may be (up to {most, number} bytes) and how many there may be (1 to {mostFiles}).',
    cy: 'Eitem {key}: dywedwch pa fathau o ffeil a dderbynnir, o’r rhai y mae Lantern yn eu hadnabod, pa mor fawr y caiff un fod (hyd at {most, number} beit) a faint a gaiff fod (1 i {mostFiles}).',
  },
  ITEM_FORM_TWICE: {
    rule: 'ASM-61',
    en: 'Item {key}: {form} is accepted twice once both are made comparable, or is empty. Remove one.',
    cy: 'Eitem {key}: derbynnir {form} ddwywaith unwaith y gwneir y ddwy’n gymaradwy, neu mae’n wag. Tynnwch un.',
  },
  ITEM_QUESTION_MISSING: {
    rule: 'ASM-62',
    en: 'Item {key} asks nothing. Write its question in English.',
    cy: 'Nid yw eitem {key} yn gofyn dim. Ysgrifennwch ei chwestiwn yn Saesneg.',
  },
  ITEM_POINTS_MALFORMED: {
    rule: 'ASM-62',
    en: 'Item {key}: its points are a step of 0.5 from 0.5 to 100. Give another number.',
    cy: 'Eitem {key}: mae ei phwyntiau’n gam o 0.5 o 0.5 i 100. Rhowch rif arall.',
  },
  ITEM_LEVEL_MALFORMED: {
    rule: 'ASM-62',
    en: 'Item {key}: its level is a whole number from 1 to 4. Give another.',
    cy: 'Eitem {key}: mae ei lefel yn rhif cyfan o 1 i 4. Rhowch un arall.',
  },
  ITEM_EXERCISE_MISSING: {
    rule: 'ASM-53',
    en: 'Item {key} names no exercise. Name the one that is to be done.',
    cy: 'Nid yw eitem {key} yn enwi ymarfer. Enwch yr un sydd i’w wneud.',
  },
  ITEM_SKILL_UNKNOWN: {
    rule: 'ASM-62',
    en: 'Item {key}: the framework has no skill {skill}. Choose one of its skills.',
    cy: 'Eitem {key}: nid oes gan y fframwaith sgìl {skill}. Dewiswch un o’i sgiliau.',
  },
  ITEM_KEY_MALFORMED: {
    rule: 'ASM-65',
    en: '{key} is no key for an item: 3 to 40 capital letters, digits and hyphens, such as OLH-101-Q31. Choose another.',
    cy: 'Nid yw {key} yn allwedd ar gyfer eitem: 3 i 40 o briflythrennau, digidau a chysylltnodau, megis OLH-101-Q31. Dewiswch un arall.',
  },
  ITEM_KEY_TAKEN: {
    rule: 'ASM-65',
    en: 'There is already something called {key}. Choose another key.',
    cy: 'Mae rhywbeth o’r enw {key} eisoes. Dewiswch allwedd arall.',
  },
  ITEM_CHANGED_SINCE: {
    rule: 'ASM-67',
    en: 'Item {key} has changed since you read it: version {current} is now current. Read it again, then decide.',
    cy: 'Mae eitem {key} wedi newid ers i chi ei darllen: fersiwn {current} sy’n gyfredol bellach. Darllenwch hi eto, yna penderfynwch.',
  },
  ITEM_SELF_APPROVED: {
    rule: 'ASM-64',
    en: 'You wrote part of item {key}, and nobody approves their own work. Ask another reviewer.',
    cy: 'Chi a ysgrifennodd ran o eitem {key}, ac nid oes neb yn cymeradwyo ei waith ei hun. Gofynnwch i adolygydd arall.',
  },
  ITEM_RETURN_REASON: {
    rule: 'ASM-68',
    en: 'Say what is to be mended, in 3 to 500 characters: its author will read it.',
    cy: 'Dywedwch beth sydd i’w drwsio, mewn 3 i 500 o nodau: bydd ei hawdur yn ei ddarllen.',
  },
  STIMULUS_MALFORMED: {
    rule: 'ASM-59',
    en: 'Stimulus {key}: {what}. Mend that and send it again.',
    cy: 'Ysgogiad {key}: {what}. Trwsiwch hynny a’i anfon eto.',
  },
  ANSWER_FILES_REFUSED: {
    rule: 'ASM-63',
    en: 'This question takes up to {mostFiles, plural, one {# file} other {# files}} of at most {most, number} bytes each, of these kinds: {kinds}. Choose others and send them again.',
    cy: 'Mae’r cwestiwn hwn yn derbyn hyd at {mostFiles} ffeil o {most, number} beit ar y mwyaf yr un, o’r mathau hyn: {kinds}. Dewiswch rai eraill a’u hanfon eto.',
  },
});
