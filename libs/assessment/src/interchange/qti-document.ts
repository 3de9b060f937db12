import {
  elementsOf,
  localName,
  readXml,
  textIn,
  type XmlElement,
  XmlNotRead,
} from '@app/platform/xml/xml.js';
import { type Declared, type Mapping, type QtiValue, qtiValueOf } from './qti-value.js';
import { CannotTake } from './taken.js';

/** A response variable, with its key and its mapping where it has them. */
export interface ResponseVariable extends Declared {
  readonly correct: QtiValue;
  readonly mapping: Mapping | null;
}

/** One assessment item as declared: nothing has been worked out yet. */
export interface QtiDocument {
  readonly title: string | null;
  readonly responses: ReadonlyMap<string, ResponseVariable>;
  readonly outcomes: ReadonlyMap<string, Declared>;
  readonly templates: ReadonlyMap<string, Declared>;
  readonly templateRules: readonly XmlElement[];
  /** Response processing (a standard template spelled out), then outcome processing. */
  readonly rules: readonly XmlElement[];
  readonly body: XmlElement | undefined;
  readonly feedback: readonly XmlElement[];
}

/** The largest item that is read, in characters. */
const MOST_CHARACTERS = 1_000_000;

/** Reads an item of QTI 2.x. Throws `CannotTake` for what is no such item. */
export function readQtiDocument(text: string): QtiDocument {
  if (text.length > MOST_CHARACTERS) throw new CannotTake('malformed', 'size');
  const root = rootOf(text);
  if (localName(root.name) !== 'assessmentItem') throw new CannotTake('malformed', root.name);
  const declarations = (name: string) => elementsOf(root, name).map((each) => [idOf(each), each] as const);
  return {
    title: root.attributes['title']?.trim() || null,
    responses: new Map(declarations('responseDeclaration').map(([id, each]) => [id, responseOf(each)])),
    outcomes: new Map(declarations('outcomeDeclaration').map(([id, each]) => [id, outcomeOf(each)])),
    templates: new Map(declarations('templateDeclaration').map(([id, each]) => [id, declared(each)])),
    templateRules: elementsOf(root, 'templateProcessing').flatMap((each) => elementsOf(each)),
    rules: [
      ...elementsOf(root, 'responseProcessing').flatMap((each) => rulesOf(each)),
      ...elementsOf(root, 'outcomeProcessing').flatMap((each) => elementsOf(each)),
    ],
    body: elementsOf(root, 'itemBody')[0],
    feedback: elementsOf(root, 'modalFeedback'),
  };
}

function rootOf(text: string): XmlElement {
  try {
    return readXml(text);
  } catch (error) {
    if (error instanceof XmlNotRead)
      throw new CannotTake(error.fault === 'entities' ? 'entities' : 'malformed', 'XML');
    throw error;
  }
}

function idOf(element: XmlElement): string {
  return element.attributes['identifier'] ?? '';
}

function declared(element: XmlElement): Declared {
  const { cardinality = 'single', baseType = 'identifier' } = element.attributes;
  return { cardinality, baseType, initial: listed(element, 'defaultValue', { cardinality, baseType }) };
}

/** A numeric outcome without a default begins at 0 (QTI 2.1, 5.2). */
function outcomeOf(element: XmlElement): Declared {
  const plain = declared(element);
  const isNumber = plain.baseType === 'integer' || plain.baseType === 'float';
  return plain.initial === null && isNumber && plain.cardinality === 'single'
    ? { ...plain, initial: 0 }
    : plain;
}

function responseOf(element: XmlElement): ResponseVariable {
  const plain = declared(element);
  const [mapping] = elementsOf(element, 'mapping');
  return {
    ...plain,
    correct: listed(element, 'correctResponse', plain),
    mapping: mapping === undefined ? null : mappingOf(mapping, plain.baseType),
  };
}

function listed(
  element: XmlElement,
  name: string,
  { cardinality, baseType }: Omit<Declared, 'initial'>,
): QtiValue {
  const values = elementsOf(element, name)
    .flatMap((each) => elementsOf(each, 'value'))
    .map((each) => qtiValueOf(textIn(each), baseType))
    .filter((value) => value !== null);
  if (cardinality === 'single') return values[0] ?? null;
  return values.length === 0 ? null : values.map(String);
}

function mappingOf(element: XmlElement, baseType: string): Mapping {
  const { defaultValue = '0', lowerBound, upperBound, caseSensitive = 'true' } = element.attributes;
  return {
    entries: elementsOf(element, 'mapEntry').map(({ attributes }) => ({
      key: String(qtiValueOf(attributes['mapKey'] ?? '', baseType)),
      value: Number(attributes['mappedValue']),
      // Identifiers and pairs have but one spelling.
      caseSensitive: baseType !== 'string' || (attributes['caseSensitive'] ?? caseSensitive) !== 'false',
    })),
    fallback: Number(defaultValue),
    lower: lowerBound === undefined ? -Infinity : Number(lowerBound),
    upper: upperBound === undefined ? Infinity : Number(upperBound),
  };
}

function rulesOf(processing: XmlElement): XmlElement[] {
  const template = processing.attributes['template']
    ?.split('/')
    .at(-1)
    ?.replace(/\.xml$/, '');
  const own = elementsOf(processing);
  if (template === undefined || own.length > 0) return own;
  if (template === 'match_correct') return [MATCH_CORRECT];
  if (template === 'map_response') return [MAP_RESPONSE];
  throw new CannotTake('operator', template);
}

const element = (
  name: string,
  attributes: Record<string, string> = {},
  children: (XmlElement | string)[] = [],
) => ({
  name,
  attributes,
  children,
});
const RESPONSE = { identifier: 'RESPONSE' };
const SCORE = { identifier: 'SCORE' };

const MATCH_CORRECT = element('responseCondition', {}, [
  element('responseIf', {}, [
    element('match', {}, [element('variable', RESPONSE), element('correct', RESPONSE)]),
    element('setOutcomeValue', SCORE, [element('baseValue', { baseType: 'float' }, ['1'])]),
  ]),
  element('responseElse', {}, [
    element('setOutcomeValue', SCORE, [element('baseValue', { baseType: 'float' }, ['0'])]),
  ]),
]);
const MAP_RESPONSE = element('setOutcomeValue', SCORE, [element('mapResponse', RESPONSE)]);
