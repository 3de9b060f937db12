import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** What the clockwork refuses. Welsh: draft. */
export const refusal = defineRefusals({
  RECURRING_UNKNOWN: {
    rule: 'SCD-03',
    en: 'Nothing of the name {job} recurs. Choose a name from the list of the clockwork.',
    cy: 'Nid oes dim o’r enw {job} yn ailddigwydd. Dewiswch enw o restr y gwaith cloc.',
  },
  RECURRING_PAUSED: {
    rule: 'SCD-04',
    en: '{job} is paused. Let it go on first, then have it run.',
    cy: 'Mae {job} wedi’i oedi. Gadewch iddo fynd ymlaen yn gyntaf, yna gofynnwch iddo redeg.',
  },
  WORK_DISCARDED: {
    rule: 'SCD-06',
    en: 'This work was discarded and is not tried again. Repeat what it came from instead.',
    cy: 'Taflwyd y gwaith hwn ac ni roddir cynnig arall arno. Ailadroddwch yr hyn y daeth ohono yn lle hynny.',
  },
  DISCARD_REASON_MISSING: {
    rule: 'SCD-06',
    en: 'Say why, in 3 to 500 characters: the journal keeps it.',
    cy: 'Dywedwch pam, mewn 3 i 500 o nodau: mae’r dyddlyfr yn ei gadw.',
  },
});
