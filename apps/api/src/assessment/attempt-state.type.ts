import { registerEnumType } from '@nestjs/graphql';

export const AttemptStateEnum = {
  OPEN: 'OPEN',
  SUBMITTED: 'SUBMITTED',
  MARKED: 'MARKED',
  AWAITING_MARKER: 'AWAITING_MARKER',
  RELEASED: 'RELEASED',
  ABANDONED: 'ABANDONED',
  SUSPENDED: 'SUSPENDED',
  VOIDED: 'VOIDED',
} as const;
registerEnumType(AttemptStateEnum, {
  name: 'AttemptState',
  description: 'Where an attempt stands.',
  valuesMap: {
    OPEN: { description: 'It runs; answers may be saved until its deadline.' },
    SUBMITTED: { description: 'It is over; marks follow within moments.' },
    MARKED: { description: 'It is marked; the result may not be seen yet.' },
    AWAITING_MARKER: { description: 'Written answers wait for a marker.' },
    RELEASED: { description: 'It is marked and the result may be seen.' },
    ABANDONED: { description: 'It was not handed in, and its assessment counts no such attempt.' },
    SUSPENDED: { description: 'Its candidate was called to a job: the clock stands, nothing is saved.' },
    VOIDED: { description: 'Two people have said that it does not count.' },
  },
});

export const ItemTypeEnum = {
  SINGLE: 'single',
  MULTIPLE: 'multiple',
  TRUE_FALSE: 'true-false',
  MATCH: 'match',
  ORDER: 'order',
  NUMERIC: 'numeric',
  SHORT_TEXT: 'short-text',
  CLOZE: 'cloze',
  HOTSPOT: 'hotspot',
  MATRIX: 'matrix',
  WRITTEN: 'written',
  FILE_RESPONSE: 'file-response',
} as const;
registerEnumType(ItemTypeEnum, {
  name: 'ItemType',
  description: 'What kind of answer a question wants.',
  valuesMap: {
    SINGLE: { description: 'One of the options: `choices` with one id.' },
    MULTIPLE: { description: 'The right options and no others: `choices`.' },
    TRUE_FALSE: { description: '`choices` with `true` or `false`.' },
    MATCH: { description: 'Each option with a target: `pairs`.' },
    ORDER: { description: 'The options that belong, first to last: `choices`.' },
    NUMERIC: { description: 'A number in the unit shown: `number`.' },
    SHORT_TEXT: { description: 'A few words: `text`.' },
    CLOZE: { description: 'A text with gaps: `gaps`.' },
    HOTSPOT: { description: 'Areas of an image: `choices` with ids of labelled areas, or one `point`.' },
    MATRIX: { description: 'A column for each row: `pairs`, rows on the left.' },
    FILE_RESPONSE: { description: 'Files that a person marks: `fileIds` of uploads.' },
    WRITTEN: { description: 'Prose that a person marks: `text`, up to 5,000 characters.' },
  },
});
