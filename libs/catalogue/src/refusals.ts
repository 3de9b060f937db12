import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** What the catalogue refuses. Welsh: draft. */
export const refusal = defineRefusals({
  LAW_UNKNOWN: {
    rule: 'CAT-01',
    en: 'The course cites {law}, which the law register does not hold. Correct the citation, or have the entry added.',
    cy: 'Mae’r cwrs yn dyfynnu {law}, nad yw yn y gofrestr gyfraith. Cywirwch y dyfyniad, neu gofynnwch am ychwanegu’r cofnod.',
  },
  SKILL_TAUGHT_UNKNOWN: {
    rule: 'CAT-01',
    en: 'The course teaches {skill}, which the framework does not hold. Correct the skill, or load the framework first.',
    cy: 'Mae’r cwrs yn addysgu {skill}, nad yw yn y fframwaith. Cywirwch y sgil, neu llwythwch y fframwaith yn gyntaf.',
  },
  DRAFT_NOT_APPROVED: {
    rule: 'CAT-03',
    en: 'The draft has not been approved. Send it for review and have someone else approve it first.',
    cy: 'Nid yw’r drafft wedi’i gymeradwyo. Anfonwch ef i’w adolygu a gofynnwch i rywun arall ei gymeradwyo yn gyntaf.',
  },
  DRAFT_NOT_IN_REVIEW: {
    rule: 'CAT-03',
    en: 'The draft is not in review. Ask its author to send it for review first.',
    cy: 'Nid yw’r drafft yn cael ei adolygu. Gofynnwch i’w awdur ei anfon i’w adolygu yn gyntaf.',
  },
  DRAFT_ALREADY_SENT: {
    rule: 'CAT-03',
    en: 'The draft has been sent for review already. Wait for the reviewer, or correct it and send it again.',
    cy: 'Mae’r drafft eisoes wedi’i anfon i’w adolygu. Arhoswch am yr adolygydd, neu cywirwch ef a’i anfon eto.',
  },
  BLOCK_HAS_NO_TEXT: {
    rule: 'CAT-05',
    en: 'This block has no text of its own to correct. Choose a text, an example or a callout.',
    cy: 'Nid oes gan y bloc hwn destun ei hun i’w gywiro. Dewiswch destun, enghraifft neu flwch sylw.',
  },
  BLOCK_TEXT_EMPTY: {
    rule: 'CAT-05',
    en: 'The corrected text is empty. Write what the block should say.',
    cy: 'Mae’r testun wedi’i gywiro yn wag. Ysgrifennwch yr hyn y dylai’r bloc ei ddweud.',
  },
  BLOCK_TEXT_TOO_LONG: {
    rule: 'CAT-05',
    en: 'The corrected text is longer than {limit, number} characters. Make it shorter, or split the block.',
    cy: 'Mae’r testun wedi’i gywiro yn hirach na {limit, number} nod. Gwnewch ef yn fyrrach, neu rhannwch y bloc.',
  },
  DRAFT_SELF_APPROVED: {
    rule: 'CAT-06',
    en: 'You changed this draft, so you cannot approve it. Ask another reviewer.',
    cy: 'Chi newidiodd y drafft hwn, felly ni allwch ei gymeradwyo. Gofynnwch i adolygydd arall.',
  },
  DRAFT_UNCHANGED: {
    rule: 'CAT-07',
    en: 'The draft says what the published version says. Correct something first.',
    cy: 'Mae’r drafft yn dweud yr un peth â’r fersiwn gyhoeddedig. Cywirwch rywbeth yn gyntaf.',
  },
  LAW_UNCERTAIN: {
    rule: 'CAT-09',
    en: 'The course cites {law}, which the law register marks as uncertain. Remove the citation, or have the entry settled first.',
    cy: 'Mae’r cwrs yn dyfynnu {law}, y mae’r gofrestr gyfraith yn ei nodi’n ansicr. Tynnwch y dyfyniad, neu gofynnwch am setlo’r cofnod yn gyntaf.',
  },
  LESSON_EMPTY: {
    rule: 'CAT-10',
    en: 'The lesson {lesson} has nothing in it. Write it, or take it out of the course.',
    cy: 'Nid oes dim yn y wers {lesson}. Ysgrifennwch hi, neu tynnwch hi o’r cwrs.',
  },
  WELSH_OUT_OF_STEP: {
    rule: 'CAT-11',
    en: 'The checked Welsh of {count, plural, one {# block} other {# blocks}} is out of step with the English. Have it checked again; only a legal change is published without it.',
    cy: 'Nid yw’r Gymraeg a wiriwyd mewn {count, plural, other {# bloc}} yn cyd-fynd â’r Saesneg. Gofynnwch am ei wirio eto; dim ond newid cyfreithiol a gyhoeddir hebddo.',
  },
  CUT_OFF_MISSING: {
    rule: 'CAT-12',
    en: 'A major change needs a cut-off: the last day on which learners may finish the version they are on.',
    cy: 'Mae angen dyddiad terfyn ar newid mawr: y diwrnod olaf y caiff dysgwyr orffen y fersiwn y maent arni.',
  },
  CUT_OFF_PAST: {
    rule: 'CAT-12',
    en: 'The cut-off is not in the future. Choose a later day.',
    cy: 'Nid yw’r dyddiad terfyn yn y dyfodol. Dewiswch ddiwrnod diweddarach.',
  },
  CUT_OFF_NOT_WANTED: {
    rule: 'CAT-12',
    en: 'Only a major change has a cut-off. Leave it out, or publish as a major change.',
    cy: 'Dim ond newid mawr sydd â dyddiad terfyn. Gadewch ef allan, neu cyhoeddwch fel newid mawr.',
  },
  NOTE_MISSING: {
    rule: 'CAT-13',
    en: 'Say in a note what changed: learners and forces read it.',
    cy: 'Dywedwch mewn nodyn beth a newidiodd: mae dysgwyr a heddluoedd yn ei ddarllen.',
  },
  COMPONENT_WEIGHTS_WRONG: {
    rule: 'CAT-16',
    en: 'The weights of the components add up to {total, number}, not to 100. They are shares of one mark: change them, or make hurdles of those that have none.',
    cy: 'Mae pwysau’r cydrannau yn dod i {total, number}, nid i 100. Cyfrannau o un marc ydynt: newidiwch hwy, neu gwnewch y rhai heb bwysau yn glwydi.',
  },
  COMPONENT_WEIGHT_WRONG: {
    rule: 'CAT-16',
    en: 'Component {component} is either a hurdle, without a weight, or has a weight of 1 to 100 in whole per cent.',
    cy: 'Mae cydran {component} naill ai’n glwyd, heb bwysau, neu â phwysau o 1 i 100 mewn canrannau cyfan.',
  },
  COMPONENT_NOT_GRADED: {
    rule: 'CAT-16',
    en: 'Component {component} has no mark that could be weighed. A weight needs grading, and a conversation is never graded.',
    cy: 'Nid oes gan gydran {component} farc y gellid ei bwyso. Mae angen graddio ar gyfer pwysau, ac ni chaiff sgwrs byth ei graddio.',
  },
  COMPONENT_KEY_WRONG: {
    rule: 'CAT-17',
    en: 'The key {component} is taken, or is no word of small letters, digits and hyphens. Choose another.',
    cy: 'Mae’r allwedd {component} wedi’i chymryd, neu nid gair o lythrennau bach, digidau a chysylltnodau mohoni. Dewiswch un arall.',
  },
  COMPONENT_UNNAMED: {
    rule: 'CAT-17',
    en: 'Component {component} needs a title, and a kind that there is.',
    cy: 'Mae angen teitl ar gydran {component}, a math sy’n bodoli.',
  },
  COMPONENT_VALIDITY_WRONG: {
    rule: 'CAT-17',
    en: 'A result of component {component} counts for 1 to 120 calendar months, or for as long as the cycle lasts.',
    cy: 'Mae canlyniad cydran {component} yn cyfrif am 1 i 120 o fisoedd calendr, neu cyhyd ag y pery’r cylch.',
  },
  DRAFT_IN_HAND: {
    rule: 'CAT-14',
    en: 'Course {code} has a draft with unpublished corrections. Publish them before loading a new pack.',
    cy: 'Mae gan gwrs {code} ddrafft â chywiriadau heb eu cyhoeddi. Cyhoeddwch hwy cyn llwytho pecyn newydd.',
  },
});
