import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** What a draft of the framework is refused for. Welsh: draft. */
export const refusal = defineRefusals({
  FRAMEWORK_DRAFT_CLOSED: {
    rule: 'FRM-20',
    en: 'This draft was published as version {number} and cannot change any more. Begin a new draft.',
    cy: 'Cyhoeddwyd y drafft hwn fel fersiwn {number} ac ni ellir ei newid mwyach. Dechreuwch ddrafft newydd.',
  },
  FRAMEWORK_START_WRONG: {
    rule: 'FRM-21',
    en: 'A version takes effect today or later, and not before the one that was published last ({last}). Choose a later day.',
    cy: 'Daw fersiwn i rym heddiw neu’n hwyrach, ac nid cyn yr un a gyhoeddwyd ddiwethaf ({last}). Dewiswch ddiwrnod diweddarach.',
  },
  FRAMEWORK_DRAFT_OUTDATED: {
    rule: 'FRM-22',
    en: 'Version {latest} was published after this draft was begun from version {basedOn}, and would be undone. Begin a draft from version {latest}.',
    cy: 'Cyhoeddwyd fersiwn {latest} ar ôl dechrau’r drafft hwn o fersiwn {basedOn}, a byddai’n cael ei ddadwneud. Dechreuwch ddrafft o fersiwn {latest}.',
  },
  FRAMEWORK_SELF_PUBLISHED: {
    rule: 'FRM-23',
    en: 'You wrote in this draft, and nobody approves their own work. Ask another framework owner to publish it.',
    cy: 'Ysgrifennoch yn y drafft hwn, ac nid oes neb yn cymeradwyo ei waith ei hun. Gofynnwch i berchennog fframwaith arall ei gyhoeddi.',
  },
  FRAMEWORK_PROFILE_RETIRED: {
    rule: 'FRM-35',
    en: 'The profile of {role} needs {skill}, which is retired after {to}, before this version takes effect. Take it out of the profile, or name its successor there.',
    cy: 'Mae proffil {role} yn gofyn am {skill}, sy’n ymddeol ar ôl {to}, cyn i’r fersiwn hon ddod i rym. Tynnwch ef o’r proffil, neu enwch ei olynydd yno.',
  },
  FRAMEWORK_KEY_WRONG: {
    rule: 'FRM-36',
    en: '{key} is no key. Use capital letters and digits, in parts joined by hyphens, at most 20 characters: DEV-01.',
    cy: 'Nid yw {key} yn allwedd. Defnyddiwch briflythrennau a rhifau, mewn rhannau â chysylltnodau, 20 nod ar y mwyaf: DEV-01.',
  },
  FRAMEWORK_TEXT_WRONG: {
    rule: 'FRM-36',
    en: 'A text is empty or longer than 2,000 characters. Write it, or make it shorter.',
    cy: 'Mae testun yn wag neu’n hwy na 2,000 nod. Ysgrifennwch ef, neu ei fyrhau.',
  },
  FRAMEWORK_AREA_LEVELS: {
    rule: 'FRM-36',
    en: 'Area {area} needs five sentences, one for each level from 0 to 4. Correct their number.',
    cy: 'Mae angen pum brawddeg ar faes {area}, un ar gyfer pob lefel o 0 i 4. Cywirwch eu nifer.',
  },
  FRAMEWORK_SKILL_PUBLISHED: {
    rule: 'FRM-38',
    en: 'Skill {skill} was published, and there may be evidence of it. Retire it: give it a last day, and name what replaces it.',
    cy: 'Cyhoeddwyd sgil {skill}, a gall fod tystiolaeth ohono. Rhowch ddiwrnod olaf iddo, ac enwch yr hyn sy’n ei ddisodli.',
  },
  FRAMEWORK_NOTE_MISSING: {
    rule: 'FRM-23',
    en: 'Say in a sentence what has changed, in at most 2,000 characters.',
    cy: 'Dywedwch mewn brawddeg beth sydd wedi newid, mewn 2,000 nod ar y mwyaf.',
  },
});
