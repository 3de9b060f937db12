import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** What capability refuses. Welsh: draft. */
export const refusal = defineRefusals({
  COVER_ROLE_UNKNOWN: {
    rule: 'CAP-07',
    en: 'There is no role profile {role}. Choose a role from the list of role profiles.',
    cy: 'Nid oes proffil rôl {role}. Dewiswch rôl o’r rhestr o broffiliau rôl.',
  },
  COVER_SKILL_UNKNOWN: {
    rule: 'CAP-07',
    en: 'The framework has no skill {skill}. Choose a skill of the framework in use.',
    cy: 'Nid oes sgil {skill} yn y fframwaith. Dewiswch sgil o’r fframwaith sydd ar waith.',
  },
  COVER_LEVEL_WRONG: {
    rule: 'CAP-07',
    en: 'Cover is counted at a level from 1 to 4. Correct the level.',
    cy: 'Cyfrifir y ddarpariaeth ar lefel o 1 i 4. Cywirwch y lefel.',
  },
  COVER_MINIMUM_WRONG: {
    rule: 'CAP-07',
    en: 'A minimum is a whole number of people from 0 to {most}. Correct the number.',
    cy: 'Mae isafswm yn rhif cyfan o bobl o 0 i {most}. Cywirwch y rhif.',
  },
  COVER_SHIFT_UNKNOWN: {
    rule: 'CAP-34',
    en: 'The force keeps no shift pattern {shift}. Save the pattern first, or choose another.',
    cy: 'Nid yw’r heddlu’n cadw patrwm sifft {shift}. Cadwch y patrwm yn gyntaf, neu dewiswch un arall.',
  },
  COVER_SHIFT_NAME_WRONG: {
    rule: 'CAP-33',
    en: 'A shift pattern has a name of 1 to {most} characters, without " + ". Correct the name.',
    cy: 'Mae gan batrwm sifft enw o 1 i {most} nod, heb " + ". Cywirwch yr enw.',
  },
  COVER_SHIFT_HOURS_WRONG: {
    rule: 'CAP-33',
    en: 'A shift begins and ends at two different times of day, such as 22:00 and 07:00. Correct the hours.',
    cy: 'Mae sifft yn dechrau ac yn gorffen ar ddau amser gwahanol o’r dydd, megis 22:00 a 07:00. Cywirwch yr oriau.',
  },
  COVER_PERIOD_WRONG: {
    rule: 'CAP-08',
    en: 'Ask for a period that ends on or after its first day and is no longer than {months} months.',
    cy: 'Gofynnwch am gyfnod sy’n gorffen ar ei ddiwrnod cyntaf neu wedyn ac nad yw’n hwy na {months} mis.',
  },
  COVER_NEED_UNKNOWN: {
    rule: 'CAP-09',
    en: 'The role {role} does not need the skill {skill}, and this unit has no minimum for it. Set a minimum first.',
    cy: 'Nid oes angen y sgil {skill} ar y rôl {role}, ac nid oes isafswm i’r uned hon. Gosodwch isafswm yn gyntaf.',
  },
  COVER_DAY_NOT_PUBLISHED: {
    rule: 'CAP-41',
    en: 'Figures across forces are given for the first day of a month. Choose the first of a month.',
    cy: 'Rhoddir ffigurau ar draws heddluoedd ar gyfer diwrnod cyntaf mis. Dewiswch y cyntaf o fis.',
  },
  COVER_BEING_KEPT: {
    rule: 'CAP-06',
    en: 'Cover of this force is being brought up to date at this moment. Try again in a minute.',
    cy: 'Mae darpariaeth yr heddlu hwn yn cael ei diweddaru ar hyn o bryd. Rhowch gynnig arall arni mewn munud.',
  },
});
