import { registerEnumType } from '@nestjs/graphql';

export const ObservationStateEnum = {
  PLANNED: 'PLANNED',
  CANCELLED: 'CANCELLED',
  RECORDED: 'RECORDED',
  SIGNED: 'SIGNED',
  DISPUTED: 'DISPUTED',
  RELEASED: 'RELEASED',
  SET_ASIDE: 'SET_ASIDE',
  VOIDED: 'VOIDED',
} as const;
registerEnumType(ObservationStateEnum, {
  name: 'ObservationState',
  description: 'Where an observation stands.',
  valuesMap: {
    PLANNED: { description: 'It has a time and an assessor.' },
    CANCELLED: {
      description: 'Its plan was called off; a sheet that was filled in all the same is still taken.',
    },
    RECORDED: { description: 'There is a sheet, which waits for an assessor’s signature.' },
    SIGNED: { description: 'Its assessor has signed; it waits for the candidate.' },
    DISPUTED: { description: 'The candidate disputes the sheet; it waits for a training lead.' },
    RELEASED: { description: 'Its outcome counts.' },
    SET_ASIDE: { description: 'After a dispute a fresh observation takes its place; no attempt is used up.' },
    VOIDED: { description: 'It does not count, as two people decided.' },
  },
});

export const SheetMarkEnum = { LATE: 'LATE', OTHER_DAY: 'OTHER_DAY', CLOCK_OFF: 'CLOCK_OFF' } as const;
registerEnumType(SheetMarkEnum, {
  name: 'SheetMark',
  description: 'What is to be known about the times of a sheet.',
  valuesMap: {
    LATE: { description: 'It came more than a day after the observing ended.' },
    OTHER_DAY: { description: 'It was done on another day than planned.' },
    CLOCK_OFF: { description: 'The device’s clock and the server’s differed by more than five minutes.' },
  },
});

export const VoidingStateEnum = { PROPOSED: 'PROPOSED', CONFIRMED: 'CONFIRMED', REFUSED: 'REFUSED' } as const;
registerEnumType(VoidingStateEnum, {
  name: 'ObservationVoidingState',
  description: 'Where a proposal to void an observation stands.',
  valuesMap: {
    PROPOSED: { description: 'It waits for a second person.' },
    CONFIRMED: { description: 'The observation does not count.' },
    REFUSED: { description: 'The observation counts as before.' },
  },
});
