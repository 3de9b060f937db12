import type { Words } from '@app/platform/context/words.js';
import type { ItemType, Normalisation } from './item-content.js';

type Sentence = readonly [en: string, cy: string];

const allOrNothing = {
  single: [
    'One right choice gets all the points; anything else gets none.',
    'Mae un dewis cywir yn cael yr holl bwyntiau; nid yw dim arall yn cael dim.',
  ],
  multiple: [
    'All the points for exactly the right choices; one missing or one too many gets none.',
    'Yr holl bwyntiau am yr union ddewisiadau cywir; nid yw un yn eisiau neu un yn ormod yn cael dim.',
  ],
  'true-false': ['The right choice gets all the points.', 'Mae’r dewis cywir yn cael yr holl bwyntiau.'],
  match: [
    'All the points when every pair is right; otherwise none.',
    'Yr holl bwyntiau pan fo pob pâr yn gywir; fel arall dim.',
  ],
  order: [
    'All the points for exactly the right order of what belongs in it; otherwise none. What does not belong is left out.',
    'Yr holl bwyntiau am union drefn gywir yr hyn sy’n perthyn iddi; fel arall dim. Gadewir allan yr hyn nad yw’n perthyn.',
  ],
  numeric: [
    'All the points for a number within the tolerance, both ends included; otherwise none.',
    'Yr holl bwyntiau am rif o fewn y goddefiant, gan gynnwys y ddau ben; fel arall dim.',
  ],
  'short-text': [
    'All the points for an accepted form; otherwise none.',
    'Yr holl bwyntiau am ffurf a dderbynnir; fel arall dim.',
  ],
  cloze: [
    'All the points when every gap is right; otherwise none.',
    'Yr holl bwyntiau pan fo pob bwlch yn gywir; fel arall dim.',
  ],
  hotspot: [
    'All the points for exactly the right areas; one missing or one too many gets none.',
    'Yr holl bwyntiau am yr union ardaloedd cywir; nid yw un yn eisiau neu un yn ormod yn cael dim.',
  ],
  matrix: [
    'All the points when every row is right; otherwise none.',
    'Yr holl bwyntiau pan fo pob rhes yn gywir; fel arall dim.',
  ],
  written: [
    'A person marks it by the rubric, line by line.',
    'Mae person yn ei farcio yn ôl y cyfarwyddyd marcio, fesul llinell.',
  ],
  'file-response': [
    'A person marks the files by the rubric, line by line.',
    'Mae person yn marcio’r ffeiliau yn ôl y cyfarwyddyd marcio, fesul llinell.',
  ],
  practical: ['Whoever watches it marks it.', 'Mae pwy bynnag sy’n ei wylio yn ei farcio.'],
} as const satisfies Record<ItemType, Sentence>;

const chosenInPart: Sentence = [
  'Each right choice counts; each wrong choice takes one right choice off, never below zero.',
  'Mae pob dewis cywir yn cyfrif; mae pob dewis anghywir yn tynnu un dewis cywir, byth yn is na sero.',
];

const weighted: Sentence = [
  'Each choice is worth a part of the points of its own, and some may take points off, never below zero.',
  'Mae pob dewis yn werth rhan o’r pwyntiau ei hun, a gall rhai dynnu pwyntiau, byth yn is na sero.',
];

const inPart: Partial<Record<ItemType, Sentence>> = {
  multiple: chosenInPart,
  hotspot: chosenInPart,
  match: ['Each right pair counts.', 'Mae pob pâr cywir yn cyfrif.'],
  order: [
    'Each two that stand next to each other in the right order count; each one put in that does not belong takes one such pair off, never below zero.',
    'Mae pob dau sy’n sefyll nesaf at ei gilydd yn y drefn gywir yn cyfrif; mae pob un a roddir i mewn nad yw’n perthyn yn tynnu un pâr o’r fath, byth yn is na sero.',
  ],
  cloze: ['Each right gap counts, by its weight.', 'Mae pob bwlch cywir yn cyfrif, yn ôl ei bwysau.'],
  matrix: ['Each row that is wholly right counts.', 'Mae pob rhes sy’n gwbl gywir yn cyfrif.'],
};

const steps: Record<Normalisation, Sentence> = {
  trim: ['spaces at the ends', 'bylchau ar y pennau'],
  'single-spaces': ['repeated spaces', 'bylchau dro ar ôl tro'],
  'lower-case': ['capital letters', 'priflythrennau'],
  'no-punctuation': ['punctuation', 'atalnodi'],
};

/** What decides how an item is scored, without its key. */
export interface Scored {
  readonly type: ItemType;
  readonly scoring?: string | undefined;
  readonly normalise?: readonly Normalisation[] | undefined;
}

/**
 * How an item is scored, as a sentence for authors and candidates (ASM-51): it says what counts and what is taken off, which
 * differences of typing do not matter, and nothing of the key. What it says is what `shareOf` does. The Welsh is draft.
 */
export function scoringOf({ type, scoring, normalise = [] }: Scored): Words {
  const isPart =
    scoring === 'partial' || scoring === 'adjacent-pairs' || (type === 'cloze' && scoring === undefined);
  const [en, cy] =
    scoring === 'weighted' ? weighted : ((isPart ? inPart[type] : undefined) ?? allOrNothing[type]);
  const typing = typingOf(type, normalise);
  return { en: en + typing[0], cy: cy + typing[1], cyState: 'draft' };
}

function typingOf(type: ItemType, normalise: readonly Normalisation[]): Sentence {
  if (type !== 'short-text') return ['', ''];
  if (normalise.length === 0) return [' It must be typed exactly so.', ' Rhaid ei deipio’n union felly.'];
  const list = (language: 0 | 1) => normalise.map((step) => steps[step][language]).join(', ');
  return [` These do not matter: ${list(0)}.`, ` Nid yw’r rhain o bwys: ${list(1)}.`];
}
