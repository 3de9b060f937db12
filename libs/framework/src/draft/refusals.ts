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
  FRAMEWORK_NOTE_MISSING: {
    rule: 'FRM-23',
    en: 'Say in a sentence what has changed, in at most 2,000 characters.',
    cy: 'Dywedwch mewn brawddeg beth sydd wedi newid, mewn 2,000 nod ar y mwyaf.',
  },
});
