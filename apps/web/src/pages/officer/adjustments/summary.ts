import type { AdjustmentLineFragment } from '../../../gql/graphql.js';
import type { Messages } from '../../../words/words.js';

type Said = AdjustmentLineFragment['fields'];

/** What an adjustment says, part by part, in the reader's language. */
export function summaryOf(fields: Said, words: Messages): string[] {
  const { adjustments: t } = words;
  const percent = Math.round(((fields.multiplier ?? 1) - 1) * 100);
  const counts = [
    [percent, t.extraTime],
    [fields.extraMinutes, t.extraMinutes],
    [fields.restMinutes, t.restMinutes],
    [fields.extraAttempts, t.extraAttempts],
  ] as const;
  return [
    ...counts.flatMap(([count, say]) => (count === null || count === 0 ? [] : [say(count)])),
    ...chosen(t.textSize, fields.textSize, t.textSizes),
    ...chosen(t.colours, fields.pageColours, t.colourNames),
    ...arrangementsOf(fields, t),
  ];
}

function chosen(label: string, value: string | null, names: Readonly<Record<string, string>>): string[] {
  return value === null ? [] : [`${label}: ${names[value] ?? value}`];
}

function arrangementsOf(fields: Said, t: Messages['adjustments']): string[] {
  const helpers = fields.readerOrScribe ?? '';
  const wanted = [
    [helpers.includes('READER'), t.reader],
    [helpers.includes('SCRIBE'), t.scribe],
    [fields.screenReader === true, t.screenReader],
    [fields.separateRoom === true, t.separateRoom],
  ] as const;
  return wanted.flatMap(([isWanted, name]) => (isWanted ? [name] : []));
}
