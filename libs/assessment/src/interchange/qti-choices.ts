import { englishOnly } from '@app/platform/context/words.js';
import { elementsOf, type XmlElement } from '@app/platform/xml/xml.js';
import type { HotspotArea, ItemContent, ItemOption, OptionWeights } from '../item/item-content.js';
import type { PossibleAnswer, Question } from './qti-asked.js';
import type { QtiDocument } from './qti-document.js';
import type { GivenResponses } from './qti-process.js';
import { membersOf } from './qti-value.js';
import { lineOf } from './qti-words.js';
import { CannotTake } from './taken.js';

/** Beyond this every set of choices is too many sets to compare. */
const MOST_OPTIONS = 12;

type Body = Omit<Question, 'stem'>;
type ScoreOf = (given: GivenResponses) => number;

/** One choice or several. */
export function choiceOf(item: QtiDocument, interaction: XmlElement): Body {
  const options = elementsOf(interaction, 'simpleChoice').map(
    (choice): ItemOption => ({
      id: choice.attributes['identifier'] ?? '',
      text: englishOnly(lineOf(choice)),
    }),
  );
  const choice = chosenAmong(
    item,
    interaction,
    options.map(({ id }) => id),
  );
  const fixed = elementsOf(interaction, 'simpleChoice').some(
    ({ attributes }) => attributes['fixed'] === 'true',
  );
  return {
    ...choice,
    shuffle: interaction.attributes['shuffle'] === 'true',
    media: [],
    losses: fixed ? ['choices that keep their place when others are shuffled'] : [],
    contents: (scoreOf, points) => {
      const key = choice.keyFor(scoreOf, points);
      const scoring = 'weighted' as const;
      const weights = choice.weightsFor(scoreOf, points);
      if (!choice.several) {
        const [only = ''] = key;
        return [
          { type: 'single', options, key: only },
          { type: 'single', options, key: only, scoring, weights },
        ];
      }
      return [
        { type: 'multiple', options, key },
        { type: 'multiple', options, key, scoring: 'partial' },
        { type: 'multiple', options, key, scoring, weights },
      ] satisfies ItemContent[];
    },
  };
}

/** Areas of a picture. They have no words in QTI: their identifiers stand in. */
export function hotspotOf(item: QtiDocument, interaction: XmlElement): Body {
  const [picture] = elementsOf(interaction, 'object');
  const { data = '', width, height } = picture?.attributes ?? {};
  const areas = elementsOf(interaction, 'hotspotChoice').map(areaOf);
  const choice = chosenAmong(
    item,
    interaction,
    areas.map(({ id }) => id),
  );
  const alt = englishOnly(picture === undefined ? '' : lineOf(picture));
  const image = { fileId: data, alt, width: Number(width), height: Number(height) };
  return {
    ...choice,
    shuffle: false,
    media: [data],
    losses: ['areas have no labels: their identifiers stand in'],
    contents: (scoreOf, points) => {
      const key = choice.keyFor(scoreOf, points);
      return [
        { type: 'hotspot', image, areas, key },
        { type: 'hotspot', image, areas, key, scoring: 'partial' },
      ];
    },
  };
}

function areaOf({ attributes }: XmlElement): HotspotArea {
  const { identifier = '', shape = '', coords = '' } = attributes;
  if (shape !== 'circle' && shape !== 'rect' && shape !== 'poly')
    throw new CannotTake('interaction', `shape ${shape}`);
  const label = englishOnly(attributes['hotspotLabel'] ?? identifier);
  return { id: identifier, shape, coords: coords.split(',').map(Number), label };
}

function chosenAmong(item: QtiDocument, interaction: XmlElement, ids: readonly string[]) {
  const response = interaction.attributes['responseIdentifier'] ?? '';
  const several = item.responses.get(response)?.cardinality === 'multiple';
  if (several && ids.length > MOST_OPTIONS) throw new CannotTake('too-many-answers', `${ids.length} choices`);
  const sets = several ? subsetsOf(ids) : [[], ...ids.map((id) => [id])];
  const givenFor = (set: readonly string[]): GivenResponses => ({
    [response]: several ? set : (set[0] ?? null),
  });
  const answerTo = (given: GivenResponses) => {
    const choices = membersOf(given[response] ?? null);
    return choices.length === 0 ? undefined : { choices };
  };
  return {
    several,
    answers: sets.map((set): PossibleAnswer => ({ given: givenFor(set), answer: answerTo(givenFor(set)) })),
    answerTo,
    /** The item's own key when it earns everything; otherwise the smallest set that does. */
    keyFor: (scoreOf: ScoreOf, points: number): readonly string[] => {
      const own = membersOf(item.responses.get(response)?.correct ?? null);
      const bySize = [own, ...[...sets].sort((one, other) => one.length - other.length)];
      return bySize.find((set) => set.length > 0 && scoreOf(givenFor(set)) === points) ?? [];
    },
    /** What each is worth by its mapping; without one, by itself. */
    weightsFor: (scoreOf: ScoreOf, full: number): OptionWeights => {
      const mapping = item.responses.get(response)?.mapping;
      const entry = (id: string) =>
        mapping?.entries.find(({ key }) => key === id)?.value ?? mapping?.fallback;
      const each = ids.map((id) => ({ id, weight: entry(id) ?? scoreOf(givenFor([id])) }));
      return { full, each: each.filter(({ weight }) => weight !== 0) };
    },
  };
}

function subsetsOf(ids: readonly string[]): string[][] {
  const sets: string[][] = [[]];
  for (const id of ids) sets.push(...sets.map((set) => [...set, id]));
  return sets;
}
