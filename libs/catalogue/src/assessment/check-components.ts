import { type AssessmentComponent, COMPONENT_KINDS } from '../course/course-content.js';
import { refusal } from '../refusals.js';

/** The longest time for which a result may count, in calendar months. */
const LONGEST_VALIDITY = 120;
const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const KINDS: readonly string[] = COMPONENT_KINDS;
/** Kinds of which nothing but the fact is recorded. */
const NEVER_GRADED: readonly string[] = ['conversation'];

/** CAT-16, CAT-17. Refuses components of which no award could be made, naming the first one that is wrong. */
export function refuseUnsoundComponents(components: readonly AssessmentComponent[]): void {
  for (const [place, component] of components.entries()) {
    refuseUnsoundKey(component, components.slice(0, place));
    refuseUnsoundNumbers(component);
  }
  refuseWrongTotal(components);
}

function refuseUnsoundKey(
  { key, kind, title }: AssessmentComponent,
  before: readonly AssessmentComponent[],
): void {
  if (!KEY.test(key) || before.some((other) => other.key === key))
    throw refusal('COMPONENT_KEY_WRONG', { facts: { component: key }, field: 'components' });
  if (!KINDS.includes(kind) || title.en.trim() === '')
    throw refusal('COMPONENT_UNNAMED', { facts: { component: key }, field: 'components' });
}

function refuseUnsoundNumbers(component: AssessmentComponent): void {
  const { key, kind, hurdle, weight, graded, validityMonths } = component;
  const facts = { component: key };
  if (hurdle !== (weight === null) || (weight !== null && !isWithin(weight, 100)))
    throw refusal('COMPONENT_WEIGHT_WRONG', { facts, field: 'components' });
  if ((weight !== null && !graded) || (graded && NEVER_GRADED.includes(kind)))
    throw refusal('COMPONENT_NOT_GRADED', { facts, field: 'components' });
  if (validityMonths != null && !isWithin(validityMonths, LONGEST_VALIDITY))
    throw refusal('COMPONENT_VALIDITY_WRONG', { facts, field: 'components' });
}

/** CAT-16: shares of one mark are shares of a whole. */
function refuseWrongTotal(components: readonly AssessmentComponent[]): void {
  const weights = components.flatMap(({ weight }) => (weight === null ? [] : [weight]));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length > 0 && total !== 100)
    throw refusal('COMPONENT_WEIGHTS_WRONG', { facts: { total }, field: 'components' });
}

function isWithin(number: number, most: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= most;
}
