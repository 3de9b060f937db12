import type { ForceId } from '../context/request-context.js';

/** One past-tense fact, ready to be appended. */
export interface DomainEvent {
  readonly type: string;
  /** Ids and plain facts. Never personal data: that travels as ids, or in `payload`. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Personal or erasable detail (reasons, before and after). Kept beside the row, which holds only its salted digest. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** The force whose record changes, where it is not the actor's. */
  readonly forceId?: ForceId;
}

/** A kind of event: makes events of it and tells consumers what they will get. */
export interface EventKind<Data extends object> {
  (data: Data, more?: { payload?: Readonly<Record<string, unknown>>; forceId?: ForceId }): DomainEvent;
  readonly type: string;
}

const kinds = new Map<string, EventKind<never>>();

/** Declares an event kind, named `<domain>.<noun>.<past tense>.v<n>`. Fields are only ever added; anything else is a new version. */
export function defineEvent<Data extends object>(type: string): EventKind<Data> {
  if (!/^[a-z]+(\.[a-z-]+){2}\.v\d+$/.test(type)) throw new Error(`Not an event name: ${type}`);
  const make = (
    data: Data,
    more: { payload?: Readonly<Record<string, unknown>>; forceId?: ForceId } = {},
  ): DomainEvent => ({
    type,
    data: data as Readonly<Record<string, unknown>>,
    ...more,
  });
  const kind = Object.assign(make, { type });
  kinds.set(type, kind);
  return kind;
}

/** The names of all declared kinds, for the test that each has a consumer or a reason. */
export function declaredEvents(): string[] {
  return [...kinds.keys()].sort();
}
