import { registerEnumType } from '@nestjs/graphql';

export const DifficultyEnum = { EASY: 'easy', MEDIUM: 'medium', HARD: 'hard' } as const;
registerEnumType(DifficultyEnum, {
  name: 'Difficulty',
  description: 'How hard its author thinks an item.',
  valuesMap: {
    EASY: { description: 'Nearly everybody who has learned it gets it right.' },
    MEDIUM: { description: 'Most of them do.' },
    HARD: { description: 'It tells the best from the good.' },
  },
});

export const AtDeadlineEnum = { SUBMIT: 'SUBMIT', GRACE: 'GRACE', ABANDON: 'ABANDON' } as const;
registerEnumType(AtDeadlineEnum, {
  name: 'AtDeadline',
  description: 'What happens to an attempt when its time is up.',
  valuesMap: {
    SUBMIT: { description: 'What was saved is handed in.' },
    GRACE: {
      description: 'For some minutes more it may be handed in but not answered; else it is abandoned.',
    },
    ABANDON: { description: 'What was not handed in by then is not counted.' },
  },
});

export const ReleaseEnum = { AT_ONCE: 'AT_ONCE', BY_HAND: 'BY_HAND' } as const;
registerEnumType(ReleaseEnum, {
  name: 'ResultRelease',
  description: 'When results may be seen.',
  valuesMap: {
    AT_ONCE: { description: 'With the marks.' },
    BY_HAND: { description: 'When a training lead releases the results of the sitting.' },
  },
});

export const ItemStateEnum = {
  DRAFT: 'draft',
  IN_REVIEW: 'in-review',
  READY: 'ready',
  RETIRED: 'retired',
} as const;
registerEnumType(ItemStateEnum, {
  name: 'ItemState',
  description: 'Where an item stands. Only ready ones are drawn.',
  valuesMap: {
    DRAFT: { description: 'It is being written.' },
    IN_REVIEW: { description: 'Somebody else looks at it.' },
    READY: { description: 'Papers draw it.' },
    RETIRED: { description: 'No new paper draws it; those that hold it keep it. Final.' },
  },
});
