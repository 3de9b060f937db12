import { elementsOf, localName, type XmlElement } from '@app/platform/xml/xml.js';
import type { QtiDocument } from './qti-document.js';
import { evaluate, isTrue, type Scope } from './qti-expression.js';
import type { QtiValue } from './qti-value.js';
import { CannotTake } from './taken.js';

/** Which answers were given, by response identifier. */
export type GivenResponses = Readonly<Record<string, QtiValue>>;

/** The outcomes that an item's own processing gives to answers. Throws `CannotTake` for what is not read. */
export function outcomesOf(item: QtiDocument, given: GivenResponses): ReadonlyMap<string, QtiValue> {
  const scope = scopeOf(item);
  for (const [id, declared] of item.responses) scope.values.set(id, given[id] ?? declared.initial);
  run(item.rules, scope);
  return scope.values;
}

/** Template variables and keys as template processing leaves them. Chance is an operator that is not read, so they are certain. */
export function scopeOf(item: QtiDocument): Scope {
  const values = new Map<string, QtiValue>();
  for (const variables of [item.templates, item.outcomes])
    for (const [id, { initial }] of variables) values.set(id, initial);
  const correct = new Map([...item.responses].map(([id, response]) => [id, response.correct]));
  const scope: Scope = { responses: item.responses, values, correct };
  run(item.templateRules, scope);
  return scope;
}

const SETTERS = new Set(['setOutcomeValue', 'setTemplateValue']);

function run(rules: readonly XmlElement[], scope: Scope): void {
  for (const rule of rules) {
    const name = localName(rule.name);
    const id = rule.attributes['identifier'] ?? '';
    if (SETTERS.has(name)) scope.values.set(id, evaluate(elementsOf(rule)[0], scope));
    else if (name === 'setCorrectResponse') scope.correct.set(id, evaluate(elementsOf(rule)[0], scope));
    else if (name.endsWith('Condition')) runCondition(rule, scope);
    else if (name.endsWith('ProcessingFragment')) run(elementsOf(rule), scope);
    else throw new CannotTake('operator', name);
  }
}

function runCondition(condition: XmlElement, scope: Scope): void {
  for (const branch of elementsOf(condition)) {
    const isElse = localName(branch.name).endsWith('Else');
    const [test, ...rules] = elementsOf(branch);
    if (!isElse && !isTrue(evaluate(test, scope))) continue;
    run(isElse ? elementsOf(branch) : rules, scope);
    return;
  }
}
