import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** What relations between skills are refused for. Welsh: draft. */
export const refusal = defineRefusals({
  FRAMEWORK_RELATION_CIRCULAR: {
    rule: 'FRM-28',
    en: 'These relations go round in a circle: {circle}. Take one of them out.',
    cy: 'Mae’r perthnasoedd hyn yn mynd mewn cylch: {circle}. Tynnwch un ohonynt.',
  },
  FRAMEWORK_RELATION_REPEATED: {
    rule: 'FRM-28',
    en: 'The relation {relation} stands twice. Keep one of the two.',
    cy: 'Mae’r berthynas {relation} yno ddwywaith. Cadwch un o’r ddwy.',
  },
  FRAMEWORK_QUOTA_WRONG: {
    rule: 'FRM-29',
    en: 'The rule for {skill} at level {level} asks for {count} of {parts} skills. Ask for at least one and at most {parts}.',
    cy: 'Mae’r rheol ar gyfer {skill} ar lefel {level} yn gofyn am {count} o {parts} sgil. Gofynnwch am o leiaf un ac am {parts} ar y mwyaf.',
  },
});
