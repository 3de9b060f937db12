/** A QTI value: null, one, or a container of several (in order where the variable is ordered). */
export type QtiValue = null | string | number | boolean | readonly string[];

/** How a variable was declared. */
export interface Declared {
  readonly cardinality: string;
  readonly baseType: string;
  readonly initial: QtiValue;
}

/** A mapping of single values to numbers. */
export interface Mapping {
  readonly entries: readonly {
    readonly key: string;
    readonly value: number;
    readonly caseSensitive: boolean;
  }[];
  readonly fallback: number;
  readonly lower: number;
  readonly upper: number;
}

/** Reads text as a value of a base type. Empty text is null, as QTI has it. */
export function qtiValueOf(text: string, baseType: string): QtiValue {
  const plain = text.trim();
  if (plain === '') return null;
  if (baseType === 'integer' || baseType === 'float') return Number(plain);
  if (baseType === 'boolean') return plain === 'true';
  if (baseType === 'directedPair' || baseType === 'point') return plain.replace(/\s+/g, ' ');
  if (baseType === 'pair') return plain.split(/\s+/).sort().join(' ');
  return baseType === 'string' ? text : plain;
}

/** Whether two values are the same, containers in the way of their cardinality. Null is the same as nothing. */
export function isSame(one: QtiValue, other: QtiValue, ordered: boolean): boolean {
  if (one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    const [a, b] = [membersOf(one), membersOf(other)];
    const [first, second] = ordered ? [a, b] : [[...a].sort(), [...b].sort()];
    return first.length === second.length && first.every((each, place) => each === second[place]);
  }
  return one === other;
}

/** The members of a container, or the one value as its only member. */
export function membersOf(value: QtiValue): readonly string[] {
  if (value === null) return [];
  return Array.isArray(value) ? (value as readonly string[]) : [String(value)];
}

/** What a mapping makes of a value: each different member once, within its bounds. */
export function mapped(mapping: Mapping, value: QtiValue): number {
  const worth = (member: string) =>
    mapping.entries.find(({ key, caseSensitive }) => isEntry(key, member, caseSensitive))?.value ??
    mapping.fallback;
  const sum = [...new Set(membersOf(value))].reduce((total, member) => total + worth(member), 0);
  return Math.min(Math.max(sum, mapping.lower), mapping.upper);
}

function isEntry(key: string, member: string, caseSensitive: boolean): boolean {
  return caseSensitive ? key === member : key.toLowerCase() === member.toLowerCase();
}
