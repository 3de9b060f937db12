import { registerEnumType } from '@nestjs/graphql';

export const RemedyEnum = {
  ACCEPT: 'accept',
  FULL_MARKS: 'full-marks',
  DROP: 'drop',
  RESCORE: 'rescore',
} as const;
registerEnumType(RemedyEnum, {
  name: 'RegradeRemedy',
  description: 'What is done about a faulty item version, for everybody who had it.',
  valuesMap: {
    ACCEPT: { description: 'Another answer is as right as the key.' },
    FULL_MARKS: { description: 'Everybody gets its points, answered or not.' },
    DROP: { description: 'It does not count; the rest is scaled up to what the paper is worth.' },
    RESCORE: { description: 'Another key takes the place of the key.' },
  },
});

export const RegradeStateEnum = {
  LOOKING: 'LOOKING',
  SHOWN: 'SHOWN',
  STALE: 'STALE',
  APPLYING: 'APPLYING',
  APPLIED: 'APPLIED',
  CANCELLED: 'CANCELLED',
} as const;
registerEnumType(RegradeStateEnum, {
  name: 'RegradeState',
  description: 'Where a regrade stands.',
  valuesMap: {
    LOOKING: { description: 'The dry run goes through the attempts.' },
    SHOWN: { description: 'The dry run’s list is whole; nothing is changed.' },
    STALE: { description: 'The list was not true any more when it was to be applied; nothing was changed.' },
    APPLYING: { description: 'The list is checked once more and applied.' },
    APPLIED: { description: 'Every line was dealt with.' },
    CANCELLED: { description: 'Given up before anything was changed.' },
  },
});

export const FallChoiceEnum = { APPLY: 'APPLY', KEEP_OUT: 'KEEP_OUT' } as const;
registerEnumType(FallChoiceEnum, {
  name: 'FallChoice',
  description: 'Whether marks that would fall below the pass mark are changed too.',
  valuesMap: {
    APPLY: { description: 'They are, once another person has approved exactly these.' },
    KEEP_OUT: { description: 'They stay as they were.' },
  },
});

export const CrossingEnum = { UP: 'UP', DOWN: 'DOWN' } as const;
registerEnumType(CrossingEnum, {
  name: 'PassMarkCrossing',
  description: 'Which way a mark crosses the pass mark.',
  valuesMap: { UP: { description: 'Now passed.' }, DOWN: { description: 'Now not passed.' } },
});

export const AwardStakeEnum = { GIVE: 'GIVE', WITHDRAW: 'WITHDRAW' } as const;
registerEnumType(AwardStakeEnum, {
  name: 'AwardStake',
  description: 'What becomes of an award.',
  valuesMap: { GIVE: { description: 'It is given.' }, WITHDRAW: { description: 'It is withdrawn.' } },
});

export const LineOutcomeEnum = {
  APPLIED: 'APPLIED',
  LEFT_OUT: 'LEFT_OUT',
  CHANGED_MEANWHILE: 'CHANGED_MEANWHILE',
} as const;
registerEnumType(LineOutcomeEnum, {
  name: 'RegradeLineOutcome',
  description: 'What became of a line.',
  valuesMap: {
    APPLIED: { description: 'The mark was changed as shown.' },
    LEFT_OUT: { description: 'A fall that was kept out.' },
    CHANGED_MEANWHILE: {
      description: 'The attempt was changed, or voided, at that very moment; nothing was done.',
    },
  },
});
