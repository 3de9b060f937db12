import { randomUUID } from 'node:crypto';
import type { Id } from '../ids/ids.js';

export type ForceId = Id<'Force'>;
export type PersonId = Id<'Person'>;
export type Language = 'en' | 'cy';

declare const scoped: unique symbol;

/**
 * The right to read and write one force's records. Every tenant repository asks for one by type, so a query without a
 * force does not compile. Only the edges (from a signed-in person) and consumers (from an event) make one.
 */
export interface ForceScope {
  readonly forceId: ForceId;
  readonly [scoped]: true;
}

/** Who acts. `nobody` has not signed in; `system` is a job or a consumer, by name. */
export type Actor =
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'system'; readonly name: string }
  | { readonly kind: 'nobody' };

/** One role bundle held by the actor in a force, perhaps for one unit and those below it only. */
export interface HeldBundle {
  readonly bundle: string;
  readonly forceId: ForceId;
  readonly unitId: Id<'Unit'> | null;
}

/** Always the first argument of a use case: who, for which force, in which language. Immutable and serialisable. */
export interface RequestContext {
  readonly actor: Actor;
  readonly force: ForceScope;
  readonly requestId: string;
  readonly language: Language;
  /** What the actor may do, as held at this request. Empty for the system, whose rights are its code. */
  readonly bundles: readonly HeldBundle[];
}

const NO_FORCE = '000000000000000000000000' as ForceId;

/** A scope for one force. Call it only where the right to that force has been established. */
export function scopeOf(forceId: ForceId): ForceScope {
  return { forceId } as ForceScope;
}

/** The context of someone who has not signed in: a scope that matches no record. */
export function nobody(requestId: string, language: Language): RequestContext {
  return { actor: { kind: 'nobody' }, force: scopeOf(NO_FORCE), requestId, language, bundles: [] };
}

/** The context of a job or consumer acting in one force; without a force it sees national records only. */
export function systemContext(
  name: string,
  forceId?: ForceId,
  requestId: string = randomUUID(),
): RequestContext {
  return {
    actor: { kind: 'system', name },
    force: scopeOf(forceId ?? NO_FORCE),
    requestId,
    language: 'en',
    bundles: [],
  };
}

/** The acting person's id; undefined for the system and for nobody. */
export function actingPerson(ctx: RequestContext): PersonId | undefined {
  return ctx.actor.kind === 'person' ? ctx.actor.personId : undefined;
}
