import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** What a force's raises are refused for. Welsh: draft. */
export const refusal = defineRefusals({
  PROFILE_RAISE_LOWERS: {
    rule: 'FRM-33',
    en: 'The national profile asks for {skill} at level {national}; level {level} would not be more. A force may raise a need and never lower it.',
    cy: 'Mae’r proffil cenedlaethol yn gofyn am {skill} ar lefel {national}; ni fyddai lefel {level} yn fwy. Caiff heddlu godi angen, byth ei ostwng.',
  },
  PROFILE_RAISE_OVERLAPS: {
    rule: 'FRM-33',
    en: 'Your force already asks for {skill} at level {level} from {from}. End that first, or choose days on which it does not hold.',
    cy: 'Mae eich heddlu eisoes yn gofyn am {skill} ar lefel {level} o {from}. Rhowch derfyn ar hynny’n gyntaf, neu dewiswch ddyddiau pan nad yw’n gymwys.',
  },
  PROFILE_RAISE_DATES: {
    rule: 'FRM-33',
    en: 'A raise begins today or later and ends on or after its first day. Correct the dates.',
    cy: 'Mae codi angen yn dechrau heddiw neu’n hwyrach ac yn dod i ben ar ei ddiwrnod cyntaf neu wedyn. Cywirwch y dyddiadau.',
  },
});
