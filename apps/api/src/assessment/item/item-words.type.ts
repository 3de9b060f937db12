import { registerEnumType } from '@nestjs/graphql';

export const NormalisationEnum = {
  TRIM: 'trim',
  SINGLE_SPACES: 'single-spaces',
  LOWER_CASE: 'lower-case',
  NO_PUNCTUATION: 'no-punctuation',
} as const;
registerEnumType(NormalisationEnum, {
  name: 'Normalisation',
  description: 'How what is typed is made comparable before it is compared.',
  valuesMap: {
    TRIM: { description: 'Spaces at the ends do not matter.' },
    SINGLE_SPACES: { description: 'Several spaces are as one.' },
    LOWER_CASE: { description: 'Capital letters are as small ones.' },
    NO_PUNCTUATION: { description: 'Only letters, digits and spaces are compared.' },
  },
});

export const ItemScoringEnum = {
  ALL_OR_NOTHING: 'all-or-nothing',
  PARTIAL: 'partial',
  EXACT: 'exact',
  ADJACENT_PAIRS: 'adjacent-pairs',
} as const;
registerEnumType(ItemScoringEnum, {
  name: 'ItemScoring',
  description: 'Whether parts of an answer count.',
  valuesMap: {
    ALL_OR_NOTHING: { description: 'All the points or none.' },
    PARTIAL: { description: 'Parts count; where one chooses, wrong choices subtract, never below zero.' },
    EXACT: { description: 'Of ORDER: all the points for exactly the order, or none.' },
    ADJACENT_PAIRS: { description: 'Of ORDER: each two neighbours that stand so count.' },
  },
});

export const GapKindEnum = { TEXT: 'text', NUMBER: 'number', CHOICE: 'choice' } as const;
registerEnumType(GapKindEnum, {
  name: 'GapKind',
  description: 'What fills a gap.',
  valuesMap: {
    TEXT: { description: 'Something typed.' },
    NUMBER: { description: 'A number, typed with digits and at most one dot.' },
    CHOICE: { description: 'One of its options.' },
  },
});

export const AreaShapeEnum = { CIRCLE: 'circle', RECT: 'rect', POLY: 'poly' } as const;
registerEnumType(AreaShapeEnum, {
  name: 'AreaShape',
  description: 'The shape of an area, with its coordinates in pixels.',
  valuesMap: {
    CIRCLE: { description: 'Centre x, centre y, radius.' },
    RECT: { description: 'Left, top, right, bottom.' },
    POLY: { description: 'x, y, x, y … of its corners.' },
  },
});

export const ItemUseEnum = { PAPER: 'paper', PRACTICE: 'practice' } as const;
registerEnumType(ItemUseEnum, {
  name: 'ItemUse',
  description: 'What an item is for; never both, and for ever.',
  valuesMap: {
    PAPER: { description: 'Papers draw it.' },
    PRACTICE: { description: 'Practice quizzes show it.' },
  },
});
