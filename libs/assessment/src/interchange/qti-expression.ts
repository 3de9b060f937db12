import { elementsOf, localName, textIn, type XmlElement } from '@app/platform/xml/xml.js';
import type { ResponseVariable } from './qti-document.js';
import { isSame, mapped, membersOf, type QtiValue, qtiValueOf } from './qti-value.js';
import { CannotTake } from './taken.js';

/** What an expression can see. */
export interface Scope {
  readonly responses: ReadonlyMap<string, ResponseVariable>;
  /** Present values of all variables. */
  readonly values: Map<string, QtiValue>;
  /** Keys, which template processing may set. */
  readonly correct: Map<string, QtiValue>;
}

type Operator = (element: XmlElement, scope: Scope) => QtiValue;

/** The value of an expression. Throws `CannotTake` for operators that are not read. */
export function evaluate(expression: XmlElement | undefined, scope: Scope): QtiValue {
  if (expression === undefined) throw new CannotTake('malformed', 'expression');
  const name = localName(expression.name);
  const operator = operators.get(name);
  if (operator === undefined) throw new CannotTake('operator', name);
  return operator(expression, scope);
}

/** Whether a value counts as true in a condition. */
export function isTrue(value: QtiValue): boolean {
  if (typeof value === 'boolean') return value;
  if (value === null || value === '' || value === 0) return false;
  return !Array.isArray(value) || value.length > 0;
}

const operands = (element: XmlElement, scope: Scope) =>
  elementsOf(element).map((each) => evaluate(each, scope));
const named = (element: XmlElement) => element.attributes['identifier'] ?? '';

function sum(element: XmlElement, scope: Scope): QtiValue {
  const parts = operands(element, scope);
  if (parts.some((part) => part === null)) return null;
  return parts.reduce<number>((total, part) => total + Number(part), 0);
}

function match(element: XmlElement, scope: Scope): QtiValue {
  const [one, other] = elementsOf(element);
  const id = one === undefined ? '' : named(one);
  const ordered = scope.responses.get(id)?.cardinality === 'ordered';
  return isSame(evaluate(one, scope), evaluate(other, scope), ordered);
}

function equal(element: XmlElement, scope: Scope): QtiValue {
  const { toleranceMode = 'exact', tolerance = '0' } = element.attributes;
  if (toleranceMode === 'exact') return match(element, scope);
  if (toleranceMode !== 'absolute') throw new CannotTake('operator', `equal ${toleranceMode}`);
  const [one, other] = operands(element, scope);
  if (typeof one !== 'number' || typeof other !== 'number') return false;
  return Math.abs(one - other) <= Number(tolerance.split(' ')[0]);
}

function stringMatch(element: XmlElement, scope: Scope): QtiValue {
  if (element.attributes['substring'] === 'true') throw new CannotTake('operator', 'stringMatch substring');
  const [one, other] = operands(element, scope);
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  const isExact = element.attributes['caseSensitive'] !== 'false';
  return isExact ? one === other : one.toLowerCase() === other.toLowerCase();
}

function has(container: QtiValue | undefined, wanted: QtiValue | undefined): QtiValue {
  const members = membersOf(container ?? null);
  const all = membersOf(wanted ?? null);
  return all.length > 0 && all.every((each) => members.includes(each));
}

function mapResponse(element: XmlElement, scope: Scope): QtiValue {
  const mapping = scope.responses.get(named(element))?.mapping ?? null;
  if (mapping === null) throw new CannotTake('malformed', 'mapResponse without mapping');
  return mapped(mapping, scope.values.get(named(element)) ?? null);
}

const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['null', () => null],
  ['baseValue', (element) => qtiValueOf(textIn(element), element.attributes['baseType'] ?? 'identifier')],
  ['variable', (element, scope) => scope.values.get(named(element)) ?? null],
  ['correct', (element, scope) => scope.correct.get(named(element)) ?? null],
  ['isNull', (element, scope) => membersOf(operands(element, scope)[0] ?? null).length === 0],
  ['not', (element, scope) => !isTrue(operands(element, scope)[0] ?? null)],
  ['and', (element, scope) => operands(element, scope).every(isTrue)],
  ['or', (element, scope) => operands(element, scope).some(isTrue)],
  ['sum', sum],
  ['match', match],
  ['equal', equal],
  ['stringMatch', stringMatch],
  ['contains', (element, scope) => has(...two(operands(element, scope)))],
  ['member', (element, scope) => has(...two(operands(element, scope).reverse()))],
  ['mapResponse', mapResponse],
]);

function two(parts: readonly QtiValue[]): [QtiValue, QtiValue] {
  return [parts[0] ?? null, parts[1] ?? null];
}
