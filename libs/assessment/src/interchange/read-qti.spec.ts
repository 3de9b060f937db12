import { describe, expect, it } from '@jest/globals';
import { checkWeights } from '../item/check-weights.js';
import { shareOf } from '../marking/mark-item.js';
import { pointsFor } from '../marking/points.js';
import { readQti, type TakenQti } from './read-qti.js';

/** An item of one response with its declaration's inside, its body and its processing. */
function item(parts: {
  response?: string;
  type?: string;
  declared?: string;
  body: string;
  rules: string;
}): string {
  const { response = 'RESPONSE', type = 'cardinality="single" baseType="identifier"', declared = '' } = parts;
  return `<?xml version="1.0"?><assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i" title="A title">
    <responseDeclaration identifier="${response}" ${type}>${declared}</responseDeclaration>
    <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
    <itemBody>${parts.body}</itemBody>${parts.rules}</assessmentItem>`;
}

const template = (name: string) =>
  `<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/${name}"/>`;
const correct = (...values: string[]) =>
  `<correctResponse>${values.map((value) => `<value>${value}</value>`).join('')}</correctResponse>`;
const mapping = (entries: Record<string, number>, attributes = '') =>
  `<mapping ${attributes}>${Object.entries(entries)
    .map(([key, value]) => `<mapEntry mapKey="${key}" mappedValue="${value}"/>`)
    .join('')}</mapping>`;
const options = (...ids: string[]) =>
  ids.map((id) => `<simpleChoice identifier="${id}">Choice ${id}</simpleChoice>`).join('');
const choices = (max: number, ...ids: string[]) =>
  `<choiceInteraction responseIdentifier="RESPONSE" maxChoices="${max}" shuffle="true"><prompt>Which?</prompt>${options(...ids)}</choiceInteraction>`;
const several = 'cardinality="multiple" baseType="identifier"';
const text = 'cardinality="single" baseType="string"';
const entry = '<p>Name it: <textEntryInteraction responseIdentifier="RESPONSE"/></p>';

function taken(xml: string): TakenQti {
  const read = readQti(xml);
  if (!read.taken) throw new Error(`not taken: ${read.reason} ${read.what}`);
  return read;
}

function pointsOf(xml: string, response: unknown): number | null {
  const read = taken(xml);
  const share = shareOf(read.content, read.answerTo({ RESPONSE: response }));
  return share === null ? null : pointsFor(share, read.points);
}

describe('ASM-171 an item of QTI is taken', () => {
  it('with title, words, options and shuffling', () => {
    const read = taken(
      item({ declared: correct('B'), body: choices(1, 'A', 'B'), rules: template('match_correct') }),
    );
    expect(read).toMatchObject({ title: 'A title', stem: 'Which?', shuffle: true, points: 1, losses: [] });
    expect(read.content).toMatchObject({ type: 'single', key: 'B' });
  });

  it('as several choices, all or nothing, when it matches a set', () => {
    const xml = item({
      type: several,
      declared: correct('A', 'C'),
      body: choices(0, 'A', 'B', 'C'),
      rules: template('match_correct'),
    });
    expect(taken(xml).content).toEqual({ type: 'multiple', options: expect.anything(), key: ['A', 'C'] });
    expect(pointsOf(xml, ['C', 'A'])).toBe(1);
  });

  it('as several choices in part, when each wrong one takes a right one off and nothing goes below zero', () => {
    const declared = correct('A', 'B') + mapping({ A: 1, B: 1, C: -1 }, 'lowerBound="0"');
    const xml = item({
      type: several,
      declared,
      body: choices(0, 'A', 'B', 'C'),
      rules: template('map_response'),
    });
    expect(taken(xml).content).toMatchObject({ scoring: 'partial', key: ['A', 'B'] });
    expect([pointsOf(xml, ['A', 'B', 'C']), pointsOf(xml, ['C'])]).toEqual([1, 0]);
  });

  it('by weights, within its bounds', () => {
    const declared = mapping({ A: 1, B: 2, C: 5, D: -5 }, 'lowerBound="0" upperBound="6"');
    const xml = item({
      type: several,
      declared,
      body: choices(0, 'A', 'B', 'C', 'D'),
      rules: template('map_response'),
    });
    expect(taken(xml)).toMatchObject({ points: 6, content: { scoring: 'weighted', weights: { full: 6 } } });
    expect([['A', 'B'], ['B', 'C'], ['C', 'D'], []].map((each) => pointsOf(xml, each))).toEqual([3, 6, 0, 0]);
    expect(checkWeights('X', taken(xml).content as never)).toEqual([]);
  });

  it('as typed text, in any case where it says so', () => {
    const declared = mapping({ Seal: 2 }, 'caseSensitive="false"').replace(
      'mapKey="Seal"',
      'mapKey="Seal" caseSensitive="false"',
    );
    const xml = item({ type: text, declared, body: entry, rules: template('map_response') });
    expect(taken(xml).content).toEqual({ type: 'short-text', accepted: ['seal'], normalise: ['lower-case'] });
    const exact = item({
      type: text,
      declared: correct('Seal'),
      body: entry,
      rules: template('match_correct'),
    });
    expect(['SEAL', 'seal', 'other'].map((each) => pointsOf(xml, each))).toEqual([2, 2, 0]);
    expect(['Seal', 'seal'].map((each) => pointsOf(exact, each))).toEqual([1, 0]);
  });

  it('as a number with the tolerance of its condition', () => {
    const rules = `<responseProcessing><responseCondition><responseIf>
      <equal toleranceMode="absolute" tolerance="0.5"><variable identifier="RESPONSE"/><baseValue baseType="float">10</baseValue></equal>
      <setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue>
      </responseIf></responseCondition></responseProcessing>`;
    const xml = item({ type: 'cardinality="single" baseType="float"', body: entry, rules });
    expect(taken(xml).content).toMatchObject({ type: 'numeric', answer: 10, tolerance: 0.5 });
    expect(['9.5', '10.5', '10.6', '9'].map((each) => pointsOf(xml, each))).toEqual([1, 1, 0, 0]);
  });

  it('as an order', () => {
    const body = `<orderInteraction responseIdentifier="RESPONSE">${options('A', 'B', 'C')}</orderInteraction>`;
    const xml = item({
      type: 'cardinality="ordered" baseType="identifier"',
      declared: correct('C', 'A', 'B'),
      body,
      rules: template('match_correct'),
    });
    expect(taken(xml).content).toMatchObject({ type: 'order', key: ['C', 'A', 'B'] });
    expect([pointsOf(xml, ['C', 'A', 'B']), pointsOf(xml, ['C', 'B', 'A'])]).toEqual([1, 0]);
  });

  it('as pairs, each counting', () => {
    const set = (...ids: string[]) =>
      `<simpleMatchSet>${ids.map((id) => `<simpleAssociableChoice identifier="${id}" matchMax="1">${id}</simpleAssociableChoice>`).join('')}</simpleMatchSet>`;
    const body = `<matchInteraction responseIdentifier="RESPONSE">${set('a', 'b')}${set('x', 'y', 'z')}</matchInteraction>`;
    const type = 'cardinality="multiple" baseType="directedPair"';
    const xml = item({
      type,
      declared: mapping({ 'a x': 1, 'b y': 1 }),
      body,
      rules: template('map_response'),
    });
    expect(taken(xml).content).toMatchObject({ type: 'match', scoring: 'partial' });
    expect([pointsOf(xml, ['a x', 'b y']), pointsOf(xml, ['a x', 'b z']), pointsOf(xml, ['a y'])]).toEqual([
      2, 1, 0,
    ]);
  });

  it('as words put into gaps, by the weight of each', () => {
    const body = `<gapMatchInteraction responseIdentifier="RESPONSE"><gapText identifier="w">warrant</gapText><gapText identifier="s">seal</gapText>
      <p>First the <gap identifier="g1"/>, then the <gap identifier="g2"/>.</p></gapMatchInteraction>`;
    const type = 'cardinality="multiple" baseType="directedPair"';
    const xml = item({
      type,
      declared: mapping({ 'w g1': 1, 's g2': 2 }),
      body,
      rules: template('map_response'),
    });
    expect(taken(xml).content).toMatchObject({
      type: 'cloze',
      text: { en: 'First the [[g1]], then the [[g2]].' },
    });
    expect([pointsOf(xml, ['w g1']), pointsOf(xml, ['s g2']), pointsOf(xml, ['w g1', 's g2'])]).toEqual([
      1, 2, 3,
    ]);
  });
});

describe('ASM-171 an item of QTI is not taken', () => {
  const one = choices(1, 'A', 'B');
  const score = (expression: string) =>
    `<responseProcessing><setOutcomeValue identifier="SCORE">${expression}</setOutcomeValue></responseProcessing>`;
  const half = mapping({ A: 1.25 });
  const bomb = `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>`;
  const plain = item({ declared: correct('A'), body: one, rules: template('match_correct') });

  it.each([
    ['that is no XML', 'Seized at 10:14.', 'malformed'],
    ['that is cut off', plain.slice(0, -30), 'malformed'],
    ['that is something else', '<assessmentTest/>', 'malformed'],
    ['that declares entities', plain.replace('?>', `?>${bomb}`), 'entities'],
    ['that uses an entity that nobody declared', plain.replace('Which?', '&xxe;'), 'entities'],
    [
      'that reads a file',
      plain.replace('?>', '?><!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
      'entities',
    ],
    ['without an interaction', item({ body: '<p>Read this.</p>', rules: '' }), 'no-question'],
    [
      'with one that we do not have',
      item({ body: '<sliderInteraction responseIdentifier="RESPONSE"/>', rules: '' }),
      'interaction',
    ],
    [
      'with two of different kinds',
      item({ body: `${one}${entry}`, rules: template('match_correct') }),
      'interaction',
    ],
    ['decided by chance', item({ body: one, rules: score('<randomInteger min="0" max="1"/>') }), 'operator'],
    ['that scores nothing', item({ body: one, rules: '' }), 'no-score'],
    [
      'that rewards leaving it empty',
      item({ declared: mapping({ A: 0 }, 'lowerBound="1"'), body: one, rules: template('map_response') }),
      'no-rule',
    ],
    [
      'whose points are no half',
      item({ declared: half, body: one, rules: template('map_response') }),
      'points',
    ],
    [
      'with more choices than can be compared',
      item({
        type: several,
        body: choices(0, ...'A B C D E F G H I J K L M'.split(' ')),
        rules: score('<mapResponse identifier="RESPONSE"/>'),
      }),
      'too-many-answers',
    ],
  ])('%s', (_name, xml, reason) => {
    expect(readQti(xml)).toMatchObject({ taken: false, reason });
  });
});

describe('ASM-170 weights', () => {
  const optionsOf = (...ids: string[]) =>
    ids.map((id) => ({ id, text: { en: id, cy: null, cyState: 'absent' as const } }));
  const content = {
    type: 'single' as const,
    options: optionsOf('a', 'b'),
    key: 'a',
    scoring: 'weighted' as const,
  };
  const each = [
    { id: 'a', weight: 2 },
    { id: 'b', weight: 0.5 },
  ];

  it.each([
    ['no weights', undefined],
    ['an option that is not there', { full: 2, each: [...each, { id: 'c', weight: 1 }] }],
    ['an option twice', { full: 2, each: [...each, { id: 'b', weight: 1 }] }],
    [
      'a third of a point',
      {
        full: 2,
        each: [
          { id: 'a', weight: 2 },
          { id: 'b', weight: 0.33 },
        ],
      },
    ],
    ['a key that does not earn everything', { full: 3, each }],
    ['nothing to earn', { full: 0, each }],
  ])('are refused with %s', (_name, weights) => {
    expect(checkWeights('X', { ...content, weights }).map(({ code }) => code)).toEqual([
      'ITEM_WEIGHTS_MALFORMED',
    ]);
  });

  it('are refused without weighted scoring, and taken with it', () => {
    const weights = { full: 2, each };
    expect(checkWeights('X', { ...content, scoring: undefined, weights })).toHaveLength(1);
    expect(checkWeights('X', { ...content, weights })).toEqual([]);
    expect(shareOf({ ...content, weights }, { choices: ['b'] })).toEqual({ got: 0.5, of: 2 });
    expect(shareOf({ ...content, weights }, { choices: ['a', 'b'] })).toEqual({ got: 0, of: 1 });
  });
});
