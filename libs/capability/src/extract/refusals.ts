import { defineRefusals } from '@app/platform/refusal/refusal.js';

/** What is refused about extracts. Welsh: draft. */
export const refusal = defineRefusals({
  EXTRACT_OF_THE_FUTURE: {
    rule: 'CAP-60',
    en: 'Nobody can prove what has not come yet. Ask about today or an earlier day, as known now or earlier.',
    cy: 'Ni all neb brofi’r hyn sydd heb ddod eto. Gofynnwch am heddiw neu ddiwrnod cynharach, fel yr oedd yn hysbys nawr neu cyn hynny.',
  },
  EXTRACT_REASON_MISSING: {
    rule: 'CAP-61',
    en: 'Say what the extract is for, in 1 to {most, number} characters: it is kept with the record of who made it.',
    cy: 'Dywedwch ar gyfer beth mae’r dyfyniad, mewn 1 i {most, number} nod: fe’i cedwir gyda’r cofnod o bwy a’i gwnaeth.',
  },
  EXTRACT_LEVEL_WRONG: {
    rule: 'CAP-60',
    en: 'An extract is about a level from 1 to 4. Correct the level.',
    cy: 'Mae dyfyniad yn ymwneud â lefel o 1 i 4. Cywirwch y lefel.',
  },
});
